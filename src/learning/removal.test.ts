/** What was entered by mistake can be taken away; what somebody confirmed, and what something else hangs on, cannot. */
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { addJourney } from '../../tests/setup/mobilities.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { addObservation, mobilitiesOf, projectsOf } from './mobility.store.ts'
import {
  addOutcomes,
  addParticipation,
  confirm,
  outcomesOf,
  participationsOf,
} from './participation.store.ts'
import { removeOutcome, removeParticipation } from './removal.store.ts'
import { learningRoom } from './room.ts'

let house: House
let owner: pg.Client
let lead: TestAccount
let project: string
let mobility: string
let foreign: { project: string; mobility: string; participation: string; outcome: string }

const days = { startsOn: day('2026-03-10'), endsOn: day('2026-03-14') }

async function travelled(as: TestAccount): Promise<{ project: string; mobility: string }> {
  return house.act(as, async (act) => {
    const mobility = { title: 'Töövarjunädal', host: 'Naabrite gild', ...days }
    return addJourney(act, { project: days, mobility })
  })
}

/** Somebody who took part and was to learn two things. */
async function took(as: TestAccount, mobilityId: string, accountId: string | null = null) {
  return house.act(as, async (act) => {
    const name = accountId === null ? 'Mari Mägi' : ''
    const id = await addParticipation(act, mobilityId, { accountId, name, part: 'participant' })
    const whose = { mobilityId, participationId: id }
    await addOutcomes(act, whose, ['Oskan ruumi lahti hoida.', 'Oskan võtit ringi lasta.'])
    return { id, outcomes: (await outcomesOf(act, whose)).map((one) => one.id) }
  })
}

beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  lead = house.organisation.accounts.mobility_lead
  ;({ project, mobility } = await travelled(lead))
  const elsewhere = house.other.accounts.mobility_lead
  const there = await travelled(elsewhere)
  const { id, outcomes } = await took(elsewhere, there.mobility)
  foreign = { ...there, participation: id, outcome: outcomes[0] ?? '' }
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

const ask = async (path: string, as: Role, form?: Record<string, string>) => {
  const answer = await house.request(`${path}/remove`, { as, ...(form ? { form } : {}) })
  const text = textOf(await answer.text())
  return { status: answer.status, to: answer.headers.get('location') ?? '', text }
}

describe('who must not', () => {
  test.each<Role>(['developer', 'coordinator', 'supporter', 'host', 'participant', 'officer', 'admin'])(
    'to a %s there is nothing to take away',
    async (as) => {
      const { id, outcomes } = await took(lead, mobility, house.organisation.accounts[as].id)
      for (const path of [
        `/participations/${id}`,
        `/outcomes/${outcomes[0]}`,
        `/mobilities/${mobility}`,
        `/projects/${project}`,
      ])
        for (const form of [undefined, {}]) expect((await ask(path, as, form)).status, path).toBe(404)
      // Not by the database either.
      expect(await house.act(as, (act) => removeOutcome(act, outcomes[0] ?? ''))).toBe('none')
      expect((await ask(`/participations/${id}`, 'mobility_lead', {})).status).toBe(303)
    },
  )

  test('what another organisation has is not there', async () => {
    for (const path of [
      `/participations/${foreign.participation}`,
      `/outcomes/${foreign.outcome}`,
      `/mobilities/${foreign.mobility}`,
      `/projects/${foreign.project}`,
    ])
      for (const form of [undefined, {}]) expect((await ask(path, 'lead', form)).status, path).toBe(404)
  })
})

