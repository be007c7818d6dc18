/** Pages that say they are in all five languages are in all five: nothing on them is in Estonian or English where somebody asked for Finnish or Norwegian. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { communitiesRoom } from '../src/communities/room.ts'
import { publishCommunity } from '../src/communities/community.store.ts'
import { addLocation, turnLocation } from '../src/communities/location.store.ts'
import { accesses, features, placeKinds } from '../src/communities/place.ts'
import { holdPlace } from '../src/communities/place-hold.store.ts'
import type { Schedule } from '../src/communities/place-schedule.ts'
import { addPlace } from '../src/communities/place.store.ts'
import { pulseCode } from '../src/communities/pulse.code.ts'
import { openPulse } from '../src/communities/pulse.store.ts'
import { rooms } from '../src/app.ts'
import { day } from '../src/platform/day.ts'
import { languageNames, locales, type Locale } from '../src/platform/words.ts'
import { learningRoom } from '../src/learning/room.ts'
import { siteRoom } from '../src/site/room.ts'
import { addAccepted, seedCommunities } from './setup/communities.ts'
import { openHouse, type Asked, type House } from './setup/house.ts'
import { noContact, offerOf } from './setup/places.ts'

let house: House
let seen: { what: string; key: string; path: string; form?: Asked['form']; status?: number }[]

const regular = (rule: Partial<Extract<Schedule, { timing: 'regular' }>['rule']>): Schedule => ({
  timing: 'regular',
  rule: { frequency: 'WEEKLY', interval: 1, days: ['TU', 'WE', 'FR'], nth: null, until: null, ...rule },
  opens: '17:00',
  closes: '20:30',
})
/** What a page can say of when a place is there. */
const schedules: readonly Schedule[] = [
  regular({ until: day('2027-03-01') }),
  regular({ interval: 2 }),
  regular({ interval: 3 }),
  regular({ frequency: 'DAILY', days: [] }),
  regular({ frequency: 'DAILY', interval: 2, days: [] }),
  regular({ frequency: 'DAILY', interval: 3, days: [] }),
  ...([1, 2, 3, 4, -1] as const).map((nth) => regular({ frequency: 'MONTHLY', days: ['MO'], nth })),
  regular({ frequency: 'MONTHLY', interval: 2, days: ['TH'], nth: 1 }),
  regular({ frequency: 'MONTHLY', interval: 3, days: ['SA', 'SU'], nth: 1 }),
  { ...regular({}), closes: null } as Schedule,
  { ...regular({}), opens: null } as Schedule,
  { timing: 'now' },
  { timing: 'agreement' },
]

