/** The trainings of the invented organisation: one that was held, with who was there, and one to come, where somebody waits; both for its first community. */
import { listPlaces } from '../communities/place.store.ts'
import { actionsOf } from '../communities/plan.store.ts'
import { noteAttendance } from '../learning/attendance.store.ts'
import { askedOf, giveEvaluation } from '../learning/evaluation.store.ts'
import { linkSession } from '../learning/session-for.store.ts'
import { trainingFrom, readyProgrammes } from '../learning/training.content.ts'
import { addSession, addTraining, sessionsOf, signUp, signupsOf } from '../learning/training.store.ts'
import type { TrainingSession } from '../learning/training.ts'
import { methodsOf, versionsOf } from '../learning/method.store.ts'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import { atMoment, type Colleague } from './invented.history.ts'

type Coming = Colleague & { role: Role }

/** Days ago, and days from then on. What is taught, and for which action and place of the first community it is. */
const invented = [
  {
    key: 'welcoming',
    agreed: 90,
    inDays: 10,
    seats: 12,
    cards: ['fi-akilta', 'no-recoveryverksted'],
    action: 'Vestlusring külamajas',
    place: 'Puutöökoda',
  },
  {
    key: 'somebody-drinks',
    agreed: 60,
    inDays: 72,
    seats: 3,
    cards: [],
    action: 'Küsime koos, mida veel teada tahetakse',
    place: 'Tuba peres',
  },
] as const

export async function inventTrainings(
  ground: Ground,
  place: { organisationId: string; timeZone: string },
  developer: Colleague,
  coming: readonly Coming[],
  communityId: string,
): Promise<void> {
  const as = <T>(days: number, { accountId, role }: Coming, work: (act: Acting) => Promise<T>) =>
    withActor(
      atMoment(ground, ground.clock.now().subtract({ hours: days * 24 })),
      { ...place, accountId, role },
      work,
    )
  const holder: Coming = { ...developer, role: 'developer' }
  for (const { key, agreed, inDays, seats, cards, ...linked } of invented) {
    const ready = readyProgrammes().find((one) => one.key === key)
    if (!ready) throw new Error(`there is no ready programme ${key}`)
    const session = await as(agreed, holder, async (act) => {
      const id = await addTraining(act, {
        ...trainingFrom('et', ready),
        versionIds: await wordingsOf(act, cards),
      })
      await addSession(act, id, {
        onDay: act.today.add({ days: inDays }),
        fromTime: '17:00',
        untilTime: '19:15',
        place: 'Rukkivälja külamaja',
        seats,
      })
      const [made] = await sessionsOf(act, id)
      if (!made) throw new Error('the day of a training is not there')
      const actions = await actionsOf(act, { communityId })
      const places = await listPlaces(act, communityId)
      await linkSession(act, made.id, {
        communityId,
        actionId: actions.find(({ title }) => title === linked.action)?.id ?? null,
        placeId: places.find(({ title }) => title === linked.place)?.id ?? null,
      })
      return made
    })
    for (const one of coming) await as(agreed - 5, one, (act) => signUp(act, session))
    const held = agreed - inDays
    if (held > 0) await hold(as, { session, held }, holder, coming)
  }
}

/** Everybody came but the last one; one of those who were there does not answer, and whoever was not there is not asked. */
async function hold(
  as: <T>(days: number, who: Coming, work: (act: Acting) => Promise<T>) => Promise<T>,
  { session, held }: { session: TrainingSession; held: number },
  holder: Coming,
  coming: readonly Coming[],
): Promise<void> {
  for (const [number, one] of coming.entries())
    await as(held + 1, one, async (act) =>
      giveEvaluation(act, session, {
        ...(await sure(act, session, 3 + (number % 3))),
        useful: null,
        used: null,
      }),
    )
  await as(held, holder, async (act) => {
    const signups = await signupsOf(act, session.id)
    const last = signups.at(-1)
    await noteAttendance(act, session, new Map(signups.map((one) => [one.id, one !== last])))
  })
  const after: TrainingSession = { ...session, state: 'held' }
  for (const [number, one] of coming.slice(1).entries())
    await as(held - 2, one, async (act) =>
      giveEvaluation(act, after, {
        ...(await sure(act, after, 6 + (number % 3))),
        useful: 4 + (number % 2),
        used: null,
      }),
    )
}

/** How sure somebody is of whatever they are asked about; of the second method a little less. */
async function sure(act: Acting, session: TrainingSession, confidence: number) {
  const asked = await askedOf(act, session)
  return {
    confidence: asked?.whole ? confidence : null,
    methods: (asked?.versionIds ?? []).map((versionId, place) => ({
      versionId,
      confidence: confidence - place,
    })),
  }
}

async function wordingsOf(act: Acting, cards: readonly string[]): Promise<string[]> {
  const methods = await methodsOf(act)
  const versions = await versionsOf(act)
  return cards.flatMap((card) => {
    const method = methods.find((one) => one.card === card)
    return versions.find(({ methodId }) => methodId === method?.id)?.id ?? []
  })
}
