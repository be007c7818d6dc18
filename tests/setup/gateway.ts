/** A real HTTP server on this machine that takes SMS as a gateway would, and can be told to misbehave. */
import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Handed = { body: string; headers: IncomingHttpHeaders; method: string; path: string }

export type Gateway = {
  /** For `TUGEVUS_SMS_URL`. */
  url: string
  received: Handed[]
  /** What it answers, one after the other; the last one stays. `hang-up` closes the line in the middle, `silent` never answers. */
  answers: (number | 'hang-up' | 'silent')[]
  close(): Promise<void>
}

export async function openGateway(): Promise<Gateway> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8')
      gateway.received.push({
        body,
        headers: request.headers,
        method: request.method ?? '',
        path: request.url ?? '',
      })
      const answer = gateway.answers.length > 1 ? gateway.answers.shift() : gateway.answers[0]
      if (answer === 'silent') return
      if (answer === 'hang-up') return void request.socket.destroy()
      // Gateways repeat what they were given.
      response.writeHead(answer ?? 200, { 'content-type': 'text/plain', location: '/elsewhere' })
      response.end(`refused: ${body}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const gateway: Gateway = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/send`,
    received: [],
    answers: [200],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return gateway
}
