import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { addAction, addGoal } from '../communities/plan.store.ts'
import { communitiesRoom } from '../communities/room.ts'
import { day } from '../platform/day.ts'
import { takeUpMethod, versionsOf } from './method.store.ts'
import { learningRoom } from './room.ts'
import { adaptationsOf, addTrial, resultsOf, trialsOf } from './trial.store.ts'

let house: House
let seeded: SeededCommunities
let versionId: string
let actionId: string
let foreignVersion: string

beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom, learningRoom] })
  seeded = await seedCommunities(house)
  const takeUp = (as: 'developer' | typeof house.other.accounts.developer) =>
    house.act(as, async (act) => {
      await takeUpMethod(act, {
        from: { card: 'fi-akilta', number: 1 },
        origin: 'other',
        originNote: 'Lugesime kaardilt.',
        observationIds: [],
        why: 'Sobib meile.',
      })
      return (await versionsOf(act))[0]?.id ?? ''
    })
  versionId = await takeUp('developer')
  foreignVersion = await takeUp(house.other.accounts.developer)
  actionId = await house.act('developer', async (act) => {
    const communityId = seeded.mine.id
    const goalId = await addGoal(act, communityId, {
      dimension: null,
      stageFrom: null,
      stageTo: null,
      title: 'Külamaja avatud õhtud',
      why: '',
      dueOn: null,
    })
    return addAction(
      act,
      { communityId, goalId },
      { title: 'Avame maja', who: null, byOn: null, costCents: null, milestone: false },
    )
  })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-11-23T08:00:00Z'))

