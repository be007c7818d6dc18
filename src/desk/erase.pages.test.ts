import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, textOf, type Desk } from '../../tests/setup/desk.ts'
import { sealAudit, verifyAudit } from '../platform/audit.seal.ts'

let desk: Desk
let owner: pg.Client
beforeAll(async () => {
  desk = await openDesk()
  owner = new pg.Client(desk.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await desk.close()
})

/** In how many rows of which tables this person still is. */
async function rowsOf(personId: string): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string; column: string }>(`
    select table_schema || '.' || table_name as name, column_name as column from information_schema.columns
     where table_schema in ('people', 'tasks', 'support') and (column_name = 'person_id' or (table_name = 'person' and column_name = 'id'))`)
  const counts: Record<string, number> = {}
  for (const { name, column } of rows) {
    const found = await owner.query(`select count(*)::int as n from ${name} where ${column} = $1`, [personId])
    if (found.rows[0].n > 0) counts[name] = found.rows[0].n
  }
  return counts
}

describe('taking one’s data along', () => {
  test('gives a file of everything one sees: who, what was said, what was agreed, who looked', async () => {
    const answer = await desk.request('/me/take', { as: 'participant' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="minu-andmed-2026-11-23.json"',
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    const file = JSON.parse(text)
    expect(file.code).toBe(desk.people.mine.code)
    expect(file.people.identity).toMatchObject({ name: 'Minu Inimene', birthDate: '1988-05-05' })
    expect(file.people.consents).toMatchObject([
      { purpose: 'continuing-support', state: 'given', onDay: '2026-11-02' },
      { purpose: 'trusted-contact', state: 'given', onDay: '2026-11-03' },
    ])
    expect(file.people.trusted).toMatchObject([{ name: 'Ema', telling: 'call' }])
    expect(file.people.looked.length).toBeGreaterThan(3)
    expect(file.tasks.tasks.length).toBeGreaterThan(0)
    expect(text).toContain('Pikk nädal.')
    // Notes of staff are not open to the person here; the lead gives them after looking through them.
    expect(text).not.toContain('Rääkisime.')
  })

  test('is written down', async () => {
    const page = await desk.request('/me/looked', { as: 'participant' })
    expect(textOf(await page.text())).toContain('võttis andmed kaasa')
  })

  test('by the lead for somebody holds the notes too; a coordinator cannot', async () => {
    const { mine, foreign } = desk.people
    const text = await (await desk.request(`/people/${mine.code}/take`, { as: 'lead' })).text()
    expect(text).toContain('Rääkisime.')
    expect((await desk.request(`/people/${mine.code}/take`, { as: 'coordinator' })).status).toBe(404)
    expect((await desk.request(`/people/${foreign.code}/take`, { as: 'lead' })).status).toBe(404)
  })
})

describe('erasing', () => {
  test('by the lead wants the code written out, and changes nothing without it', async () => {
    const { colleagues } = desk.people
    const before = await rowsOf(colleagues.id)
    for (const code of ['', desk.people.mine.code, 'jah']) {
      const answer = await desk.request(`/people/${colleagues.code}/erase`, { as: 'lead', form: { code } })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(textOf(html)).toContain('Kirjuta täpselt see kood')
      expect(html).toContain(`value="${code}"`)
    }
    expect(
      (
        await desk.request(`/people/${colleagues.code}/erase`, {
          as: 'coordinator',
          form: { code: colleagues.code },
        })
      ).status,
    ).toBe(404)
    expect(
      (
        await desk.request(`/people/${desk.people.foreign.code}/erase`, {
          as: 'lead',
          form: { code: desk.people.foreign.code },
        })
      ).status,
    ).toBe(404)
    expect(await rowsOf(colleagues.id)).toEqual(before)
    expect(Object.keys(before).length).toBeGreaterThan(8)
  })

  test('by the lead takes the person out of every table, and nobody else', async () => {
    const { colleagues, mine } = desk.people
    const others = await rowsOf(mine.id)
    const answer = await desk.request(`/people/${colleagues.code}/erase`, {
      as: 'lead',
      form: { code: colleagues.code.toLowerCase() },
    })
    expect(answer.headers.get('location')).toBe('/people')
    expect(await rowsOf(colleagues.id)).toEqual({})
    expect(await rowsOf(mine.id)).toEqual(others)
    expect((await desk.request(`/people/${colleagues.code}`, { as: 'lead' })).status).toBe(404)
  })

  test('by the person wants a tick, then leaves no row, no account and no session behind', async () => {
    const { mine } = desk.people
    const account = desk.organisation.accounts.participant.id
    const cookie = await desk.signIn('participant')
    const unsure = await desk.request('/me/erase', { as: { cookie }, form: {} })
    expect(unsure.status).toBe(422)
    expect(textOf(await unsure.text())).toContain('Pane linnuke, kui tahad kustutada')
    expect(Object.keys(await rowsOf(mine.id)).length).toBeGreaterThan(8)
    const sure = await desk.request('/me/erase', { as: { cookie }, form: { sure: 'on' } })
    expect(sure.status).toBe(303)
    expect(sure.headers.get('location')).toBe('/erased')
    expect(await rowsOf(mine.id)).toEqual({})
    for (const table of ['account', 'account_role', 'address', 'session']) {
      const column = table === 'account' ? 'id' : 'account_id'
      const { rows } = await owner.query(`select 1 from access.${table} where ${column} = $1`, [account])
      expect(rows).toEqual([])
    }
    expect((await desk.request('/me', { as: { cookie } })).headers.get('location')).toMatch(/^\/sign-in/)
    const gone = await desk.request('/erased', { as: { cookie } })
    expect(textOf(await gone.text())).toContain('Sinust ei ole siin enam midagi kirjas.')
  })

  test('keeps the proofs of the audit valid, and says in them that it was asked for and done', async () => {
    const { rows } = await owner.query(
      `select role, detail from platform.audit_entry where action = 'erase' and subjects @> array[$1::bytea] order by id`,
      [desk.people.mine.auditSubject],
    )
    expect(rows.map((row) => row.role)).toEqual(['participant', 'system'])
    expect(rows[0].detail).toBe('asked')
    while ((await sealAudit(desk.ground.jobs, desk.ground.keys, desk.ground.clock.now())) > 0);
    expect((await verifyAudit(desk.ground.jobs, desk.ground.keys)).troubles).toEqual([])
  })

  test('leaves not even the id behind under which the person was entered', async () => {
    const { rows } = await owner.query('select 1 from people.entry where person_id = $1', [
      desk.people.mine.id,
    ])
    expect(rows).toEqual([])
  })
})
