/** The routes of all rooms, and addresses that lead to them: of what is one's own, of people in sight, of strangers. */
import { randomUUID } from 'node:crypto'
import { attendanceCode, attendancePath } from '../../src/learning/attendance.code.ts'
import type { Role } from '../../src/platform/actor.ts'
import { day } from '../../src/platform/day.ts'
import type { RouteRight } from '../../src/platform/room.ts'
import { testKeys } from './database.ts'
import type { TestAccount } from './house.ts'
import { rooms, type Matrix } from './matrix.ts'
import type { SeededCommunity } from './communities.ts'
import type { SeededPerson } from './people.ts'

export type Route = { key: string; method: string; pattern: string; right: RouteRight }

export const routes: readonly Route[] = rooms.flatMap((room) =>
  Object.entries(room.rights.routes).map(([key, right]) => {
    const [method = '', pattern = ''] = key.split(' ')
    return { key, method, pattern: pattern.replace(/\{[^}]*\}/g, ''), right }
  }),
)

export const forAnyone = ({ right }: Route) => right.who.includes('anyone')
export const mayReach = ({ right }: Route, role: Role) =>
  right.who.includes('signed-in') || right.who.includes(role)

/** Where an address of this shape leads to one of our routes; `undefined` where it leads nowhere. */
export function routeOf(method: string, path: string): Route | undefined {
  const fits = (pattern: string) => {
    const [parts, given] = [pattern.split('/'), path.split('/')]
    return (
      parts.length === given.length &&
      parts.every((part, place) => (part.startsWith(':') ? given[place] !== '' : part === given[place]))
    )
  }
  const found = routes.filter((route) => route.method === method && fits(route.pattern))
  // A name that is written out goes before one that stands for anything.
  return found.find(({ pattern }) => !pattern.includes(':')) ?? found[0]
}

export type Addresses = {
  /** Lead to something that is there for the role, if it may reach the route. */
  there: string[]
  /** Lead to what is none of its business: they answer as the unknown does. */
  strange: string[]
  /** Leads to what does not exist. */
  unknown: string
}

/** Ids of things that are not about a person, by the part of an address they stand behind: one's own, and what others have. */
export type Things = Record<
  | 'sessions'
  | 'passkeys'
  | 'accounts'
  | 'import'
  | 'away'
  | 'moves'
  | 'projects'
  | 'mobilities'
  | 'observations'
  | 'drafts'
  | 'photos'
  | 'participations'
  | 'evidence'
  | 'outcomes'
  | 'trials'
  | 'adaptations',
  { own: string[]; others: string[] }
> & {
  ofCommunity: ReadonlyMap<string, string>
  /** With their days; of another house as well. */
  trainings: readonly { own: boolean; id: string; session: string; onDay: string }[]
}

/** What stands behind a community's address, by the part of it before its id. */
const communityTables: Record<string, string> = {
  members: 'communities.member',
  trust: 'communities.confirmation',
  assets: 'communities.asset',
  locations: 'communities.location',
  places: 'communities.place',
  goal: 'communities.goal',
  action: 'communities.action',
  visits: 'communities.visit',
  rounds: 'communities.readiness_round',
  interviews: 'communities.interview',
  pulse: 'communities.pulse',
  trials: 'learning.trial',
  stories: 'learning.story',
  results: 'learning.result',
}

/** By part and community, the id of one of its things. */
async function thingsOfCommunities(
  { owner, communities }: Matrix,
  account: TestAccount,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  // One scores an interview in which one has a place.
  for (const { id } of Object.values(communities)) {
    const { rows } = await owner.query<{ id: string }>(
      `select interview_id as id from communities.interview_scorer
        where community_id = $1 and account_id = $2 and finished_at is null`,
      [id, account.id],
    )
    ids.set(`score ${id}`, rows[0]?.id ?? randomUUID())
  }
  for (const [part, table] of Object.entries(communityTables)) {
    for (const { id } of Object.values(communities)) {
      const { rows } = await owner.query<{ id: string }>(
        `select id from ${table} where community_id = $1 order by id limit 1`,
        [id],
      )
      ids.set(`${part} ${id}`, rows[0]?.id ?? randomUUID())
    }
  }
  return ids
}

async function trainingsOf({ owner, house }: Matrix): Promise<Things['trainings']> {
  const { rows } = await owner.query<Things['trainings'][number]>(
    `select organisation_id = $1 as own, training_id as id, id as session, on_day::text as "onDay" from learning.training_session order by id`,
    [house.organisation.id],
  )
  return rows
}

