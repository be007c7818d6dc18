/** An authenticator app that reads the square, as base32, off the page that offers it. */
import { createHmac } from 'node:crypto'
import type { Moment } from '../../src/platform/day.ts'

export type App = {
  secret: string
  /** The sealed field of the form that was offered with it. */
  offer: string
  code(): string
}

/** @param now the house's clock */
export function appOf(page: string, now: () => Moment): App {
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  const offer = /name="offer" value="([^"]+)"/.exec(page)?.[1] ?? ''
  if (!secret || !offer) throw new Error('this page offers no authenticator app')
  return { secret, offer, code: () => codeOf(bytesOf(secret), Math.floor(now().epochMilliseconds / 30_000)) }
}

function bytesOf(base32: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** Written apart from the house's own, so that both cannot be wrong in the same way. */
function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.from(step.toString(16).padStart(16, '0'), 'hex')
  const mac = createHmac('sha1', secret).update(counter).digest('hex')
  const offset = parseInt(mac.slice(-1), 16) * 2
  const number = parseInt(mac.slice(offset, offset + 8), 16) & 0x7fffffff
  return String(number).slice(-6).padStart(6, '0')
}