beforeAll(async () => {
  house = await openHouse({ rooms: [siteRoom, communitiesRoom, learningRoom], at: '2026-12-01T08:00:00Z' })
  const { mine } = await seedCommunities(house)
  const kept = await addAccepted(house, house.organisation, 'Mändide ring', {
    kind: 'mutual',
    languages: ['et', 'ru', 'en', 'fi', 'uk', 'lv', 'sign'],
  })
  const { places, pulse } = await house.act('developer', async (act) => {
    for (const { id } of [mine, kept]) await publishCommunity(act, id, true)
    const add = (title: string, given: Parameters<typeof offerOf>[1]) =>
      addPlace(act, mine.id, offerOf(title, given), noContact)
    const places: string[] = []
    for (const [n, schedule] of schedules.entries()) {
      const kind = placeKinds[n % placeKinds.length] ?? 'activity'
      places.push(await add(`Koht ${n}`, { kind, schedule }))
    }
    const season = { startsOn: day('2026-12-10'), endsOn: day('2027-03-01') }
    const all = { access: [...accesses], minimum: 3, rules: 'Sussid', total: 14 }
    for (const only of ['women_only', 'men_only'] as const) {
      const others = features.filter((one) => !one.endsWith('_only'))
      places.push(
        await add(`Kõik, ${only}`, {
          ...season,
          ...all,
          features: [only, ...others],
          costCents: 250,
          costNote: 'materjal',
        }),
      )
    }
    const hold = async (title: string, until: string | null) => {
      const id = await add(title, { total: 1, costCents: 300 })
      const from = act.today
      const last = until === null ? null : day(until)
      await holdPlace(act, { id, communityId: mine.id }, { from, until: last, count: 1, label: 'pause' })
      places.push(id)
    }
    await hold('Täis', null)
    await hold('Täis märtsini', '2027-03-01')
    const locations: string[] = []
    for (const visibility of ['public', 'agreed', 'agreed'] as const) {
      const id = await addLocation(act, mine.id, {
        name: `Maja ${locations.length}`,
        address: 'Kuuse 1',
        municipality: '0502',
        visibility,
        main: false,
        point: null,
      })
      places.push(await add(`Koht majas ${locations.length}`, { locationId: id }))
      locations.push(id)
    }
    await turnLocation(act, { id: locations[2] ?? '', communityId: mine.id }, 'retired')
    const twoTurns = await add('Kaks', { total: 2 })
    const early = { from: act.today, until: day('2026-12-10'), count: 1, label: 'community' } as const
    await holdPlace(act, { id: twoTurns, communityId: mine.id }, early)
    places.push(twoTurns)
    const pulse = await openPulse(
      act,
      { communityId: mine.id, about: 'Kuusiku külaselts' },
      { moment: 'before', label: '', opensOn: act.today, untilOn: day('2026-12-10'), expected: null },
    )
    return { places, pulse }
  })
  const code = pulseCode(house.ground.keys, pulse)
  const at = (what: string, key: string, path = key) => ({ what, key: `GET ${key}`, path })
  const sent = (what: string, key: string, form: NonNullable<Asked['form']>, path = key) => ({
    what,
    key: `POST ${key}`,
    path,
    form,
    status: 422,
  })
  const place = '/communities/:slug/places/:id'
  seen = [
    at('the front page', '/'),
    at('privacy', '/privacy'),
    at('accessibility', '/accessibility'),
    at('communities', '/communities'),
    at('communities narrowed down', '/communities', '/communities?q=m&county=0071&kind=mutual&state=asked'),
    at('no such community', '/communities', '/communities?q=zzz'),
    at('a community', '/communities/:slug', `/communities/${mine.slug}`),
    at('a community of all languages', '/communities/:slug', `/communities/${kept.slug}`),
    ...places.map((id, n) => at(`place ${n}`, place, `/communities/${mine.slug}/places/${id}`)),
    at('free places', '/places'),
    at('the last of them', '/places', '/places?page=2'),
    at('of a county', '/places', '/places?county=0071&near=0502'),
    at('of another county', '/places', '/places?county=0037'),
    at(
      'narrowed down',
      '/places',
      `/places?day=TU&on=2026-12-10&${placeKinds.map((kind) => `kind=${kind}`).join('&')}&language=et&language=ru&need=evening`,
    ),
    at('a day that is none', '/places', '/places?on-day=31&on-month=2&on-year=2027'),
    at('nothing that fits', '/places', '/places?need=women_only&language=sign'),
    at('joining', '/join'),
    sent('joining with nothing', '/join', { name: '' }),
    sent('joining with too much', '/join', {
      name: 'a',
      summary: 'a'.repeat(2001),
      contact: 'a'.repeat(201),
    }),
    at('having joined', '/join/done'),
    at('a code', '/pulse'),
    sent('no code', '/pulse', { code: '' }),
    sent('a wrong code', '/pulse', { code: 'abcdefgh' }),
    at('a pulse', '/pulse/:token', `/pulse/${code}`),
    sent('no answer', '/pulse/:token', {}, `/pulse/${code}`),
    sent('answers that are none', '/pulse/:token', { trust: '11', neighbour: '7' }, `/pulse/${code}`),
    at('having answered', '/pulse/done'),
    at('methods', '/methods', '/methods?country=FI&evidence=rct&abstinence=goal&q=x'),
    at('all methods', '/methods'),
    at('a method', '/methods/:key', '/methods/fi-akilta'),
    { ...at('a pulse that is over', '/pulse/:token', '/pulse/abcdefgh'), status: 404 },
    { ...at('a community that is none', '/communities/:slug', '/communities/ei-ole'), status: 404 },
    { ...at('a page that is none', '/ei-ole'), status: 404 },
  ]
})
afterAll(() => house.close())

async function open(one: (typeof seen)[number], locale: Locale): Promise<string> {
  const { what, path, form, status = 200 } = one
  const asked = { headers: { cookie: `tugevus-lang=${locale}` }, form }
  const answer = await house.request(path, asked)
  expect(answer.status, `${what} in ${locale}`).toBe(status)
  return answer.text()
}

