import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  seedCommunities,
  type SeededCommunities,
  type SeededCommunity,
} from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { statementsOf } from '../../tests/setup/statements.ts'
import { systemOf, withActor, type Actor } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { runJob } from '../platform/jobs.ts'
import { openLog } from '../platform/log.ts'
import { locales } from '../platform/words.ts'
import { shownLetterCode } from '../platform/letter-code.ts'
import { pulseCode } from './pulse.code.ts'
import { pulseJob } from './pulse.job.ts'
import { answerPulse, closePulse, holderOf, openPulse, pulseMeans, pulsesOf } from './pulse.store.ts'
import { pulseAnswerWords } from './pulse.answer.words.ts'
import { communitiesRoom } from './room.ts'
import type { Answers, NewPulse } from './pulse.ts'

let house: House
let seeded: SeededCommunities
let owner: pg.Client
const logged: string[] = []
const codes: string[] = []
beforeAll(async () => {
  const log = openLog('debug', { write: (line) => void logged.push(line) })
  house = await openHouse({ rooms: [communitiesRoom], log })
  seeded = await seedCommunities(house)
  owner = new pg.Client(house.database.connection)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await house.close()
})
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

const developer = () => house.organisation.accounts.developer
const twoWeeks: NewPulse = {
  moment: 'before',
  label: '',
  opensOn: day('2026-11-23'),
  untilOn: day('2026-12-07'),
  expected: null,
}

/** A pulse of its own for a test. */
async function open(given: Partial<NewPulse> = {}, { id }: SeededCommunity = seeded.mine) {
  const pulseId = await house.act(developer(), (act) =>
    openPulse(act, { communityId: id, about: 'Kuusiku külaselts' }, { ...twoWeeks, ...given }),
  )
  const code = pulseCode(house.ground.keys, pulseId)
  codes.push(code)
  return { id: pulseId, code }
}

const sheet = { trust: '6', fairness: '4', helpfulness: '5', neighbour: '0', hobby: '1', workmate: '2' }
const form = (number: number) => number.toString(16).padStart(32, '0')
let forms = 0

const get = async (path: string, asked?: Parameters<House['request']>[1]) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location'), html, text: textOf(html), answer }
}
const answer = (code: string, given: Record<string, string> = sheet) =>
  get(`/pulse/${code}`, { form: { form: form(++forms), ...given } })
const own = (place: string) => `/communities/${seeded.mine.slug}/${place}`

async function kept(id: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(
    'select count(*) as n from communities.pulse_answer where pulse_id = $1',
    [id],
  )
  return Number(rows[0]?.n)
}

