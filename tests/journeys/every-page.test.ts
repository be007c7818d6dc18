/**
 * Every page that can be opened, among invented people: on a phone and on a wide screen, in Estonian and Russian, with letters of twice the size.
 * `LOOK=all` adds English, Finnish and Norwegian where a page has them, the light colours for axe, and pictures. A page that is not visited here fails the last test.
 */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../../src/app.ts'
import { sayAway } from '../../src/access/absence.store.ts'
import { listOrganisations } from '../../src/access/organisation.store.ts'
import { attendanceCode, attendancePath } from '../../src/learning/attendance.code.ts'
import { makePasses } from '../../src/people/pass.store.ts'
import { endSight, grantSight } from '../../src/people/sight.store.ts'
import { saveTrusted } from '../../src/people/trusted.store.ts'
import { withActor, type Role } from '../../src/platform/actor.ts'
import { day } from '../../src/platform/day.ts'
import { fullLocales, locales, type Locale } from '../../src/platform/words.ts'
import { runUpkeep } from '../../src/platform/jobs.ts'
import { settleInvented } from '../../src/site/invented.ts'
import { answerCheckin } from '../../src/support/checkin.store.ts'
import type { CheckinAnswers } from '../../src/support/checkin.ts'
import { pulseCode } from '../../src/communities/pulse.code.ts'
import { checkupsOf, recordCheckup } from '../../src/support/checkup.store.ts'
import { recordLapse } from '../../src/support/lapse.store.ts'
import { brokenWords, openPlace, type Place, type Walk } from '../setup/journey.ts'
import { axe, overflow, picture, spilling, thorough } from '../setup/look.ts'

/** Every story of the invented happens within so many days; eight months take four times as long to live through. */
const days = 84

let place: Place
let hasAllLanguages: ReadonlySet<string>
let owner: pg.Client
let accounts: Partial<Record<Role, string>>
let people: Record<'rich' | 'toBeAsked' | 'silent' | 'asked' | 'paused' | 'ended', { code: string }>
let ids: {
  checkup: string
  lapse: string
  account: string
  link: string
  trusted: string
  away: string
  move: string
  place: string
  location: string
  asset: string
  goal: string
  action: string
  visit: string
  pulse: string
  counted: string
  interview: string
  underWay: string
  toScore: string
  agreed: string
  project: string
  mobility: string
  observation: string
  draft: string
  photo: string
  participation: string
  evidence: string
  unconfirmed: string
  outcome: string
  volunteer: string
  group: string
  trial: string
  story: string
  result: string
  version: string
  adaptation: string
  training: string
  coming: string
  comingOn: string
  trainingHeld: string
  trained: string
  held: string
  heldOn: string
}

beforeAll(async () => {
  place = await openPlace()
  await settleInvented(place.ground, { days })
  await place.until('2026-11-23T08:00:00Z')
  owner = new pg.Client(place.database.connection)
  await owner.connect()
  await find()
  hasAllLanguages = new Set(
    rooms(place.ground)
      .flatMap((room) => Object.entries(room.rights.routes))
      .flatMap(([key, { languages }]) => (languages ? [key] : [])),
  )
  for (const upkeep of rooms(place.ground).flatMap((room) => room.upkeep ?? []))
    await runUpkeep(place.ground, upkeep, () => listOrganisations(place.ground))
}, 180_000)
afterAll(async () => {
  await owner.end()
  await place.close()
})

/** Pages by who opens them. `key` is the route as the room declares it; `name` is that of the picture. */
type Visit = { name: string; key: string; path: string }

const at = (name: string, key: string, path = key): Visit => ({ name, key: `GET ${key}`, path })

const hereOf = (id: string, onDay: string) =>
  attendancePath(attendanceCode(place.ground.keys, { id, onDay: day(onDay) }))

