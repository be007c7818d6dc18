/** What somebody could do who does not keep to the pages: raw statements with a right of one's own, and requests no browser sends. */
import { randomBytes, randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../src/access/account.store.ts'
import { handOver } from '../src/people/sight.store.ts'
import { asHouse } from '../src/platform/actor.ts'
import type { TestAccount } from './setup/house.ts'
import { openMatrix, type Matrix, type Trier } from './setup/matrix.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix.close())

/** How many rows the statement touched, or `refused`. Nothing of it stays. */
async function tried(trier: Trier, ...statements: RawBuilder<unknown>[]): Promise<number | 'refused'> {
  try {
    return await matrix.as(trier, async (act) => {
      let touched = 0
      for (const statement of statements) {
        touched = Number((await statement.execute(act.tx)).numAffectedRows ?? 0n)
      }
      return touched
    })
  } catch (error) {
    // Only what the database refuses counts; a mistake in the statement does not.
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === '42501' || code === '23503') return 'refused'
    throw error
  }
}

describe('sight, by raw statements of a coordinator', () => {
  const own = () => matrix.account('coordinator').id
  const mine = () => matrix.people.mine

  test('is ended, and neither taken up again nor made longer', async () => {
    const ofOwn = sql`account_id = ${own()}::uuid and person_id = ${mine().id}::uuid`
    expect(await tried('coordinator', sql`update people.sight set ended_at = now() where ${ofOwn}`)).toBe(1)
    await matrix.owner.query(
      `insert into people.sight (id, organisation_id, person_id, account_id, role, categories, reason, granted_at, ends_on, ended_at)
       values ($1, $2, $3, $4, 'coordinator', '{notes}', 'cover', now(), '2026-11-30', null)`,
      [randomUUID(), mine().organisationId, mine().id, own()],
    )
    const cover = sql`${ofOwn} and reason = 'cover'`
    expect(await tried('coordinator', sql`update people.sight set ends_on = null where ${cover}`)).toBe(
      'refused',
    )
    await matrix.owner.query("update people.sight set ended_at = '2026-11-01' where reason = 'cover'")
    expect(await tried('coordinator', sql`update people.sight set ended_at = null where ${cover}`)).toBe(
      'refused',
    )
  })

  test('is not given to oneself of somebody who was there already', async () => {
    const grant = (account: string) => sql`
      insert into people.sight (id, organisation_id, person_id, account_id, role, categories, reason, granted_by, granted_at)
      values (${randomUUID()}, ${mine().organisationId}, ${mine().id}, ${account}, 'coordinator', '{identity}', 'responsible', ${own()}, now())`
    expect(await tried('coordinator', grant(own()))).toBe('refused')
    // Nor does a colleague answer for somebody without having said yes.
    expect(await tried('coordinator', grant(matrix.people.colleague.id))).toBe('refused')
  })
})

describe('what is a person’s own, by raw statements', () => {
  const mine = () => matrix.people.mine

  test('no coordinator ends that somebody sees their own page', async () => {
    const own = sql`person_id = ${mine().id}::uuid and reason = 'self'`
    // As they are when the coordinator has invited the person.
    await matrix.owner.query(
      "update people.sight set granted_by = $1 where person_id = $2 and reason = 'self'",
      [matrix.account('coordinator').id, mine().id],
    )
    expect(await tried('coordinator', sql`update people.sight set ended_at = now() where ${own}`)).toBe(0)
    expect(await tried('coordinator', sql`update people.sight set ends_on = '2020-01-01' where ${own}`)).toBe(
      0,
    )
    expect(await tried('lead', sql`update people.sight set ended_at = now() where ${own}`)).toBe(1)
  })

  test('a person says how often they are asked; the schedule and what has been made due are the house’s', async () => {
    const set = (what: RawBuilder<unknown>) =>
      tried('participant', sql`update support.pathway set ${what} where person_id = ${mine().id}::uuid`)
    expect(await set(sql`rhythm = 'monthly', caught_up_to = platform.today()`)).toBe(1)
    expect(await set(sql`state = 'ended', caught_up_to = null`)).toBe(1)
    expect(await set(sql`pathway = 'fixed'`)).toBe('refused')
    expect(await set(sql`caught_up_to = platform.today() + 400`)).toBe('refused')
    expect(await set(sql`caught_up_to = platform.today() - 400`)).toBe('refused')
    expect(await set(sql`caught_up_to = null`)).toBe('refused')
  })
})