describe('who must not see', () => {
  test('pulses are for developers, the lead and their own contact persons', async () => {
    const { id } = await open()
    for (const place of ['pulse', `pulse/${id}`, `pulse/${id}/poster`]) {
      for (const as of ['coordinator', 'supporter', 'participant', 'officer', 'admin'] as const) {
        expect((await get(own(place), { as })).status, `${as} ${place}`).toBe(404)
      }
      expect((await get(own(place))).status, place).toBe(303)
      expect((await get(own(place), { as: 'host' })).status, place).toBe(200)
      for (const other of [seeded.others, seeded.foreign]) {
        const there = `/communities/${other.slug}/${place}`
        expect((await get(there, { as: 'host' })).status, there).toBe(404)
      }
    }
    expect((await get(own('pulse/new'), { as: 'host' })).status).toBe(404)
    for (const act of ['close', 'until']) {
      expect((await get(own(`pulse/${id}/${act}`), { as: 'host', form: {} })).status).toBe(404)
    }
  })

  test('nobody of the house reads, changes or erases a single answer by raw SQL, nor adds one', async () => {
    const { id, code } = await open()
    await answer(code)
    expect(await kept(id)).toBe(1)
    for (const role of ['lead', 'developer', 'host', 'coordinator', 'admin', 'participant'] as const) {
      const tx = trying(house.actor(role))
      expect(await tx('select * from communities.pulse_answer'), role).toBe(0)
      expect(await tx('delete from communities.pulse_answer'), role).toBe(0)
      expect(await tx('update communities.pulse_answer set trust = 1'), role).toBe('refused')
      expect(await tx(addition(id)), role).toBe('refused')
    }
    expect(await kept(id)).toBe(1)
  })

  test('whoever has a code adds to its pulse and sees no answer, and nothing of any other pulse', async () => {
    const mine = await open()
    const other = await open({}, seeded.others)
    await answer(mine.code)
    const holder = holderOf(house.ground, mine.code)
    if (!holder) throw new Error('this is a code')
    const tx = trying(holder)
    expect(await tx('select * from communities.pulse_answer')).toBe(0)
    expect(await tx('select * from communities.pulse')).toBe(1)
    expect(await tx('select * from communities.pulse_mean')).toBe(0)
    expect(await tx('select * from communities.community')).toBe(0)
    expect(await tx('update communities.pulse set expected = 1')).toBe(0)
    expect(await tx(addition(mine.id))).toBe(1)
    expect(await tx(addition(other.id))).toBe('refused')
    const nobody = holderOf(house.ground, 'abcdefgh')
    expect(
      nobody && (await withActor(house.ground, nobody, (act) => answerPulse(act, other.id, all(1)))),
    ).toBe(false)
  })

  test('no developer counts, reopens or writes a mean by raw SQL', async () => {
    const { id, code } = await open()
    for (let n = 0; n < 5; n++) await answer(code)
    const before = trying(house.actor('developer'))
    expect(
      await before(`update communities.pulse set closed_on = '2026-11-23', answers = 0 where id = '${id}'`),
    ).toBe('refused')
    await house.act(developer(), (act) => closePulse(act, id))
    const tx = trying(house.actor('developer'))
    for (const change of ['closed_on = null, answers = null', "until_on = '2027-01-01'"]) {
      expect(await tx(`update communities.pulse set ${change} where id = '${id}'`)).toBe('refused')
    }
    expect(
      await tx(
        `insert into communities.pulse_mean select * from communities.pulse_mean where pulse_id = '${id}'`,
      ),
    ).toBe('refused')
    // Nor does the house itself write a mean of four.
    const few = `insert into communities.pulse_mean (pulse_id, measure, community_id, organisation_id, people, mean_tenths)
      select id, 'trust', community_id, organisation_id, 4, 50 from communities.pulse where closed_on is null limit 1`
    const system = trying(systemOf(house.organisation.id, 'Europe/Tallinn'))
    expect(await system(few)).toBe('refused')
  })
})

const all = (value: number): Answers => ({
  trust: value,
  fairness: value,
  helpfulness: value,
  neighbour: null,
  hobby: null,
  workmate: null,
  lodger: null,
  evening: null,
})
const addition = (
  id: string,
) => `insert into communities.pulse_answer (id, pulse_id, community_id, organisation_id, trust)
  values (gen_random_uuid(), '${id}', (select '${seeded.mine.id}'::uuid), '${house.organisation.id}', 5)`

/** Raw statements as an actor, each taken back: how many rows it saw or touched, or that it was refused. */
function trying(actor: Actor) {
  return async (statement: string): Promise<number | 'refused'> => {
    let touched: number | 'refused' = 0
    const taken = new Error('taken back')
    try {
      await withActor(house.ground, actor, async (act) => {
        const { rows, numAffectedRows } = await sql.raw(statement).execute(act.tx)
        touched = Number(numAffectedRows ?? rows.length)
        throw taken
      })
    } catch (error) {
      if (error === taken) return touched
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code === '42501' || code === '23514') return 'refused'
      throw error
    }
    return touched
  }
}

