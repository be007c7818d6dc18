/**
 * How long a change of the master key takes: 100,000 messages, which are 200,000 sealed values.
 *
 *     npx node tools/run.mjs bench/rekey.ts          (or with another number of messages at the end)
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atDoor } from '../src/access/door.ts'
import { bytesOf, rooms } from '../src/app.ts'
import { openLog } from '../src/platform/log.ts'
import { queueMail } from '../src/platform/mail.ts'
import { openKeys } from '../src/platform/master-key.ts'
import { openFromEnvironment, openOwner } from '../src/platform/open.ts'
import { rekey } from '../src/platform/rekey.ts'

const count = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'tugevus-bench-'))
// Started as root, the server runs as somebody else and must be able to enter.
chmodSync(folder, 0o755)
const options = { dataDir: folder, log: openLog('error'), durable: false }
try {
  const house = await openFromEnvironment({}, 'own', options)
  for (let done = 0; done < count; done += 1_000) {
    await atDoor(house.ground, async (door) => {
      for (let each = 0; each < 1_000; each++)
        await queueMail(door, {
          to: 'x@example.org',
          organisationId: null,
          subject: 'Kiri',
          text: 'Tere. '.repeat(100),
        })
    })
  }
  await house.close()
  const owner = await openOwner({}, 'own', options)
  const old = await openKeys(owner.config, folder, owner.database)
  const began = performance.now()
  const done = await rekey(owner.database, old, randomBytes(32), bytesOf(rooms(owner)))
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${done.sealed} values in ${seconds.toFixed(1)} s, ${Math.round(process.memoryUsage.rss() / 1e6)} MB of memory`,
  )
  await owner.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