const groups: { who: string; role: Role | null; visits: () => Visit[] }[] = [
  {
    who: 'anybody',
    role: null,
    visits: () => [
      at('front', '/'),
      at('privacy', '/privacy'),
      at('accessibility', '/accessibility'),
      at('sign-in', '/sign-in'),
      at('erased', '/erased'),
      at('communities-public', '/communities'),
      at('community-public', '/communities/:slug', '/communities/rukkivalja-kula'),
      at('places-public', '/places'),
      // A room, whose address is told by agreement.
      at('place-public', '/communities/:slug/places/:id', `/communities/rukkivalja-kula/places/${ids.place}`),
      at('join', '/join'),
      at('join-done', '/join/done'),
      at('link', '/a/:token', `/a/${ids.link}`),
      at('pulse-code', '/pulse'),
      at('pulse-questions', '/pulse/:token', `/pulse/${pulseCode(place.ground.keys, ids.pulse)}`),
      at('pulse-done', '/pulse/done'),
      at('methods', '/methods'),
      at('methods-none', '/methods', '/methods?q=ksülofonkvartett'),
      at('method', '/methods/:key', '/methods/no-stegforsteg'),
    ],
  },
  {
    who: 'a coordinator',
    role: 'coordinator',
    visits: () => {
      const person = '/people/:code'
      const of = (name: string, tail: string, who: { code: string } = people.rich) =>
        at(name, person + tail, `/people/${who.code}${tail}`)
      const page = '/people/:code{[A-Z][0-9]-[0-9]+}'
      return [
        at('day', '/day'),
        at('day-answers', '/day/answers'),
        at('people', '/people'),
        at('people-silent', '/people', '/people?show=silent'),
        at('people-new', '/people/new'),
        at('person', page, `/people/${people.rich.code}`),
        at('person-asked', page, `/people/${people.asked.code}`),
        at('person-silent', page, `/people/${people.silent.code}`),
        at('person-to-be-asked', page, `/people/${people.toBeAsked.code}`),
        at('person-paused', page, `/people/${people.paused.code}`),
        at('person-ended', page, `/people/${people.ended.code}`),
        of('log', '/log'),
        of('looked-at', '/looked'),
        of('hand-over', '/hand-over'),
        of('identity', '/identity'),
        of('support-person', '/supporter'),
        of('trusted', '/trusted'),
        of('trusted-none', '/trusted', people.toBeAsked),
        of('trusted-add', '/trusted/add'),
        at(
          'trusted-change',
          `${person}/trusted/:id/change`,
          `/people/${people.rich.code}/trusted/${ids.trusted}/change`,
        ),
        of('invite', '/invite', people.toBeAsked),
        of('ask', '/ask', people.toBeAsked),
        of('contact', '/contact', people.silent),
        of('checkup', '/checkup'),
        of('checkup-move', '/checkup/move'),
        at(
          'checkup-correct',
          `${person}/checkup/:id/correct`,
          `/people/${people.rich.code}/checkup/${ids.checkup}/correct`,
        ),
        at(
          'checkup-later',
          `${person}/checkup/:id/later`,
          `/people/${people.rich.code}/checkup/${ids.checkup}/later`,
        ),
        of('checkin-telephone', '/checkin'),
        of('lapse', '/lapse'),
        at(
          'lapse-correct',
          `${person}/lapse/:id/correct`,
          `/people/${people.rich.code}/lapse/${ids.lapse}/correct`,
        ),
        of('pathway', '/pathway'),
        of('way', '/way'),
        of('sheet', '/sheet'),
        of('undelivered', '/undelivered', people.silent),
        of('pathway-paused', '/pathway', people.paused),
        of('pathway-end', '/pathway/end'),
        at('away', '/away'),
        at('away-new', '/away/new'),
        at('away-change', '/away/:id', `/away/${ids.away}`),
        at('moves', '/moves'),
        at('moves-new', '/moves/new', '/moves/new?all=1'),
        at('move', '/moves/:id', `/moves/${ids.move}`),
        at('staff-account', '/account'),
        at('notifications', '/account/notifications'),
      ]
    },
  },
  {
    who: 'the head',
    role: 'lead',
    visits: () => [
      at('lead-day', '/day'),
      at('lead-people', '/people'),
      at('lead-away', '/away'),
      at('lead-away-new', '/away/new'),
      at('lead-moves', '/moves'),
      at('lead-moves-new', '/moves/new', '/moves/new?from=none'),
      at('lead-move', '/moves/:id', `/moves/${ids.move}`),
      at('lead-erase', '/people/:code/erase', `/people/${people.rich.code}/erase`),
      at(
        'interview-score',
        '/communities/:slug/interviews/:id/score',
        `/communities/${ids.underWay}/interviews/${ids.toScore}/score`,
      ),
      at('organisation', '/admin/organisation'),
      at('import', '/import'),
    ],
  },
  {
    who: 'a developer',
    role: 'developer',
    visits: () => {
      const of = (name: string, tail = '') =>
        at(name, `/communities/:slug${tail}`, `/communities/rukkivalja-kula${tail}`)
      const thing = (name: string, tail: string, id: string) =>
        at(name, `/communities/:slug${tail}`, `/communities/rukkivalja-kula${tail.replace(':id', id)}`)
      const underWay = (name: string, tail: string, id: string) =>
        at(
          name,
          `/communities/:slug/interviews/:id${tail}`,
          `/communities/${ids.underWay}/interviews/${id}${tail}`,
        )
      const day = '/trainings/:id/sessions/:session'
      return [
        at('developing', '/developing'),
        at('method-new', '/methods/new'),
        at('method-in-use', '/methods/:key', '/methods/fi-akilta'),
        at('method-not-taken', '/methods/:key', '/methods/fi-klubitalo'),
        at('trainings', '/trainings'),
        at('training-new', '/trainings/new'),
        at('training-from', '/trainings/new', '/trainings/new?from=somebody-drinks'),
        at('training', '/trainings/:id', `/trainings/${ids.training}`),
        at('training-day-new', '/trainings/:id/sessions/new', `/trainings/${ids.training}/sessions/new`),
        at('training-change', '/trainings/:id/change', `/trainings/${ids.training}/change`),
        at('training-coming', day, `/trainings/${ids.training}/sessions/${ids.coming}`),
        at('training-followed', '/trainings/:id', `/trainings/${ids.trainingHeld}`),
        at('training-for', `${day}/for`, `/trainings/${ids.training}/sessions/${ids.coming}/for`),
        at(
          'training-for-choose',
          `${day}/for`,
          `/trainings/${ids.training}/sessions/${ids.coming}/for?community=`,
        ),
        of('community-trainings', '/trainings'),
        at(
          'community-training-new',
          '/communities/:slug/trainings/new',
          `/communities/rukkivalja-kula/trainings/new?action=${ids.action}`,
        ),
        at('training-poster', `${day}/poster`, `/trainings/${ids.training}/sessions/${ids.coming}/poster`),
        at('training-cancel', `${day}/cancel`, `/trainings/${ids.training}/sessions/${ids.coming}/cancel`),
        at('training-held', day, `/trainings/${ids.trainingHeld}/sessions/${ids.held}`),
        at('developing-all', '/developing', '/developing?all=1'),
        at('calendar', '/calendar'),
        at('calendar-all', '/calendar', '/calendar?all=1'),
        at('calendar-empty', '/calendar', '/calendar?month=2029-05'),
        at('communities', '/communities'),
        at('community-new', '/communities/new'),
        of('community'),
        of('community-change', '/change'),
        of('community-members', '/members'),
        of('community-trust', '/trust'),
        of('community-assets', '/assets'),
        of('locations', '/locations'),
        of('location-new', '/locations/new'),
        thing('location', '/locations/:id', ids.location),
        at('hours', '/hours'),
        thing('community-asset', '/assets/:id', ids.asset),
        at('places', '/places'),
        at('places-on-a-day', '/places', '/places?on=2027-01-15'),
        at('places-no-day', '/places', '/places?on-day=31&on-month=2&on-year=2027'),
        of('place-new', '/places/new'),
        thing('place', '/places/:id', ids.place),
        thing('place-change', '/places/:id/change', ids.place),
        of('plan', '/plan'),
        of('plan-import', '/plan/import'),
        of('plan-goal-new', '/plan/goal'),
        thing('plan-goal', '/plan/goal/:id', ids.goal),
        thing('plan-action-new', '/plan/goal/:id/action', ids.goal),
        thing('plan-action', '/plan/action/:id', ids.trained),
        thing('plan-action-change', '/plan/action/:id/change', ids.action),
        of('readiness', '/readiness'),
        of('readiness-begin', '/readiness/begin'),
        at('readiness-under-way', '/communities/:slug/readiness', `/communities/${ids.underWay}/readiness`),
        at(
          'interview-new',
          '/communities/:slug/interviews/new',
          `/communities/${ids.underWay}/interviews/new`,
        ),
        thing('interview-closed', '/interviews/:id', ids.interview),
        underWay('interview', '', ids.toScore),
        underWay('interview-agree', '', ids.agreed),
        underWay('interview-change', '/change', ids.agreed),
        of('visits', '/visits'),
        of('visit-new', '/visits/new'),
        thing('visit', '/visits/:id', ids.visit),
        of('pulses', '/pulse'),
        of('pulse-new', '/pulse/new'),
        thing('pulse', '/pulse/:id', ids.pulse),
        thing('pulse-counted', '/pulse/:id', ids.counted),
        thing('pulse-poster', '/pulse/:id/poster', ids.pulse),
        of('trials', '/trials'),
        of('trial-new', '/trials/new'),
        thing('trial', '/trials/:id', ids.trial),
        thing('trial-report', '/trials/:id/report', ids.trial),
        thing('result-new', '/trials/:id/result', ids.trial),
        thing('result-withdraw', '/results/:id/withdraw', ids.result),
        thing('story-new', '/trials/:id/story', ids.trial),
        thing('story-withdraw', '/stories/:id/withdraw', ids.story),
        at('adaptation-choose', '/adaptations/new'),
        at('adaptation-new', '/adaptations/new', `/adaptations/new?version=${ids.version}`),
        at('adaptation', '/adaptations/:id', `/adaptations/${ids.adaptation}`),
      ]
    },
  },
  {
    who: 'the mobility lead',
    role: 'mobility_lead',
    visits: () => [
      at('projects', '/projects'),
      at('project-new', '/projects/new'),
      at('project', '/projects/:id', `/projects/${ids.project}`),
      at('project-change', '/projects/:id/change', `/projects/${ids.project}/change`),
      at('mobility-new', '/projects/:id/mobilities/new', `/projects/${ids.project}/mobilities/new`),
      at('mobility', '/mobilities/:id', `/mobilities/${ids.mobility}`),
      at('mobility-change', '/mobilities/:id/change', `/mobilities/${ids.mobility}/change`),
      at(
        'observation-new',
        '/mobilities/:id/observations/new',
        `/mobilities/${ids.mobility}/observations/new`,
      ),
      at('observation', '/observations/:id', `/observations/${ids.observation}`),
      at('photo', '/photos/:id/change', `/photos/${ids.photo}/change`),
      at('draft', '/drafts/:id', `/drafts/${ids.draft}`),
      at('observation-change', '/observations/:id/change', `/observations/${ids.observation}/change`),
      at(
        'participation-new',
        '/mobilities/:id/participations/new',
        `/mobilities/${ids.mobility}/participations/new`,
      ),
      at('participation', '/participations/:id', `/participations/${ids.participation}`),
      at('participation-change', '/participations/:id/change', `/participations/${ids.participation}/change`),
      at('evidence-new', '/mobilities/:id/evidence/new', `/mobilities/${ids.mobility}/evidence/new`),
      at('evidence-remove', '/evidence/:id/remove', `/evidence/${ids.evidence}/remove`),
      at('participation-remove', '/participations/:id/remove', `/participations/${ids.unconfirmed}/remove`),
      at('participation-held', '/participations/:id/remove', `/participations/${ids.participation}/remove`),
      at('outcome-remove', '/outcomes/:id/remove', `/outcomes/${ids.outcome}/remove`),
      at('mobility-remove', '/mobilities/:id/remove', `/mobilities/${ids.mobility}/remove`),
      at('project-remove', '/projects/:id/remove', `/projects/${ids.project}/remove`),
      at('mobility-programme', '/mobilities/:id/programme', `/mobilities/${ids.group}/programme`),
      at('mobility-texts', '/mobilities/:id/texts', `/mobilities/${ids.mobility}/texts`),
    ],
  },
  {
    who: 'a contact person',
    role: 'host',
    visits: () => [
      at('host-community', '/communities/:slug', '/communities/rukkivalja-kula'),
      at('host-locations', '/communities/:slug/locations', '/communities/rukkivalja-kula/locations'),
      at('host-calendar', '/calendar'),
      at('host-trainings', '/trainings'),
      at('host-training', '/trainings/:id', `/trainings/${ids.training}`),
      at(
        'host-training-waiting',
        '/trainings/:id/sessions/:session',
        `/trainings/${ids.training}/sessions/${ids.coming}`,
      ),
      at(
        'host-training-held',
        '/trainings/:id/sessions/:session',
        `/trainings/${ids.trainingHeld}/sessions/${ids.held}`,
      ),
      at(
        'host-community-trainings',
        '/communities/:slug/trainings',
        '/communities/rukkivalja-kula/trainings',
      ),
      at('host-here-early', '/here/:token', hereOf(ids.coming, ids.comingOn)),
      at('host-here-over', '/here/:token', hereOf(ids.held, ids.heldOn)),
      at('host-assets', '/communities/:slug/assets', '/communities/rukkivalja-kula/assets'),
      at('host-readiness', '/communities/:slug/readiness', '/communities/rukkivalja-kula/readiness'),
      at('host-trials', '/communities/:slug/trials', '/communities/rukkivalja-kula/trials'),
      at('host-trial', '/communities/:slug/trials/:id', `/communities/rukkivalja-kula/trials/${ids.trial}`),
    ],
  },
  {
    who: 'whoever coordinates mobilities',
    role: 'mobility_lead',
    visits: () => [
      at('thread-trial', '/trials/:id', `/trials/${ids.trial}`),
      at('lead-training', '/trainings/:id', `/trainings/${ids.trainingHeld}`),
    ],
  },
  {
    who: 'a supporter',
    role: 'supporter',
    visits: () => [
      at('supporter-day', '/day'),
      at('supporter-people', '/people'),
      at('supporter-person', '/people/:code{[A-Z][0-9]-[0-9]+}', `/people/${people.rich.code}`),
      at('supporter-trainings', '/trainings'),
      at('supporter-participation', '/participations/:id', `/participations/${ids.volunteer}`),
      at('supporter-checkup', '/people/:code/checkup', `/people/${people.rich.code}/checkup`),
    ],
  },
  {
    who: 'the person',
    role: 'participant',
    visits: () => [
      at('me', '/me'),
      at('me-checkin', '/me/checkin'),
      at('me-sent', '/me/checkin/sent'),
      at('me-change', '/me/checkin/change'),
      at('me-looked', '/me/looked'),
      at('me-pathway', '/me/pathway'),
      at('me-way', '/me/way'),
      at('me-stop', '/me/pathway/stop'),
      at('me-trusted', '/me/trusted'),
      at('me-trusted-add', '/me/trusted/add'),
      at('me-trusted-change', '/me/trusted/:id/change', `/me/trusted/${ids.trusted}/change`),
      at('me-erase', '/me/erase'),
      at('me-account', '/account'),
    ],
  },
  {
    who: 'the administrator',
    role: 'admin',
    visits: () => [
      at('admin', '/admin'),
      at('admin-new', '/admin/accounts/new'),
      at('admin-account', '/admin/accounts/:id', `/admin/accounts/${ids.account}`),
      at('admin-reset', '/admin/accounts/:id/reset', `/admin/accounts/${ids.account}/reset`),
      at('admin-mails', '/admin/mails'),
      at('admin-state', '/admin/state'),
      at('account', '/account'),
      at('address', '/account/address'),
      at('passkey-new', '/account/passkeys/new'),
      at('totp', '/account/totp'),
    ],
  },
]

