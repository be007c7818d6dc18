/** People on a pathway, for tests: entered as the coordinator of the house would. */
import { addPeople, type Person } from '../../src/people/person.store.ts'
import { day, type Day } from '../../src/platform/day.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import type { House } from './house.ts'

export type OnPath = {
  leftOn?: string
  /** False: is still to be asked. */
  agreed?: boolean
  pathway?: 'adaptive' | 'fixed'
  firstContactOn?: string
}

/** Enters people today, the first organisation's if not told otherwise; the first contact is on the same day, too. */
export async function putOnPath(
  house: House,
  list: readonly OnPath[],
  coordinator = house.organisation.accounts.coordinator,
): Promise<Person[]> {
  const coordinatorId = coordinator.id
  return house.act(coordinator, async (act) => {
    const people = await addPeople(
      act,
      list.map((_, place) => ({
        identity: { name: `Inimene ${place + 1}`, phones: [], email: null, birthDate: null, remarks: null },
        municipality: null,
        language: 'et' as const,
        coordinatorId,
      })),
    )
    const dayOr = (text: string | undefined, other: Day) => (text === undefined ? other : day(text))
    await enterPathways(
      act,
      people.map(({ id }, place) => {
        const { leftOn, agreed = true, pathway = 'adaptive', firstContactOn } = list[place] ?? {}
        return {
          personId: id,
          pathway,
          leftOn: dayOr(leftOn, act.today),
          agreed: agreed ? { on: act.today, how: 'suuliselt' } : null,
          coordinatorId,
          firstContactOn: dayOr(firstContactOn, act.today),
        }
      }),
    )
    return people
  })
}

export async function putOneOnPath(house: House, one: OnPath = {}): Promise<Person> {
  const [person] = await putOnPath(house, [one])
  if (!person) throw new Error('nobody was entered')
  return person
}