describe('a participation', () => {
  test('is taken away with what was to be learnt, which is said before', async () => {
    const { id, outcomes } = await took(lead, mobility)
    const { text } = await ask(`/participations/${id}`, 'mobility_lead')
    expect(text).toContain('Mari Mägi')
    expect(text).toContain('2 õpiväljundit')
    const gone = await ask(`/participations/${id}`, 'mobility_lead', {})
    expect([gone.status, gone.to]).toEqual([303, `/mobilities/${mobility}`])
    const { rows } = await owner.query('select from learning.outcome where id = any ($1)', [outcomes])
    expect(rows).toEqual([])
  })

  test('stays while there is evidence of it, also by raw SQL, and goes with it where an account is erased', async () => {
    const { id } = await took(lead, mobility)
    const keep = async () =>
      owner.query(
        `insert into learning.evidence (id, mobility_id, participation_id, organisation_id, kind, title, type, size, content_sealed, added_on, made_at)
           values (gen_random_uuid(), $1, $2, $3, 'certificate', 'Tunnistus', 'application/pdf', 1, '\\x00', '2026-11-24', now())`,
        [mobility, id, house.organisation.id],
      )
    await keep()
    for (const path of [`/participations/${id}`, `/mobilities/${mobility}`]) {
      const { status, text } = await ask(path, 'mobility_lead', {})
      expect(status, path).toBe(422)
      expect(text, path).toContain('Kirjas on 1 fail. Võta enne failid ära.')
    }
    expect(await house.act('lead', (act) => removeParticipation(act, id))).toBe('held')
    await owner.query('delete from learning.participation where id = $1', [id])
    expect((await owner.query('select from learning.evidence')).rows).toEqual([])
  })

  test('stays where whoever took part confirmed it', async () => {
    const { id } = await took(lead, mobility)
    await house.act('lead', (act) =>
      confirm(act, id, { complement: 'Olin.', confirmedOn: day('2026-03-16') }),
    )
    expect((await ask(`/participations/${id}`, 'lead')).text).toContain('kinnitatud (16. märts 2026)')
    expect((await ask(`/participations/${id}`, 'lead', {})).status).toBe(422)
    await house.act('lead', (act) => confirm(act, id, { complement: 'Olin.', confirmedOn: null }))
    expect((await ask(`/participations/${id}`, 'lead', {})).status).toBe(303)
  })

  test('stays where something that was seen stands beside what was to be learnt', async () => {
    const { id, outcomes } = await took(lead, mobility)
    const seen = await seenBeside(outcomes[0] ?? '')
    expect((await ask(`/participations/${id}`, 'lead')).text).toContain('1 tähelepanek')
    expect((await ask(`/participations/${id}`, 'lead', {})).status).toBe(422)
    expect((await ask(`/outcomes/${outcomes[0]}`, 'lead', {})).status).toBe(422)
    const { rows } = await owner.query('select outcome_id from learning.observation where id = $1', [seen])
    expect(rows).toEqual([{ outcome_id: outcomes[0] }])
    await owner.query('delete from learning.observation')
    expect((await ask(`/participations/${id}`, 'lead', {})).status).toBe(303)
  })
})

async function seenBeside(outcomeId: string): Promise<string> {
  return house.act('lead', (act) =>
    addObservation(act, mobility, {
      seenOn: day('2026-03-11'),
      seenAt: 'Gild',
      what: 'Võti käib ringi.',
      thought: '',
      outcomeId,
    }),
  )
}

