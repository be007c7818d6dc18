/**
 * Keys for sealing, blind indexes and proofs. One master key lies outside the database (`TUGEVUS_KEY`, or a file in the
 * data folder that is made at the first start); each use has a key of its own, derived by HKDF-SHA-256.
 */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { base32 } from './base32.ts'
import { ConfigError } from './config.ts'

export type Keys = {
  /** By which a master key is known, and nothing of it: on the key sheet, in a backup. Two groups of four signs. */
  id: string
  /** AES-256-GCM, for columns. */
  seal: Buffer
  /** HMAC-SHA-256, for looking up sealed values by what they are exactly: one after the other, the oldest first. */
  index: Chain
  /** HMAC-SHA-256, for the subjects of audit entries. */
  subject: Buffer
  /** HMAC-SHA-256, for a seal of the audit, by its number. */
  audit(seal: number): Buffer
  /** HMAC-SHA-256, for one-time codes and tokens; like `index`. */
  token: Chain
  /** For the keys of backups, of which each file has one. */
  backup: Buffer
  /** The password of a database role, for a server that asks for one. */
  password(role: string): string
}

/**
 * A keyed hash goes through every key there has ever been: so the hashes in the database can be brought under a new key without what
 * they are hashes of, and the old key alone is worth nothing; see docs/decisions/051.
 */
export type Chain = readonly [Buffer, ...Buffer[]]

/** Of a former master key, what is still needed. */
export type FormerKeys = {
  index: Buffer
  token: Buffer
  audit: Buffer
  /** The last seal of the audit that was made with it. */
  sealsTo: number
}

/** @param former the oldest first */
export function deriveKeys(master: Buffer, former: readonly FormerKeys[] = []): Keys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, 'tugevus', use, 32))
  const password = derive('database-password')
  const audit = derive('audit-seal')
  const chain = (old: readonly Buffer[], last: Buffer): Chain => {
    const [first, ...later] = [...old, last]
    return [first ?? last, ...later]
  }
  return {
    id: idOf(derive('id')),
    backup: derive('backup'),
    seal: derive('seal'),
    index: chain(
      former.map(({ index }) => index),
      derive('blind-index'),
    ),
    subject: derive('audit-subject'),
    audit: (seal) => former.find(({ sealsTo }) => seal <= sealsTo)?.audit ?? audit,
    token: chain(
      former.map(({ token }) => token),
      derive('token'),
    ),
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
  return readKey(join(dataDir, 'key'))
}

function readKey(file: string): Buffer | null {
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
  if (there) renameSync(join(dataDir, 'key'), asideFile(dataDir, deriveKeys(there).id))
  mkdirSync(dataDir, { recursive: true })
  writeKey(join(dataDir, 'key'), master)
}

/** The key that a change of keys is on its way to, or `null`. */
export function nextKey(dataDir: string): Buffer | null {
  return readKey(join(dataDir, 'key.next'))
}

/** Puts the next key beside the one in use, before anything is sealed with it. One that an earlier, broken change left is of no use. */
export function keepNextKey(dataDir: string, master: Buffer): void {
  rmSync(join(dataDir, 'key.next'), { force: true })
  writeKey(join(dataDir, 'key.next'), master)
}

/** From now on the next key is the one in use. The former is put aside: backups made with it open with no other. */
export function takeNextKey(dataDir: string): void {
  const there = folderKey(dataDir)
  if (there) renameSync(join(dataDir, 'key'), asideFile(dataDir, deriveKeys(there).id))
  renameSync(join(dataDir, 'key.next'), join(dataDir, 'key'))
}

/** A former key that was put aside in this folder, by its number. */
export function asideKey(dataDir: string, id: string): Buffer | null {
  return /^[0-9A-Z-]+$/.test(id) ? readKey(asideFile(dataDir, id)) : null
}

const asideFile = (dataDir: string, id: string) => join(dataDir, `key.${id}`)

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
