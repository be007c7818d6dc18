/**
 * Imports in progress: the rows of a file and what a human has decided about them, sealed, until they are imported, given up or a day
 * old. Only the account that brought the file reaches them, in the role it acted in. How rows become people: `import.run.ts`.
 */
import { randomUUID } from 'node:crypto'
import { sql, type ColumnType } from 'kysely'
import { z } from 'zod'
import { systemOf, withActor, type Acting } from '../platform/actor.ts'
import { day, type Moment } from '../platform/day.ts'
import type { Job } from '../platform/room.ts'
import { seal, sealBytes, unseal, unsealBytes } from '../platform/sealing.ts'
import type { Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { choicesSchema, noChoices, type Choices } from './import.ts'
import { packSheets, unpackSheets } from './import.sheets.ts'

export type ImportState = 'open' | 'running' | 'done'

export type ImportTable = {
  id: string
  organisationId: string
  accountId: string
  role: string
  madeAt: Moment
  state: ImportState
  version: number
  run: string | null
  done: number
  total: number
  trouble: 'failed' | 'stopped' | null
  fileNameSealed: Buffer
  sheetsSealed: Buffer | null
  choicesSealed: Buffer
  result: ColumnType<unknown, string | null, string | null>
  refusedSealed: Buffer | null
}

declare module '../platform/database.ts' {
  interface Database {
    'support.import': ImportTable
  }
}

const dayText = z.string().transform(day)
const count = z.number().int().nonnegative()

/** What an import has done; no word of it is about anybody. */
export const resultSchema = z.object({
  created: count,
  toBeAsked: count,
  toColleagues: count,
  doubtful: count,
  duplicates: count,
  known: count,
  leftOut: count,
  /** The days on which the first talks begin and end; null where nobody came. */
  talks: z.object({ from: dayText, to: dayText }).nullable(),
})
export type ImportResult = z.infer<typeof resultSchema>

export type Import = {
  id: string
  fileName: string
  madeAt: Moment
  state: ImportState
  /** Goes up with every answer. */
  version: number
  run: string | null
  done: number
  total: number
  /** What became of the last run: it could not be done, or the program was stopped meanwhile. Nothing was written then. */
  trouble: 'failed' | 'stopped' | null
  choices: Choices
  result: ImportResult | null
  hasRefused: boolean
}

/** How many imports one account may have in progress. */
export const MOST_IMPORTS = 10
const HOURS_KEPT = 24

const place = (column: string, id: string) => `support.import/${column}/${id}`

/** Keeps the rows of a file for its preview. @returns the id; null where this account has too many in progress */
export async function createImport(
  act: Acting,
  { fileName, spreadsheet }: { fileName: string; spreadsheet: Spreadsheet },
): Promise<string | null> {
  const { accountId, organisationId, role } = act.actor
  if (accountId === null) return null
  const { n } = await act.tx
    .selectFrom('support.import')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('state', '!=', 'done')
    .executeTakeFirstOrThrow()
  if (n >= MOST_IMPORTS) return null
  const id = randomUUID()
  await act.tx
    .insertInto('support.import')
    .values({
      id,
      organisationId,
      accountId,
      role,
      madeAt: act.now,
      state: 'open',
      version: 1,
      run: null,
      done: 0,
      total: 0,
      trouble: null,
      fileNameSealed: seal(act.keys, place('file_name', id), fileName),
      sheetsSealed: sealBytes(act.keys, place('sheets', id), await packSheets(spreadsheet)),
      choicesSealed: sealChoices(act, id, noChoices),
      result: null,
      refusedSealed: null,
    })
    .execute()
  return id
}

const columns = [
  'id',
  'madeAt',
  'state',
  'version',
  'run',
  'done',
  'total',
  'trouble',
  'fileNameSealed',
  'choicesSealed',
  'result',
] as const

/** The actor's own, newest first; without their rows. */
export async function listImports(act: Acting): Promise<Import[]> {
  const rows = await ownImports(act).orderBy('madeAt', 'desc').execute()
  return rows.map((row) => opened(act, row))
}

export async function readImport(act: Acting, id: string): Promise<Import | null> {
  const row = await ownImports(act).where('id', '=', id).executeTakeFirst()
  return row ? opened(act, row) : null
}

const ownImports = (act: Acting) =>
  act.tx
    .selectFrom('support.import')
    .select(columns)
    .select(sql<boolean>`refused_sealed is not null`.as('hasRefused'))
    // A job may remove lists that are a day old; it has no business reading them.
    .where('accountId', '=', act.actor.accountId)

type ImportSelected = Awaited<ReturnType<ReturnType<typeof ownImports>['executeTakeFirstOrThrow']>>

function opened(act: Acting, row: ImportSelected): Import {
  const { fileNameSealed, choicesSealed, result, ...plain } = row
  return {
    ...plain,
    fileName: unseal(act.keys, place('file_name', row.id), fileNameSealed),
    choices: unsealChoices(act, row.id, choicesSealed),
    result: result === null ? null : resultSchema.parse(result),
  }
}

/** The rows of the file; null once they are imported. */
export async function readSheets(act: Acting, id: string): Promise<Spreadsheet | null> {
  const row = await act.tx
    .selectFrom('support.import')
    .select('sheetsSealed')
    .where('id', '=', id)
    .where('accountId', '=', act.actor.accountId)
    .executeTakeFirst()
  return row?.sheetsSealed ? unpackSheets(unsealBytes(act.keys, place('sheets', id), row.sheetsSealed)) : null
}

/**
 * Decides something about an import that is not under way. Two windows that decide at once come one after the other.
 *
 * @returns false where there is none to decide about
 */
export async function changeChoices(
  act: Acting,
  id: string,
  change: (choices: Choices) => Choices,
): Promise<boolean> {
  const row = await act.tx
    .selectFrom('support.import')
    .select('choicesSealed')
    .where('id', '=', id)
    .where('state', '=', 'open')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const choices = change(unsealChoices(act, id, row.choicesSealed))
  await act.tx
    .updateTable('support.import')
    .set({ choicesSealed: sealChoices(act, id, choices), version: sql`version + 1`, trouble: null })
    .where('id', '=', id)
    .execute()
  return true
}

export function sealChoices(act: Acting, id: string, choices: Choices): Buffer {
  return seal(act.keys, place('choices', id), JSON.stringify(choices))
}

function unsealChoices(act: Acting, id: string, sealed: Buffer): Choices {
  return choicesSchema.parse(JSON.parse(unseal(act.keys, place('choices', id), sealed)))
}

/** Gives up an import, or puts away a finished one with its file of refused rows. One that is under way is not stopped. */
export async function removeImport(act: Acting, id: string): Promise<boolean> {
  const gone = await act.tx
    .deleteFrom('support.import')
    .where('id', '=', id)
    .where('accountId', '=', act.actor.accountId)
    .where('state', '!=', 'running')
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Removes what is a day old, of the actor or, as the system, of the whole organisation. How many went. */
export async function sweepImports(act: Acting): Promise<number> {
  const before = (hours: number) => act.now.subtract({ hours })
  const gone = await act.tx
    .deleteFrom('support.import')
    .where((is) =>
      is.or([
        is.and([is('state', '!=', 'running'), is('madeAt', '<', before(HOURS_KEPT))]),
        // A run takes a minute: this one was left behind.
        is('madeAt', '<', before(HOURS_KEPT + 1)),
      ]),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export const importJobs: Job[] = [
  {
    name: 'support.imports',
    cron: '25 * * * *',
    async run(ground, { id, timeZone }) {
      await withActor(ground, systemOf(id, timeZone), sweepImports)
    },
  },
]