describe.each(groups)('$who', ({ role, visits }) => {
  test('finds every page in order', { timeout: 240_000 }, async () => {
    const walk = await place.walk({ width: 1280, locale: 'et', scripts: true })
    const account = role && accounts[role]
    if (role && account) await walk.comeIn(account, role)
    const faults: string[] = []
    for (const visit of visits()) {
      faults.push(...(await judge(walk, visit)))
    }
    expect(faults).toEqual([])
    await walk.close()
  })
})

test('no page is left out', () => {
  const elsewhere =
    /^\/(assets|health|ready|setup|link|gallery)\b|\/state\/backup$|\/take$|export\.|\/plan\.csv$|^\/hours\.csv$|^\/calendar\/(address|:token)$|^\/(evidence|photos)\/:id$|^\/import|^\/account\/(second-step|recovery)|\/code$/
  const visited = new Set(groups.flatMap(({ visits }) => visits().map(({ key }) => key)))
  const left = rooms(place.ground)
    .flatMap((room) => Object.keys(room.rights.routes))
    .filter((key) => key.startsWith('GET ') && !visited.has(key) && !elsewhere.test(key.slice(4)))
  expect(left).toEqual([])
})

/** Everything that is wrong with a page, rather than the first thing. */
async function judge(walk: Walk, { name, key, path }: Visit): Promise<string[]> {
  const { page } = walk
  const faults: string[] = []
  const fits = async (what: string) => {
    const wider = await overflow(page)
    faults.push(...(await spilling(page)).map((words) => `${name}, ${what}: over its edge runs „${words}“`))
    if (wider > 0) faults.push(`${name}, ${what}: ${wider} px too wide (${await sticking(walk)})`)
  }
  const all: readonly Locale[] = hasAllLanguages.has(key) ? locales : fullLocales
  const languages: readonly Locale[] = thorough ? all : ['et', 'ru']
  for (const locale of languages) {
    const answer = await page.goto(`${place.url}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`)
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== path.replace(/\?.*/, '')) {
      return [`${name}: ${answer?.status()} at ${walk.at()}`]
    }
    await page.evaluate(() => document.fonts.ready)
    faults.push(...(await brokenWords(page)).map((words) => `${name} in ${locale}: ${words}`))
    await page.setViewportSize({ width: 1280, height: 900 })
    await fits(`${locale} at 1280`)
    // What axe looks at is the same in every language.
    if (thorough && locale === 'et') {
      faults.push(...(await axe(page)).map((fault) => `${name} at 1280: ${fault}`))
      await picture(page, `pages/${name}-1280-${locale}`)
    }
    await page.setViewportSize({ width: 390, height: 900 })
    await fits(`${locale} at 390`)
    if (locale === (thorough ? 'et' : 'ru')) {
      await page.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(await axe(page)).map((fault) => `${name} at 390, dark: ${fault}`))
      await page.emulateMedia({ colorScheme: 'light' })
    }
    if (thorough && locale !== 'en') await picture(page, `pages/${name}-390-${locale}`)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    await fits(`${locale} at 390 with letters of twice the size`)
  }
  return faults
}