export async function thingsOf(account: TestAccount, matrix: Matrix): Promise<Things> {
  const { owner, house, people } = matrix
  const { accounts } = house.organisation
  const idsOf = async (table: string, id: string) => {
    const { rows } = await owner.query<{ id: string }>(
      `select id from ${table} where account_id = $1 order by id`,
      [id],
    )
    return rows.map(({ id }) => id)
  }
  /** What the coordinator offers is theirs and the lead's. */
  const movesOf = async (role: Role) => {
    const ofPerson = async (id: string) => {
      const { rows } = await owner.query<{ id: string }>(
        'select move_id as id from people.move_person where person_id = $1',
        [id],
      )
      return rows.map((row) => row.id)
    }
    const mine = await ofPerson(people.mine.id)
    const colleagues = await ofPerson(people.colleagues.id)
    const foreign = await ofPerson(people.foreign.id)
    return role === 'lead'
      ? { own: [...mine, ...colleagues], others: foreign }
      : { own: mine, others: [...colleagues, ...foreign] }
  }
  /** Of each organisation's communities, or of each organisation. */
  const learnt = async (
    table: string,
    column: 'community_id' | 'organisation_id',
    ids: readonly string[],
  ) => {
    const { rows } = await owner.query<{ id: string }>(
      `select id from ${table} where ${column} = any ($1) order by id`,
      [ids],
    )
    return rows.map(({ id }) => id)
  }
  const { mine, others, foreign } = matrix.communities
  const both = async (table: string) => ({
    own: await idsOf(table, account.id),
    others: await idsOf(table, people.colleague.id),
  })
  /** What belongs to the own house and to another. */
  const ofHouse = async (table: string) => {
    const { rows } = await owner.query<{ id: string; isOwn: boolean }>(
      `select id, organisation_id = $1 as "isOwn" from ${table} order by id`,
      [house.organisation.id],
    )
    const ids = (isOwn: boolean) => rows.filter((row) => row.isOwn === isOwn).map(({ id }) => id)
    return { own: ids(true), others: ids(false) }
  }
  /** What one has oneself; those who coordinate mobilities, and the head, see to everybody's. */
  const ofParticipants = async (table: string) => ({
    own: await idsOf(table, account.id),
    others: await idsOf(
      table,
      ['mobility_lead', 'lead'].includes(account.role)
        ? house.other.accounts.coordinator.id
        : people.colleague.id,
    ),
  })
  /** Everybody's drafts are their own, also the head's. */
  const draftsOf = async ({ id: writer }: TestAccount) => {
    const { rows } = await owner.query<{ id: string; isOwn: boolean }>(
      `select id, by_account = $1 as "isOwn" from learning.observation where state = 'draft' order by id`,
      [writer],
    )
    const ids = (isOwn: boolean) => rows.filter((row) => row.isOwn === isOwn).map(({ id }) => id)
    return { own: ids(true), others: ids(false) }
  }
  return {
    sessions: await both('access.session'),
    passkeys: await both('access.passkey'),
    // The administrator sees to staff of the own house, and never to participants.
    accounts: { own: [people.colleague.id], others: [accounts.participant.id, house.other.accounts.host.id] },
    import: await both('support.import'),
    away: {
      own: await idsOf('access.absence', account.id),
      // The lead sees to everybody's.
      others: await idsOf(
        'access.absence',
        account.role === 'lead' ? house.other.accounts.coordinator.id : people.colleague.id,
      ),
    },
    moves: await movesOf(account.role),
    projects: await ofHouse('learning.project'),
    mobilities: await ofHouse('learning.mobility'),
    observations: await ofHouse("(select * from learning.observation where state = 'kept') seen"),
    drafts: await draftsOf(account),
    photos: await ofHouse('learning.observation_photo'),
    outcomes: await ofHouse('learning.outcome'),
    participations: await ofParticipants('learning.participation'),
    evidence: await ofParticipants('learning.evidence'),
    trials: {
      own: await learnt('learning.trial', 'community_id', [mine.id]),
      others: await learnt('learning.trial', 'community_id', [
        foreign.id,
        // A contact person sees only what is tried in their own community.
        ...(account.role === 'host' ? [others.id] : []),
      ]),
    },
    adaptations: {
      own: await learnt('learning.adaptation', 'organisation_id', [mine.organisationId]),
      others: await learnt('learning.adaptation', 'organisation_id', [foreign.organisationId]),
    },
    ofCommunity: await thingsOfCommunities(matrix, account),
    trainings: await trainingsOf(matrix),
  }
}

