import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { putOneOnPath, type OnPath } from '../../tests/setup/on-path.ts'
import { createAccount } from '../access/account.store.ts'
import { giveAccount, type Person } from '../people/person.store.ts'
import { grantSight } from '../people/sight.store.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import type { DayItem } from '../platform/room.ts'
import { fullLocales, type Locale } from '../platform/words.ts'
import { answerCheckin } from './checkin.store.ts'
import type { CheckinAnswers } from './checkin.ts'
import { recordContact } from './contact.store.ts'
import { catchUp } from './daily.store.ts'
import { changeRhythm } from './pathway.store.ts'
import { supportContent } from './support.content.ts'
import { supportDay } from './support.day.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ at: '2026-11-02T08:00:00Z' })
})
afterAll(() => house.close())
beforeEach(() => on('2026-11-02'))

const on = (date: string, time = '08:00') => house.clock.set(`${date}T${time}:00Z`)
const run = () => house.act('system', (act) => catchUp(act, supportContent().pathways))
const silent: CheckinAnswers = {
  wellbeing: null,
  confidence: null,
  callMe: null,
  words: null,
  use: null,
  craving: null,
  riskySituation: null,
  support: null,
  work: null,
  housing: null,
}

async function dayOf(person: Person, locale: Locale = 'et', as: Role = 'coordinator'): Promise<DayItem[]> {
  const items = await house.act(as, (act) => supportDay(act, locale))
  return items.filter(({ personId }) => personId === person.id)
}
const onlyItem = async (person: Person, locale: Locale = 'et') => {
  const [item, ...others] = await dayOf(person, locale)
  expect(others).toEqual([])
  if (!item) throw new Error('there is nothing to do')
  return item
}

let number = 0
async function withAccount(path: OnPath): Promise<{ person: Person; self: TestAccount }> {
  const person = await putOneOnPath(house, path)
  number += 1
  const email = `paev-${number}@esimene.test`
  const id = await house.act('system', (act) =>
    createAccount(act, {
      name: person.code,
      ownName: 'Inimene',
      email,
      roles: ['participant'],
      locale: 'et',
    }),
  )
  await house.act('coordinator', (act) => giveAccount(act, person.id, id))
  return {
    person,
    self: { id, name: person.code, email, role: 'participant', organisationId: house.organisation.id },
  }
}
const far = { firstContactOn: '2026-12-30' }