/** What reaches over the right edge, so that it is found. */
function sticking({ page }: Walk): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *, header *, footer *')]
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(-3)
      .map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`)
      .join(', '),
  )
}

const nothingSaid: CheckinAnswers = {
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

/** Things of the first invented community, and of the one whose assessment is under way. */
type OfCommunities = Pick<
  typeof ids,
  | 'place'
  | 'location'
  | 'asset'
  | 'goal'
  | 'action'
  | 'visit'
  | 'pulse'
  | 'counted'
  | 'interview'
  | 'underWay'
  | 'toScore'
  | 'agreed'
  | 'trial'
  | 'story'
  | 'result'
  | 'version'
  | 'adaptation'
>

async function ofCommunities(): Promise<OfCommunities> {
  const { rows } = await owner.query<OfCommunities>(
    `select (select id from communities.place p where p.community_id = c.id order by kind = 'living' desc limit 1) as place, g.id as goal,
        (select id from communities.location l where l.community_id = c.id and l.visibility = 'public' limit 1) as location,
        (select id from communities.asset a where a.community_id = c.id limit 1) as asset,
        (select id from communities.action a where a.goal_id = g.id limit 1) as action,
        (select id from communities.visit v where v.community_id = c.id and v.state = 'planned' limit 1) as visit,
        (select id from communities.pulse p where p.community_id = c.id and p.closed_on is null limit 1) as pulse,
        (select id from communities.pulse p where p.community_id = c.id and p.closed_on is not null limit 1) as counted,
        (select id from communities.interview i where i.community_id = c.id limit 1) as interview,
        w.slug as "underWay", (select i.id from communities.interview i where i.community_id = w.id order by number desc limit 1) as "toScore",
        (select i.id from communities.interview i where i.community_id = w.id order by number limit 1) as agreed,
        t.id as trial, (select id from learning.story s where s.trial_id = t.id limit 1) as story,
        (select id from learning.result r where r.trial_id = t.id limit 1) as result, t.version_id as version, t.adaptation_id as adaptation
       from communities.community c join communities.goal g on g.community_id = c.id,
         communities.community w join communities.readiness_round r on r.community_id = w.id and r.closed_on is null,
         learning.trial t
         where c.slug = 'rukkivalja-kula' and t.community_id = c.id and t.adaptation_id is not null limit 1`,
  )
  const [found] = rows
  if (!found) throw new Error('the first community has no plan')
  return found
}

type OfLearning = Pick<
  typeof ids,
  | 'project'
  | 'mobility'
  | 'observation'
  | 'draft'
  | 'photo'
  | 'participation'
  | 'evidence'
  | 'unconfirmed'
  | 'outcome'
  | 'volunteer'
  | 'group'
>

/** Of what was learnt elsewhere, the first that was seen. */
async function ofLearning(): Promise<OfLearning> {
  const { rows } = await owner.query<OfLearning>(
    `select m.project_id as project, m.id as mobility, o.id as observation, p.id as participation,
         (select e.id from learning.evidence e where e.mobility_id = m.id limit 1) as evidence,
         (select id from learning.observation where state = 'draft' limit 1) as draft,
         (select id from learning.observation_photo limit 1) as photo,
         (select mobility_id from learning.outcome where participation_id is null limit 1) as group,
         (select u.id from learning.participation u where u.confirmed_on is null and u.mobility_id = m.id limit 1) as unconfirmed,
         (select u.id from learning.outcome u where u.participation_id is null limit 1) as outcome,
         (select u.id from learning.participation u join access.account_role r on r.account_id = u.account_id where r.role = 'supporter') as volunteer
       from learning.mobility m join learning.observation o on o.mobility_id = m.id
         join learning.participation p on p.mobility_id = m.id where o.method_id is not null order by o.seen_on, p.confirmed_on limit 1`,
  )
  const [found] = rows
  if (!found) throw new Error('nothing was seen elsewhere')
  return found
}

type OfTrainings = Pick<
  typeof ids,
  'training' | 'coming' | 'comingOn' | 'trainingHeld' | 'held' | 'heldOn' | 'trained'
>

/** The invented training that is to come and the one that was held, each with its day. */
async function ofTrainings(): Promise<OfTrainings> {
  const { rows } = await owner.query<OfTrainings>(
    `select c.training_id as training, c.id as coming, h.training_id as "trainingHeld", h.id as held,
         c.on_day::text as "comingOn", h.on_day::text as "heldOn", f.action_id as trained
       from learning.training_session c, learning.training_session h join learning.session_for f on f.session_id = h.id where c.state = 'planned' and h.state = 'held'`,
  )
  const [found] = rows
  if (!found) throw new Error('no training was held, or none is to come')
  return found
}

/** Chooses who is looked at, and gives one of them what the stories do not give to everybody. */
async function find(): Promise<void> {
  const { rows: staff } = await owner.query<{ id: string; organisationId: string; role: Role; name: string }>(
    `select a.id, a.organisation_id as "organisationId", r.role, a.name
       from access.account a join access.account_role r on r.account_id = a.id where r.role <> 'participant'`,
  )
  const one = (role: Role, name: string) => {
    const found = staff.find((each) => each.role === role && each.name === name)
    if (!found) throw new Error(`there is no ${role} ${name}`)
    return found
  }
  const coordinator = one('coordinator', 'Kadri Lepik')
  const supporter = one('supporter', 'Toomas Raudsepp')
  const first = async (what: string): Promise<{ id: string; code: string; accountId: string | null }> => {
    const { rows } = await owner.query(
      `select p.id, p.code, p.account_id as "accountId" from people.person p join support.pathway w on w.person_id = p.id
        where p.coordinator_id = $1 and ${what} order by p.code limit 1`,
      [coordinator.id],
    )
    if (!rows[0]) throw new Error(`nobody of Kadri has ${what}`)
    return rows[0]
  }
  const waits = (kind: string) =>
    `exists (select from tasks.task t where t.person_id = p.id and t.kind = '${kind}' and t.state = 'requested')`
  const rich = await first(
    `w.state = 'active' and p.account_id is not null and exists (select from support.checkup c where c.person_id = p.id and c.closed_as is null)`,
  )
  people = {
    rich,
    asked: await first(waits('help')),
    silent: await first(waits('silence')),
    toBeAsked: await first(`w.state = 'to-be-asked' and p.account_id is null`),
    paused: await first(`w.state = 'paused'`),
    ended: await first(`w.state = 'ended'`),
  }
  accounts = {
    coordinator: coordinator.id,
    supporter: supporter.id,
    lead: one('lead', 'Anneli Kask').id,
    admin: one('admin', 'Anneli Kask').id,
    developer: one('developer', 'Maret Kask').id,
    host: one('host', 'Anneli Rohtla').id,
    mobility_lead: one('mobility_lead', 'Liis Tamm').id,
    participant: rich.accountId ?? '',
  }
  const { organisationId } = coordinator
  const personId = rich.id
  const actor = {
    accountId: coordinator.id,
    organisationId,
    role: 'coordinator',
    timeZone: 'Europe/Tallinn',
  } as const
  const own = { ...actor, accountId: accounts.participant ?? '', role: 'participant' } as const
  await withActor(place.ground, own, async (act) => {
    await answerCheckin(act, {
      personId,
      dueOn: null,
      way: 'self',
      answers: { ...nothingSaid, wellbeing: 4, confidence: 3 },
    })
  })
  // The longer check-in of somebody else, which has more on it.
  const { rows: due } = await owner.query<{ personId: string; dueOn: string }>(
    `select c.person_id as "personId", c.due_on::text as "dueOn" from support.checkin c
       join people.person p on p.id = c.person_id join support.pathway w on w.person_id = p.id
      where p.coordinator_id = $1 and p.id <> $2 and w.state = 'active' and c.form = 'monthly' and c.cancelled_on is null
        and not exists (select from support.checkin_answer a where a.checkin_id = c.id)
      order by c.due_on desc, p.code limit 1`,
    [coordinator.id, personId],
  )
  const [open] = due
  if (!open) throw new Error('nobody of Kadri has a longer check-in to answer')
  const [link = ''] = await withActor(place.ground, actor, (act) =>
    makePasses(act, [
      {
        personId: open.personId,
        carrier: 'mail',
        dueOn: day(open.dueOn),
        endsAt: act.now.add({ hours: 24 }),
      },
    ]),
  )
  const { rows: moves } = await owner.query<{ id: string }>('select id from people.move')
  const away = await withActor(place.ground, actor, (act) => {
    const from = act.today.add({ days: 30 })
    return sayAway(act, {
      accountId: coordinator.id,
      from,
      until: from.add({ days: 13 }),
      substituteId: null,
    })
  })
  ids = await withActor(place.ground, actor, async (act) => {
    // Whoever stands beside the richest already is told a little more.
    await endSight(act, personId, { accountId: supporter.id, reason: 'supporter' })
    await grantSight(act, {
      personId,
      accountId: supporter.id,
      role: 'supporter',
      categories: ['identity', 'path', 'notes'],
      reason: 'supporter',
    })
    const trusted = await saveTrusted(
      act,
      personId,
      {
        name: 'Aino Kõivupuu-Välijõgi',
        phone: '+372 5551 0001',
        relation: 'ema',
        language: 'et',
        telling: 'support',
        ownWords: 'Ema teab, et käin tööl.',
        endsOn: act.today.add({ years: 1 }),
      },
      { id: null, word: { on: act.today, how: 'spoken' } },
    )
    const lapse = await recordLapse(act, {
      personId,
      happenedOn: act.today.subtract({ days: 9 }),
      toldOn: act.today.subtract({ days: 7 }),
      toldBy: 'person',
      note: 'Rääkis ise. Leppisime kokku, et läheb tagasi eneseabigruppi.',
    })
    const { recorded } = await recordCheckup(act, {
      personId,
      checkupId: null,
      heldOn: act.today,
      way: 'meeting',
      funnel: { reached: true, agreed: true, arrived: null, stayed14Days: null },
      need: { weeklyUse: false, symptoms: true, wantsHelp: true },
      help: ['talk'],
      notes: 'Uni on kehv, aga tööl läheb hästi.',
    })
    const held = (await checkupsOf(act, personId)).find(({ heldOn }) => heldOn?.equals(act.today))
    if (!trusted || !lapse || !recorded || !held)
      throw new Error('the richest of the people is not rich enough')
    return {
      trusted,
      lapse,
      checkup: held.id,
      account: supporter.id,
      link,
      away,
      move: moves[0]?.id ?? '',
      ...(await ofCommunities()),
      ...(await ofLearning()),
      ...(await ofTrainings()),
    }
  })
}
