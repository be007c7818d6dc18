import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Away } from '../access/absence.ts'
import { day } from '../platform/day.ts'
import { fullLocales } from '../platform/words.ts'
import { digestsOf, isDue, isMorning, waitingOrder, type HeldTask } from './digest.ts'
import { digestWords } from './digest.words.ts'
import { loadEscalation } from './escalation.content.ts'
import { holdersOf, isOthersTurn, isRaised, presentLeads } from './escalation.ts'
import { searchSteps, taskKinds } from './task.ts'
import { digestMail } from './telling.ts'

const today = day('2026-11-24')
const task = (given: Partial<HeldTask> = {}): HeldTask => ({
  personId: 'p',
  kind: 'silence',
  dueOn: today,
  ownerId: 'kadri',
  escalatedTo: null,
  step: null,
  ...given,
})
const nobody = new Map<string, Pick<Away, 'substituteId' | 'why'>>()
const house = {
  today,
  rules: loadEscalation(),
  away: nobody,
  leads: ['juht'],
  supporters: new Map([['p', ['toomas']]]),
}
const counts = (tasks: HeldTask[], given: Partial<typeof house> = {}) =>
  Object.fromEntries(
    [...digestsOf(tasks, { ...house, ...given })].map(([id, digest]) => [
      id,
      Object.fromEntries(digest.counts),
    ]),
  )

describe('the morning’s mail', () => {
  test('counts what waits by kind, for whom it waits', () => {
    expect(
      counts([
        task(),
        task({ personId: 'q' }),
        task({ kind: 'help', dueOn: today.subtract({ days: 1 }) }),
        task({ kind: 'read', ownerId: 'mari' }),
      ]),
    ).toEqual({ kadri: { silence: 2, help: 1 }, mari: { read: 1 } })
  })

  test('is silent about what begins later, and about what is nobody’s', () => {
    expect(counts([task({ dueOn: today.add({ days: 1 }) }), task({ ownerId: null })])).toEqual({})
  })

  test('tells the lead what has come up, once, also where it is the lead’s own', () => {
    const up = { escalatedTo: 'lead' } as const
    expect(counts([task(up)])).toEqual({ kadri: { silence: 1 }, juht: { raised: 1 } })
    expect(counts([task({ ...up, ownerId: 'juht' })])).toEqual({ juht: { silence: 1 } })
    expect(counts([task({ step: 'lead' })])).toEqual({ juht: { raised: 1 } })
  })

  test('tells a supporter only when it is their turn', () => {
    expect(counts([task()])).toEqual({ kadri: { silence: 1 } })
    expect(counts([task({ step: 'supporter' })])).toEqual({ toomas: { silence: 1 } })
    // Nobody else can be told.
    expect(counts([task({ step: 'supporter', personId: 'q' })])).toEqual({ kadri: { silence: 1 } })
    expect(counts([task({ step: 'trusted' })])).toEqual({ kadri: { silence: 1 } })
  })

  test('leaves out what a full day leaves for another one, unless it has gone up', () => {
    const silent = Array.from({ length: 9 }, (_, place) => task({ personId: `s${place}` }))
    const talks = Array.from({ length: 4 }, (_, place) => task({ personId: `t${place}`, kind: 'checkup' }))
    expect(counts([...silent, ...talks])).toEqual({ kadri: { silence: 9, checkup: 1 } })
    expect(counts([...silent, ...talks, task({ kind: 'checkup', escalatedTo: 'lead' })])).toEqual({
      kadri: { silence: 9, checkup: 2 },
      juht: { raised: 1 },
    })
  })

  test('goes to whoever stands in, and says so', () => {
    const away = new Map([['kadri', { substituteId: 'mari', why: 'said' as const }]])
    const digests = digestsOf([task(), task({ ownerId: 'mari', kind: 'read' })], { ...house, away })
    expect([...digests.keys()]).toEqual(['mari'])
    expect(digests.get('mari')).toEqual({
      counts: new Map([
        ['silence', 1],
        ['read', 1],
      ]),
      forOthers: true,
    })
    expect(digestsOf([task()], house).get('kadri')?.forOthers).toBe(false)
  })

  test('still goes to somebody whose absence nobody declared', () => {
    const away = new Map([['kadri', { substituteId: null, why: 'noticed' as const }]])
    expect(counts([task({ escalatedTo: 'lead' })], { away })).toEqual({
      juht: { raised: 1 },
      kadri: { silence: 1 },
    })
  })

  test('reaches exactly those who hold something, and those whose turn it is', () => {
    const who = fc.constantFrom('kadri', 'mari', 'juht', 'toomas')
    const one = fc.record({
      personId: fc.constantFrom('p', 'q'),
      kind: fc.constantFrom(...taskKinds),
      dueOn: fc.integer({ min: -3, max: 3 }).map((days) => today.add({ days })),
      ownerId: fc.option(who),
      escalatedTo: fc.constantFrom('lead' as const, null),
      step: fc.constantFrom(...searchSteps, null),
    })
    const absence = fc.tuple(
      who,
      fc.record({ substituteId: fc.option(who), why: fc.constant('said' as const) }),
    )
    fc.assert(
      fc.property(fc.array(one), fc.array(absence), (tasks, absences) => {
        const away = new Map(absences)
        const reached = new Set(digestsOf(tasks, { ...house, away }).keys())
        const holders = new Set(
          tasks
            .filter(({ dueOn }) => dueOn.until(today).days >= 0)
            .flatMap((each) => {
              const others = [
                ...(isRaised(each) ? presentLeads(house.leads, away) : []),
                ...(each.step === 'supporter' && each.personId === 'p' && !away.has('toomas')
                  ? ['toomas']
                  : []),
              ]
              const own = isOthersTurn(each) && others.length > 0 ? [] : holdersOf(each, { away, leads: [] })
              return [...others, ...own]
            }),
        )
        expect(reached).toEqual(holders)
      }),
    )
  })

  test('comes between seven and noon, and on a day off only for somebody who asked to be called', () => {
    expect([6, 7, 11, 12].map(isMorning)).toEqual([false, true, true, false])
    const silent = { counts: new Map([['silence', 2] as const]), forOthers: false }
    const asked = { counts: new Map([['help', 1] as const]), forOthers: false }
    expect([isDue(silent, today), isDue(asked, today)]).toEqual([true, true])
    const saturday = day('2026-11-28')
    expect([isDue(silent, saturday), isDue(asked, saturday)]).toEqual([false, true])
    expect(isDue({ counts: new Map(), forOthers: false }, today)).toBe(false)
  })

  test('is written in whole words, whom to call first', () => {
    const digest = {
      counts: new Map([
        ['read', 1],
        ['checkup', 2],
        ['help', 3],
      ] as const),
      forOthers: true,
    }
    expect(digestMail('et', digest, { url: 'https://tugevus.test' }).text).toContain(`Täna ootab sind:

– 3 inimest, kes palusid helistada
– 2 vestlust
– 1 vastus lugeda

Siin on ka kolleegi töö, keda sa asendad.

Ava minu päev:
https://tugevus.test/day`)
  })

  test('has a line for everything that can wait, for one and for many', () => {
    expect([...waitingOrder].sort()).toEqual(['raised', ...taskKinds].sort())
    for (const locale of fullLocales) {
      for (const what of waitingOrder) {
        for (const n of [1, 2, 5, 21]) expect(digestWords(locale).lines[what](n)).toContain(String(n))
      }
    }
  })
})
