/** The trainings of the invented organisation: one that was held, with who was there, and one to come, where somebody waits. */
import { noteAttendance } from '../learning/attendance.store.ts'
import { giveEvaluation } from '../learning/evaluation.store.ts'
import { trainingFrom, readyProgrammes } from '../learning/training.content.ts'
import { addSession, addTraining, sessionsOf, signUp, signupsOf } from '../learning/training.store.ts'
import type { TrainingSession } from '../learning/training.ts'
import { methodsOf, versionsOf } from '../learning/method.store.ts'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import type { Ground } from '../platform/ground.ts'
import { atMoment, type Colleague } from './invented.history.ts'

type Coming = Colleague & { role: Role }

export async function inventTrainings(
  ground: Ground,
  place: { organisationId: string; timeZone: string },
  developer: Colleague,
  coming: readonly Coming[],
): Promise<void> {
  const as = (days: number, { accountId, role }: Coming, work: (act: Acting) => Promise<unknown>) =>
    withActor(
      atMoment(ground, ground.clock.now().subtract({ hours: days * 24 })),
      { ...place, accountId, role },
      work,
    )
  const holder: Coming = { ...developer, role: 'developer' }
  const agreed: { session: TrainingSession; days: number }[] = []
  await as(60, holder, async (act) => {
    for (const { key, inDays, seats } of [
      { key: 'welcoming', inDays: 20, seats: 12 },
      { key: 'somebody-drinks', inDays: 72, seats: 3 },
    ]) {
      const ready = readyProgrammes().find((one) => one.key === key)
      if (!ready) throw new Error(`there is no ready programme ${key}`)
      const id = await addTraining(act, {
        ...trainingFrom('et', ready),
        versionIds: key === 'welcoming' ? await wordingsOf(act, 'fi-akilta') : [],
      })
      await addSession(act, id, {
        onDay: act.today.add({ days: inDays }),
        fromTime: '17:00',
        untilTime: '19:15',
        place: 'Rukkivälja külamaja',
        seats,
      })
      const [session] = await sessionsOf(act, id)
      if (session) agreed.push({ session, days: inDays })
    }
  })
  for (const { session, days } of agreed) {
    for (const one of coming) await as(50, one, (act) => signUp(act, session))
    if (days > 60) continue
    for (const [number, one] of coming.entries())
      await as(49, one, (act) =>
        giveEvaluation(act, session, { confidence: 3 + (number % 3), useful: null, used: null }),
      )
    // Everybody came but the last one.
    await as(60 - days, holder, async (act) => {
      const signups = await signupsOf(act, session.id)
      const last = signups.at(-1)
      await noteAttendance(act, session, new Map(signups.map((one) => [one.id, one !== last])))
    })
    const held: TrainingSession = { ...session, state: 'held' }
    // One of those who were there does not answer, and whoever was not there is not asked.
    for (const [number, one] of coming.slice(1).entries())
      await as(58 - days, one, (act) =>
        giveEvaluation(act, held, { confidence: 6 + (number % 3), useful: 4 + (number % 2), used: null }),
      )
  }
}

async function wordingsOf(act: Acting, card: string): Promise<string[]> {
  const method = (await methodsOf(act)).find((one) => one.card === card)
  const [newest] = method ? await versionsOf(act, method.id) : []
  return newest ? [newest.id] : []
}