export function addressesOf(
  { pattern, right }: Route,
  role: Role,
  { people, communities }: Matrix,
  { ofCommunity, trainings, ...things }: Things,
): Addresses {
  const { mine, colleagues, foreign } = people
  const idIn = (thing: SeededPerson) => {
    if (pattern.includes('/lapse/')) return thing.lapseId
    if (pattern.includes('/trusted/')) return thing.trustedId
    return pattern.includes('/contact/') ? thing.contactId : thing.heldCheckupId
  }
  if (right.person) {
    const of = (person: SeededPerson, thing = person) =>
      pattern.replace(':code', person.code).replace(':id', idIn(thing))
    const [there, strange] =
      role === 'lead' ? [[mine, colleagues], [foreign]] : [[mine], [colleagues, foreign]]
    // What is one person's is not there under another's code, even if both are in sight.
    const crossed = pattern.includes(':id') ? [of(mine, colleagues), of(mine, foreign)] : []
    const unknown = pattern.replace(':code', 'Z9-9999').replace(':id', randomUUID())
    return {
      unknown,
      there: there.map((person) => of(person)),
      strange: [...strange.map((person) => of(person)), ...crossed],
    }
  }
  if (pattern.startsWith('/communities/:slug')) {
    const { mine, others, foreign } = communities
    const part = /\/([a-z-]+)\/:id/.exec(pattern)?.[1]
    if (part !== undefined && !(part in communityTables))
      throw new Error(`tests/setup/routes.ts does not know what ${pattern} stands for`)
    const thing = pattern.endsWith('/:id/score') ? 'score' : part
    const of = (community: SeededCommunity, whose = community) =>
      pattern.replace(':slug', community.slug).replace(':id', ofCommunity.get(`${thing} ${whose.id}`) ?? '')
    // What is one community's is not there under another's address.
    const crossed = part === undefined ? [] : [of(mine, others), of(mine, foreign)]
    const [there, strange] = role === 'host' ? [[mine], [others, foreign]] : [[mine, others], [foreign]]
    return {
      there: there.map((community) => of(community)),
      strange: [...strange.map((community) => of(community)), ...crossed],
      unknown: pattern.replace(':slug', 'ei-ole').replace(':id', randomUUID()),
    }
  }
  if (!pattern.includes(':')) return { there: [pattern], strange: [], unknown: pattern }
  // Cards are content, the same for every house.
  if (pattern.startsWith('/methods/:key')) {
    const of = (key: string) => pattern.replace(':key', key)
    return { there: [of('fi-akilta')], strange: [], unknown: of('ei-ole') }
  }
  if (pattern.startsWith('/trainings/:id')) {
    const of = (id: string, session: string) => pattern.replace(':id', id).replace(':session', session)
    const [own, others] = [true, false].map((is) => trainings.filter((one) => one.own === is))
    // What is one training's day is not there under another's address.
    const crossed = pattern.includes(':session')
      ? (own ?? []).flatMap(({ session }) => (others ?? []).map(({ id }) => of(id, session)))
      : []
    return {
      there: (own ?? []).map(({ id, session }) => of(id, session)),
      strange: [...(others ?? []).map(({ id, session }) => of(id, session)), ...crossed],
      unknown: of(randomUUID(), randomUUID()),
    }
  }
  if (pattern === '/here/:token') {
    const of = (is: boolean) =>
      trainings
        .filter(({ own }) => own === is)
        .map(({ session, onDay }) =>
          attendancePath(attendanceCode(testKeys, { id: session, onDay: day(onDay) })),
        )
    return { there: of(true), strange: of(false), unknown: attendancePath('abcdefgh') }
  }
  if (pattern.startsWith('/me/')) {
    const of = (thing: SeededPerson) => pattern.replace(':id', idIn(thing))
    return {
      there: [of(mine)],
      strange: [of(colleagues), of(foreign)],
      unknown: pattern.replace(':id', randomUUID()),
    }
  }
  const thing = Object.entries(things).find(([part]) => pattern.includes(`/${part}/:id`))?.[1]
  if (!thing) throw new Error(`tests/setup/routes.ts does not know what ${pattern} stands for`)
  const of = (id: string) => pattern.replace(':id', id)
  return { there: thing.own.slice(0, 1).map(of), strange: thing.others.map(of), unknown: of(randomUUID()) }
}
