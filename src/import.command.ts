/**
 * `tugevus import FILE`: enters the rows of a list that are in order, for one coordinator, without pages. What needs an answer stays out:
 * there is nobody to ask here.
 */
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { findAccount } from './access/staff-account.store.ts'
import { atDoor } from './access/door.ts'
import { withActor, type Acting, type Actor } from './platform/actor.ts'
import { readConfig } from './platform/config.ts'
import { systemClock } from './platform/clock.ts'
import { dayAt } from './platform/day.ts'
import type { Ground } from './platform/ground.ts'
import { openLog } from './platform/log.ts'
import { openFromEnvironment } from './platform/open.ts'
import type { Spreadsheet } from './platform/spreadsheet.cells.ts'
import { problemSentence } from './platform/spreadsheet.words.ts'
import type { Locale } from './platform/words.ts'
import { noAnswers } from './support/caseload-file.answers.ts'
import { checkCaseload } from './support/caseload-file.check.ts'
import { importCheckCommand } from './support/caseload-file.command.ts'
import type { SlashOrder } from './support/caseload-file.dates.ts'
import { readCaseloadFile } from './support/caseload-file.read.ts'
import { otherSheetsSentence } from './support/caseload-file.words.ts'
import { enterRows, UnknownCoordinatorError } from './support/import.enter.ts'
import { planImport, type Plan } from './support/import.plan.ts'
import { noChoices, type Choices } from './support/import.ts'
import { waitForOthers } from './support/import-run.store.ts'

export type ImportOptions = {
  file: string
  bytes: Uint8Array
  order: SlashOrder | undefined
  /** Of the reasons. */
  language: Locale | undefined
  /** The e-mail address of the account that brings the list; null only says what would happen, and opens no database. */
  coordinator: string | null
  /** Do not ask. */
  yes: boolean
}

/** What is written where, and who answers. */
export type ImportTerminal = {
  out(line: string): void
  aside(line: string): void
  /** Null where nobody sits there. */
  ask: ((question: string) => Promise<string>) | null
}

const ourTerminal: ImportTerminal = {
  out: (line) => console.log(line),
  aside: (line) => console.error(line),
  ask: process.stdin.isTTY
    ? async (question) => {
        const lines = createInterface({ input: process.stdin, output: process.stderr })
        try {
          return await lines.question(question)
        } finally {
          lines.close()
        }
      }
    : null,
}

/** @returns the exit code: 0 done, 1 it could not be done */
export async function importCommand(options: ImportOptions, terminal = ourTerminal): Promise<number> {
  const { coordinator } = options
  if (coordinator === null) return check(options, terminal)
  const fault = (line: string) => {
    terminal.aside(`tugevus: ${line}`)
    return 1
  }
  const read = await readCaseloadFile(options.bytes, basename(options.file))
  if (read.kind === 'problem') return fault(problemSentence(options.language ?? 'en', read))
  const house = await openFromEnvironment(process.env, 'visit', { log: openLog('warn') })
  try {
    return await importInto(house.ground, read, { ...options, coordinator }, terminal)
  } finally {
    await house.close()
  }
}

async function check(
  { bytes, file, order, language }: ImportOptions,
  terminal: ImportTerminal,
): Promise<number> {
  const { timeZone } = readConfig(process.env)
  const { output, exitCode, aside } = await importCheckCommand(bytes, basename(file), {
    today: dayAt(systemClock.now(), timeZone),
    slashOrder: order ?? null,
    ...(language === undefined ? {} : { language }),
  })
  if (exitCode === 0) terminal.out(output)
  else terminal.aside(`tugevus: ${output}`)
  if (aside !== null) terminal.aside(aside)
  return exitCode
}

/** The same on a ground that is open already. */
export async function importInto(
  ground: Ground,
  spreadsheet: Spreadsheet,
  options: Omit<ImportOptions, 'bytes' | 'coordinator'> & { coordinator: string },
  terminal: ImportTerminal,
): Promise<number> {
  const fault = (line: string) => {
    terminal.aside(`tugevus: ${line}`)
    return 1
  }
  const account = await atDoor(ground, (door) => findAccount(door, options.coordinator))
  const role = (['coordinator', 'lead'] as const).find((one) => account?.roles.includes(one))
  if (account === null) return fault(`there is no account ${options.coordinator}`)
  if (role === undefined)
    return fault(`${options.coordinator} is the address of nobody who is responsible for people`)
  const { id: accountId, organisationId, timeZone } = account
  const actor: Actor = { accountId, organisationId, timeZone, role }
  const choices: Choices = { ...noChoices, answers: { ...noAnswers, slashOrder: options.order ?? null } }
  const planned = (act: Acting) =>
    planImport(act, checkCaseload(spreadsheet, { today: act.today, answers: choices.answers }), choices)

  const found = await withActor(ground, actor, planned)
  const plan = forWhomever(found, accountId)
  for (const line of asides(plan, options.language ?? 'en')) terminal.aside(line)
  const strays = entering(found).filter((name) => nobodys(found).has(name)).length
  if (strays > 0)
    terminal.aside(`${peopleText(strays)} whose coordinator is nobody here come to ${account.name}`)
  const { enter } = plan.counts
  if (enter > 0 && !options.yes) {
    const question = `Enter ${peopleText(enter)} for ${account.name}? Type yes: `
    if (terminal.ask === null)
      return fault(`${enter} would be entered for ${account.name}; add --yes to enter them`)
    if ((await terminal.ask(question)).trim().toLowerCase() !== 'yes') return fault('nothing was entered')
  }
  try {
    const result = await withActor(ground, actor, async (act) => {
      await waitForOthers(act)
      // Anew: somebody may have brought some of them while the question stood.
      return enterRows(act, forWhomever(await planned(act), accountId), async () => {})
    })
    const { created, doubtful, duplicates, known } = result
    terminal.out(JSON.stringify({ created, doubtful, duplicates, alreadyKnown: known }))
    return 0
  } catch (error) {
    if (error instanceof UnknownCoordinatorError)
      return fault('nobody could be made responsible for some rows')
    throw error
  }
}

/** Names of coordinators that fit no colleague, or several, come to the account that brings the list. */
function forWhomever(plan: Plan, accountId: string): Plan {
  return {
    ...plan,
    coordinators: plan.coordinators.map((one) => ({ ...one, accountId: one.accountId ?? accountId })),
  }
}

const peopleText = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** The coordinators that the rows to be entered name. */
function entering({ rows }: Plan): string[] {
  return rows.filter(({ fate }) => fate === 'enter').map(({ checked }) => checked.values.coordinator ?? '')
}

/** The names that fit no colleague, or several. */
function nobodys({ coordinators }: Plan): Set<string> {
  return new Set(
    coordinators.filter(({ name, accountId }) => name !== '' && accountId === null).map(({ name }) => name),
  )
}

/** For standard error: what stays out, by row and column. What stands in the cells is not said: terminals are kept in logs. */
function* asides({ rows, checked }: Plan, language: Locale): Generator<string> {
  if (checked.otherSheets.length > 0) yield otherSheetsSentence(language, checked)
  if (checked.unknownColumns.length > 0) yield `columns left out: ${checked.unknownColumns.join(', ')}`
  for (const { checked: row, fate } of rows) {
    if (fate === 'doubtful') {
      for (const { column, reason } of row.doubts) yield `row ${row.source.row}: ${column} ${reason.code}`
    }
    if (fate === 'known') yield `row ${row.source.row}: in already`
    if (fate === 'duplicate') yield `row ${row.source.row}: the same person as row ${row.duplicateOf}`
  }
}
