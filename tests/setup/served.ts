/** A house that a browser can walk into: served at a free port of this machine, which is also the address it knows of itself. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { openHouse, type House } from './house.ts'

export type ServedHouse = { house: House; url: string; close(): Promise<void> }

export async function serveHouse(given: Parameters<typeof openHouse>[0] = {}): Promise<ServedHouse> {
  let house: House | undefined
  const server = serve({
    // The port is known only once it is taken, and the house needs it to begin.
    fetch: (request, env) => house?.app.fetch(request, env) ?? new Response('', { status: 503 }),
    port: 0,
    hostname: 'localhost',
  })
  const port = await new Promise<number>((resolve) => {
    server.once('listening', () => resolve((server.address() as AddressInfo).port))
  })
  const url = `http://localhost:${port}`
  house = await openHouse({ ...given, env: { TUGEVUS_URL: url, ...given.env } })
  const opened = house
  return {
    house: opened,
    url,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await opened.close()
    },
  }
}