describe('answering', () => {
  test('needs no account: the code, one page, thanks', async () => {
    const { id, code } = await open()
    const { to } = await get('/pulse', { form: { code: ` ${shownLetterCode(code)} ` } })
    expect(to).toBe(`/pulse/${code}`)
    const shown = await get(to ?? '')
    expect(shown.text).toContain('Kuusiku külaselts')
    expect(shown.answer.headers.getSetCookie()).toEqual([])
    const sent = await answer(code)
    expect([sent.status, sent.to]).toEqual([303, '/pulse/done'])
    expect(sent.answer.headers.getSetCookie()).toEqual([])
    expect((await get('/pulse/done')).text).toContain(pulseAnswerWords('et').done.what)
    expect(await kept(id)).toBe(1)
  })

  test('keeps nothing of who and when: only the pulse and what was answered', async () => {
    const { id, code } = await open()
    await get(`/pulse/${code}`, { as: 'lead', form: { form: form(++forms), ...sheet, name: 'Mari' } })
    const { rows } = await owner.query('select * from communities.pulse_answer where pulse_id = $1', [id])
    expect(Object.keys(rows[0]).toSorted()).toEqual(
      ['community_id', 'evening', 'fairness', 'helpfulness', 'hobby', 'id', 'lodger', 'neighbour'].concat([
        'organisation_id',
        'pulse_id',
        'trust',
        'workmate',
      ]),
    )
    const { rows: noted } = await owner.query(
      `select from platform.audit_entry where position('pulse' in what) > 0`,
    )
    expect(noted).toEqual([])
    // Somebody who is signed in on this telephone is not greeted by name.
    expect((await get(`/pulse/${code}`, { as: 'lead' })).html).not.toContain(
      house.organisation.accounts.lead.name,
    )
  })

  test('every question may be left out, all of them may not; what was typed stays', async () => {
    const { id, code } = await open()
    const say = pulseAnswerWords('et').errors
    expect((await answer(code, { evening: '3' })).status).toBe(303)
    const empty = await answer(code, { trust: '' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain(say.nothing)
    const wrong = await answer(code, { trust: '7', fairness: '11', lodger: '2', hobby: '4' })
    expect(wrong.status).toBe(422)
    for (const part of [say.scale, say.choice]) expect(wrong.text).toContain(part)
    expect(wrong.html).toMatch(/name="trust"[^>]*value="7"[^>]*checked/)
    expect(wrong.html).toMatch(/name="lodger"[^>]*value="2"[^>]*checked/)
    expect(await kept(id)).toBe(1)
  })

  test('the same form sent twice is one answer', async () => {
    const { id, code } = await open()
    const given = { form: form(++forms), ...sheet }
    expect((await answer(code, given)).to).toBe('/pulse/done')
    expect((await answer(code, { ...given, trust: '0' })).to).toBe('/pulse/done')
    expect(await kept(id)).toBe(1)
    await answer(code)
    expect(await kept(id)).toBe(2)
  })

  test('a code that is wrong, early, late or closed opens nothing and keeps nothing', async () => {
    const late = await open()
    const early = await open({ opensOn: day('2026-11-24') })
    const closed = await open()
    await house.act(developer(), (act) => closePulse(act, closed.id))
    house.clock.set('2026-12-08T08:00:00Z')
    const now = await open({ opensOn: day('2026-12-08'), untilOn: day('2026-12-09') })
    expect((await answer(now.code)).status).toBe(303)
    for (const code of [late.code, closed.code, 'abcdefgh', 'x']) {
      expect((await get(`/pulse/${code}`)).status, code).toBe(404)
      expect((await answer(code)).status, code).toBe(404)
      const typed = await get('/pulse', { form: { code } })
      expect(typed.status, code).toBe(422)
      expect(typed.html).toContain(`value="${code}"`)
    }
    house.clock.set('2026-11-23T09:00:00Z')
    expect((await get(`/pulse/${early.code}`)).status).toBe(404)
    for (const { id } of [late, early, closed]) expect(await kept(id)).toBe(0)
  })

  test('codes are not tried without end', async () => {
    house.clock.set('2026-11-25T08:00:00Z')
    let last = 0
    for (let n = 0; n < 60 && last !== 429; n++)
      last = (await get('/pulse', { form: { code: 'abcdefgh' } })).status
    expect(last).toBe(429)
  })

  test('speaks five languages', async () => {
    const { code } = await open()
    for (const locale of locales) {
      const { text, html } = await get(`/pulse/${code}?lang=${locale}`)
      expect(text).toContain(pulseAnswerWords(locale).send)
      expect(html).toContain(`<html lang="${locale}"`)
    }
  })
})

describe('the result', () => {
  test('is not there before the pulse is closed, and then only as means of five or more', async () => {
    const { id, code } = await open({ label: 'talv' })
    for (let n = 0; n < 5; n++) await answer(code)
    // Five told how near, six whom they trust.
    await answer(code, { trust: '10', fairness: '10' })
    const running = await get(own(`pulse/${id}`), { as: 'lead' })
    expect(running.text).toContain('6 vastust')
    expect(running.text).not.toContain('Keskmine')
    expect((await get(own(`pulse/${id}/close`), { as: 'developer', form: {} })).status).toBe(303)
    const { text } = await get(own(`pulse/${id}`), { as: 'host' })
    expect(text).toContain('5,8 (6 vastajat)')
    expect(text).toContain('1,0 (5 vastajat)')
    expect(await kept(id)).toBe(0)
    expect((await get(own(`pulse/${id}/close`), { as: 'developer', form: {} })).status).toBe(404)
    expect((await get(own(`pulse/${id}/poster`), { as: 'developer' })).status).toBe(404)
  })

  test('of four is not shown, and one of five shows only what five answered', async () => {
    const few = await open({}, seeded.others)
    const there = `/communities/${seeded.others.slug}/pulse/${few.id}`
    for (let n = 0; n < 4; n++) await answer(few.code)
    expect((await get(there, { as: 'developer' })).text).toContain('üks on veel puudu')
    await get(`${there}/close`, { as: 'developer', form: {} })
    const shown = await get(there, { as: 'developer' })
    expect(shown.text).toContain('Vastajaid oli alla viie')
    const means = await house.act(developer(), (act) => pulseMeans(act, seeded.others.id))
    expect(means.size).toBe(0)

    const some = await open({}, seeded.others)
    for (let n = 0; n < 5; n++) await answer(some.code, n < 4 ? sheet : { trust: '6', fairness: '4' })
    await get(there.replace(few.id, some.id) + '/close', { as: 'developer', form: {} })
    const { text } = await get(there.replace(few.id, some.id), { as: 'developer' })
    expect(text).toContain('5,0 (5 vastajat)')
    expect(text).toContain('alla viie vastaja, ei näidata')
  })

  test('stands before beside after, with a warning where more answered than were expected', async () => {
    house.clock.set('2026-11-24T08:00:00Z')
    const after = await open({ moment: 'after', opensOn: day('2026-11-24'), expected: 4 })
    for (let n = 0; n < 5; n++) await answer(after.code, { ...sheet, trust: '9' })
    await get(own(`pulse/${after.id}/close`), { as: 'lead', form: {} })
    const { text } = await get(own('pulse'), { as: 'developer' })
    for (const part of ['Enne', 'Pärast', 'ei pruukinud vastata samad inimesed', 'GESIS-ZIS']) {
      expect(text).toContain(part)
    }
    expect((await get(own(`pulse/${after.id}`), { as: 'host' })).text).toContain('oodati 4')
    const { text: community } = await get(`/communities/${seeded.mine.slug}`, { as: 'host' })
    expect(community).toContain('Kogukonna pulss')
    expect((await get(`/communities/${seeded.mine.slug}`, { as: 'coordinator' })).text).not.toContain(
      'Kogukonna pulss',
    )
  })

  test('comes by itself once the time is over, and waits where too few have answered', async () => {
    const full = await open({}, seeded.others)
    const thin = await open({}, seeded.others)
    for (let n = 0; n < 5; n++) await answer(full.code)
    await answer(thin.code)
    const closed = async () => {
      await runJob(house.ground, pulseJob, async () => [house.organisation])
      const pulses = await house.act(developer(), (act) => pulsesOf(act, seeded.others.id))
      return pulses.filter(({ closedOn }) => closedOn !== null).map(({ id }) => id)
    }
    house.clock.set('2026-12-07T20:00:00Z')
    expect(await closed()).not.toContain(full.id)
    house.clock.set('2026-12-08T02:00:00Z')
    const now = await closed()
    expect(now).toContain(full.id)
    expect(now).not.toContain(thin.id)
    house.clock.set('2026-12-22T02:00:00Z')
    expect(await closed()).toContain(thin.id)
    expect(await kept(thin.id)).toBe(0)
  })

  test('an answer that comes while it is being closed is refused, and one that came before is counted', async () => {
    house.clock.set('2027-01-11T08:00:00Z')
    const given = { opensOn: day('2027-01-11'), untilOn: day('2027-01-12') }
    const counted = async (id: string) =>
      (await house.act(developer(), (act) => pulsesOf(act, seeded.mine.id))).find((one) => one.id === id)
        ?.answers

    const late = await open(given)
    const closing = gate()
    const closed = house.act(developer(), async (act) => {
      await closePulse(act, late.id)
      closing.reached()
      await closing.opened
    })
    await closing.passed
    const refused = answer(late.code)
    await waits()
    closing.open()
    await closed
    expect((await refused).status).toBe(404)
    expect([await counted(late.id), await kept(late.id)]).toEqual([0, 0])

    const early = await open(given)
    const holder = holderOf(house.ground, early.code)
    const answering = gate()
    const answered = withActor(house.ground, holder ?? house.actor('host'), async (act) => {
      await answerPulse(act, randomUUID(), all(5))
      answering.reached()
      await answering.opened
    })
    await answering.passed
    const close = house.act(developer(), (act) => closePulse(act, early.id))
    await waits()
    answering.open()
    await Promise.all([answered, close])
    expect([await counted(early.id), await kept(early.id)]).toEqual([1, 0])
  })
})

test('the list reads its pulses once, and says how many have answered each', async () => {
  const { code } = await open({ label: 'kevad' })
  await answer(code)
  let text = ''
  const asked = await statementsOf(async () => {
    text = (await get(own('pulse'), { as: 'developer' })).text
  })
  expect(text).toMatch(/kevad .{0,120}1 vastus/)
  expect(asked.filter((one) => one.text.includes('from "communities"."pulse" '))).toHaveLength(1)
})

/** Somewhere in the middle of a transaction: told when it is reached, and opened by the test. */
function gate() {
  const passed = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  return { passed: passed.promise, reached: passed.resolve, opened: opened.promise, open: opened.resolve }
}

/** Until a statement waits for somebody else's transaction. */
async function waits(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length
    })
    .toBe(1)
}

