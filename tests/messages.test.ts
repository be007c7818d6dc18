/**
 * No message says what this house is for: not the words of any family that a message is written from, and not what the whole house
 * sends in weeks of somebody who asks, falls silent and is searched for.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepLocale } from '../src/access/address.store.ts'
import { atDoor } from '../src/access/door.ts'
import { inviteParticipant } from '../src/access/invite.store.ts'
import { keepNotification } from '../src/access/notification.store.ts'
import { tellHolder } from '../src/access/notice.store.ts'
import { changeIdentity } from '../src/people/identity.store.ts'
import { giveAccount, type Person } from '../src/people/person.store.ts'
import { fullLocales, type Locale } from '../src/platform/words.ts'
import { answerCheckin } from '../src/support/checkin.store.ts'
import { seededAnswers } from './setup/people.ts'
import { canariesIn, person as canary } from './setup/canary.ts'
import { openHouse, type House } from './setup/house.ts'
import { mailsOf, type Mailed } from './setup/mails.ts'
import { rooms } from './setup/matrix.ts'
import { putOneOnPath } from './setup/on-path.ts'

/** By their beginnings; whoever reads over somebody's shoulder must not be able to guess. */
const forbidden = new RegExp(
  [
    // et
    'sõltuv|alkohol|narko|uimasti|rehab|libastu|tagasilang|taastum|kain(e|us)|karsk|ravi(m|l|$|\\s)|hasart|vangla|karist|psüh|diagnoos|patsien|enesetap|üledoos|jätkutu|võõrutus',
    // en
    'addict|alcohol|\\bdrug|substance|\\blapse|relapse|sober|treatment|therap|gambl|prison|convict|crav|overdos|diagnos|patient|suicid|psychi',
    // ru
    'зависим|наркот|нарко|реабилит|срыв|рецидив|трезв|лечени|психи|тюрьм|судим|диагноз|пациент|выздоров|алкогол|самоубий',
    // fi, nb
    'päihde|huume|kuntoutu|riippuvu|avhengig|rusmid|tilbakefall',
  ].join('|'),
  'iu',
)

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Files that write a message. */
function senders(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(src, path))
    .filter((path) =>
      /\b(queueMail|queueSms)\(|mail\.layout\.tsx'|mailWords\(/.test(readFileSync(path, 'utf8')),
    )
}

/** The families of words that they import. */
function families(): string[] {
  return [
    ...new Set(
      senders().flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']+\.words\.ts)'/g)].map(([, target = '']) =>
          join(dirname(path), target),
        ),
      ),
    ),
  ]
}

/** Everything a family can say in a language, whatever it is given. */
function said(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') {
    return [0, 1, 2, 5].map((n) => {
      const given = [n, n, n, n]
      return [path, String(words(...given))]
    })
  }
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, value]) => said(value, `${path}.${key}`))
}

async function sayings(file: string): Promise<string[]> {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href)
  const inAll = Object.entries(module).flatMap(([name, family]) =>
    typeof family === 'function' && /Words$/.test(name)
      ? fullLocales.flatMap((locale) => said(family(locale), `${name}.${locale}`))
      : [],
  )
  return inAll.map(([path, text]) => `${relative(src, file)} ${path}: ${text}`)
}

describe('the words that messages are written from', () => {
  test('do not say what this house is for', async () => {
    const all = (await Promise.all(families().map(sayings))).flat()
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter((text) => forbidden.test(text.slice(text.indexOf(': '))))).toEqual([])
  })

  test('are those of every room that sends something', () => {
    expect(families().map((path) => relative(src, path))).toEqual(
      expect.arrayContaining([
        'access/notice.words.ts',
        'access/sign-in.words.ts',
        'platform/mail.words.ts',
        'support/checkin-asking.words.ts',
        'tasks/digest.words.ts',
        'tasks/urgent.words.ts',
      ]),
    )
  })

  test.each([
    'Sõltuvusest vaba',
    'libastumine',
    'rehabilitatsioonist',
    'alcohol',
    'a lapse',
    'Срыв',
    'наркотики',
    'jätkutugi',
  ])('would be caught: %s', (text) => {
    expect(forbidden.test(text)).toBe(true)
  })

  test.each(['taastekood', 'recovery code', 'sinu päev', 'elapsed', 'просят позвонить'])(
    'would not be caught for nothing: %s',
    (text) => {
      expect(forbidden.test(text)).toBe(false)
    },
  )
})

