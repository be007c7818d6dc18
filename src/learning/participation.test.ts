import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { deskRoom } from '../desk/room.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { addJourney } from '../../tests/setup/mobilities.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { changeObservation, mobilitiesOf, observationsOf, projectsOf } from './mobility.store.ts'
import {
  addOutcomes,
  addParticipation,
  agree,
  confirm,
  judgeOutcome,
  outcomesOf,
  outcomesSeen,
  participationsOf,
  wordOutcome,
} from './participation.store.ts'
import { learningRoom } from './room.ts'

let house: House
let mobility: string
/** The developer's, somebody's without an account, and one of another organisation. */
let ids: Record<'developer' | 'volunteer' | 'foreign', string>
/** A second journey, on which a supporter and a contact person were. */
let second: string
/** … and one on which the developer was, too. */
let third: string
let theirs: Record<'supporter' | 'host', string>

async function mobilityOf(as: TestAccount): Promise<string> {
  return house.act(as, async (act) => {
    const days = { startsOn: day('2026-03-10'), endsOn: day('2026-03-14') }
    const mobility = { title: 'Töövarjunädal', host: 'Naabrite gild', ...days }
    return (await addJourney(act, { project: days, mobility })).mobility
  })
}

beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom, deskRoom([learningRoom])] })
  const { accounts } = house.organisation
  mobility = await mobilityOf(accounts.mobility_lead)
  const foreign = await mobilityOf(house.other.accounts.mobility_lead)
  const add = (as: TestAccount, where: string, accountId: string | null, name: string) =>
    house.act(as, async (act) => {
      const id = await addParticipation(act, where, { accountId, name, part: 'participant' })
      await addOutcomes(act, { mobilityId: where, participationId: id }, [
        'Oskan ruumi lahti hoida.',
        'Oskan võtit ringi lasta.',
      ])
      return id
    })
  ids = {
    developer: await add(accounts.mobility_lead, mobility, accounts.developer.id, ''),
    volunteer: await add(accounts.lead, mobility, null, 'Mari Mägi'),
    foreign: await add(house.other.accounts.mobility_lead, foreign, house.other.accounts.developer.id, ''),
  }
  second = await mobilityOf(accounts.mobility_lead)
  third = await mobilityOf(accounts.mobility_lead)
  theirs = {
    supporter: await add(accounts.lead, second, accounts.supporter.id, ''),
    host: await add(accounts.lead, second, accounts.host.id, ''),
  }
  await add(accounts.lead, third, accounts.developer.id, '')
  await house.act('lead', async (act) => {
    await addOutcomes(act, { mobilityId: second, participationId: null }, ['Teame, kes ukse avab.'])
    await addOutcomes(act, { mobilityId: third, participationId: null }, ['Teise rühma oma.'])
  })
})
afterAll(() => house.close())

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: textOf(html), html }
}
const confirming = {
  'reached-1': 'yes',
  'note-1': 'Hoidsin kaks õhtut.',
  'reached-2': 'partly',
  'note-2': '',
  complement: 'Olin igal õhtul ruumis.',
  'confirmedOn-day': '16',
  'confirmedOn-month': '3',
  'confirmedOn-year': '2026',
}
const agreeing = {
  part: 'participant',
  'text-1': 'Oskan ruumi lahti hoida.',
  'text-2': 'Oskan võtit ringi lasta.',
  more: '',
  how: 'Oleme igal õhtul ruumis.',
  responsible: 'Gild näitab, meie kirjutame üles.',
  'agreedOn-day': '1',
  'agreedOn-month': '3',
  'agreedOn-year': '2026',
  report: 'asked',
  'reportOn-day': '15',
  'reportOn-month': '3',
  'reportOn-year': '2026',
}

