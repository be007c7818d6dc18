/**
 * Answering without an account: a coordinator enters somebody with an address, the day comes, the mail arrives at a real mail server, a
 * telephone opens the link and answers, and the coordinator has it on My day. And the one whose address was wrong, the one with a card.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newPersonWords } from '../../src/desk/new-person.words.ts'
import { postMail } from '../../src/platform/mail.post.ts'
import { partWords } from '../../src/platform/parts/parts.words.ts'
import type { Locale } from '../../src/platform/words.ts'
import { wayWords } from '../../src/support/checkin-way.words.ts'
import { linkCheckinWords } from '../../src/support/checkin.link.words.ts'
import { meCheckinWords } from '../../src/support/checkin.me.words.ts'
import { replyWords } from '../../src/support/checkin.reply.words.ts'
import { telephoneWords } from '../../src/support/checkin.telephone.words.ts'
import { sheetWords } from '../../src/support/sheet.words.ts'
import { supportDayWords } from '../../src/support/support-day.words.ts'
import { undeliveredWords } from '../../src/support/undelivered.words.ts'
import { openPlace, settle, type Home, type Place, type Walk, type WalkLook } from '../setup/journey.ts'
import { openMailbox, type Mailbox } from '../setup/mailbox.ts'

const saidIn = (locale: Locale) => (locale === 'ru' ? 'Сплю плохо.' : 'Uni on kehv.')

describe.each<{ phone: WalkLook; desk: WalkLook }>([
  {
    phone: { width: 390, locale: 'et', scripts: false },
    desk: { width: 1280, locale: 'et', scripts: true },
  },
  {
    phone: { width: 1280, locale: 'ru', scripts: true },
    desk: { width: 390, locale: 'ru', scripts: false },
  },
  {
    phone: { width: 390, locale: 'ru', scripts: true },
    desk: { width: 1280, locale: 'et', scripts: true },
  },
])('by a link at $phone.width in $phone.locale, JavaScript $phone.scripts', ({ phone: look, desk }) => {
  let mailbox: Mailbox
  let place: Place
  let home: Home
  let coordinator: Walk
  let phone: Walk
  let code: string
  const { locale } = look
  const email = 'liis.kuusk@kodu.test'

  beforeAll(async () => {
    mailbox = await openMailbox()
    // A Sunday; the check-ins of somebody who left on a Monday are due on Mondays.
    place = await openPlace({ at: '2026-11-22T08:00:00Z', env: { TUGEVUS_SMTP: mailbox.url } })
    home = await settle(place)
    place.personal.push('Liis', 'Kuusk', '5550', email, home.coordinator.name, 'Rukkilill')
    coordinator = await place.walk(desk)
    phone = await place.walk(look)
  })
  afterAll(async () => {
    await place.close()
    await mailbox.close()
  })

  test('walks the whole way', { timeout: 180_000 }, async () => {
    await entersSomebody()
    const link = await dayComes('2026-11-23')
    await opensAndAnswers(link)
    await triesAgain(link)
    await coordinatorHasIt()
    await addressGoesWrong()
    await takesCards()
    await Promise.all([coordinator.close(), phone.close()])
  })

  async function entersSomebody(): Promise<void> {
    const say = newPersonWords(desk.locale)
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go(`/people/new?lang=${desk.locale}`)
    await coordinator.fill({
      name: 'Liis Kuusk',
      email,
      'leftOn-day': '26',
      'leftOn-month': '10',
      'leftOn-year': '2026',
    })
    await coordinator.page.selectOption('main [name="language"]', locale)
    await coordinator.choose('agreed', 'yes')
    await coordinator.page.selectOption('main [name="agreedHow"]', 'spoken')
    await coordinator.press(say.save)
    code = /[A-Z]\d-\d+/.exec(coordinator.at())?.[0] ?? ''
    expect(code).not.toBe('')
    await coordinator.go(`/people/${code}/way`)
    expect(await coordinator.text()).toContain(wayWords(desk.locale).nowBy.mail(email))
    await coordinator.look('link-way')
  }

  /** Nothing leaves at six; at nine the mail is there. @returns where its link leads */
  async function dayComes(date: string): Promise<string> {
    mailbox.received.length = 0
    await place.until(`${date}T04:00:00Z`)
    await postMail(place.ground)
    expect(mailsToPerson()).toEqual([])
    await place.until(`${date}T07:05:00Z`)
    await postMail(place.ground)
    const [mail] = mailsToPerson()
    const link = new RegExp(`${place.url}(/a/[0-9a-z]{26})`).exec(mail ?? '')?.[1]
    if (!link) throw new Error('no mail with a link arrived')
    return link
  }

  /** What the server was given, with the wrapping of long lines undone. */
  function mailsToPerson(): string[] {
    return mailbox.received
      .filter(({ to }) => to.includes(email))
      .map(({ text }) => text.replace(/=\r?\n/g, ''))
  }

  async function opensAndAnswers(link: string): Promise<void> {
    const say = meCheckinWords(locale)
    // The mail's own scanner was here before.
    await phone.page.request.get(place.url + link)
    await phone.go(link)
    const text = await phone.text()
    expect(text).toContain(say.title)
    for (const word of place.personal) expect(text).not.toContain(word)
    expect(text).not.toContain(code)
    expect(text).toContain('112')
    await phone.look('link-form')
    await phone.choose('wellbeing', '3')
    await phone.choose('callMe', 'yes')
    await phone.fill({ words: saidIn(locale) })
    await phone.press(say.send)
    expect(await phone.text()).toContain(replyWords(locale).replies.call_is_coming.heading)
    expect(await phone.text()).toContain(linkCheckinWords(locale).close)
    await phone.look('link-sent')
  }

  async function triesAgain(link: string): Promise<void> {
    const answer = await phone.page.goto(place.url + link)
    expect(answer?.status()).toBe(404)
    expect(await phone.text()).toContain(linkCheckinWords(locale).over.title)
    await phone.look('link-over')
    // The form as the browser had kept it, sent once more.
    const already = await sendAgain(link)
    expect(already).toContain(linkCheckinWords(locale).already.title)
  }

  async function sendAgain(link: string): Promise<string> {
    const answer = await phone.page.request.post(place.url + link, {
      form: { wellbeing: '9' },
      headers: { origin: place.url },
    })
    expect(answer.status()).toBe(200)
    return answer.text()
  }

  async function coordinatorHasIt(): Promise<void> {
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go('/day')
    const text = await coordinator.text()
    expect(text).toContain(saidIn(locale))
    expect(text).toContain(supportDayWords(desk.locale).asked.action)
    await coordinator.look('link-day')
    await coordinator.go(`/people/${code}`)
    expect(await coordinator.text()).toContain(saidIn(locale))
    await coordinator.go(`/people/${code}/looked`)
    await coordinator.look('link-looked')
  }

  /** The next mail is refused: the coordinator looks, calls and writes the check-in down. */
  async function addressGoesWrong(): Promise<void> {
    const say = undeliveredWords(desk.locale)
    mailbox.refuse = 550
    await place.until('2026-11-30T07:05:00Z')
    await postMail(place.ground)
    await place.until('2026-11-30T07:10:00Z')
    mailbox.refuse = null
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go('/day')
    expect(await coordinator.text()).toContain(supportDayWords(desk.locale).undelivered.text)
    await coordinator.go(`/people/${code}/undelivered`)
    expect(await coordinator.text()).toContain(wayWords(desk.locale).nowBy.mail(email))
    await coordinator.look('link-undelivered')
    await coordinator.follow(say.checkin)
    await coordinator.choose('wellbeing', '7')
    await coordinator.press(telephoneWords(desk.locale).save)
    await coordinator.go(`/people/${code}/undelivered`)
    await coordinator.press(say.settle)
    await coordinator.go('/day')
    expect(await coordinator.text()).not.toContain(supportDayWords(desk.locale).undelivered.text)
    await dayComes('2026-12-07')
  }

  /** Cards are made and cut; one is typed off on the telephone on its day. */
  async function takesCards(): Promise<void> {
    const say = sheetWords(desk.locale)
    await coordinator.comeIn(home.coordinator.id, 'coordinator')
    await coordinator.go(`/people/${code}/sheet`)
    await coordinator.look('link-sheet')
    await coordinator.page.locator('label:has([name="only"])').click()
    await coordinator.press(say.make)
    await coordinator.look('link-cards')
    const addresses = await coordinator.page.locator('.cut code').allInnerTexts()
    expect(addresses).toHaveLength(8)
    const pdf = await coordinator.page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    mailbox.received.length = 0
    await place.until('2026-12-14T07:05:00Z')
    await postMail(place.ground)
    expect(mailsToPerson()).toEqual([])
    const typed = (addresses[1] ?? '')
      .replace(/^[^/]*/, '')
      .toUpperCase()
      .replace('/A/', '/a/')
    await phone.go(typed)
    expect(await phone.text()).toContain(meCheckinWords(locale).title)
    expect(await phone.text()).toContain(partWords(locale).helpNow)
  }
})
