import { describe, expect, test } from 'vitest'
import { Temporal, day } from '../platform/day.ts'
import { smsLength } from '../platform/sms.length.ts'
import { fullLocales } from '../platform/words.ts'
import { escalationRules } from './escalation.content.ts'
import { urgentMail, urgentSms } from './telling.ts'
import { tellingsOf, toldKey, urgentKinds, type Telling, type UrgentTask } from './urgent.ts'

const rules = escalationRules()
const at = (time: string, date = '2026-11-24') => Temporal.Instant.from(`${date}T${time}:00Z`)

/** Asked at ten in the morning in Estonia, promised for two in the afternoon. */
const asked: UrgentTask = {
  id: 't',
  kind: 'help',
  dueOn: day('2026-11-24'),
  dueAt: at('12:00'),
  ownerId: 'kadri',
  escalatedTo: null,
  escalatedWhy: null,
}
const house = {
  now: at('08:00'),
  timeZone: 'Europe/Tallinn',
  away: new Map<string, { substituteId: string | null }>(),
  leads: ['juht'],
  withPhone: new Set<string>(),
}
const short = ({ accountId, what, channel }: Telling) => `${accountId} ${what} ${channel}`
const tell = (
  given: Partial<typeof house> = {},
  task: Partial<UrgentTask> = {},
  told: readonly Telling[] = [],
) => tellingsOf(rules, [{ ...asked, ...task }], { ...house, ...given }, new Set(told.map(toldKey)))

describe('somebody who asks to be called', () => {
  test('is what is urgent, by the content', () => {
    expect(urgentKinds(rules)).toEqual(['help'])
  })

  test('is told of at once to the owner, by SMS too where a number was given', () => {
    expect(tell().map(short)).toEqual(['kadri asked mail'])
    expect(tell({ withPhone: new Set(['kadri']) }).map(short)).toEqual([
      'kadri asked mail',
      'kadri asked sms',
    ])
  })

  test('is told of once at each stage: when they ask, an hour before the time, and to the lead after it', () => {
    const first = tell()
    expect(tell({}, {}, first)).toEqual([])
    expect(tell({ now: at('10:59') }, {}, first)).toEqual([])
    const second = tell({ now: at('11:00') }, {}, first)
    expect(second.map(short)).toEqual(['kadri soon mail'])
    const up = { escalatedTo: 'lead', escalatedWhy: 'limit' } as const
    const third = tell({ now: at('12:01') }, up, [...first, ...second])
    expect(third.map(short)).toEqual(['juht late mail'])
    expect(tell({ now: at('15:00') }, up, [...first, ...second, ...third])).toEqual([])
  })

  test('is told of in the latest words only, after a server was off', () => {
    expect(tell({ now: at('11:30') }).map(short)).toEqual(['kadri soon mail'])
  })

  test('is told of to whoever stands in, who is told why', () => {
    const away = new Map([['kadri', { substituteId: 'mari' }]])
    expect(tell({ away })).toMatchObject([{ accountId: 'mari', what: 'asked', instead: true }])
  })

  test.each([
    ['nobody stands in', 'kadri', [['kadri', null]], ['juht']],
    ['it is nobody’s', null, [], ['juht']],
    [
      'the lead is away too',
      'kadri',
      [
        ['kadri', null],
        ['juht', null],
      ],
      ['kadri', 'juht'],
    ],
  ] as const)('is told of to somebody also where %s', (_, ownerId, absences, reached) => {
    const away = new Map(absences.map(([id, substituteId]) => [id, { substituteId }]))
    const first = tell({ away }, { ownerId })
    expect(first.map(({ accountId }) => accountId)).toEqual(reached)
    // That it goes up because nobody is here is no news any more.
    const up = { ownerId, escalatedTo: 'lead', escalatedWhy: 'absent' } as const
    expect(tell({ away }, up, first)).toEqual([])
  })

  test('wakes nobody: an SMS waits for the morning, a mail does not', () => {
    const night = { now: at('21:30', '2026-11-23'), withPhone: new Set(['kadri']) }
    const morning = { dueAt: at('08:00') }
    const first = tell(night, morning)
    expect(first.map(short)).toEqual(['kadri asked mail'])
    expect(tell({ ...night, now: at('04:59') }, morning, first)).toEqual([])
    expect(tell({ ...night, now: at('05:00') }, morning, first).map(short)).toEqual(['kadri asked sms'])
  })
})

describe('an urgent message', () => {
  const place = { url: 'https://tugevus.vabakogukond.ee', timeZone: 'Europe/Tallinn' }
  const news = { what: 'soon', instead: true, dueAt: at('12:40') } as const

  test('says until when we promised, in the time of the organisation', () => {
    expect(urgentMail('et', news, place)).toMatchObject({
      subject: 'Tugevus: palutakse helistada, aeg hakkab täis saama',
      text: expect.stringContaining(`Keegi palus endale helistada ja ootab veel.

Kolleeg, kelle hooleks see on, on ära. Palun helista sina.

Lubasime helistada hiljemalt: teisipäev, 24. november, kell\u00a014.40.

Vaata, kellele helistada:
https://tugevus.vabakogukond.ee/day`),
    })
    expect(urgentSms('et', news, place)).toBe(
      'Tugevus: keegi palus endale helistada ja ootab veel. Lubatud hiljemalt 24.11.2026 kell 14.40. https://tugevus.vabakogukond.ee/day',
    )
  })

  test('is one SMS where the alphabet is Latin, two at most in Russian', () => {
    const parts = fullLocales.map((locale) => [
      locale,
      Math.max(
        ...(['asked', 'soon', 'late'] as const).map(
          (what) => smsLength(urgentSms(locale, { ...news, what }, place)).parts,
        ),
      ),
    ])
    expect(Object.fromEntries(parts)).toEqual({ et: 1, en: 1, ru: 2 })
  })
})