describe('an expected outcome', () => {
  test('is taken away alone, and the next one takes no number that is still used', async () => {
    const { id, outcomes } = await took(lead, mobility)
    expect((await ask(`/outcomes/${outcomes[0]}`, 'lead')).text).toContain('Oskan ruumi lahti hoida.')
    const gone = await ask(`/outcomes/${outcomes[0]}`, 'lead', {})
    expect([gone.status, gone.to]).toEqual([303, `/participations/${id}/change`])
    const whose = { mobilityId: mobility, participationId: id }
    await house.act('lead', (act) => addOutcomes(act, whose, ['Oskan küsida.']))
    const texts = await house.act('lead', async (act) =>
      (await outcomesOf(act, whose)).map(({ text }) => text),
    )
    expect(texts).toEqual(['Oskan võtit ringi lasta.', 'Oskan küsida.'])
  })

  test('of a group leads back to its programme', async () => {
    const whose = { mobilityId: mobility, participationId: null }
    const [outcome] = await house.act('lead', async (act) => {
      await addOutcomes(act, whose, ['Teame, kes ukse avab.'])
      return outcomesOf(act, whose)
    })
    const gone = await ask(`/outcomes/${outcome?.id}`, 'mobility_lead', {})
    expect([gone.status, gone.to]).toEqual([303, `/mobilities/${mobility}/programme`])
  })

  test('stays where its participation is confirmed', async () => {
    const { id, outcomes } = await took(lead, mobility)
    await house.act('lead', (act) => confirm(act, id, { complement: '', confirmedOn: day('2026-03-16') }))
    expect((await ask(`/outcomes/${outcomes[0]}`, 'lead', {})).status).toBe(422)
    await expect(
      house.act('lead', (act) =>
        act.tx
          .deleteFrom('learning.outcome')
          .where('id', '=', outcomes[0] ?? '')
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '23514' })
  })
})

describe('a mobility and a project', () => {
  test('are taken away when they are empty, and say what is in them when they are not', async () => {
    const empty = await travelled(lead)
    const { id } = await took(lead, empty.mobility)
    expect((await ask(`/projects/${empty.project}`, 'lead')).text).toContain('1 õpiränne')
    expect((await ask(`/projects/${empty.project}`, 'lead', {})).status).toBe(422)
    expect((await ask(`/mobilities/${empty.mobility}`, 'lead')).text).toContain('1 osaleja')
    expect((await ask(`/mobilities/${empty.mobility}`, 'lead', {})).status).toBe(422)
    expect((await ask(`/participations/${id}`, 'lead', {})).status).toBe(303)
    const gone = await ask(`/mobilities/${empty.mobility}`, 'mobility_lead', {})
    expect([gone.status, gone.to]).toEqual([303, `/projects/${empty.project}`])
    const last = await ask(`/projects/${empty.project}`, 'mobility_lead', {})
    expect([last.status, last.to]).toEqual([303, '/projects'])
    const left = await house.act('lead', async (act) => ({
      projects: (await projectsOf(act)).map((one) => one.id),
      mobilities: (await mobilitiesOf(act)).map((one) => one.id),
      people: (await participationsOf(act)).map((one) => one.id),
    }))
    expect([left.projects, left.mobilities]).toEqual([[project], [mobility]])
    expect(left.people).not.toContain(id)
  })

  test('stay while anything hangs on them, also what whoever looks may not see', async () => {
    // As another room's table might: nothing here knows it, and nobody may see into it.
    await owner.query(`create table learning.strange (mobility_id uuid references learning.mobility (id));
      alter table learning.strange enable row level security; alter table learning.strange force row level security`)
    const { mobility: held } = await travelled(lead)
    await owner.query('insert into learning.strange values ($1)', [held])
    expect((await ask(`/mobilities/${held}`, 'lead')).status).toBe(200)
    const refused = await ask(`/mobilities/${held}`, 'lead', {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('mida siit ei näe')
    await owner.query('drop table learning.strange')
    expect((await ask(`/mobilities/${held}`, 'lead', {})).status).toBe(303)
  })

  test('take nothing along that they are not known to take', async () => {
    const { rows } = await owner.query<{ key: string }>(`
      select conrelid::regclass || ' -> ' || confrelid::regclass as key from pg_constraint
       where contype = 'f' and confdeltype = 'c'
         and confrelid = any ('{learning.project,learning.mobility,learning.participation,learning.outcome}'::regclass[])`)
    // Evidence goes with its participation where an account is erased; by hand a trigger refuses it.
    expect(rows.map(({ key }) => key).toSorted()).toEqual([
      'learning.evidence -> learning.participation',
      'learning.outcome -> learning.participation',
    ])
  })
})
