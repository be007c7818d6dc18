/**
 * The database knows by which master key it is sealed, so that a wrong key is refused before anything is sealed with it. What is still
 * needed of former keys lies in it, sealed with the one in use.
 */
import type pg from 'pg'
import { z } from 'zod'
import { ConfigError, type Config } from './config.ts'
import { withOwner, type Connection } from './database.ts'
import {
  deriveKeys,
  folderKey,
  keyOfFolder,
  nextKey,
  takeNextKey,
  type FormerKeys,
  type Keys,
} from './keys.ts'
import { seal, unseal } from './sealing.ts'

const formerSchema = z.object({
  index: z.base64(),
  token: z.base64(),
  audit: z.base64(),
  sealsTo: z.int(),
})

const place = (id: string) => `platform.master_key/former/${id}`

export function sealFormer(keys: Keys, id: string, { index, token, audit, sealsTo }: FormerKeys): Buffer {
  const kept = {
    index: index.toString('base64'),
    token: token.toString('base64'),
    audit: audit.toString('base64'),
    sealsTo,
  }
  return seal(keys, place(id), JSON.stringify(kept))
}

function openFormer(keys: Keys, id: string, sealed: Buffer): FormerKeys {
  const kept = formerSchema.parse(JSON.parse(unseal(keys, place(id), sealed)))
  const bytes = (text: string) => Buffer.from(text, 'base64')
  return {
    index: bytes(kept.index),
    token: bytes(kept.token),
    audit: bytes(kept.audit),
    sealsTo: kept.sealsTo,
  }
}

type Known = { inUse: string; former: { id: string; sealed: Buffer }[] }

/** `null` where nothing has been sealed yet. */
export async function knownKeys(client: pg.Client): Promise<Known | null> {
  const there = await client.query("select from pg_class where oid = to_regclass('platform.master_key')")
  if (!there.rowCount) return null
  const { rows } = await client.query<{ id: string; sealed: Buffer | null }>(
    'select id, former_sealed as sealed from platform.master_key order by until nulls last',
  )
  const inUse = rows.find(({ sealed }) => sealed === null)
  if (!inUse) return null
  return {
    inUse: inUse.id,
    former: rows.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed }] : [])),
  }
}

/** All keys that a database needs, from the master key that is known to be the one in use. */
export async function keysFor(database: Connection, master: Buffer): Promise<Keys> {
  const known = await withOwner(database, knownKeys)
  const keys = deriveKeys(master)
  return deriveKeys(
    master,
    (known?.former ?? []).map(({ id, sealed }) => openFormer(keys, id, sealed)),
  )
}

/**
 * The keys for a start: from the environment, the data folder, or new ones where there is nothing yet.
 *
 * @throws ConfigError where the key is not the one that the database is sealed with
 */
export async function openKeys(
  config: Pick<Config, 'key'>,
  dataDir: string,
  database: Connection,
): Promise<Keys> {
  const known = await withOwner(database, knownKeys)
  if (!known) return deriveKeys(config.key ?? keyOfFolder(dataDir))
  const master = config.key ?? folderKey(dataDir)
  if (master && deriveKeys(master).id === known.inUse) return keysFor(database, master)
  // A change of keys was broken off after the last moment: what is left is to take the new key.
  const next = config.key === undefined ? nextKey(dataDir) : null
  if (next && deriveKeys(next).id === known.inUse) {
    takeNextKey(dataDir)
    return keysFor(database, next)
  }
  const here = master
    ? `the key ${config.key ? 'in TUGEVUS_KEY' : `in ${dataDir}`} is number ${deriveKeys(master).id}`
    : `there is no key in ${dataDir}`
  throw new ConfigError(
    `The database is sealed with key ${known.inUse}, but ${here}. Type the sheet with the number ${known.inUse}: npm run -s tugevus -- key --enter`,
  )
}

/** Notes the key of a database that is sealed for the first time. */
export async function noteKey(database: Connection, id: string): Promise<void> {
  await withOwner(database, (client) =>
    client.query(
      `insert into platform.master_key (id, since)
       select $1, now() where not exists (select from platform.master_key) on conflict do nothing`,
      [id],
    ),
  )
}
