/** Drafts of what was seen: who must not see them, by the pages and by raw SQL, and what becomes of them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { addJourney } from '../../tests/setup/mobilities.ts'
import { createAccount } from '../access/account.store.ts'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import {
  addDraft,
  changeDraft,
  draftOf,
  draftsOf,
  keepDraft,
  takeOldDrafts,
  throwDraftAway,
} from './draft.store.ts'
import { linkObservation, methodsOf, takeUpMethod } from './method.store.ts'
import { addObservation, observationOf, observationsOf } from './mobility.store.ts'
import { learningRoom } from './room.ts'

let house: House
let owner: pg.Client
let mobility: string
let colleague: string
let draft: string

const half = { seenOn: null, seenAt: '', what: 'Võti käib käest kätte', thought: '', outcomeId: null }
const whole = { seenOn: day('2026-03-03'), seenAt: 'A-kilta', what: 'Võti käib käest kätte.', thought: '' }

beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  mobility = await house.act('mobility_lead', async (act) => {
    return (await addJourney(act)).mobility
  })
  colleague = await house.act('system', (act) =>
    createAccount(act, {
      name: 'Kolleeg',
      email: 'kolleeg@esimene.test',
      roles: ['developer'],
      locale: 'et',
    }),
  )
})
beforeEach(async () => {
  await owner.query('delete from learning.observation; delete from learning.method')
  draft = await house.act('developer', (act) => addDraft(act, mobility, half))
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: textOf(html), html }
}
/** A colleague in the very role of the one who wrote it. */
const asColleague = <T>(work: (act: Acting) => Promise<T>) =>
  withActor(house.ground, { ...house.actor('developer'), accountId: colleague }, work)
const rowsOf = async ({ tx }: Acting) =>
  (await sql<{ id: string }>`select id from learning.observation`.execute(tx)).rows.length

const others: (Role | 'system')[] = [
  'mobility_lead',
  'lead',
  'coordinator',
  'supporter',
  'host',
  'participant',
  'officer',
  'admin',
  'system',
]

