/** What came after a training: which trials, told to whom, and that it proves nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type Asked, type House } from '../../tests/setup/house.ts'
import { communitiesRoom } from '../communities/room.ts'
import { day } from '../platform/day.ts'
import { noteAttendance } from './attendance.store.ts'
import { begunAfter, firstHeld } from './came-of.ts'
import { takeUpMethod, versionsOf } from './method.store.ts'
import { learningRoom } from './room.ts'
import { addSession, addTraining, signUp, signupsOf } from './training.store.ts'
import { addResult, addTrial, reportTrial, trialsOf } from './trial.store.ts'
import type { TrialState } from './trial.ts'

describe('what came after', () => {
  const session = (state: 'planned' | 'held' | 'cancelled', onDay: string) => ({ state, onDay: day(onDay) })

  test('is counted from the first day on which it was held, not from one that was agreed or cancelled', () => {
    expect(
      firstHeld([
        session('cancelled', '2026-01-01'),
        session('held', '2026-03-01'),
        session('held', '2026-02-01'),
        session('planned', '2026-01-05'),
      ]),
    ).toEqual(day('2026-02-01'))
    expect(firstHeld([session('planned', '2026-01-05')])).toBeNull()
  })

  test('is trials of its methods, by whichever wording, that began later and have begun', () => {
    const trial = (versionId: string, startsOn: string, state: TrialState = 'running') => ({
      versionId,
      startsOn: day(startsOn),
      state,
    })
    const after = [trial('a1', '2026-02-02'), trial('a2', '2026-05-01', 'stopped')]
    const all = [
      ...after,
      trial('a1', '2026-02-01'),
      trial('a1', '2026-01-01', 'ended'),
      trial('b1', '2026-03-01'),
      trial('a1', '2026-03-01', 'planned'),
    ]
    const versions = [
      { id: 'a1', methodId: 'a' },
      { id: 'a2', methodId: 'a' },
      { id: 'b1', methodId: 'b' },
    ]
    expect(begunAfter(day('2026-02-01'), all, { methodIds: ['a'], versions })).toEqual(after)
  })
})

describe('on the page of a training', () => {
  let house: House
  let seeded: SeededCommunities
  let path: string
  beforeAll(async () => {
    house = await openHouse({ rooms: [communitiesRoom, learningRoom] })
    seeded = await seedCommunities(house)
    house.clock.set('2026-10-01T08:00:00Z')
    const { developer } = house.organisation.accounts
    const versionId = await house.act('developer', async (act) => {
      await takeUpMethod(act, {
        from: { card: 'fi-akilta', number: 1 },
        origin: 'other',
        originNote: 'Lugesime kaardilt.',
        observationIds: [],
        why: 'Sobib meile.',
      })
      return (await versionsOf(act))[0]?.id ?? ''
    })
    await house.act('developer', async (act) => {
      const id = await addTraining(act, {
        title: 'Lahtine tuba',
        forWhom: 'communities',
        programme: 'Räägime lahtisest toast.',
        materials: 'Loe https://naide.ee/leht.',
        versionIds: [versionId],
      })
      path = `/trainings/${id}`
      const onDay = act.today
      const session = await addSession(act, id, {
        onDay,
        fromTime: '17:00',
        untilTime: '19:00',
        place: 'Maja',
        seats: null,
      })
      await signUp(act, { id: session, trainingId: id, onDay, fromTime: '', untilTime: '', place: '', seats: null, state: 'planned' }) // prettier-ignore
      await noteAttendance(
        act,
        { id: session },
        new Map((await signupsOf(act, session)).map((one) => [one.id, true])),
      )
    })
    house.clock.set('2026-11-23T08:00:00Z')
    const tried = (community: { id: string }, about: string, facilitatorId: string | null) =>
      house.act('developer', async (act) => {
        const communityId = community.id
        const id = await addTrial(
          act,
          { communityId, about },
          {
            versionId,
            adaptationId: null,
            actionId: null,
            facilitatorId,
            startsOn: day('2026-10-20'),
            followUpOn: null,
          },
        )
        const trial = (await trialsOf(act)).find((one) => one.id === id)
        if (!trial) throw new Error('the trial is not there')
        await reportTrial(act, trial, {
          adaptationId: null,
          startsOn: trial.startsOn,
          endsOn: null,
          state: 'running',
          eligible: 12,
          reached: 7,
          asked: null,
          tookPart: null,
          fidelity: 'kept',
          happened: '',
          unwanted: '',
          hoursQuarters: null,
          costCents: null,
          followUpOn: null,
        })
        await addResult(act, trial, {
          kind: 'change',
          what: 'Käiakse üksteisel külas.',
          count: 4,
          outOf: 7,
          seenOn: day('2026-11-20'),
          howKnown: 'Vestlusringist.',
        })
      })
    await tried(seeded.mine, 'Kuusiku külaselts', developer.id)
    await tried(seeded.others, 'Tamme jalgrattaklubi', null)
  })
  afterAll(() => house.close())

  const read = async (as: Asked['as']) => textOf(await (await house.request(path, { as })).text())
  const proof = 'See ei tõesta, et muutus tuli koolitusest'

  test('each trial stands with its counts, and with that this proves nothing', async () => {
    const text = await read('developer')
    for (const what of [
      'Kuusiku külaselts',
      'Tamme jalgrattaklubi',
      '7 inimest 12-st',
      'muutus: 4 (7-st)',
      proof,
    ])
      expect(text).toContain(what)
    expect(text.match(/juhtis keegi, kes oli koolitusel/g)).toHaveLength(1)
  })

  test('whoever coordinates mobilities sees the trials, and not who was where', async () => {
    const text = await read('mobility_lead')
    expect(text).toContain('Tamme jalgrattaklubi')
    expect(text).not.toContain('juhtis keegi')
  })

  test('a contact person is told of their own community alone, and not who led it', async () => {
    const text = await read('host')
    expect(text).toContain('Kuusiku külaselts')
    expect(text).not.toContain('Tamme jalgrattaklubi')
    expect(text).not.toContain('juhtis keegi')
  })

  test('those who see no trials are told nothing of them', async () => {
    for (const as of ['coordinator', 'supporter'] as const) {
      const text = await read(as)
      for (const what of ['Kuusiku külaselts', 'Tamme jalgrattaklubi', 'Mis järgnes'])
        expect(text).not.toContain(what)
    }
  })

  test('an address among the materials leads there', async () => {
    const html = await (await house.request(path, { as: 'host' })).text()
    expect(html).toContain(
      '<a href="https://naide.ee/leht" rel="noopener noreferrer">https://naide.ee/leht</a>.',
    )
  })
})
