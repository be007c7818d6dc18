/**
 * Somebody after rehabilitation, on their own page: is let in by mail, says how it is and asks for a call, is called, sees who looked, decides
 * how often, pauses, takes everything away and erases it.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkWords } from '../../src/access/link.words.ts'
import { dayWords } from '../../src/desk/day.words.ts'
import { eraseWords } from '../../src/desk/erase.words.ts'
import { meWords } from '../../src/desk/me.words.ts'
import { inviteWords } from '../../src/people/invite.words.ts'
import { addPerson, type Person } from '../../src/people/person.store.ts'
import { verifyAudit } from '../../src/platform/audit.seal.ts'
import { day } from '../../src/platform/day.ts'
import { webWords } from '../../src/platform/web.words.ts'
import { aboutWords } from '../../src/support/about-person.words.ts'
import { meCheckinWords } from '../../src/support/checkin.me.words.ts'
import { replyWords } from '../../src/support/checkin.reply.words.ts'
import { contactWords } from '../../src/support/contact.words.ts'
import { enterPathways } from '../../src/support/pathway.store.ts'
import { mePathwayWords } from '../../src/support/pathway.me.words.ts'
import { supportDayWords } from '../../src/support/support-day.words.ts'
import { openPlace, settle, type Home, type Place, type Walk, type WalkLook } from '../setup/journey.ts'

const said = { et: 'Ema on haiglas ja uni on kehv.', ru: 'Мама в больнице, сплю плохо.', en: '' } as const
const talked = 'Leppisime kokku, et lähme koos haiglasse.'
const email = 'liis.kuusk@kodu.test'

describe.each<{ phone: WalkLook; desk: WalkLook; whole: boolean }>([
  {
    phone: { width: 390, locale: 'et', scripts: false },
    desk: { width: 1280, locale: 'et', scripts: true },
    whole: true,
  },
  {
    phone: { width: 1280, locale: 'ru', scripts: true },
    desk: { width: 390, locale: 'ru', scripts: false },
    whole: true,
  },
  // On a phone in Russian only as far as the phone matters most.
  {
    phone: { width: 390, locale: 'ru', scripts: false },
    desk: { width: 1280, locale: 'et', scripts: true },
    whole: false,
  },
])('a person at $phone.width in $phone.locale, JavaScript $phone.scripts', ({ phone, desk, whole }) => {
  let place: Place
  let home: Home
  let person: Person
  let own: Walk
  let coordinator: Walk
  let owner: pg.Client
  const { locale } = phone
  const words = said[locale === 'ru' ? 'ru' : 'et']
  const me = meWords(locale)

  beforeAll(async () => {
    place = await openPlace()
    place.personal.push('Liis', 'Kuusk', '5550 2007', '55502007', email)
    home = await settle(place)
    person = await home.act(home.coordinator, async (act) => {
      const added = await addPerson(act, {
        identity: {
          name: 'Liis Kuusk',
          phones: ['+372 5550 2007'],
          email,
          birthDate: day('1991-03-14'),
          remarks: null,
        },
        municipality: '0293',
        language: locale,
        coordinatorId: home.coordinator.id,
      })
      const agreed = { on: act.today, how: 'spoken' }
      await enterPathways(act, [
        {
          personId: added.id,
          pathway: 'adaptive',
          leftOn: day('2026-11-09'),
          agreed,
          coordinatorId: home.coordinator.id,
          firstContactOn: act.today,
        },
      ])
      return added
    })
    await place.until('2026-11-23T08:00:00Z')
    owner = new pg.Client(place.database.connection)
    await owner.connect()
    own = await place.walk(phone)
    coordinator = await place.walk(desk)
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go(`/day?lang=${desk.locale}`)
  })
  afterAll(async () => {
    await owner.end()
    await place.close()
  })

  test('walks the whole way', { timeout: 240_000 }, async () => {
    await isInvited()
    await asksForACall()
    if (whole) {
      await isCalled()
      await seesWhoLooked()
      await decidesHowOften()
      await takesEverythingAway()
      await erasesEverything()
    }
    await own.close()
    await coordinator.close()
  })

  async function isInvited(): Promise<void> {
    const say = inviteWords(desk.locale)
    await coordinator.go(`/people/${person.code}/invite`)
    await coordinator.look('person-invite')
    await coordinator.press(say.send)
    expect(coordinator.at()).toBe(`/people/${person.code}`)
    expect(await coordinator.text()).toContain(say.sent)
    const mail = await place.mailTo(email)
    expect(mail.subject).not.toContain('Liis')
    const address = /https?:\S+\/link\/\S+/.exec(mail.text)?.[0] ?? ''
    await own.go(`${address.slice(place.url.length)}?lang=${locale}`)
    await own.look('person-link')
    await own.press(linkWords(locale).enter)
    expect(own.at()).toBe('/me')
    expect(await own.text()).toContain(me.hello('Liis'))
    await own.look('me-first')
  }

  async function asksForACall(): Promise<void> {
    const say = meCheckinWords(locale)
    await own.follow(me.checkin.begin)
    await own.look('checkin')
    await own.choose('wellbeing', '3')
    await own.choose('confidence', '4')
    await own.choose('callMe', 'yes')
    await own.fill({ words })
    await own.press(say.send)
    expect(own.at()).toBe('/me/checkin/sent')
    const { replies, call } = replyWords(locale)
    const answer = await own.text()
    expect(answer).toContain(replies.call_is_coming.heading)
    // By when: Monday ten in the morning is answered the same day.
    expect(answer).toContain(call.by('').trim().split(' ')[0])
    for (const step of replies.call_is_coming.steps) expect(answer).toContain(step)
    expect(answer).toContain('112')
    await own.look('checkin-sent')
    await own.go('/me')
    expect(await own.text()).toContain(me.step.calledText(home.coordinator.name))
    await own.look('me-call-coming')
  }

  async function isCalled(): Promise<void> {
    await place.until('2026-11-23T08:20:00Z')
    await coordinator.go('/day')
    const first = coordinator.page.locator('section.group').first()
    expect(await first.getAttribute('id')).toBe('asked')
    expect(await first.textContent()).toContain(words)
    await coordinator.look('day-asked')
    await first.getByRole('link', { name: supportDayWords(desk.locale).asked.action }).click()
    await coordinator.page.waitForURL(`**/people/${person.code}/contact`)
    expect(await coordinator.text()).toContain(words)
    await coordinator.look('contact-asked')
    // Half an answer is kept, and asked for again without a wall of red.
    await coordinator.fill({ what: talked })
    await coordinator.press(aboutWords(desk.locale).save)
    expect(await coordinator.page.inputValue('[name=what]')).toBe(talked)
    expect(await coordinator.text()).toContain(contactWords(desk.locale).errors.way)
    await coordinator.look('contact-error')
    await coordinator.choose('way', 'call')
    await coordinator.choose('reached', 'yes')
    await coordinator.press(aboutWords(desk.locale).save)
    expect(coordinator.at()).toBe(`/people/${person.code}`)
    expect(await coordinator.text()).toContain(talked)
    await coordinator.go('/day')
    expect(await coordinator.page.locator('#asked').count()).toBe(0)
    await coordinator.look('day-after-call')
  }

  async function seesWhoLooked(): Promise<void> {
    await own.go('/me')
    expect(await own.text()).not.toContain(me.step.calledText(home.coordinator.name))
    await own.follow(me.data.looked(1))
    expect(await own.text()).toContain(home.coordinator.name)
    await own.look('looked')
  }

  async function decidesHowOften(): Promise<void> {
    const say = mePathwayWords(locale)
    await own.go('/me')
    await own.follow(me.data.pause)
    await own.look('own-pathway')
    await own.choose('rhythm', 'monthly')
    await own.press(say.rhythm.save)
    expect(await own.text()).toContain(say.rhythm.saved)
    expect(await own.page.isChecked('[name=rhythm][value=monthly]')).toBe(true)
    await own.fill({ 'until-day': '31', 'until-month': '11', 'until-year': '2026' })
    await own.press(say.pause.button)
    expect(await own.page.inputValue('[name=until-day]')).toBe('31')
    expect(await own.text()).toContain(aboutWords(locale).dayFault.wrong)
    await own.look('own-pathway-error')
    await own.fill({ 'until-day': '7', 'until-month': '12', 'until-year': '2026' })
    await own.press(say.pause.button)
    expect(await own.text()).toContain(say.pause.done)
    await own.look('own-pathway-paused')
    // A week later nothing is asked, and nothing is missed.
    await place.until('2026-12-01T08:00:00Z')
    await own.comeIn(await accountOf(person), 'participant')
    await own.go('/me')
    await own.look('me-paused')
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go('/day')
    expect(await coordinator.page.locator('#silent').count()).toBe(0)
    await own.go('/me/pathway')
    await own.press(say.resume.button)
    expect(await own.text()).toContain(say.resume.done)
    await own.go('/me/pathway/stop')
    await own.look('own-stop')
    await own.follow(say.stop.keep)
    expect(own.at()).toBe('/me/pathway')
  }

  async function takesEverythingAway(): Promise<void> {
    await own.go('/me')
    const { fileName, bytes } = await own.take(me.data.take)
    for (const word of place.personal) expect(fileName.toLowerCase()).not.toContain(word.toLowerCase())
    const taken = JSON.parse(bytes.toString('utf8'))
    expect(taken.code).toBe(person.code)
    const text = JSON.stringify(taken)
    const missing = [words, 'Liis Kuusk', '5550 2007', 'monthly', home.coordinator.name].filter(
      (one) => !text.includes(one),
    )
    expect(missing).toEqual([])
    // What staff wrote is told by people, not by a file.
    expect(text.includes(talked)).toBe(false)
  }

  async function erasesEverything(): Promise<void> {
    const say = eraseWords(locale)
    const before = await rowsOf(person)
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'people.identity',
        'people.consent',
        'support.checkin_answer',
        'support.contact',
      ]),
    )
    await own.go('/me')
    await own.follow(me.data.erase)
    await own.look('erase')
    await own.press(say.own.button)
    expect(await own.text()).toContain(say.own.sureMissing)
    await own.look('erase-not-sure')
    await own.page.locator('label:has([name=sure])').click()
    await own.press(say.own.button)
    expect(own.at()).toBe('/erased')
    await own.look('erased')
    expect(await rowsOf(person)).toEqual({})
    expect((await owner.query('select from access.address')).rowCount).toBe(4)
    await place.until('2026-12-01T09:00:00Z')
    expect(await verifyAudit(place.ground.jobs, place.ground.keys)).toMatchObject({
      unsealed: 0,
      troubles: [],
    })
    await own.page.goto(`${place.url}/me`)
    expect(own.at()).toMatch(/^\/sign-in/)
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.page.goto(`${place.url}/people/${person.code}`)
    expect(await coordinator.text()).toContain(webWords(desk.locale).notFound)
    await coordinator.go('/day')
    expect(await coordinator.text()).toContain(dayWords(desk.locale).nobody.title)
    await coordinator.look('day-nobody')
  }

  async function accountOf({ id }: Person): Promise<string> {
    const { rows } = await owner.query('select account_id as id from people.person where id = $1', [id])
    return rows[0].id
  }

  /** How many rows each table has of this person; tables without any are left out. */
  async function rowsOf({ id }: Person): Promise<Record<string, number>> {
    const { rows: tables } = await owner.query<{ name: string; key: string }>(`
      select table_schema || '.' || table_name as name, column_name as key from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
       where table_type = 'BASE TABLE' and (column_name = 'person_id' or (table_schema, table_name, column_name) = ('people', 'person', 'id'))`)
    const found: Record<string, number> = {}
    for (const { name, key } of tables) {
      const { rows } = await owner.query(`select count(*)::int as n from ${name} where ${key} = $1`, [id])
      if (rows[0].n > 0) found[name] = rows[0].n
    }
    return found
  }
})