describe('what the whole house sends in five weeks', () => {
  let house: House
  let person: Person
  const sent: (Mailed & { reader: Locale })[] = []

  beforeAll(async () => {
    house = await openHouse({
      rooms,
      at: '2026-11-02T08:00:00Z',
      env: { TUGEVUS_SMS_URL: 'https://sms.test', TUGEVUS_SMS_BODY: 'to={to}&text={text}' },
    })
    person = await putOneOnPath(house, { leftOn: '2026-10-30', firstContactOn: '2026-11-02' })
    await house.act('coordinator', async (act) => {
      await changeIdentity(act, person.id, {
        name: canary.name,
        phones: [canary.phone],
        email: canary.email,
        birthDate: null,
        remarks: canary.words,
      })
      await giveAccount(act, person.id, house.organisation.accounts.participant.id)
    })
    for (const locale of fullLocales) await live(locale)
  }, 180_000)
  afterAll(() => house.close())

  /** Asks to be called and is not, falls silent and is not found: five weeks, by every job there is, in one language. */
  async function live(locale: Locale): Promise<void> {
    const { ground, organisation } = house
    const { coordinator, lead, participant } = organisation.accounts
    await atDoor(ground, async (door) => {
      for (const { id } of [coordinator, lead, participant]) {
        await keepLocale(door, id, locale)
        await keepNotification(
          door,
          { accountId: id, organisationId: organisation.id },
          { digest: true, phone: '+37255509999' },
        )
      }
      for (const what of ['passkey-added', 'recovery-used', 'keys-reset', 'address-changed'] as const)
        await tellHolder(door, coordinator.id, what)
    })
    const invited = { code: person.code, name: canary.name, email: `${locale}.${canary.email}`, locale }
    await house.act('coordinator', (act) => inviteParticipant(act, ground.config.url, invited))
    await house.request('/sign-in', { form: { email: coordinator.email } })
    const began = house.clock.now()
    await house.act('participant', (act) =>
      answerCheckin(act, {
        personId: person.id,
        dueOn: null,
        way: 'self',
        answers: { ...seededAnswers, callMe: true, words: canary.words },
      }),
    )
    // The day on which they ask, and then the mornings at half past seven.
    const mornings = Array.from({ length: 35 }, (_, days) => 23.5 + 24 * days)
    for (const hours of [0, 3, 4, 6, ...mornings]) {
      house.clock.set(began.add({ minutes: hours * 60 }).toString())
      for (const job of rooms.flatMap((room) => room.jobs ?? [])) {
        if (/^(support|tasks|people|desk)/.test(job.name)) await job.run(ground, organisation)
      }
    }
    for (const mail of await mailsOf(house)) sent.push({ ...mail, reader: locale })
    await ground.jobs.deleteFrom('platform.mail').execute()
    await house.act('system', (act) => act.tx.deleteFrom('tasks.task').execute())
    house.clock.set(began.add({ hours: 36 * 24 }).toString())
  }

  test('is of every kind', () => {
    const subjects = new Set(sent.map(({ subject }) => subject))
    expect([...subjects]).toEqual(
      expect.arrayContaining([
        'Tugevus: sisenemise kood',
        'Tugevus: kutse',
        'Tugevus: muudatus sinu kontol',
        'Tugevus: sinu päev',
        'Tugevus: palutakse helistada',
        'Tugevus: palutakse helistada, lubatud aeg on möödas',
        'Tugevus: your day',
        'Tugevus: ваш день',
      ]),
    )
    expect(sent.filter(({ channel }) => channel === 'sms').length).toBeGreaterThan(3)
  })

  test('says nothing of what this house is for', () => {
    for (const { subject, text, html } of sent)
      expect([subject, text, html].filter((one) => forbidden.test(one))).toEqual([])
  })

  test('names nobody, by name, number, code or words', () => {
    const given = sent.map(({ subject, text, html }) => `${subject}\n${text}\n${html}`)
    expect(given.filter((one) => canariesIn(one).length > 0 || one.includes(person.code))).toEqual([])
    expect(given.filter((one) => /undefined|\[object|NaN|Invalid/.test(one))).toEqual([])
  })

  test('is at most one mail of the morning a day to anybody, and HTML of at most 20 kB', () => {
    const digests = sent.filter(({ subject }) => /sinu päev|your day|ваш день/.test(subject))
    expect(digests.length).toBeGreaterThan(20)
    expect(Math.max(...sent.map(({ html }) => Buffer.byteLength(html)))).toBeLessThan(20_000)
  })
})
