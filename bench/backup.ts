/**
 * How long a backup takes, is checked and restored, how large it is and how much memory it needs: with 1,000,000 entries of the audit
 * and 100,000 mails that do not get smaller.
 *
 *     npx node tools/run.mjs bench/backup.ts          (or with another number of entries at the end)
 *
 * Two servers of its own in folders that are thrown away. Prints one line for each step; memory is the most that was seen above the start.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkBackup } from '../src/platform/backup.check.ts'
import { makeBackup } from '../src/platform/backup.folder.ts'
import { openBackup } from '../src/platform/backup.format.ts'
import { restoreBackup } from '../src/platform/backup.restore.ts'
import { withOwner } from '../src/platform/database.ts'
import { openLog } from '../src/platform/log.ts'
import { openFromEnvironment, openOwner } from '../src/platform/open.ts'

const entries = Number(process.argv[2] ?? 1_000_000)
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
  await house.close()
  const owner = await openOwner({}, 'own', { dataDir, log, durable: false })
  await withOwner(owner.database, (client) =>
    client.query(`
      insert into platform.audit_entry (at, role, action, what, subjects, leaf)
        select now(), 'coordinator', 'read', 'people.person', array[sha256(int4send(n % 5000))], sha256(int4send(n))
          from generate_series(1, ${entries}) n;
      insert into platform.mail (id, made_at, to_sealed, subject, body_sealed, state, next_try_at)
        select gen_random_uuid(), now(), sha256(int4send(n)), 'Kiri',
          (select string_agg(sha256(int4send(n * 64 + k)), ''::bytea) from generate_series(1, 24) k), 'kept', now()
          from generate_series(1, ${Math.round(entries / 10)}) n;
      analyze`),
  )
  await owner.stop()
  const from = await openFromEnvironment({}, 'own', { dataDir, log, durable: false })
  const { keys } = from.ground
  const made = await timed('backup, read back', () => makeBackup(from.ground, { to: file }))
  await timed('check', () => checkBackup(file, keys))
  await from.close()
  const into = await openOwner({}, 'own', { dataDir: join(folder, 'into'), log, durable: false })
  const backup = await openBackup(file)
  await timed('restore, counted and summed', () => restoreBackup(backup, { owner: into.database, keys }))
  await backup.close()
  await into.stop()
  console.log(`${made.rows} rows, ${Math.round(made.bytes / 1e6)} MB`)
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