type Asked = Parameters<House['request']>[1]
const ask = async (path: string, asked: Asked = { as: 'developer' }) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', html, text: textOf(html) }
}
const own = (place = '') => `/communities/${seeded.mine.slug}/trials${place && `/${place}`}`
const dayOf = (name: string, text: string) => {
  const [year = '', month = '', date = ''] = text.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const one = (id: string) =>
  house.act('developer', async (act) => (await trialsOf(act)).find((trial) => trial.id === id))

/** A trial in the host's community. */
const planned = (startsOn = '2026-11-02', communityId = seeded.mine.id) =>
  house.act('developer', (act) =>
    addTrial(
      act,
      { communityId, about: 'Kuusiku külaselts' },
      {
        versionId,
        adaptationId: null,
        actionId: null,
        facilitatorId: act.actor.accountId,
        startsOn: day(startsOn),
        followUpOn: null,
      },
    ),
  )

const report = {
  state: 'ended',
  ...dayOf('startsOn', '2026-11-02'),
  ...dayOf('endsOn', '2026-11-20'),
  fidelity: 'kept',
  happened: 'Käidi koos.',
}
const result = {
  kind: 'change',
  what: 'Võtmehoidjaid on neli.',
  ...dayOf('seenOn', '2026-11-20'),
  howKnown: 'Võtmeraamatust',
}

describe('who must not see', () => {
  test('a contact person goes from a trial to its method and back, and sees no trial of another community', async () => {
    const [mine, strange] = [await planned(), await planned('2026-11-02', seeded.others.id)]
    expect((await ask(own(mine), { as: 'host' })).html).toContain('/methods/fi-akilta')
    const { html, text } = await ask('/methods/fi-akilta', { as: 'host' })
    expect(html).toContain(`/trials/${mine}`)
    expect(html).not.toContain(strange)
    // Nor why the house took it up.
    expect(text).not.toContain('Sobib meile.')
    expect((await ask('/methods/fi-akilta', { as: 'supporter' })).html).not.toContain(mine)
  })

  test('a community’s trials are for developers, the lead and its own contact persons', async () => {
    const id = await planned()
    for (const place of ['', id]) {
      for (const as of [
        'coordinator',
        'mobility_lead',
        'supporter',
        'participant',
        'officer',
        'admin',
      ] as const)
        expect((await ask(own(place), { as })).status, `${as} ${place}`).toBe(404)
      expect((await ask(own(place), { as: 'host' })).status).toBe(200)
      expect((await ask(own(place), { as: 'lead' })).status).toBe(200)
      const { accounts } = house.other
      for (const as of [accounts.developer, accounts.host])
        expect((await ask(own(place), { as })).status, as.role).toBe(404)
    }
  })

  test('a contact person sees nothing of another community, and one community’s trial is not under another', async () => {
    const elsewhere = await planned('2026-11-02', seeded.others.id)
    const there = `/communities/${seeded.others.slug}/trials`
    for (const path of [there, `${there}/${elsewhere}`, own(elsewhere), `/trials/${elsewhere}`])
      expect((await ask(path, { as: 'host' })).status, path).toBe(404)
    expect((await ask(own(elsewhere))).status).toBe(404)
  })

  test('a contact person reads and writes nothing', async () => {
    const id = await planned()
    const { html } = await ask(own(id), { as: 'host' })
    expect(html).not.toContain(`action="${own(id)}`)
    expect((await ask(own('new'), { as: 'host' })).status).toBe(404)
    for (const [path, form] of [
      [own('new'), { tried: versionId, ...dayOf('startsOn', '2026-12-01') }],
      [own(`${id}/report`), report],
      [own(`${id}/result`), result],
      ['/adaptations/new', { version: versionId }],
    ] as const)
      expect((await ask(path, { as: 'host', form })).status, path).toBe(404)
    expect((await one(id))?.state).toBe('planned')
  })

  test('whoever coordinates mobilities is told the facts of a trial and no community’s page', async () => {
    const id = await planned()
    const { status, text, html } = await ask(`/trials/${id}`, { as: 'mobility_lead' })
    expect(status).toBe(200)
    for (const part of ['Kuusiku külaselts', 'A-gildid', 'teadmata']) expect(text).toContain(part)
    expect(html).not.toContain('/communities/')
    expect((await ask(`/trials/${id}`, { as: house.other.accounts.mobility_lead })).status).toBe(404)
    expect((await ask(`/trials/${id}`, { as: 'coordinator' })).status).toBe(404)
  })

  test('whoever sees the community is led to the trial’s page there', async () => {
    const id = await planned()
    for (const as of ['developer', 'lead', 'host'] as const)
      expect(await ask(`/trials/${id}`, { as })).toMatchObject({ status: 303, to: own(id) })
  })
})

describe('a trial', () => {
  test('begins from an action of the plan, which is chosen already', async () => {
    const action = await ask(`/communities/${seeded.mine.slug}/plan/action/${actionId}`)
    expect(action.html).toContain(`href="${own(`new?action=${actionId}`)}"`)
    const { html } = await ask(own(`new?action=${actionId}`))
    expect(html).toMatch(new RegExp(`<option value="${actionId}" selected`))
    const { status, to } = await ask(own('new'), {
      as: 'developer',
      form: { tried: versionId, action: actionId, ...dayOf('startsOn', '2026-12-01') },
    })
    expect(status).toBe(303)
    const id = to.split('/').at(-1) ?? ''
    expect(await one(id)).toMatchObject({
      actionId,
      versionId,
      adaptationId: null,
      about: 'Kuusiku külaselts',
      facilitatorId: house.organisation.accounts.developer.id,
      state: 'planned',
      reached: null,
      eligible: null,
    })
    const { text } = await ask(own(id))
    for (const part of ['A-gildid', 'Avame maja', 'algus 1. detsember 2026', 'developer Esimene'])
      expect(text).toContain(part)
    expect((await ask(own(id), { as: 'host' })).text).not.toContain('developer Esimene')
    // Nothing comes of what has not begun.
    expect((await ask(own(id))).html).not.toContain(`${own(id)}/result"`)
    expect((await ask(own(`${id}/result`))).status).toBe(404)
  })

  test.each([
    ['nothing', {}, ['Vali, mida proovite', 'Kirjuta esimene päev']],
    ['a day that is none', dayOf('startsOn', '2027-02-31'), ['Kirjuta esimene päev']],
    ['a year far from ours', dayOf('startsOn', '1026-11-23'), ['Kirjuta esimene päev']],
    [
      'a follow-up before it begins',
      { ...dayOf('startsOn', '2026-12-01'), ...dayOf('followUpOn', '2026-11-30') },
      ['ei saa olla enne esimest päeva'],
    ],
  ])('is not planned from %s', async (_, given, errors) => {
    const before = await house.act('developer', (act) => trialsOf(act))
    const { status, text, html } = await ask(own('new'), { as: 'developer', form: given })
    expect(status).toBe(422)
    for (const error of errors) expect(text).toContain(error)
    for (const typed of Object.values(given)) expect(html).toContain(`value="${typed}"`)
    expect(await house.act('developer', (act) => trialsOf(act))).toEqual(before)
  })

  test('is of a method of one’s own organisation', async () => {
    const form = { tried: foreignVersion, ...dayOf('startsOn', '2026-12-01') }
    expect((await ask(own('new'), { as: 'developer', form })).status).toBe(422)
    expect((await ask(`/adaptations/new?version=${foreignVersion}`)).status).toBe(404)
  })

  test('keeps what is left empty as unknown, and says so, and never nought', async () => {
    const id = await planned()
    expect((await ask(own(`${id}/report`), { as: 'developer', form: report })).status).toBe(303)
    expect(await one(id)).toMatchObject({
      state: 'ended',
      eligible: null,
      reached: null,
      asked: null,
      tookPart: null,
      hoursQuarters: null,
      costCents: null,
      followUpOn: null,
    })
    const { text } = await ask(own(id), { as: 'host' })
    expect(text).toContain('Inimesi osales teadmata')
    expect(text).toContain('Kulu teadmata')
    const counted = { ...report, reached: '0', hours: '12,5', cost: '0' }
    expect((await ask(own(`${id}/report`), { as: 'developer', form: counted })).status).toBe(303)
    expect(await one(id)).toMatchObject({ reached: 0, eligible: null, hoursQuarters: 50, costCents: 0 })
    const known = (await ask(own(id), { as: 'host' })).text
    for (const part of ['Inimesi osales 0, kui paljudest, on teadmata', '12,5 tundi', '0,00 €'])
      expect(known).toContain(part)
  })

  test.each([
    [{ eligible: '10', reached: '11' }, 'Osalejaid ei saa olla rohkem'],
    [{ asked: '2', tookPart: '3' }, 'Kaasa ei saa tulla rohkem'],
    [{ reached: '-1' }, 'Kirjuta, mitu osales'],
    [{ reached: '1,5' }, 'Kirjuta, mitu osales'],
    [{ eligible: '100001' }, 'Kirjuta, mitmele see oli mõeldud'],
    [{ asked: 'kaks' }, 'Kirjuta, mitut kutsuti'],
    [{ tookPart: '10001' }, 'Kirjuta, mitu tuli kaasa'],
    [{ hours: '1,1' }, 'Kirjuta tunnid veerandtunni täpsusega'],
    [{ cost: '1,234' }, 'Kirjuta summa'],
    [{ state: 'lost' }, 'Vali, kuidas katsega on'],
    [{ fidelity: '' }, 'Vali, kas tuum jäi alles'],
    [{ happened: '' }, 'Kirjuta, mis juhtus'],
    [{ unwanted: 'a'.repeat(2001) }, 'Mida ei tahetud: kuni 2000 tähte'],
    [dayOf('startsOn', '2026-12-01'), 'Esimene päev on alles ees'],
    [dayOf('endsOn', '2026-11-01'), 'Viimane päev ei saa olla enne esimest'],
    [dayOf('endsOn', '2026-11-24'), 'See päev on alles ees'],
    [{ 'endsOn-day': '', 'endsOn-month': '', 'endsOn-year': '' }, 'Kirjuta, mis päev jäi viimaseks'],
    [dayOf('followUpOn', '2026-10-01'), 'Päev, mil vaatate, kas midagi püsis, ei saa olla enne'],
    [{ adaptation: '00000000-0000-4000-8000-000000000000' }, 'Vali kohandus nimekirjast'],
  ])('is not written about with %o', async (given, error) => {
    const id = await planned()
    const before = await one(id)
    const { status, text, html } = await ask(own(`${id}/report`), {
      as: 'developer',
      form: { ...report, ...given },
    })
    expect(status).toBe(422)
    expect(text).toContain(error)
    if (!('happened' in given)) expect(html).toContain('Käidi koos.</textarea>')
    expect(await one(id)).toEqual(before)
  })

  test('does not begin after a result of it', async () => {
    const id = await planned()
    const form = { ...result, ...dayOf('seenOn', '2026-11-10') }
    expect((await ask(own(`${id}/result`), { as: 'developer', form })).status).toBe(303)
    const later = { ...report, ...dayOf('startsOn', '2026-11-11') }
    const { status, text } = await ask(own(`${id}/report`), { as: 'developer', form: later })
    expect([status, text.includes('Üks tulemus on kirjas juba päevast 10. november 2026')]).toEqual([
      422,
      true,
    ])
  })
})

describe('a result', () => {
  test('says how many of how many, and how it is known', async () => {
    const id = await planned()
    const form = { ...result, count: '4', outOf: '7' }
    expect((await ask(own(`${id}/result`), { as: 'developer', form })).to).toBe(`${own(id)}#results`)
    const { text } = await ask(own(id), { as: 'host' })
    for (const part of ['Võtmehoidjaid on neli.', '4 (7-st)', 'Kust teame: Võtmeraamatust'])
      expect(text).toContain(part)
  })

  test.each([
    [dayOf('seenOn', '2026-11-01'), 'ei saa olla varasem kui katse esimene päev, 2. november 2026'],
    [dayOf('seenOn', '2026-11-24'), 'See päev on alles ees'],
    [{ count: '8', outOf: '7' }, 'Esimene arv ei saa olla suurem'],
    [{ count: 'palju' }, 'Kirjuta, mitmel'],
    [{ outOf: '1e3' }, 'Kirjuta, mitmest kokku'],
    [{ kind: '' }, 'Vali, mis laadi tulemus see on'],
    [{ what: ' ' }, 'Kirjuta, mida märkasite'],
    [{ howKnown: '' }, 'Kirjuta, kust te seda teate'],
  ])('is not added with %o', async (given, error) => {
    const id = await planned()
    const { status, text } = await ask(own(`${id}/result`), {
      as: 'developer',
      form: { ...result, ...given },
    })
    expect(status).toBe(422)
    expect(text).toContain(error)
    expect(await house.act('developer', (act) => resultsOf(act, { trialId: id }))).toEqual([])
  })
})

describe('a result that was a mistake', () => {
  const added = async () => {
    const id = await planned()
    await ask(own(`${id}/result`), { as: 'developer', form: result })
    const [one] = await house.act('developer', (act) => resultsOf(act, { trialId: id }))
    return { id, path: `/communities/${seeded.mine.slug}/results/${one?.id}/withdraw` }
  }

  test('is taken back by those who may write it, and by nobody else', async () => {
    const { id, path } = await added()
    const form = { why: 'Loendasime kaks korda.' }
    for (const as of ['host', 'mobility_lead', 'coordinator', house.other.accounts.developer] as const) {
      expect((await ask(path, { as })).status).toBe(404)
      expect((await ask(path, { as, form })).status).toBe(404)
    }
    // Nor below another community's address.
    const elsewhere = path.replace(seeded.mine.slug, seeded.others.slug)
    expect((await ask(elsewhere, { as: 'developer', form })).status).toBe(404)
    expect((await ask(own(id), { as: 'host' })).html).not.toContain(path)
    expect(await house.act('developer', (act) => resultsOf(act, { trialId: id }))).toHaveLength(1)
  })

  test('is shown to nobody any more; that one was taken back, and why, stays', async () => {
    const { id, path } = await added()
    expect((await ask(own(id))).html).toContain(`href="${path}"`)
    expect((await ask(path)).text).toContain('Võtmehoidjaid on neli.')
    const { status, to } = await ask(path, { as: 'developer', form: { why: 'Loendasime kaks korda.' } })
    expect([status, to]).toEqual([303, `${own(id)}#results`])
    for (const [place, as] of [
      [own(id), 'developer'],
      [own(id), 'host'],
      [`/trials/${id}`, 'mobility_lead'],
    ] as const) {
      const { text } = await ask(place, { as })
      expect(text).not.toContain('Võtmehoidjaid on neli.')
      expect(text).toContain('Tagasi võetud tulemus, 23. november 2026: Loendasime kaks korda.')
    }
    expect((await ask(path)).status).toBe(404)
    // A trial may now begin after the day it was said to be from.
    const later = { ...report, ...dayOf('startsOn', '2026-11-21'), ...dayOf('endsOn', '2026-11-22') }
    expect((await ask(own(`${id}/report`), { as: 'developer', form: later })).status).toBe(303)
  })

  test.each([
    ['', 'Kirjuta, miks sa selle tagasi võtad'],
    ['a'.repeat(501), 'Kirjuta, miks sa selle tagasi võtad'],
  ])('is not taken back without a reason (%#)', async (why, error) => {
    const { id, path } = await added()
    const { status, text } = await ask(path, { as: 'developer', form: { why } })
    expect(status).toBe(422)
    expect(text).toContain(error)
    expect(await house.act('developer', (act) => resultsOf(act, { trialId: id }))).toHaveLength(1)
  })
})

describe('all trials of a community', () => {
  test('come to counts with their whole, and to how many are unknown', async () => {
    const slug = seeded.others.slug
    const path = (place: string) => `/communities/${slug}/trials/${place}`
    const ids = [
      await planned('2026-11-02', seeded.others.id),
      await planned('2026-11-02', seeded.others.id),
      await planned('2026-12-02', seeded.others.id),
    ]
    const [counted, uncounted] = ids
    const form = { ...report, eligible: '40', reached: '14' }
    await ask(path(`${counted}/report`), { as: 'developer', form })
    await ask(path(`${uncounted}/report`), { as: 'developer', form: { ...report, fidelity: 'unknown' } })
    await ask(path(`${counted}/result`), { as: 'developer', form: result })
    const { text } = await ask(`/communities/${slug}/trials`)
    for (const part of [
      'Inimesi osales 14 inimest 40-st 1 katse põhjal',
      'Rühmi ja kohti tuli kaasa teadmata',
      'Meetodi tuum jäi alles 1 katse 1-st',
      'Katsest sündis muutus 1 katse 1-st',
    ])
      expect(text).toContain(part)
  })

  test('stand on its page, for those who tend it', async () => {
    await planned()
    const path = `/communities/${seeded.mine.slug}`
    for (const as of ['developer', 'host', 'lead'] as const)
      expect((await ask(path, { as })).html, as).toContain(`href="${own()}"`)
    expect((await ask(path, { as: 'coordinator' })).html).not.toContain(`href="${own()}"`)
  })
})

describe('an adaptation', () => {
  const adaptation = {
    version: '',
    description: 'Kaks õhtut nädalas, mitte iga päev.',
    ...dayOf('onDay', '2026-11-20'),
    phase: 'before',
    planned: 'planned',
    what: ['content', 'context'],
    nature: ['shortening', 'combining'],
    fidelity: 'kept',
    decidedBy: 'Külaselts ja arendaja',
  }
  const add = (given: object, as: 'developer' | 'mobility_lead' = 'developer') =>
    ask('/adaptations/new', { as, form: { ...adaptation, version: versionId, ...given } })

  test('is written beside the core of its method, and can then be tried', async () => {
    const form = await ask(`/adaptations/new?version=${versionId}`)
    expect(form.text).toContain('Gildi veavad taastuvad inimesed ise.')
    expect((await ask('/adaptations/new')).html).toContain(`/adaptations/new?version=${versionId}`)
    const { status, to } = await add({})
    expect(status).toBe(303)
    const { text } = await ask(to, { as: 'host' })
    for (const part of ['Kaks õhtut nädalas', 'Tehti lühemaks; Ühendati millegi muuga', 'jäi alles'])
      expect(text).toContain(part)
    const id = to.split('/').at(-1) ?? ''
    const tried = { tried: id, ...dayOf('startsOn', '2026-11-23') }
    const trial = await ask(own('new'), { as: 'developer', form: tried })
    expect((await ask(trial.to)).html).toContain(`href="/adaptations/${id}"`)
    expect((await ask(to)).text).toContain('Kuusiku külaselts')
  })

  test.each([
    [{ description: '' }, 'Kirjuta, mida muutsite'],
    [{ what: [] }, 'Vali vähemalt üks: mis muutus'],
    [{ nature: ['other'] }, 'Vali vähemalt üks: kuidas muutus'],
    [{ phase: '' }, 'Vali, millal muutsite'],
    [{ planned: 'maybe' }, 'Vali, kas see oli kavas'],
    [{ fidelity: '' }, 'Vali, kas tuum jäi alles'],
    [dayOf('onDay', '2026-11-24'), 'See päev on alles ees'],
    [{ decidedBy: 'a'.repeat(301) }, 'Otsustajad: kuni 300 tähte'],
  ])('is not written with %o', async (given, error) => {
    const before = await house.act('developer', (act) => adaptationsOf(act))
    const { status, text } = await add(given, 'mobility_lead')
    expect(status).toBe(422)
    expect(text).toContain(error)
    expect(await house.act('developer', (act) => adaptationsOf(act))).toEqual(before)
  })

  test('of another organisation is not there', async () => {
    const { to } = await add({})
    const { developer, mobility_lead } = house.other.accounts
    for (const as of [developer, mobility_lead]) expect((await ask(to, { as })).status).toBe(404)
    for (const as of ['coordinator', 'supporter', 'participant'] as const)
      expect((await ask(to, { as })).status).toBe(404)
  })
})