describe('my day', () => {
  test('begins with whoever asked for help, in their own words, with what was promised', async () => {
    const { person, self } = await withAccount({ leftOn: '2026-10-20', ...far })
    on('2026-11-23', '04:40')
    await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...silent, callMe: true, words: 'Kas keegi saaks täna helistada?' },
      }),
    )
    on('2026-11-23', '07:00')
    const item = await onlyItem(person)
    expect(item).toMatchObject({
      group: 'asked',
      text: 'Kas keegi saaks täna helistada?',
      said: true,
      action: { label: 'Helista', href: `/people/${person.code}/contact` },
    })
    expect(item.sub).toMatch(/^Palus täna kell 0?6[:.]40\. Lubasime helistada täna kella 10[:.]00-ks\.$/)
    on('2026-11-23', '08:01')
    expect((await onlyItem(person)).sub).toContain('See aeg on möödas.')
    expect((await onlyItem(person, 'ru')).sub).toContain('Мы обещали позвонить сегодня до')
    expect((await onlyItem(person, 'en')).sub).toContain('We promised to call today by')
  })

  test('tells of silence what went by, when you last spoke and what was tried', async () => {
    const person = await putOneOnPath(house, { leftOn: '2026-10-30', ...far })
    const call = { personId: person.id, way: 'call' as const, what: 'Rääkisime tööst.' }
    await house.act('coordinator', (act) => recordContact(act, { ...call, onDay: act.today, reached: true }))
    on('2026-11-22')
    await run()
    const item = await onlyItem(person)
    expect(item).toMatchObject({
      group: 'silent',
      text: 'Üks märguanne jäi tulemata. Viimati rääkisite 2. novembril.',
      action: { label: 'Helista', href: `/people/${person.code}/contact` },
    })
    expect(item.sub).toBeUndefined()
    await house.act('coordinator', (act) => recordContact(act, { ...call, onDay: act.today, reached: false }))
    expect((await onlyItem(person)).sub).toBe('Proovitud üks kord, täna.')
    expect((await onlyItem(person, 'en')).text).toBe(
      'One check-in did not come. You last spoke on 2 November.',
    )
    expect((await onlyItem(person, 'ru')).text).toBe(
      'Один отклик не пришёл. Последний разговор был 2 ноября.',
    )
    await house.act('coordinator', (act) => recordContact(act, { ...call, onDay: act.today, reached: true }))
    expect(await dayOf(person)).toEqual([])
  })

  test('tells of a check-up that was not held, and when it was to be', async () => {
    const person = await putOneOnPath(house, { leftOn: '2026-09-30', firstContactOn: '2026-11-03' })
    await house.act('coordinator', (act) => changeRhythm(act, person.id, 'none'))
    on('2026-11-17')
    await run()
    expect((await onlyItem(person)).text).toBe('Vestlus 3. novembril jäi pidamata. Rääkinud te veel ei ole.')
  })

  test('shows a check-up within the week with its day, then today, then until when there is time', async () => {
    const person = await putOneOnPath(house, { leftOn: '2026-09-01', firstContactOn: '2026-11-25' })
    await house.act('coordinator', (act) => changeRhythm(act, person.id, 'none'))
    on('2026-11-17')
    await run()
    expect(await dayOf(person)).toEqual([])
    on('2026-11-18')
    await run()
    expect(await onlyItem(person)).toMatchObject({
      group: 'week',
      text: 'Esimene jätkuvestlus. Rehabilitatsioonist lahkus 2 kuud tagasi.',
      dueOn: day('2026-11-25'),
      action: { label: 'Ava vestlus', href: `/people/${person.code}/checkup` },
    })
    expect((await onlyItem(person)).when).toContain('25. nov')
    on('2026-11-25')
    const today = await onlyItem(person)
    expect(today.group).toBe('today')
    expect(today.sub).toBeUndefined()
    on('2026-11-26')
    expect(await onlyItem(person)).toMatchObject({
      group: 'today',
      sub: 'Oli kavas 25. novembril, aega on 8. detsembrini.',
    })
    expect((await onlyItem(person, 'en')).sub).toBe(
      'It was due on 25 November; there is time until 8 December.',
    )
    expect((await onlyItem(person, 'ru')).sub).toBe(
      'Планировалась 25 ноября, время есть до 8 декабря включительно.',
    )
  })

  test('shows whom to ask, and by nothing else', async () => {
    const person = await putOneOnPath(house, {
      leftOn: '2024-06-10',
      agreed: false,
      firstContactOn: '2026-11-06',
    })
    expect(await onlyItem(person)).toMatchObject({
      group: 'week',
      text: 'Küsi, kas jätkutugi sobib. Rehabilitatsioonist lahkus 2 aastat tagasi.',
      action: { label: 'Küsi', href: `/people/${person.code}/ask` },
    })
  })

  test('shows what nobody has read yet, until when it was promised', async () => {
    const { person, self } = await withAccount({ leftOn: '2026-10-20', ...far })
    on('2026-11-20')
    await house.act(self, (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...silent, wellbeing: 6, confidence: 4 },
      }),
    )
    on('2026-11-21')
    expect(await onlyItem(person)).toMatchObject({
      group: 'waiting',
      text: 'Saatis märguande: enesetunne 6, kindlus 4.',
      said: false,
      action: { label: 'Loe', href: `/people/${person.code}#answers` },
    })
    expect((await onlyItem(person)).sub).toMatch(
      /^Saatis eile kell 10[:.]00\. Lubasime lugeda hiljemalt 23\. novembril\.$/,
    )
  })

  test('of the lead shows everybody, of a supporter those beside whom they stand, of others nobody', async () => {
    const person = await putOneOnPath(house, { leftOn: '2026-10-30', ...far })
    const { supporter } = house.organisation.accounts
    on('2026-11-23')
    await run()
    expect(await dayOf(person, 'et', 'lead')).toHaveLength(1)
    expect(await dayOf(person, 'et', 'supporter')).toEqual([])
    await house.act('coordinator', (act) =>
      grantSight(act, {
        personId: person.id,
        accountId: supporter.id,
        role: 'supporter',
        categories: ['identity', 'path'],
        reason: 'supporter',
      }),
    )
    expect(await dayOf(person, 'et', 'supporter')).toMatchObject([{ group: 'silent' }])
    for (const role of ['participant', 'developer', 'host', 'officer', 'admin'] as const) {
      expect(await house.act(role, (act) => supportDay(act, 'et'))).toEqual([])
    }
    const stranger = house.other.accounts.lead
    expect(await house.act(stranger, (act) => supportDay(act, 'et'))).toEqual([])
  })

  test('has a sentence for everything in every language', async () => {
    on('2027-11-23')
    await run()
    for (const locale of fullLocales) {
      const items = await house.act('lead', (act) => supportDay(act, locale))
      expect(items.length).toBeGreaterThan(3)
      for (const { text, sub, action } of items) {
        for (const part of [text, sub ?? '.', action.label])
          expect(part).not.toMatch(/undefined|null|NaN|^$|!/)
      }
    }
  })
})
