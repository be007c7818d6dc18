/** Enters the rows of a plan that are in order: people, pathways, what they are recognised by when they come again. */
import { readSettings } from '../access/organisation.store.ts'
import { addPeople } from '../people/person.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Temporal } from '../platform/day.ts'
import { firstContacts } from './first-contact.ts'
import { rememberImported } from './import-row.store.ts'
import { newcomer, startingPathway } from './import.people.ts'
import type { Plan } from './import.plan.ts'
import type { ImportResult } from './import.store.ts'
import { fingerprintsOf } from './import.ts'
import { enterPathways } from './pathway.store.ts'

/** A row names a coordinator whose account nobody has told. */
export class UnknownCoordinatorError extends Error {
  override name = 'UnknownCoordinatorError'
}

/**
 * How many people are entered between two notes of progress: as many as the stores put into one statement, since row-level security works
 * out for each statement anew whom the actor sees.
 */
const step = 500

/**
 * All of them in the actor's one transaction: what goes wrong with the last person takes back the first.
 *
 * @param progress told how many are in
 * @throws UnknownCoordinatorError
 */
export async function enterRows(
  act: Acting,
  plan: Plan,
  progress: (done: number, total: number) => Promise<void>,
): Promise<ImportResult> {
  const { locale } = await readSettings(act)
  const accounts = new Map(plan.coordinators.map(({ name, accountId }) => [name, accountId]))
  const newcomers = plan.rows
    .filter(({ fate }) => fate === 'enter')
    .map(({ checked }) => {
      const coordinatorId = accounts.get(checked.values.coordinator ?? '') ?? null
      if (coordinatorId === null) throw new UnknownCoordinatorError()
      return newcomer(checked, plan.checked, { coordinatorId, language: locale })
    })
  const days = firstContacts(
    act.today,
    newcomers.map(({ leftOn, person }) => ({ leftOn, coordinatorId: person.coordinatorId })),
  )
  const subjects: Buffer[] = []
  for (let at = 0; at < newcomers.length; at += step) {
    await progress(at, newcomers.length)
    const some = newcomers.slice(at, at + step)
    const people = await addPeople(
      act,
      some.map(({ person }) => person),
    )
    const entered = some.flatMap((one, place) => {
      const person = people[place]
      return person === undefined
        ? []
        : [{ ...one, id: person.id, firstContactOn: days[at + place] ?? act.today }]
    })
    await enterPathways(
      act,
      entered.map(({ id, leftOn, agreed, person, firstContactOn }) => ({
        personId: id,
        pathway: startingPathway,
        leftOn,
        agreed,
        coordinatorId: person.coordinatorId,
        firstContactOn,
      })),
    )
    await rememberImported(
      act,
      entered.map(({ id, checked }) => ({ personId: id, fingerprints: fingerprintsOf(checked) })),
    )
    subjects.push(...people.map(({ auditSubject }) => auditSubject))
  }
  const { counts } = plan
  await act.audit(
    'import',
    'support.import',
    subjects,
    `created ${subjects.length}, known ${counts.known}, doubtful ${counts.doubtful}`,
  )
  const sorted = days.toSorted((a, b) => Temporal.PlainDate.compare(a, b))
  const [from, to] = [sorted[0], sorted.at(-1)]
  return {
    created: newcomers.length,
    toBeAsked: newcomers.filter(({ agreed }) => agreed === null).length,
    toColleagues: newcomers.filter(({ person }) => person.coordinatorId !== act.actor.accountId).length,
    doubtful: counts.doubtful,
    duplicates: counts.duplicate,
    known: counts.known,
    leftOut: counts['left-out'],
    talks: from && to ? { from, to } : null,
  }
}
