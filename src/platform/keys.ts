/**
 * Keys for sealing, blind indexes and proofs. One master key lies outside the database (`TUGEVUS_KEY`, or a file in the
 * data folder that is made at the first start); each use has a key of its own, derived by HKDF-SHA-256.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { base32 } from './base32.ts'
import { ConfigError } from './config.ts'

export type Keys = {
  /** By which a master key is known, and nothing of it: on the key sheet, in a backup. Two groups of four signs. */
  id: string
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
  /** For the keys of backups, of which each file has one. */
  backup: Buffer
  /** The password of a database role, for a server that asks for one. */
  password(role: string): string
}

export function deriveKeys(master: Buffer): Keys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, 'tugevus', use, 32))
  const password = derive('database-password')
  return {
    id: idOf(derive('id')),
    backup: derive('backup'),
    seal: derive('seal'),
    index: derive('blind-index'),
    subject: derive('audit-subject'),
    audit: derive('audit-seal'),
    token: derive('token'),
    password: (role) => createHmac('sha256', password).update(role).digest('base64url'),
  }
}

/** 40 bits in the letters of the key sheet. */
function idOf(bytes: Buffer): string {
  const text = base32(bytes.subarray(0, 5))
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

/** The master key of a data folder; made, readable by the owner only, where there is none yet. */
export function keyOfFolder(dataDir: string): Buffer {
  const there = folderKey(dataDir)
  if (there) return there
  const key = randomBytes(32)
  mkdirSync(dataDir, { recursive: true })
  writeKey(join(dataDir, 'key'), key)
  return key
}

/** The same, but `null` where there is none. */
export function folderKey(dataDir: string): Buffer | null {
  const file = join(dataDir, 'key')
  try {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
    if (key.length !== 32) throw new ConfigError(`${file} does not hold 32 bytes in base64`)
    return key
  } catch (error) {
    if (error instanceof ConfigError || !isMissing(error)) throw error
    return null
  }
}

/** Makes this the key of the folder. Another that is there is put aside, never lost: what it sealed would be unreadable for ever. */
export function keepFolderKey(dataDir: string, master: Buffer): void {
  const there = folderKey(dataDir)
  if (there?.equals(master)) return
  if (there) renameSync(join(dataDir, 'key'), join(dataDir, `key.${deriveKeys(there).id}`))
  mkdirSync(dataDir, { recursive: true })
  writeKey(join(dataDir, 'key'), master)
}

/** On the disk when it returns. 'wx': a key that appeared in the meantime must never be written over. */
function writeKey(file: string, master: Buffer): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, master.toString('base64') + '\n')
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
