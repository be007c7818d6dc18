/**
 * What files of 10 MB cost: kept, read, in the backup, in the restoring and in a change of the master key.
 *
 *     npx node tools/run.mjs bench/files.ts          (or with another number of files at the end)
 *
 * Two servers of its own in folders that are thrown away. Prints one line for each step; memory is the most that was seen above the
 * start, of this process and not of the server.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { atDoor } from '../src/access/door.ts'
import { setUpOrganisation } from '../src/access/organisation.store.ts'
import { bytesOf, rooms } from '../src/app.ts'
import { addEvidence, evidenceOf, readEvidence } from '../src/learning/evidence.store.ts'
import { addMobility, addProject } from '../src/learning/mobility.store.ts'
import { systemOf, withActor } from '../src/platform/actor.ts'
import { checkBackup } from '../src/platform/backup.check.ts'
import { makeBackup } from '../src/platform/backup.folder.ts'
import { openBackup } from '../src/platform/backup.format.ts'
import { restoreBackup } from '../src/platform/backup.restore.ts'
import { day } from '../src/platform/day.ts'
import { openLog } from '../src/platform/log.ts'
import { openKeys } from '../src/platform/master-key.ts'
import { openFromEnvironment, openOwner } from '../src/platform/open.ts'
import { rekey } from '../src/platform/rekey.ts'

const files = Number(process.argv[2] ?? 60)
const folder = mkdtempSync(join(tmpdir(), 'tugevus-bench-'))
// Started as root, the server runs as somebody else and must be able to enter.
chmodSync(folder, 0o755)
const log = openLog('error')
const file = join(folder, 'bench.backup')
try {
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const dataDir = join(folder, 'from')
  const house = await openFromEnvironment({}, 'own', { dataDir, log, durable: false })
  const { ground } = house
  const timeZone = 'Europe/Tallinn'
  const { organisationId } = await atDoor(ground, (door) =>
    setUpOrganisation(door, {
      name: 'Maja',
      languages: ['et'],
      locale: 'et',
      timeZone,
      invented: true,
      admin: { name: 'Admin', email: 'admin@maja.test', roles: ['admin'] },
    }),
  )
  const actor = systemOf(organisationId, timeZone)
  const bytes = randomBytes(10 * 1024 * 1024)
  const [startsOn, endsOn] = [day('2026-03-02'), day('2026-03-06')]
  const mobility = await withActor(ground, actor, async (act) => {
    const about = { number: '', callYear: null, funder: '', startsOn, endsOn, summary: '' }
    const project = await addProject(act, { title: 'Projekt', ...about })
    return addMobility(act, project, {
      kind: 'course',
      title: 'Kursus',
      host: 'Kool',
      country: 'FI',
      town: '',
      startsOn,
      endsOn,
      travelDays: 0,
      purpose: '',
    })
  })
  await timed(`${files} files of 10 MB kept, one after the other`, async () => {
    for (let n = 0; n < files; n++)
      await withActor(ground, actor, (act) =>
        addEvidence(
          act,
          mobility,
          { kind: 'other', title: `Fail ${n}`, participationId: null },
          { type: 'application/pdf', bytes },
        ),
      )
  })
  const size = await withActor(ground, actor, ({ tx }) =>
    sql<{ bytes: string }>`select pg_total_relation_size('learning.evidence')::text as bytes`.execute(tx),
  )
  console.log(`stored: ${Math.round(Number(size.rows[0]?.bytes) / files / 1e4) / 100} MB each`)
  const [one] = await withActor(ground, actor, (act) => evidenceOf(act, { mobilityId: mobility }))
  await timed('one read', () => withActor(ground, actor, (act) => readEvidence(act, one?.id ?? '')))
  const made = await timed('backup, read back', () => makeBackup(ground, { to: file }))
  await timed('check', () => checkBackup(file, ground.keys))
  console.log(`backup: ${made.rows} rows, ${Math.round(made.bytes / 1e6)} MB`)
  const into = await openOwner({}, 'own', { dataDir: join(folder, 'into'), log, durable: false })
  const backup = await openBackup(file)
  await timed('restore, counted and summed', () =>
    restoreBackup(backup, { owner: into.database, keys: ground.keys }),
  )
  await backup.close()
  await into.stop()
  await house.close()
  const stopped = await openOwner({}, 'own', { dataDir, log, durable: false })
  const old = await openKeys(stopped.config, dataDir, stopped.database)
  await timed('change of the master key', () =>
    rekey(stopped.database, old, randomBytes(32), bytesOf(rooms(stopped))),
  )
  await stopped.stop()
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  const began = performance.now()
  try {
    return await work()
  } finally {
    clearInterval(watch)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${what}: ${seconds} s, ${Math.round((most - before) / 1e6)} MB more memory`)
  }
}
