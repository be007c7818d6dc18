/** The lead's view: what nobody else did comes up to her, first in her day and with the reason; she does it herself, and it is gone for all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseloadWords } from '../../src/desk/caseload.words.ts'
import { dayWords } from '../../src/desk/day.words.ts'
import { addPeople } from '../../src/people/person.store.ts'
import { contactWords } from '../../src/support/contact.words.ts'
import { aboutWords } from '../../src/support/about-person.words.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import { supportDayWords } from '../../src/support/support-day.words.ts'
import { openPlace, settle, type Home, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

describe.each<WalkLook>([
  { width: 390, locale: 'ru', scripts: false },
  { width: 1280, locale: 'et', scripts: true },
])('a lead at $width in $locale, JavaScript $scripts', (look) => {
  const { locale } = look
  let place: Place
  let home: Home
  let lead: Walk
  let codes: string[]

  beforeAll(async () => {
    place = await openPlace({ at: '2026-11-09T07:00:00Z' })
    home = await settle(place)
    place.personal.push('Marko', 'Kuusik', 'Liis', 'Pärtel', '5550')
    codes = await home.act(home.coordinator, async (act) => {
      const people = await addPeople(
        act,
        ['Marko Kuusik', 'Liis Pärtel'].map((name) => ({
          identity: { name, phones: ['+372 5550 2001'], email: null, birthDate: null, remarks: null },
          municipality: null,
          language: 'et' as const,
          coordinatorId: home.coordinator.id,
        })),
      )
      await enterPathways(
        act,
        people.map(({ id }) => ({
          personId: id,
          pathway: 'adaptive',
          leftOn: act.today.subtract({ days: 6 }),
          agreed: { on: act.today, how: 'suuliselt' },
          coordinatorId: home.coordinator.id,
          firstContactOn: act.today.add({ days: 21 }),
        })),
      )
      return people.map(({ code }) => code)
    })
    lead = await place.walk(look)
  })
  afterAll(() => place.close())

  test('sees what came up to her, and does it', { timeout: 120_000 }, async () => {
    // Due on Tuesday the 10th; silent from Friday on; nobody has done anything by Thursday of the next week.
    await place.until('2026-11-13T06:00:00Z')
    await lead.comeIn(home.lead.id, 'lead')
    await lead.go(`/day?lang=${locale}`)
    const say = dayWords(locale)
    expect(await lead.text()).not.toContain(say.groups.raised)
    await place.until('2026-11-19T06:00:00Z')
    await lead.comeIn(home.lead.id, 'lead')
    await lead.go('/day')
    expect(await lead.text()).toContain(say.groups.raised)
    expect(await lead.text()).toContain(say.notes.raised)
    expect(await lead.text()).toContain(supportDayWords(locale).raised.limit)
    expect(await lead.page.locator('#raised li.row').count()).toBe(2)
    await lead.look('lead-day')
    await lead.page.locator('nav.jump a[href="#raised"]').click()
    await lead.go('/people?show=raised')
    expect(await lead.text()).toContain(codes[0])
    await lead.look('lead-raised')
    await lead.go(`/people/${codes[0]}/contact`)
    await lead.look('lead-contact')
    await lead.choose('way', 'call')
    await lead.choose('reached', 'yes')
    await lead.fill({ what: 'Telefon oli katki, nüüd on korras.' })
    await lead.press(aboutWords(locale).save)
    expect(await lead.text()).toContain(contactWords(locale).closed)
    await lead.go('/day')
    expect(await lead.page.locator('#raised li.row').count()).toBe(1)
    await lead.close()
  })

  test('leaves nothing of it in the coordinator’s day', async () => {
    const coordinator = await place.walk(look)
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go(`/day?lang=${locale}`)
    const rows = coordinator.page.locator('#silent li.row')
    expect(await rows.count()).toBe(1)
    expect(await rows.innerText()).toContain(supportDayWords(locale).raised.toLead)
    await coordinator.look('lead-coordinator')
    await coordinator.go('/people?show=silent')
    expect(await coordinator.text()).toContain(caseloadWords(locale).shows.silent)
    await coordinator.close()
  })
})