describe('opening one', () => {
  const typed = {
    moment: 'before',
    'opensOn-day': '23',
    'opensOn-month': '11',
    'opensOn-year': '2026',
    'untilOn-day': '7',
    'untilOn-month': '12',
    'untilOn-year': '2026',
  }

  test('gives a code, an address and a poster with both', async () => {
    const { status, to } = await get(own('pulse/new'), { as: 'developer', form: typed })
    expect(status).toBe(303)
    const code = shownLetterCode(pulseCode(house.ground.keys, to?.split('/').at(-1) ?? ''))
    expect((await get(to ?? '', { as: 'developer' })).text).toContain(code)
    const poster = await get(`${to}/poster`, { as: 'host' })
    expect(poster.text).toContain(code)
    expect(poster.html).toContain('class="qr"')
  })

  test('what was typed stays where something is wrong, and nothing is opened', async () => {
    const count = async () => (await house.act(developer(), (act) => pulsesOf(act, seeded.mine.id))).length
    const before = await count()
    const wrong = {
      ...typed,
      moment: '',
      'untilOn-day': '1',
      'untilOn-month': '11',
      label: 'talv',
      expected: 'palju',
    }
    const { status, html } = await get(own('pulse/new'), { as: 'developer', form: wrong })
    expect(status).toBe(422)
    for (const value of ['talv', 'palju']) expect(html).toContain(`value="${value}"`)
    expect(await count()).toBe(before)
  })

  test('its last day can be moved while it is open, not into the past', async () => {
    const { id } = await open()
    const until = (text: string) => {
      const [y = '', m = '', d = ''] = text.split('-')
      return get(own(`pulse/${id}/until`), {
        as: 'lead',
        form: { 'untilOn-day': d, 'untilOn-month': m, 'untilOn-year': y },
      })
    }
    expect((await until('2026-11-22')).status).toBe(422)
    expect((await until('2026-12-24')).status).toBe(303)
    expect((await get(own(`pulse/${id}`), { as: 'host' })).text).toContain('24. detsember 2026')
  })
})

test('no code stands in the log, in a title or in the database', async () => {
  const { code } = await open({ opensOn: day('2026-11-23') })
  const { html } = await get(`/pulse/${code}`)
  expect(/<title>([^<]*)/.exec(html)?.[1]).not.toContain(code)
  const lines = logged.join('\n')
  expect(lines).toContain('/pulse/:token')
  const { rows } = await owner.query<{ row: string }>('select p::text as row from communities.pulse p')
  const kept = rows.map(({ row }) => row).join('\n')
  expect(codes.length).toBeGreaterThan(10)
  for (const one of codes.flatMap((text) => [text, shownLetterCode(text)])) {
    expect(lines).not.toContain(one)
    expect(kept).not.toContain(one)
  }
})
