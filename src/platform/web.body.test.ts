import { request } from 'node:http'
import { expect, test } from 'vitest'
import { rooms } from '../../tests/setup/matrix.ts'
import { serveHouse } from '../../tests/setup/served.ts'

const megabyte = Buffer.alloc(1024 * 1024, 'x')

/** Sends as over a slow line, and reads the answer only when all is sent, as a browser does. */
function sendSlowly(
  url: string,
  headers: Record<string, string>,
  megabytes: number,
): Promise<{ status: number | undefined; html: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(megabytes * megabyte.length) },
    })
    sending.on('error', reject)
    sending.on('response', (answer) => {
      let html = ''
      answer.setEncoding('utf8')
      answer.on('data', (text: string) => (html += text))
      answer.on('end', () => {
        if (sent < megabytes) reject(new Error(`answered after ${sent} MB`))
        else resolve({ status: answer.statusCode, html })
      })
      answer.on('error', reject)
    })
    let sent = 0
    const next = () => {
      if (sent++ === megabytes) return sending.end()
      sending.write(megabyte, () => setTimeout(next, 40))
      return undefined
    }
    next()
  })
}

test('what is too large ends on a page that says so, also over a slow line', async () => {
  const served = await serveHouse({ rooms })
  try {
    const cookie = await served.house.signIn('coordinator')
    const headers = { cookie, origin: served.url, 'content-type': 'multipart/form-data; boundary=x' }
    const { status, html } = await sendSlowly(`${served.url}/import`, headers, 24)
    expect(status).toBe(413)
    expect(html).toContain('Fail on liiga suur')
    expect(html).toContain('Midagi ei salvestatud')
  } finally {
    await served.close()
  }
})
