import { sql } from 'kysely'
import type { Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { tokenHash } from '../platform/sealing.ts'
import { buckets, waitMinutes, type BucketName } from './rate.ts'

declare module '../platform/database.ts' {
  interface Database {
    'platform.rate': { key: Buffer; tokens: number; at: Moment }
  }
}

/** Which bucket, of whom; the whom is kept as a keyed hash only. */
export type Try = { bucket: BucketName; of: string | Buffer }

export type Allowed = { allowed: true } | { allowed: false; waitMinutes: number }

/**
 * Takes one token from each bucket; the first empty one refuses. It stands whatever becomes of the request, and costs the same
 * whether there is an account behind it or not.
 */
export async function allow(ground: Ground, tries: readonly Try[]): Promise<Allowed> {
  const now = ground.clock.now()
  for (const one of tries) {
    const { burst } = buckets[one.bucket]
    const key = keyOf(ground, one)
    const filled = filledOf(one, now)
    const { rows } = await sql<{ tokens: number }>`
      insert into platform.rate (key, tokens, at) values (${key}, ${burst - 1}, ${now})
      on conflict (key) do update set tokens = ${filled} - 1, at = ${now} where ${filled} >= 1
      returning tokens`.execute(ground.signin)
    if (rows.length > 0) continue
    return refused(one, await tokensOf(ground, one))
  }
  return { allowed: true }
}

/** Whether one more would be allowed; takes nothing. Where only what fails is counted it is asked before, so that whoever is shut out finds nothing. */
export async function mayTry(ground: Ground, one: Try): Promise<Allowed> {
  const tokens = await tokensOf(ground, one)
  return tokens === null || tokens >= 1 ? { allowed: true } : refused(one, tokens)
}

const refused = ({ bucket }: Try, tokens: number | null): Allowed => ({
  allowed: false,
  waitMinutes: waitMinutes(buckets[bucket], tokens ?? 0),
})

/** Null of one that was never taken from. */
async function tokensOf(ground: Ground, one: Try): Promise<number | null> {
  const { rows } = await sql<{ tokens: number }>`
    select ${filledOf(one, ground.clock.now())} as tokens
    from platform.rate where key = ${keyOf(ground, one)}`.execute(ground.signin)
  return rows[0]?.tokens ?? null
}

/** What is in it by now, of its row. */
function filledOf({ bucket }: Try, now: Moment) {
  const { burst, perHour } = buckets[bucket]
  return sql<number>`least(
    ${burst}::float8,
    platform.rate.tokens + ${perHour}::float8 / 3600 * greatest(0, extract(epoch from ${now}::timestamptz - platform.rate.at)))`
}

/** Fills a bucket again, when the right one has come through. */
export async function refill(ground: Ground, one: Try): Promise<void> {
  await ground.signin.deleteFrom('platform.rate').where('key', '=', keyOf(ground, one)).execute()
}

/** Forgets buckets that have long been full. */
export async function forgetRates(ground: Ground): Promise<void> {
  await ground.signin
    .deleteFrom('platform.rate')
    .where('at', '<', ground.clock.now().subtract({ hours: 24 }))
    .execute()
}

function keyOf(ground: Ground, one: Try): Buffer {
  const of = typeof one.of === 'string' ? one.of : one.of.toString('hex')
  return tokenHash(ground.keys, `rate ${one.bucket}`, of)
}
