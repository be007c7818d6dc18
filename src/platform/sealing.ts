/**
 * Sealed columns: AES-256-GCM with a fresh nonce, bound to the table, column and row they stand in, so that a sealed
 * value moved to another person's row does not open.
 *
 * Bytes: version (1) · nonce (12) · tag (16) · ciphertext.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import type { Chain, Keys } from './keys.ts'

const version = 1

export class SealError extends Error {
  override name = 'SealError'
}

const secrets = new WeakMap<Buffer, KeyObject>()

/** Made once for each key: making one takes six times as long as the hash of a name, and a list has tens of thousands. */
function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key)
  if (known !== undefined) return known
  const secret = createSecretKey(key)
  secrets.set(key, secret)
  return secret
}

/** @param place such as `people.identity/name/<row id>` */
export function seal(keys: Keys, place: string, text: string): Buffer {
  return sealBytes(keys, place, Buffer.from(text, 'utf8'))
}

/** @throws SealError where the bytes were changed, stand in another place or belong to another key */
export function unseal(keys: Keys, place: string, sealed: Buffer): string {
  return unsealBytes(keys, place, sealed).toString('utf8')
}

/** The same for what is no text, such as a file. */
export function sealBytes(keys: Keys, place: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secretOf(keys.seal), nonce)
  cipher.setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
}

/** @throws SealError like `unseal` */
export function unsealBytes(keys: Keys, place: string, sealed: Buffer): Buffer {
  if (sealed.length < 29 || sealed[0] !== version) throw new SealError(`not a sealed value: ${place}`)
  const decipher = createDecipheriv('aes-256-gcm', secretOf(keys.seal), sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(13, 29))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
  } catch {
    throw new SealError(`a sealed value does not open: ${place}`)
  }
}

/** A keyed hash for exact search of a sealed value. `kind` keeps a phone from matching an e-mail address. */
export function blindIndex(keys: Keys, kind: string, text: string): Buffer {
  return hashed(keys.index, kind, text)
}

/** Keyed hash of a one-time code or a token; only this is stored. */
export function tokenHash(keys: Keys, kind: string, token: string): Buffer {
  return hashed(keys.token, kind, token)
}

function hashed([first, ...later]: Chain, kind: string, text: string): Buffer {
  const hash = createHmac('sha256', secretOf(first)).update(kind).update('\0').update(text).digest()
  return later.reduce((before, key) => hashedAgain(key, before), hash)
}

/** What becomes of a hash when a new key is added to the end of its chain. */
export function hashedAgain(key: Buffer, hash: Buffer): Buffer {
  return createHmac('sha256', secretOf(key)).update('\0again\0').update(hash).digest()
}

/** 256 random bits, safe in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
