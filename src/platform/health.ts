/**
 * For whoever watches over the program: `/health` says that it lives, `/ready` that it can serve. Neither looks at who asks, and neither says
 * anything of the inside.
 */
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Ground } from './ground.ts'
import { migrationNames } from './migrate.ts'
import type { PageEnv } from './web.tsx'

export const healthPages = new Hono<PageEnv>()

/** Milliseconds that the database may take to answer. */
const patience = 3_000
/** The sealer of the audit comes round each second. */
const beatSeconds = 60

healthPages.get('/health', (c) => c.json({ alive: true }))

healthPages.get('/ready', async (c) => {
  const ready = await isReady(c.var.ground)
  return c.json({ ready }, ready ? 200 : 503)
})

async function isReady(ground: Ground): Promise<boolean> {
  const beat = ground.beats.get('audit-sealer')
  if (!beat || beat.add({ seconds: beatSeconds }).epochMilliseconds < ground.clock.now().epochMilliseconds)
    return false
  const late = new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref())
  return Promise.race([isMigrated(ground).catch(() => false), late])
}

/** The database answers, and has every form that this program knows. */
async function isMigrated(ground: Ground): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from public.tugevus_migration`.execute(ground.jobs)
  const there = new Set(rows.map(({ name }) => name))
  return migrationNames().every((name) => there.has(name))
}
