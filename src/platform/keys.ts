/**
 * Keys for sealing, blind indexes and proofs. One master key lies outside the database (`TUGEVUS_KEY`, or a file in the
 * data folder that is made at the first start); each use has a key of its own, derived by HKDF-SHA-256.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from './config.ts'

export type Keys = {
  /** AES-256-GCM, for columns. */
  seal: Buffer
  /** HMAC-SHA-256, for looking up sealed values by what they are exactly. */
  index: Buffer
  /** HMAC-SHA-256, for the subjects of audit entries. */
  subject: Buffer
  /** HMAC-SHA-256, for the seals of the audit. */
  audit: Buffer
  /** HMAC-SHA-256, for one-time codes and tokens. */
  token: Buffer
  /** The password of a database role, for a server that asks for one. */
  password(role: string): string
}

export function deriveKeys(master: Buffer): Keys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, 'tugevus', use, 32))
  const password = derive('database-password')
  return {
    seal: derive('seal'),
    index: derive('blind-index'),
    subject: derive('audit-subject'),
    audit: derive('audit-seal'),
    token: derive('token'),
    password: (role) => createHmac('sha256', password).update(role).digest('base64url'),
  }
}

/** The master key of a data folder; made, readable by the owner only, where there is none yet. */
export function keyOfFolder(dataDir: string): Buffer {
  const file = join(dataDir, 'key')
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
    if (key.length !== 32) throw new ConfigError(`${file} does not hold 32 bytes in base64`)
    return key
  } catch (error) {
    if (error instanceof ConfigError || !isMissing(error)) throw error
    const key = randomBytes(32)
    mkdirSync(dataDir, { recursive: true })
    // 'wx': a key that appeared in the meantime must never be written over, it would make every name unreadable.
    writeFileSync(file, key.toString('base64') + '\n', { mode: 0o600, flag: 'wx' })
    return key
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
