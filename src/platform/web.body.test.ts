import { request } from 'node:http'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { rooms } from '../../tests/setup/matrix.ts'
import { serveHouse } from '../../tests/setup/served.ts'
import { inTurn } from './web.body.ts'
import type { PageEnv } from './web.tsx'

const megabyte = Buffer.alloc(1024 * 1024, 'x')

/** Sends as over a slow line, and reads the answer only when all is sent, as a browser does. */
function sendSlowly(
  url: string,
  headers: Record<string, string>,
  megabytes: number,
  { sized = true } = {},
): Promise<{ status: number | undefined; html: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, {
      method: 'POST',
      headers: {
        ...headers,
        ...(sized
          ? { 'content-length': String(megabytes * megabyte.length) }
          : { 'transfer-encoding': 'chunked' }),
      },
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

test('large bodies are worked on four at a time, small ones at once, and one that fails holds up nobody', async () => {
  const app = new Hono<PageEnv>()
  let senders = 0
  const [at, most] = [
    { large: 0, all: 0 },
    { large: 0, all: 0 },
  ]
  app.use(inTurn(4, () => `${(senders += 1)}`))
  app.post('/:size', async (c) => {
    const isLarge = c.req.param('size') === 'large'
    if (isLarge) most.large = Math.max(most.large, ++at.large)
    most.all = Math.max(most.all, ++at.all)
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (isLarge) at.large--
    at.all--
    if (c.req.query('fails')) throw new Error('fails')
    return c.text('kept')
  })
  app.onError((_, c) => c.text('failed', 500))
  const send = (size: 'large' | 'small', query = '') => {
    const headers = { 'content-length': size === 'large' ? '2000000' : '20' }
    return app.request(`/${size}${query}`, { method: 'POST', headers, body: 'x' })
  }
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => send('large', '?fails=1')),
    ...Array.from({ length: 7 }, () => send('large')),
    ...Array.from({ length: 9 }, () => send('small')),
  ])
  expect(answers.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => 500),
    ...Array.from({ length: 16 }, () => 200),
  ])
  expect(most).toEqual({ large: 4, all: 13 })
})

test('whoever sends several at once takes one turn, and nobody else waits for them', async () => {
  const app = new Hono<PageEnv>()
  const begun: string[] = []
  let arrived = () => {}
  const slow = new Promise<void>((resolve) => (arrived = resolve))
  app.use(inTurn(2, (c) => c.req.header('x-who') ?? ''))
  app.post('/', async (c) => {
    const who = c.req.header('x-who') ?? ''
    begun.push(who)
    if (who === 'slow') await slow
    return c.text('kept')
  })
  const send = (who: string) =>
    app.request('/', { method: 'POST', headers: { 'content-length': '2000000', 'x-who': who }, body: 'x' })
  const held = [send('slow'), send('slow'), send('slow')]
  await Promise.all([send('one'), send('other'), send('one')])
  expect(begun).toEqual(['slow', 'one', 'other', 'one'])
  arrived()
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(begun.slice(4)).toEqual(['slow', 'slow'])
})

test('one that does not say how large it is waits for its turn before it is read', async () => {
  const served = await serveHouse({ rooms })
  try {
    const cookie = await served.house.signIn('coordinator')
    const headers = { cookie, origin: served.url, 'content-type': 'multipart/form-data; boundary=x' }
    // Never ends.
    const held = request(`${served.url}/import`, {
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    })
    held.on('error', () => {})
    held.write(megabyte)
    await new Promise((resolve) => setTimeout(resolve, 300))
    const other = sendSlowly(`${served.url}/import`, headers, 2, { sized: false })
    const soon = (ms: number) => new Promise<'waits'>((resolve) => setTimeout(() => resolve('waits'), ms))
    expect(await Promise.race([other, soon(1_500)])).toBe('waits')
    held.destroy()
    expect(await Promise.race([other, soon(5_000)])).not.toBe('waits')
  } finally {
    await served.close()
  }
})