describe('doors, by raw statements of a coordinator', () => {
  test('are opened to participants and never to staff', async () => {
    const { house, people } = matrix
    const invite = (account: string) => sql`
      insert into access.code (id, purpose, account_id, hash, made_at, ends_at, tries_left)
      values (${randomUUID()}, 'invitation', ${account}, ${randomBytes(32)}, now(), now(), 1)`
    expect(await tried('coordinator', invite(matrix.account('participant').id))).toBe(1)
    expect(await tried('coordinator', invite(matrix.account('admin').id))).toBe('refused')
    const bare = await house.act('system', (act) =>
      createAccount(act, {
        name: 'Ilma aadressita',
        email: 'ilma@esimene.test',
        roles: ['lead'],
        locale: 'et',
      }),
    )
    await matrix.owner.query('delete from access.address where account_id = $1', [bare])
    const address = sql`
      insert into access.address (account_id, organisation_id, email_sealed, email_index)
      values (${bare}, ${people.mine.organisationId}, ${randomBytes(40)}, ${randomBytes(32)})`
    expect(await tried('coordinator', address)).toBe('refused')
    expect(await tried('admin', address)).toBe(1)
  })
})

describe('what is said in whose name, by raw statements', () => {
  const answer = (by: string, way: string, read: boolean) => sql`
    insert into support.checkin_answer (id, organisation_id, person_id, given_at, given_on, by_account, way, read_at, read_by)
    values (${randomUUID()}, ${matrix.people.mine.organisationId}, ${matrix.people.mine.id}, now(), '2026-11-24', ${by}, ${way},
      ${read ? sql`now()` : sql`null`}, ${read ? by : null})`

  test('a person answers for themself, and staff write down as staff', async () => {
    const person = matrix.account('participant').id
    const coordinator = matrix.account('coordinator').id
    expect(await tried('participant', answer(person, 'self', false))).toBe(1)
    expect(await tried('participant', answer(coordinator, 'self', false))).toBe('refused')
    expect(await tried('participant', answer(person, 'telephone', false))).toBe('refused')
    expect(await tried('participant', answer(person, 'self', true))).toBe('refused')
    expect(await tried('coordinator', answer(coordinator, 'telephone', true))).toBe(1)
    expect(await tried('coordinator', answer(person, 'telephone', true))).toBe('refused')
    expect(await tried('coordinator', answer(coordinator, 'self', false))).toBe('refused')
  })

  test('a yes is recorded under one’s own name', async () => {
    const yes = (by: string) => sql`
      insert into people.consent (id, organisation_id, person_id, purpose, state, on_day, how, text_version, recorded_by, recorded_at)
      values (${randomUUID()}, ${matrix.people.mine.organisationId}, ${matrix.people.mine.id}, 'support', 'given', '2026-11-24',
        'self', '1', ${by}, now())`
    expect(await tried('participant', yes(matrix.account('participant').id))).toBe(1)
    expect(await tried('participant', yes(matrix.account('coordinator').id))).toBe('refused')
    expect(await tried('coordinator', yes(matrix.account('participant').id))).toBe('refused')
  })

  test('an answer, a record and a lapse correct and answer only what is the same person’s', async () => {
    const { mine, colleagues } = matrix.people
    const person = matrix.account('participant').id
    const coordinator = matrix.account('coordinator').id
    const correcting = (supersedes: string) => sql`
      insert into support.checkin_answer (id, organisation_id, person_id, supersedes, given_at, given_on, by_account, way)
      values (${randomUUID()}, ${mine.organisationId}, ${mine.id}, ${supersedes}, now(), '2026-11-24', ${person}, 'self')`
    expect(await tried('participant', correcting(mine.answerId))).toBe(1)
    expect(await tried('participant', correcting(colleagues.answerId))).toBe('refused')
    const record = (checkup: string, supersedes: string | null) => sql`
      insert into support.checkup_record (id, organisation_id, person_id, checkup_id, supersedes, held_on, way, recorded_at)
      values (${randomUUID()}, ${mine.organisationId}, ${mine.id}, ${checkup}, ${supersedes}, '2026-11-24', 'call', now())`
    expect(await tried('coordinator', record(mine.heldCheckupId, mine.recordId))).toBe(1)
    expect(await tried('coordinator', record(colleagues.heldCheckupId, null))).toBe('refused')
    expect(await tried('coordinator', record(mine.heldCheckupId, colleagues.recordId))).toBe('refused')
    const lapse = (supersedes: string) => sql`
      insert into support.lapse (id, organisation_id, person_id, happened_on, told_on, told_by, recorded_by, recorded_at, supersedes)
      values (${randomUUID()}, ${mine.organisationId}, ${mine.id}, '2026-11-20', '2026-11-21', 'person', ${coordinator}, now(), ${supersedes})`
    expect(await tried('coordinator', lapse(mine.lapseId))).toBe(1)
    expect(await tried('coordinator', lapse(colleagues.lapseId))).toBe('refused')
  })

  test('a person asks for something and is heard; they neither give nor move what staff have to do', async () => {
    const task = (kind: string) => sql`
      insert into tasks.task (id, organisation_id, person_id, kind, due_on, since, made_at)
      values (${randomUUID()}, ${matrix.people.mine.organisationId}, ${matrix.people.mine.id}, ${kind}, '2026-12-24', '2026-12-24', now())`
    const clear = sql`update tasks.task set state = 'cancelled', done_at = now() where state = 'requested'`
    expect(await tried('coordinator', clear, task('read'))).toBe(1)
    const waiting = sql`person_id = ${matrix.people.mine.id} and kind = 'read' and state = 'requested'`
    await matrix.owner.query(
      `update tasks.task set state = 'cancelled', done_at = now() where kind = 'read' and state = 'requested'`,
    )
    await matrix.owner.query(
      `insert into tasks.task (id, organisation_id, person_id, kind, due_on, since, made_at) values ($1, $2, $3, 'read', '2026-12-24', '2026-12-24', now())`,
      [randomUUID(), matrix.people.mine.organisationId, matrix.people.mine.id],
    )
    // That an answer was read is for those to say who read it.
    expect(
      await tried(
        'participant',
        sql`update tasks.task set state = 'completed', done_at = now() where ${waiting}`,
      ),
    ).not.toBe(1)
    expect(
      await tried(
        'coordinator',
        sql`update tasks.task set state = 'completed', done_at = now() where ${waiting}`,
      ),
    ).toBe(1)
  })
})

