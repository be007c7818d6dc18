/**
 * How long the import of a caseload takes: 5,000 rows through the very run that the page starts, beside the check of the same file that
 * writes nothing.
 *
 *     npx node tools/run.mjs bench/import.ts          (or with another number of rows at the end)
 *
 * A server of its own in a folder that is thrown away. Prints one line for each step, with rows a second.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atDoor } from '../src/access/door.ts'
import { createAccount } from '../src/access/account.store.ts'
import { setUpOrganisation } from '../src/access/organisation.store.ts'
import { systemOf, withActor, type Actor } from '../src/platform/actor.ts'
import { dayAt, type Day } from '../src/platform/day.ts'
import { openLog } from '../src/platform/log.ts'
import { openFromEnvironment } from '../src/platform/open.ts'
import { writeXlsx } from '../src/platform/spreadsheet.xlsx.ts'
import { noAnswers } from '../src/support/caseload-file.answers.ts'
import { checkCaseload } from '../src/support/caseload-file.check.ts'
import { readCaseloadFile } from '../src/support/caseload-file.read.ts'
import { planImport } from '../src/support/import.plan.ts'
import { startRun } from '../src/support/import.run.ts'
import { createImport, readImport } from '../src/support/import.store.ts'
import { noChoices } from '../src/support/import.ts'

const count = Number(process.argv[2] ?? 5_000)
const folder = mkdtempSync(join(tmpdir(), 'tugevus-bench-'))
// Started as root, the server runs as somebody else and must be able to enter.
chmodSync(folder, 0o755)
const house = await openFromEnvironment({}, 'own', { dataDir: folder, log: openLog('error') })
try {
  await measure()
} finally {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const { ground } = house
  const timeZone = 'Europe/Tallinn'
  const { organisationId } = await atDoor(ground, (door) =>
    setUpOrganisation(door, {
      name: 'Mõõdupuu',
      languages: ['et'],
      locale: 'et',
      timeZone,
      invented: true,
      admin: { name: 'Haldur', email: 'haldur@example.org', roles: ['admin'] },
    }),
  )
  const add = (name: string, email: string) =>
    withActor(ground, systemOf(organisationId, timeZone), (act) =>
      createAccount(act, { name, email, roles: ['coordinator'], locale: 'et' }),
    )
  const accountId = await add('Maris Saar', 'maris@example.org')
  await add('Irina Petrova', 'irina@example.org')
  const actor: Actor = { accountId, organisationId, role: 'coordinator', timeZone }
  const today = dayAt(ground.clock.now(), timeZone)
  const bytes = await inventedFile(today)
  console.log(
    `${count} rows, ${Math.round(bytes.length / 1024)} kB, PostgreSQL and the program on one machine`,
  )

  const read = await timed('read the file', () => readCaseloadFile(bytes, 'bench.xlsx'))
  if (read.kind === 'problem') throw new Error(`the file cannot be read: ${read.problem.code}`)
  const checked = await timed('check it (writes nothing)', async () =>
    checkCaseload(read, { today, answers: noAnswers }),
  )
  await timed('plan it among known people', () =>
    withActor(ground, actor, (act) => planImport(act, checked, noChoices)),
  )
  const id = await timed('keep it for the preview', () =>
    withActor(ground, actor, (act) => createImport(act, { fileName: 'bench.xlsx', spreadsheet: read })),
  )
  if (id === null) throw new Error('nothing was kept')
  await timed('import it', async () => (await startRun(ground, actor, id, 'et')).ended)
  const done = await withActor(ground, actor, (act) => readImport(act, id))
  if (done?.result?.created !== count) throw new Error(`only ${done?.result?.created} were created`)
  await timed('plan the same file again', async () => {
    const { counts } = await withActor(ground, actor, (act) => planImport(act, checked, noChoices))
    if (counts.known !== count) throw new Error(`only ${counts.known} are known`)
  })
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${what.padEnd(28)} ${seconds.toFixed(2).padStart(7)} s ${Math.round(count / seconds)
      .toString()
      .padStart(8)} rows/s`,
  )
  return result
}

/** Everybody with a name, a telephone and an address of their own; half have a birth date, a third have agreed. */
function inventedFile(today: Day): Promise<Uint8Array> {
  const letters = (n: number) => [...String(n)].map((digit) => 'abdegiklmn'[Number(digit)]).join('')
  return writeXlsx({
    name: 'Inimesed',
    headings: [
      'Nimi',
      'Sünniaeg',
      'Telefon',
      'E-post',
      'Vald',
      'Keel',
      'Lahkus',
      'Kontaktisik',
      'Nõustus',
      'Märkused',
    ],
    rows: Array.from({ length: count }, (_, n) => [
      `Ees${letters(n % 97)} Pere${letters(n)}`,
      n % 2 === 0 ? `${1 + (n % 28)}.${1 + (n % 12)}.${1960 + (n % 40)}` : '',
      `5${String(1_000_000 + n)}`,
      `inimene${n}@example.org`,
      n % 3 === 0 ? 'Kehtna vald' : 'Tartu linn',
      n % 4 === 0 ? 'vene' : 'eesti',
      today.subtract({ days: n % 1500 }),
      n % 2 === 0 ? 'M. Saar' : 'I. Petrova',
      n % 3 === 0 ? today.subtract({ days: n % 300 }) : '',
      'helistada õhtul',
    ]),
  })
}
