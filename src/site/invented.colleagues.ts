/** What goes on among the invented colleagues: one is on holiday and the first stands in, another offers the first some people. */
import { sayAway } from '../access/absence.store.ts'
import { settleCovers } from '../people/cover.store.ts'
import { offerMove } from '../people/move.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import { listCaseload } from '../support/caseload.store.ts'
import { atMoment, type Colleague } from './invented.history.ts'

const hours = 24

export async function inventColleagues(
  ground: Ground,
  place: { organisationId: string; timeZone: string },
  coordinators: readonly Colleague[],
): Promise<void> {
  const [first, second, third] = coordinators
  if (!first || !second || !third) throw new Error('the invented organisation has three coordinators')
  const ago = (days: number, one: Colleague, work: (act: Acting) => Promise<unknown>) =>
    withActor(
      atMoment(ground, ground.clock.now().subtract({ hours: days * hours })),
      { ...place, accountId: one.accountId, role: 'coordinator' },
      work,
    )
  await ago(3, third, async (act) => {
    const from = act.today.add({ days: 1 })
    await sayAway(act, {
      accountId: third.accountId,
      from,
      until: from.add({ days: 9 }),
      substituteId: first.accountId,
    })
    await settleCovers(act)
  })
  await ago(1, second, async (act) => {
    const people = (await listCaseload(act)).filter(({ state }) => state === 'active').slice(0, 3)
    await offerMove(act, {
      toId: first.accountId,
      note: 'Nad elavad sinu kandis, mul on tee pikk.',
      people: people.map(({ personId, code, municipality, language, state, leftOn, openTasks }) => ({
        personId,
        fromId: second.accountId,
        code,
        municipality,
        language,
        pathState: state,
        leftOn,
        openTasks: openTasks.length,
      })),
    })
  })
}