describe('what a supporter sees', () => {
  const shared = async (personId: string) => {
    const { rows } = await matrix.owner.query(
      `select categories from people.sight where person_id = $1 and account_id = $2 and ended_at is null`,
      [personId, matrix.people.confidant.id],
    )
    return rows.map((row) => row.categories.join(' '))
  }
  const appoint = (as: TestAccount, share: string[]) =>
    matrix.house.request(`/people/${matrix.people.colleagues.code}/supporter`, {
      as,
      form: { who: matrix.people.confidant.id, share, agreed: 'on' },
    })

  test('shrinks when the person agrees to less, whoever had appointed them before', async () => {
    const { colleagues, colleague } = matrix.people
    const { lead, coordinator } = matrix.house.organisation.accounts
    await appoint(lead, ['answers', 'notes'])
    expect(await shared(colleagues.id)).toEqual(['identity path answers notes'])
    await appoint(colleague, ['answers'])
    expect(await shared(colleagues.id)).toEqual(['identity path answers'])
    await matrix.house.act(colleague, (act) =>
      asHouse(act, (house) => handOver(house, colleagues.id, coordinator.id)),
    )
    expect(await shared(colleagues.id)).toEqual(['identity path answers'])
    await appoint(coordinator, [])
    expect(await shared(colleagues.id)).toEqual(['identity path'])
    await matrix.house.request(`/people/${colleagues.code}/supporter/end`, {
      as: coordinator,
      form: { who: matrix.people.confidant.id },
    })
    expect(await shared(colleagues.id)).toEqual([])
  })
})

describe('requests that no browser sends', () => {
  const fields = (bytes: number) => 'a&'.repeat(bytes / 2)
  const send = (path: string, body: string, cookie?: string) =>
    matrix.house.app.request(`http://localhost:3000${path}`, {
      method: 'POST',
      headers: {
        host: 'localhost:3000',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie ? { cookie } : {}),
      },
      body,
    })

  test('a body of many fields is not read for somebody who has not shown who they are', async () => {
    expect((await send('/sign-in', fields(40_000))).status).toBe(413)
    const person = await matrix.house.signIn('participant')
    expect((await send('/me/checkin', fields(40_000), person)).status).toBe(413)
    const weak = await matrix.house.signIn('coordinator', { strong: false })
    expect((await send('/people', fields(40_000), weak)).status).toBe(413)
    const strong = await matrix.house.signIn('coordinator')
    expect((await send('/people', `words=${'a'.repeat(40_000)}`, strong)).status).toBe(303)
  })

  test('a code or an id that can be none is not there', async () => {
    const { mine } = matrix.people
    const lapse = `/people/${mine.code}%00/lapse`
    expect((await matrix.house.request(lapse, { as: 'coordinator' })).status).toBe(404)
    const end = `/people/${mine.code}/supporter/end`
    const ended = await matrix.house.request(end, { as: 'coordinator', form: { who: 'x' } })
    expect(ended.status).toBeLessThan(500)
  })

  test('a form that comes back with a mistake leaves a line in the log of the person it names', async () => {
    const { mine } = matrix.people
    const reads = async () =>
      (
        await matrix.owner.query(
          `select from platform.audit_entry where action = 'read' and what = 'people.person' and subjects @> array[$1::bytea]`,
          [mine.auditSubject],
        )
      ).rows.length
    const before = await reads()
    const sent = await matrix.house.request(`/people/${mine.code}/lapse`, {
      as: 'coordinator',
      form: { note: '' },
    })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('Minu Inimene')
    expect(await reads()).toBe(before + 1)
  })

  test('a passkey is not refused without end: each refusal is a line in the audit', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 61; i++) {
      statuses.add((await send('/sign-in/passkey', 'answer=x', '__Host-tugevus-key=x')).status)
    }
    expect([...statuses]).toEqual([422, 429])
  })
})