describe('who must not see', () => {
  test.each<Role>(['participant', 'officer', 'admin', 'coordinator'])(
    'to a %s nobody’s participation is there',
    async (as) => {
      for (const id of Object.values(ids))
        for (const asked of [{}, { form: confirming }])
          expect((await get(`/participations/${id}`, { as, ...asked })).status).toBe(404)
      expect(await house.act(as, (act) => participationsOf(act))).toEqual([])
    },
  )

  test('whoever took part sees their own and nobody else’s', async () => {
    expect((await get(`/participations/${ids.developer}`, { as: 'developer' })).status).toBe(200)
    for (const id of [ids.volunteer, ids.foreign])
      expect((await get(`/participations/${id}`, { as: 'developer' })).status).toBe(404)
    const { text } = await get(`/mobilities/${mobility}`, { as: 'developer' })
    expect(text).toContain('Sinu osalemine')
    expect(text).not.toContain('Mari Mägi')
    expect((await get(`/mobilities/${mobility}`, { as: 'coordinator' })).text).not.toContain('osale')
  })

  test.each(['supporter', 'host'] as const)(
    'a %s who took part sees their own, and of the journey nothing but what it was',
    async (as) => {
      const other = as === 'host' ? theirs.supporter : theirs.host
      expect((await get(`/participations/${theirs[as]}`, { as })).status).toBe(200)
      for (const id of [other, ids.developer, ids.volunteer, ids.foreign])
        for (const asked of [{}, { form: confirming }])
          expect((await get(`/participations/${id}`, { as, ...asked })).status).toBe(404)
      for (const path of [
        `/mobilities/${second}`,
        `/mobilities/${third}`,
        '/projects',
        `/participations/${theirs[as]}/change`,
        `/mobilities/${second}/programme`,
        `/mobilities/${second}/texts`,
      ])
        expect((await get(path, { as })).status, path).toBe(404)
      await house.act(as, async (act) => {
        expect((await participationsOf(act)).map(({ id }) => id)).toEqual([theirs[as]])
        expect((await mobilitiesOf(act)).map(({ id }) => id)).toEqual([second])
        expect(await projectsOf(act)).toEqual([])
        expect(await observationsOf(act)).toEqual([])
        expect(await outcomesOf(act, { mobilityId: third, participationId: null })).toEqual([])
        expect(await outcomesOf(act, { mobilityId: second, participationId: other })).toEqual([])
      })
    },
  )

  test('who stands beside somebody or meets them, and took part in nothing, is told of no journey', async () => {
    for (const as of [house.other.accounts.supporter, house.other.accounts.host]) {
      expect(await house.act(as, (act) => mobilitiesOf(act))).toEqual([])
      expect((await get('/trainings', { as })).text).not.toContain('Õpiränded')
      expect(await house.act(as, async (act) => learningRoom.notices?.(act, 'et'))).toEqual([])
    }
  })

  test('what another organisation has is not there, to write either', async () => {
    for (const path of [`/participations/${ids.foreign}`, `/participations/${ids.foreign}/change`])
      for (const form of [confirming, agreeing])
        expect((await get(path, { as: 'mobility_lead', form })).status).toBe(404)
  })

  test('only who coordinates mobilities and the head add, agree and take the texts', async () => {
    for (const path of [
      `/mobilities/${mobility}/participations/new`,
      `/mobilities/${mobility}/programme`,
      `/mobilities/${mobility}/texts`,
      `/participations/${ids.developer}/change`,
    ]) {
      for (const as of ['developer', 'coordinator', 'supporter', 'host'] as const)
        expect((await get(path, { as })).status, `${as} ${path}`).toBe(404)
      expect((await get(path, { as: 'lead' })).status, path).toBe(200)
    }
  })

  test('what was agreed is not changed by whoever took part, not by the database either', async () => {
    const refused = { code: '42501' }
    const as = (work: Parameters<typeof house.act>[1]) => house.act('developer', work)
    await expect(
      as((act) =>
        agree(act, ids.developer, {
          part: 'expert',
          how: 'Teisiti.',
          responsible: '',
          agreedOn: null,
          reportState: 'none',
          reportOn: null,
        }),
      ),
    ).rejects.toMatchObject(refused)
    const [first] = await house.act('developer', (act) =>
      outcomesOf(act, { mobilityId: mobility, participationId: ids.developer }),
    )
    await expect(as((act) => wordOutcome(act, first?.id ?? '', 'Kergem.'))).rejects.toMatchObject(refused)
    await expect(
      as((act) => addOutcomes(act, { mobilityId: mobility, participationId: ids.developer }, ['Uus.'])),
    ).rejects.toMatchObject(refused)
    const [others] = await house.act('lead', (act) =>
      outcomesOf(act, { mobilityId: mobility, participationId: ids.volunteer }),
    )
    const said = { reached: 'no', note: '' } as const
    expect(await house.act('developer', (act) => judgeOutcome(act, others?.id ?? '', said))).toBe(false)
    const done = { complement: 'Mina.', confirmedOn: null }
    expect(await house.act('developer', (act) => confirm(act, ids.volunteer, done))).toBe(false)
  })
})

