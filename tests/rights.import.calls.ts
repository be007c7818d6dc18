/** One call of every store function of the import, for the rights matrix. */
import { randomUUID } from 'node:crypto'
import type { Acting } from '../src/platform/actor.ts'
import * as importRow from '../src/support/import-row.store.ts'
import * as importRun from '../src/support/import-run.store.ts'
import * as imports from '../src/support/import.store.ts'
import type { HouseCall } from './setup/calls.ts'

const file = {
  fileName: 'nimekiri.csv',
  spreadsheet: { kind: 'spreadsheet', sheets: [{ name: '', rows: [] }] },
} as const
/** A list of one's own; for whom there is none, such as a job, the first that is seen at all. */
const brought = async (act: Acting) =>
  (await imports.createImport(act, file)) ??
  (await act.tx.selectFrom('support.import').select('id').executeTakeFirst())?.id ??
  randomUUID()
const run = randomUUID()
const begun = async (act: Acting) => {
  const id = await brought(act)
  await importRun.beginRun(act, id, run)
  return id
}
const result = {
  created: 0,
  toBeAsked: 0,
  toColleagues: 0,
  doubtful: 0,
  duplicates: 0,
  known: 0,
  leftOut: 0,
  talks: null,
}
/** A row of such a list, by what it is recognised by. */
const row = { personId: randomUUID(), fingerprints: ['row'] }
const remembered = (act: Acting) => importRow.rememberImported(act, [row])

/** Functions that only wait for their turn: they show nothing, write nothing, and keep others waiting for one transaction at most. */
export const waiting = ['support/import-run.store.ts takeRun', 'support/import-run.store.ts waitForOthers']

export const importCalls: Record<string, HouseCall> = {
  'support/import.store.ts createImport': { own: (act) => imports.createImport(act, file) },
  'support/import.store.ts listImports': {
    own: async (act) => {
      await brought(act)
      return imports.listImports(act)
    },
  },
  'support/import.store.ts readImport': { own: async (act) => imports.readImport(act, await brought(act)) },
  'support/import.store.ts readSheets': { own: async (act) => imports.readSheets(act, await brought(act)) },
  'support/import.store.ts changeChoices': {
    own: async (act) =>
      imports.changeChoices(act, await brought(act), (choices) => ({ ...choices, newPeople: [1] })),
  },
  'support/import.store.ts removeImport': {
    own: async (act) => imports.removeImport(act, await brought(act)),
  },
  'support/import.store.ts sweepImports': {
    own: (act) => imports.sweepImports({ ...act, now: act.now.add({ hours: 30 }) }),
  },
  'support/import-run.store.ts beginRun': {
    own: async (act) => importRun.beginRun(act, await brought(act), run),
  },
  'support/import-run.store.ts noteProgress': {
    own: async (act) => importRun.noteProgress(act, await begun(act), run, { done: 1, total: 2 }),
  },
  'support/import-run.store.ts finishRun': {
    own: async (act) => importRun.finishRun(act, await begun(act), run, { result, refused: null }),
  },
  'support/import-run.store.ts giveUpRun': {
    own: async (act) => importRun.giveUpRun(act, await begun(act), run, 'failed'),
  },
  'support/import-run.store.ts readRefused': {
    own: async (act) => {
      const id = await begun(act)
      await importRun.finishRun(act, id, run, { result, refused: Uint8Array.of(1) })
      return importRun.readRefused(act, id)
    },
  },
  'support/import-row.store.ts findImported': {
    before: remembered,
    own: (act) => importRow.findImported(act, [row.fingerprints]),
  },
  'support/import-row.store.ts rememberImported': { own: remembered },
  'support/import-row.store.ts forgetImported': {
    before: remembered,
    own: (act) => importRow.forgetImported(act, row.personId),
  },
}
