/**
 * What an import would do now: the file checked with the answers so far, its rows looked up among the people that the actor sees and among
 * what has been imported before, and the names of coordinators put to accounts. Reads only.
 */
import { listColleagues, type Colleague } from '../access/account.store.ts'
import { findKnown, readIdentities } from '../people/identity.store.ts'
import type { Identity } from '../people/identity.ts'
import type { Acting } from '../platform/actor.ts'
import type { Spreadsheet } from '../platform/spreadsheet.cells.ts'
import { checkCaseload, type CheckedFile } from './caseload-file.check.ts'
import { coordinatorNames, type CoordinatorName } from './import.coordinators.ts'
import {
  countsOf,
  fatesOf,
  fingerprintsOf,
  identityOf,
  likenessTo,
  type Choices,
  type Counts,
  type ImportRow,
  type Known,
} from './import.ts'
import { findImported } from './import-row.store.ts'

export type Plan = {
  checked: CheckedFile
  rows: ImportRow[]
  counts: Counts
  coordinators: CoordinatorName[]
  /** Who may be responsible for people. */
  colleagues: Colleague[]
  /** Who the known people are whom rows were found to be; only people in the actor's sight. */
  identities: ReadonlyMap<string, Identity>
}

export async function planImport(act: Acting, checked: CheckedFile, choices: Choices): Promise<Plan> {
  const { known, identities } = await knownRows(act, checked)
  const rows = fatesOf(checked, known, choices)
  const colleagues = await responsibleColleagues(act)
  return {
    checked,
    rows,
    counts: countsOf(rows),
    coordinators: coordinatorNames(rows, choices, colleagues, ownAccount(act, colleagues)),
    colleagues,
    identities,
  }
}

/** Coordinators, and the actor: a lead may take people upon themself. */
async function responsibleColleagues(act: Acting): Promise<Colleague[]> {
  const all = await listColleagues(act, ['coordinator', 'lead'])
  return all.filter(({ id, roles }) => roles.includes('coordinator') || id === act.actor.accountId)
}

/** Rows that name nobody go to the coordinator who brings them. A lead says whose they are, unless there is only one to be. */
function ownAccount({ actor }: Acting, colleagues: readonly Colleague[]): string | null {
  if (actor.role === 'coordinator') return actor.accountId
  const [only, second] = colleagues.filter(({ roles }) => roles.includes('coordinator'))
  return only !== undefined && second === undefined ? only.id : null
}

async function knownRows(act: Acting, { rows }: CheckedFile) {
  const asked = rows.filter(({ state }) => state === 'create' || state === 'doubtful')
  const matches = await findKnown(
    act,
    asked.map(({ values }) => identityOf(values, null)),
  )
  const found = new Set([...matches.values()].flatMap((list) => list.map(({ personId }) => personId)))
  const identities = await readIdentities(act, [...found])
  const imported = await findImported(act, asked.map(fingerprintsOf))
  const known = new Map<number, Known>()
  for (const [place, { source, values }] of asked.entries()) {
    const likenesses = (matches.get(place) ?? []).flatMap((match): Known[] => {
      const kind = likenessTo(values, match, identities.get(match.personId))
      return kind === null ? [] : [{ kind, personId: match.personId }]
    })
    const best =
      likenesses.find(({ kind }) => kind === 'same') ??
      (imported.has(place) ? ({ kind: 'imported' } as const) : likenesses[0])
    if (best !== undefined) known.set(source.row, best)
  }
  return { known, identities }
}

/** A check takes a second for some thousand rows: the pages of one preview share it, for some minutes. */
class RecentChecks {
  readonly #checks = new Map<string, { key: string; checked: CheckedFile }>()
  readonly #most = 4
  readonly #minutes = 10

  /** @param version of the answers */
  async of(
    { id, version }: { id: string; version: number },
    { today }: Pick<Acting, 'today'>,
    choices: Choices,
    open: () => Promise<Spreadsheet | null>,
  ): Promise<CheckedFile | null> {
    const key = `${version} ${today}`
    const recent = this.#checks.get(id)
    if (recent?.key === key) return recent.checked
    const spreadsheet = await open()
    if (spreadsheet === null) return null
    const checked = checkCaseload(spreadsheet, { today, answers: choices.answers })
    this.keep({ id, version }, { today }, checked)
    return checked
  }

  keep(
    { id, version }: { id: string; version: number },
    { today }: Pick<Acting, 'today'>,
    checked: CheckedFile,
  ): void {
    const entry = { key: `${version} ${today}`, checked }
    this.#checks.delete(id)
    this.#checks.set(id, entry)
    const [oldest] = this.#checks.keys()
    if (this.#checks.size > this.#most && oldest !== undefined) this.#checks.delete(oldest)
    // Names do not stay in memory because somebody has closed a window.
    setTimeout(() => this.#checks.get(id) === entry && this.forget(id), this.#minutes * 60_000).unref()
  }

  forget(id: string): void {
    this.#checks.delete(id)
  }
}

export const recentChecks = new RecentChecks()