describe('a participation', () => {
  test('of a colleague is added once, and of somebody without an account by name', async () => {
    const path = `/mobilities/${mobility}/participations/new`
    const { coordinator, developer } = house.organisation.accounts
    const add = (form: Record<string, string>) =>
      get(path, { as: 'mobility_lead', form: { account: '', name: '', part: 'participant', ...form } })
    for (const [form, said] of [
      [{}, 'Kirjuta nimi'],
      [{ name: 'x' }, 'Kirjuta nimi'],
      [{ name: 'Mari Mägi', account: coordinator.id }, 'mitte mõlemat'],
      [{ account: developer.id }, 'juba kirjas'],
      [{ account: house.other.accounts.lead.id }, 'juba kirjas'],
      [{ name: 'Mari Mägi', part: 'boss' }, 'Vali, kellena'],
    ] as const) {
      const { status, text } = await add(form)
      expect(status).toBe(422)
      expect(text).toContain(said)
    }
    expect(await house.act('lead', (act) => participationsOf(act, mobility))).toHaveLength(2)
    const added = await add({ name: 'Peeter Puu' })
    expect(added.to).toMatch(/^\/participations\/.*\/change$/)
    expect((await get(added.to, { as: 'lead' })).text).toContain('Peeter Puu')
  })

  test('is agreed on before, with what is to be learnt', async () => {
    const path = `/participations/${ids.developer}/change`
    for (const [wrong, said] of [
      [{ part: '' }, 'Vali, kellena'],
      [{ 'text-1': '' }, 'Kirjuta õpiväljund'],
      [{ more: `Oskan.\n${'x'.repeat(501)}` }, 'omal real'],
      [{ how: 'x'.repeat(2001) }, 'Kuni 2000'],
      [{ responsible: 'x'.repeat(1001) }, 'Kuni 1000'],
      [{ 'agreedOn-month': '13' }, 'jäta tühjaks'],
      [{ report: 'lost' }, 'kuidas aruandega on'],
      [{ 'reportOn-day': '', 'reportOn-month': '', 'reportOn-year': '' }, 'mis päeval aruannet'],
    ] as const) {
      const { status, text } = await get(path, { as: 'lead', form: { ...agreeing, ...wrong } })
      expect(status, said).toBe(422)
      expect(text).toContain(said)
    }
    const form = { ...agreeing, 'text-1': 'Oskan ruumi avada.', more: 'Oskan küsida.\n\n Oskan  kuulata.' }
    expect((await get(path, { as: 'mobility_lead', form })).status).toBe(303)
    const { text } = await get(`/participations/${ids.developer}`, { as: 'developer' })
    for (const part of ['Oskan ruumi avada.', 'Oskan kuulata.', 'Küsitud, 15. märts 2026', 'Kinnitamata'])
      expect(text).toContain(part)
  })

  test('is confirmed afterwards by whoever took part, in their own words', async () => {
    const path = `/participations/${ids.developer}`
    const form = { ...confirming, 'reached-3': 'unknown', 'reached-4': 'no' }
    for (const [wrong, said] of [
      [{ 'reached-1': 'very' }, 'Vali, kas see on käes'],
      [{ 'note-1': 'x'.repeat(1001) }, 'Kuni 1000'],
      [{ complement: 'x'.repeat(3001) }, 'Kuni 3000'],
      [{ 'confirmedOn-day': '32' }, 'jäta tühjaks'],
      [{ 'confirmedOn-day': '9' }, 'Õpirände esimene päev: 10. märts 2026'],
      [{ 'confirmedOn-year': '2027' }, 'alles ees'],
    ] as const) {
      const { status, text } = await get(path, { as: 'developer', form: { ...form, ...wrong } })
      expect(status, said).toBe(422)
      expect(text).toContain(said)
    }
    expect((await get(path, { as: 'developer', form })).status).toBe(303)
    expect((await get(path, { as: 'lead' })).text).toContain('Kinnitatud: 16. märts 2026')
  })

  test('gives texts for the funder’s tool, of what was reached and no more', async () => {
    const { text } = await get(`/mobilities/${mobility}/texts`, { as: 'mobility_lead' })
    for (const part of [
      'loob rahastaja keskkond ise',
      'Naabrite gild, Turu, Soome',
      'developer Esimene',
      '– Oskan ruumi avada. – Hoidsin kaks õhtut.',
      '– Oskan võtit ringi lasta. (osaliselt)',
      'Olin igal õhtul ruumis.',
    ])
      expect(text).toContain(part)
    const reached = text.slice(text.indexOf('Saavutatud õpiväljundid'))
    expect(reached.slice(0, reached.indexOf('Mari Mägi'))).not.toMatch(/Oskan küsida|Oskan kuulata/)
  })
})