/** What a page says, seen or read aloud, sentence by sentence; the menu of languages is in all of them by intent. */
function said(html: string): Set<string> {
  const page = html.replace(/<ul class="languages"[^]*?<\/ul>|<(script|style)\b[^]*?<\/\1>/g, ' ')
  const spoken = [...page.matchAll(/\s(?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(
    ([, text = '']) => text,
  )
  return new Set(
    [...page.split(/<[^>]*>/), ...spoken]
      .flatMap((text) => text.split(/[.!?:;,]\s|[.!?:;,]$| [·–] |\n/))
      .map((text) => text.trim().toLowerCase())
      .filter((text) => /\p{L}{2}/u.test(text)),
  )
}

/** Words that two languages write alike. */
const alike: Record<'fi' | 'nb', Set<string>> = {
  fi: new Set(['nimi', 'ukraina', 'maa', 'retretten']),
  nb: new Set(['send', 'telefon', 'finland', 'retretten', 'recovery college', 'november 2026']),
}

/** … and in menus. */
const framedAlike: typeof alike = { fi: new Set(), nb: new Set(['kalender']) }

test('nothing on a page is in another language for whoever asked for Finnish or Norwegian', async () => {
  const faults: string[] = []
  for (const one of seen) {
    const [et, en, ru] = [
      said(await open(one, 'et')),
      said(await open(one, 'en')),
      said(await open(one, 'ru')),
    ]
    // What is said alike in all three are names, and what communities wrote.
    const names = et.intersection(en).intersection(ru)
    for (const locale of ['fi', 'nb'] as const) {
      const own = said(await open(one, locale)).difference(names)
      expect(own.size, one.what).toBeGreaterThan(5)
      const foreign = own.intersection(et.union(en).union(ru)).difference(alike[locale])
      faults.push(...[...foreign].map((text) => `${one.what} in ${locale}: ${text}`))
    }
  }
  expect(faults).toEqual([])
})

describe('a page says in which language it is', () => {
  const langOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1]
  const offered = (html: string) => locales.filter((locale) => html.includes(`>${languageNames[locale]}</a>`))

  test('and offers the four others', async () => {
    for (const one of seen) {
      for (const locale of ['fi', 'nb'] as const) {
        const html = await open(one, locale)
        expect(langOf(html), one.what).toBe(locale)
        expect(offered(html), one.what).toEqual(locales.filter((other) => other !== locale))
      }
    }
  })

  test('the language that is chosen stays from page to page', async () => {
    const chosen = await house.request('/communities?lang=fi')
    expect(langOf(await chosen.text())).toBe('fi')
    const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(langOf(await (await house.request('/join', { headers: { cookie } })).text())).toBe('fi')
  })

  test('in English, and says so, where it has no Finnish', async () => {
    const html = await (await house.request('/sign-in?lang=fi')).text()
    expect(langOf(html)).toBe('en')
    expect(offered(html)).toEqual(['et', 'ru'])
  })

  test('for whoever is signed in, in the languages of the house alone', async () => {
    const html = await (await house.request('/communities?lang=nb', { as: 'developer' })).text()
    expect(langOf(html)).toBe('en')
    expect(offered(html)).toEqual(['et', 'ru'])
  })
})

test('whoever works with learning reads it in all five languages', () => {
  for (const [key, { languages }] of Object.entries(learningRoom.rights.routes))
    expect([key, languages]).toEqual([key, 'all'])
  const folder = fileURLToPath(new URL('../src/learning', import.meta.url))
  const short = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.words.ts') && !readFileSync(join(folder, name), 'utf8').includes('= publicWords('),
  )
  expect(short).toEqual([])
})

test('the frame around it is in the language of the page, whoever is signed in', async () => {
  const whole = await openHouse({ rooms: rooms(house.ground), at: '2026-12-01T08:00:00Z' })
  const faults: string[] = []
  for (const as of learningRoom.menu?.flatMap(({ who }) => who) ?? []) {
    const frame = async (locale: Locale) => {
      const answer = await whole.request('/trainings', { as, headers: { cookie: `tugevus-lang=${locale}` } })
      expect(answer.status, as).toBe(200)
      return said((await answer.text()).replace(/<main[^]*<\/main>/, ' ').replace(/<title>[^<]*/, ' '))
    }
    const [et, en, ru] = [await frame('et'), await frame('en'), await frame('ru')]
    const names = et.intersection(en).intersection(ru)
    for (const locale of ['fi', 'nb'] as const) {
      const own = (await frame(locale)).difference(names)
      expect(own.size, as).toBeGreaterThan(5)
      const foreign = own.intersection(et.union(en).union(ru)).difference(framedAlike[locale])
      faults.push(...[...foreign].map((text) => `${as} in ${locale}: ${text}`))
    }
  }
  expect([...new Set(faults)]).toEqual([])
  await whole.close()
})

test('no page of five languages is left out', () => {
  const opened = new Set(seen.map(({ key }) => key))
  const left = rooms(house.ground)
    .flatMap((room) => Object.entries(room.rights.routes))
    .flatMap(([key, { languages, who }]) =>
      languages && who.includes('anyone') && !opened.has(key) ? [key] : [],
    )
  expect(left).toEqual([])
})