describe('a draft is there for nobody but who wrote it', () => {
  test.each(others)('not for a %s, by raw SQL, in any way', async (as) => {
    await house.act(as, async (act) => {
      expect(await rowsOf(act)).toBe(0)
      for (const statement of [
        sql`update learning.observation set what = 'Loetud.'`,
        sql`update learning.observation set state = 'kept'`,
        sql`delete from learning.observation`,
      ]) {
        const { numAffectedRows } = await statement.execute(act.tx)
        expect(numAffectedRows).toBe(0n)
      }
    })
    const { rows } = await owner.query('select what, state from learning.observation')
    expect(rows).toEqual([{ what: half.what, state: 'draft' }])
  })

  test('not for a colleague in the same role, nor for another house', async () => {
    expect(await asColleague(rowsOf)).toBe(0)
    expect(await asColleague((act) => draftOf(act, draft))).toBeNull()
    expect(await asColleague((act) => throwDraftAway(act, draft))).toBe(false)
    expect(await asColleague((act) => changeDraft(act, draft, half))).toBe(false)
    expect(await asColleague((act) => keepDraft(act, draft, whole))).toBe(false)
    expect(await house.act(house.other.accounts.developer, rowsOf)).toBe(0)
    expect(await house.act('developer', (act) => draftOf(act, draft))).toMatchObject(half)
  })

  test('and after a year it goes, also of somebody who left; a younger one the house neither sees nor takes', async () => {
    await owner.query(
      `insert into learning.observation (id, mobility_id, organisation_id, state, seen_at, what, by_account, made_at)
         values (gen_random_uuid(), $1, $2, 'draft', '', 'Ammu.', gen_random_uuid(), '2025-11-22')`,
      [mobility, house.organisation.id],
    )
    const now = house.clock.now()
    house.clock.set('2026-11-23T08:00:00Z')
    expect(await house.act('lead', takeOldDrafts)).toBe(0)
    expect(await house.act('system', rowsOf)).toBe(1)
    expect(await house.act('system', takeOldDrafts)).toBe(1)
    expect(await house.act('system', takeOldDrafts)).toBe(0)
    house.clock.set(now.toString())
    expect(await house.act('developer', (act) => draftOf(act, draft))).toMatchObject(half)
  })

  test('and is written in nobody else’s name', async () => {
    await expect(
      house.act('developer', ({ tx, actor }) =>
        sql`insert into learning.observation (id, mobility_id, organisation_id, state, seen_at, what, by_account, made_at)
          values (${randomUUID()}, ${mobility}, ${actor.organisationId}, 'draft', '', 'Sinu nimel', ${colleague}, now())`.execute(
          tx,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test.each<Role>(['mobility_lead', 'lead', 'coordinator', 'host', 'participant'])(
    'to a %s its pages are not there, and no other page tells of it',
    async (as) => {
      for (const path of [`/drafts/${draft}`, `/observations/${draft}`, `/observations/${draft}/change`]) {
        expect((await get(path, { as })).status, path).toBe(404)
        if (!path.endsWith(draft) || path.startsWith('/drafts'))
          expect((await get(path, { as, form: { what: 'Loetud.' } })).status, path).toBe(404)
      }
      expect((await get(`/drafts/${draft}/throw-away`, { as, form: {} })).status).toBe(404)
      for (const path of [
        `/mobilities/${mobility}`,
        `/mobilities/${mobility}/observations/new`,
        '/methods/fi-akilta',
      ])
        expect((await get(path, { as })).text).not.toContain(half.what)
    },
  )
})

describe('a draft hangs on nothing', () => {
  test('it is in no list, on no page of what was seen, and becomes no method', async () => {
    await house.act('developer', async (act) => {
      expect(await observationsOf(act)).toEqual([])
      expect(await observationOf(act, draft)).toBeNull()
      const method = await takeUpMethod(act, {
        from: { card: 'fi-akilta', number: 1 },
        origin: 'other',
        originNote: 'Lugesime.',
        observationIds: [draft],
        why: 'Sobib meile.',
      })
      expect(await linkObservation(act, method ?? '', draft)).toBe(false)
    })
    expect((await get(`/observations/${draft}`, { as: 'developer' })).status).toBe(404)
    const own = await get('/methods/new', { as: 'developer' })
    expect(own.text).not.toContain(half.what)
  })

  test('by raw SQL it is given to no method, and what was kept does not become one', async () => {
    await takeUp()
    const [method] = await house.act('developer', methodsOf)
    const kept = await house.act('developer', (act) => addObservation(act, mobility, whole))
    for (const [statement, id] of [
      ['update learning.observation set method_id = $2 where id = $1', draft],
      [
        `update learning.observation set state = 'draft', outcome_id = null where id = $1 and $2::uuid is not null`,
        kept,
      ],
    ])
      await expect(owner.query(statement ?? '', [id, method?.id])).rejects.toMatchObject({ code: '23514' })
  })

  test.each([
    ['no day', `update learning.observation set state = 'kept', seen_at = 'Turu'`],
    ['no place', `update learning.observation set state = 'kept', seen_on = '2026-03-03'`],
    ['not a word', `update learning.observation set what = ''`],
    ['nobody who wrote it', `update learning.observation set by_account = null`],
  ])('by raw SQL it is not kept with %s', async (_, statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '23514' })
  })
})

const takeUp = () =>
  house.act('developer', (act) =>
    takeUpMethod(act, {
      from: { card: 'fi-akilta', number: 1 },
      origin: 'other',
      originNote: 'Lugesime.',
      observationIds: [],
      why: 'Sobib meile.',
    }),
  )

describe('whoever writes a draft', () => {
  const add = () => `/mobilities/${mobility}/observations/new`
  const typed = {
    what: 'Köök',
    thought: '',
    seenAt: '',
    'seenOn-day': '',
    'seenOn-month': '',
    'seenOn-year': '',
  }
  const drafts = () => house.act('developer', (act) => draftsOf(act, mobility))

  test('keeps it with a word, finds it again on the mobility and on the form, and finishes it', async () => {
    const kept = await get(add(), { as: 'developer', form: { ...typed, draft: 'yes' } })
    expect([kept.status, kept.to]).toEqual([303, `/mobilities/${mobility}`])
    expect((await drafts()).map(({ what }) => what).sort()).toEqual(['Köök', half.what])
    for (const path of [kept.to, add()])
      expect((await get(path, { as: 'developer' })).html).toContain(`href="/drafts/${draft}"`)
    // In no thread, its writer's neither.
    const own = await get(kept.to, { as: 'developer' })
    expect(own.html).not.toContain(`/observations/${draft}`)
    const form = await get(`/drafts/${draft}`, { as: 'developer' })
    expect(form.html).toContain(half.what)
    const wrong = await get(`/drafts/${draft}`, { as: 'developer', form: typed })
    expect([wrong.status, wrong.text.includes('päev, kuu ja aasta')]).toEqual([422, true])
    const more = {
      ...typed,
      what: 'Köök on avar.',
      'seenOn-day': '4',
      'seenOn-month': '3',
      'seenOn-year': '2026',
    }
    const saved = await get(`/drafts/${draft}`, { as: 'developer', form: { ...more, draft: 'yes' } })
    expect(saved.status).toBe(303)
    expect(await house.act('developer', (act) => draftOf(act, draft))).toMatchObject({
      what: 'Köök on avar.',
      seenOn: day('2026-03-04'),
    })
    const done = await get(`/drafts/${draft}`, { as: 'developer', form: { ...more, seenAt: 'A-kilta' } })
    expect([done.status, done.to]).toEqual([303, `/observations/${draft}`])
    expect((await get(done.to, { as: 'coordinator' })).text).toContain('Köök on avar.')
    expect((await get(`/drafts/${draft}`, { as: 'developer' })).to).toBe(`/observations/${draft}`)
    expect((await get(`/drafts/${draft}`, { as: 'developer', form: more })).status).toBe(404)
  })

  test('throws it away', async () => {
    const kept = await house.act('developer', (act) => addObservation(act, mobility, whole))
    const gone = await get(`/drafts/${draft}/throw-away`, { as: 'developer', form: {} })
    expect([gone.status, gone.to]).toEqual([303, `/mobilities/${mobility}`])
    expect(await drafts()).toEqual([])
    // What is kept is not thrown away by this, not by raw SQL either.
    expect((await get(`/drafts/${kept}/throw-away`, { as: 'developer', form: {} })).status).toBe(404)
    const { numAffectedRows } = await house.act('developer', ({ tx }) =>
      sql`delete from learning.observation`.execute(tx),
    )
    expect(numAffectedRows).toBe(0n)
  })

  test.each([
    ['not a word', { what: '' }, 'kas või üks sõna'],
    ['too much', { what: 'x'.repeat(4001) }, '4000'],
    ['too long a place', { seenAt: 'x'.repeat(201) }, '200'],
    ['too long a thought', { thought: 'x'.repeat(2001) }, '2000'],
    ['half a day', { 'seenOn-day': '31', 'seenOn-month': '2' }, 'jäta tühjaks'],
  ])('is told where %s is not kept, and what was typed stays', async (_, wrong, said) => {
    const form = { ...typed, thought: 'Võti on see.', ...wrong, draft: 'yes' }
    const { status, text } = await get(add(), { as: 'developer', form })
    expect(status).toBe(422)
    expect(text).toContain(said)
    if (!('thought' in wrong)) expect(text).toContain('Võti on see.')
    expect(await drafts()).toHaveLength(1)
  })

  test.each(['nothing', randomUUID(), '%00', "' or 1=1"])('“%s” is none', async (id) => {
    expect((await get(`/drafts/${id}`, { as: 'developer' })).status).toBe(404)
  })
})

test('what is written and not kept in the end is neither said to be kept nor to have arrived', async () => {
  await owner.query(`
    create function learning.breaks() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
    create constraint trigger breaks after insert on learning.observation deferrable initially deferred
      for each row execute function learning.breaks()`)
  try {
    const form = { what: 'Kirjutatud teel', draft: 'yes' }
    const path = `/mobilities/${mobility}/observations/new`
    const answer = await house.request(path, { as: 'mobility_lead', form })
    expect(answer.status).toBe(500)
    // Otherwise the browser would throw away the only copy.
    const told = new Map(
      answer.headers.getSetCookie().map((one) => {
        const [name = '', text = ''] = one.replace(/;.*/, '').split('=')
        return [name, text]
      }),
    )
    expect([told.get('tugevus-notice'), told.get('tugevus-arrived')]).toEqual(['', ''])
  } finally {
    await owner.query('drop trigger breaks on learning.observation; drop function learning.breaks()')
  }
})