describe('whoever was on a journey', () => {
  const listed = 'Õpiränded, millel sa osalesid'

  test.each(['supporter', 'host', 'developer'] as const)(
    'as %s finds it beside the trainings, and is asked to confirm it once it is over',
    async (as) => {
      const id = as === 'developer' ? ids.developer : theirs[as]
      const before = await house.act(as, async (act) => learningRoom.notices?.(act, 'et'))
      if (as !== 'developer')
        expect(before).toEqual([
          {
            text: 'Õpiränne „Töövarjunädal“ on läbi. Pane kirja, mis sellest sai.',
            action: { label: 'Vaata ja kinnita', href: `/participations/${id}` },
          },
        ])
      const { text, html } = await get('/trainings', { as })
      expect(text).toContain(listed)
      expect(html).toContain(`href="/participations/${id}"`)
    },
  )

  test('is told so where a supporter’s day begins', async () => {
    expect((await get('/day', { as: 'supporter' })).text).toContain('Õpiränne „Töövarjunädal“ on läbi.')
  })

  test('reads there where and when it was, what was agreed, and what they and the group were to learn', async () => {
    const { text, html } = await get(`/participations/${theirs.supporter}`, { as: 'supporter' })
    for (const part of [
      'Töövarjunädal',
      'Turu, Soome',
      '10.–14. märts 2026',
      'Naabrite gild',
      'Oskan võtit ringi lasta.',
      'Teame, kes ukse avab.',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('Teise rühma oma.')
    // No way back to what is not there for them.
    expect(html).not.toContain(`/mobilities/${second}`)
    expect(html).toContain('href="/trainings"')
  })

  test('confirms it, and is asked no more', async () => {
    const path = `/participations/${theirs.host}`
    expect((await get(path, { as: 'host', form: confirming })).status).toBe(303)
    expect((await get(path, { as: 'host' })).text).toContain('Kinnitatud: 16. märts 2026')
    expect(await house.act('host', async (act) => learningRoom.notices?.(act, 'et'))).toEqual([])
  })

  test('is led to write down what they see while it goes on, where they write that at all', async () => {
    house.clock.set('2026-03-12T08:00:00Z')
    const said = await house.act('developer', async (act) => learningRoom.notices?.(act, 'et'))
    expect(said).toContainEqual({
      text: 'Oled õpirändel „Töövarjunädal“.',
      action: { label: 'Kirjuta, mida nägid', href: `/mobilities/${mobility}/observations/new` },
    })
    expect(await house.act('supporter', async (act) => learningRoom.notices?.(act, 'et'))).toEqual([])
    house.clock.set('2026-11-23T08:00:00Z')
  })

  test('is not asked before it is over', async () => {
    house.clock.set('2026-03-14T08:00:00Z')
    expect(await house.act('supporter', async (act) => learningRoom.notices?.(act, 'et'))).toEqual([])
    house.clock.set('2026-11-23T08:00:00Z')
  })
})

test('a group has a learning programme of its own, which is judged afterwards', async () => {
  const path = `/mobilities/${mobility}/programme`
  const write = (form: Record<string, string>) => get(path, { as: 'mobility_lead', form })
  expect((await write({ more: 'x' })).text).toContain('omal real')
  expect((await write({ more: 'Teame, kuidas ruumi hoitakse.' })).status).toBe(303)
  const kept = { 'text-1': 'Teame, kuidas ruumi koos hoitakse.', 'reached-1': 'yes', 'note-1': '', more: '' }
  for (const [wrong, said] of [
    [{ 'text-1': '' }, 'Kirjuta õpiväljund'],
    [{ 'reached-1': 'maybe' }, 'Vali, kas see on käes'],
  ] as const) {
    const { status, text } = await write({ ...kept, ...wrong })
    expect(status).toBe(422)
    expect(text).toContain(said)
  }
  expect((await write(kept)).status).toBe(303)
  expect((await get(`/mobilities/${mobility}/texts`, { as: 'lead' })).text).toMatch(
    /Rühma õpiprogramm.*Saavutatud õpiväljundid\s*– Teame, kuidas ruumi koos hoitakse\./,
  )
  const whose = { mobilityId: mobility, participationId: null }
  expect(await house.act('developer', (act) => outcomesOf(act, whose))).toHaveLength(1)
  for (const as of ['supporter', 'host', 'officer', 'participant', 'admin'] as const)
    expect(await house.act(as, (act) => outcomesOf(act, whose)), as).toEqual([])
  expect(
    await house.act(house.other.accounts.developer, (act) => outcomesOf(act, whose)),
    'another organisation',
  ).toEqual([])
})

test('what was seen is put beside what somebody set out to learn, of their own alone', async () => {
  const form = {
    what: 'Võti käib ringi.',
    thought: '',
    'seenOn-month': '3',
    'seenOn-year': '2026',
    seenAt: 'Naabrite gild',
  }
  const own = await house.act('developer', (act) => outcomesSeen(act, mobility))
  const all = await house.act('mobility_lead', (act) => outcomesSeen(act, mobility))
  const strange = all.find(({ id }) => !own.some((one) => one.id === id))
  const send = (outcome: string, day = '11') =>
    get(`/mobilities/${mobility}/observations/new`, {
      as: 'developer',
      form: { ...form, outcome, 'seenOn-day': day },
    })
  expect((await send(own[0]?.id ?? '')).status).toBe(303)
  expect((await send(strange?.id ?? '', '12')).status).toBe(303)
  const seen = await house.act('developer', (act) => observationsOf(act, { mobilityId: mobility }))
  expect(seen.map(({ outcomeId }) => outcomeId)).toEqual([own[0]?.id, null])
  const { text } = await get(`/mobilities/${mobility}`, { as: 'developer' })
  expect(text).toContain(`Õpiväljund: ${own[0]?.text}`)
  // Whoever sees none of them changes nothing about it.
  expect((await get(`/mobilities/${mobility}`, { as: 'coordinator' })).text).not.toContain('Õpiväljund:')
  const [first] = seen
  await house.act(house.organisation.accounts.lead, (act) =>
    changeObservation(act, first?.id ?? '', {
      seenOn: day('2026-03-12'),
      seenAt: 'Mujal',
      what: 'Veel.',
      thought: '',
    }),
  )
  const [after] = (
    await house.act('developer', (act) => observationsOf(act, { mobilityId: mobility }))
  ).filter(({ id }) => id === first?.id)
  expect(after).toMatchObject({ what: 'Veel.', outcomeId: own[0]?.id })
})
