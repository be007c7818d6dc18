import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { seedCommunities, type SeededCommunities } from '../../tests/setup/communities.ts'
import { textOf } from '../../tests/setup/desk.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { actionChangesOf, actionsOf, goalsOf } from './plan.store.ts'
import { communitiesRoom } from './room.ts'

let house: House
let seeded: SeededCommunities
beforeAll(async () => {
  house = await openHouse({ rooms: [communitiesRoom] })
  seeded = await seedCommunities(house)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set('2026-12-23T08:00:00Z'))

const address = (slug = seeded.mine.slug) => `/communities/${slug}/plan/import`
const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = 'kava.csv') =>
  new File([text], name, { type: 'text/csv' })
const ask = async (path: string, asked: Parameters<House['request']>[1]) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  // As a browser reads the value of a field.
  const rows = /name="rows" value="([^"]*)"/
    .exec(html)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
  return { status: answer.status, to: answer.headers.get('location'), text: textOf(html), html, rows }
}
const bring = (text: string | Uint8Array<ArrayBuffer>, as: 'developer' | 'lead' | 'host' = 'developer') =>
  ask(address(), { as, form: { file: fileOf(text) } })
const confirm = (rows: string, as: 'developer' | 'lead' | 'host' = 'developer') =>
  ask(`${address()}/confirm`, { as, form: { rows } })
const theirs = () =>
  house.act(house.organisation.accounts.developer, async (act) => ({
    goals: (await goalsOf(act, seeded.mine.id)).map(({ title }) => title),
    actions: await actionsOf(act, { communityId: seeded.mine.id }),
    changes: await actionChangesOf(act, seeded.mine.id),
  }))

const file =
  "Eesmärk;Tegevus;Kes;Tähtaeg;Maksumus, €;Seis;Mida tehti;Verstapost\r\nÕhtud;'=Uks lahti;Žanna;10.12.2026;99,50;tehtud;<b>Uks</b> on lahti.;jah\r\nÕhtud;Teejoomine;;;;;;\r\n"

test('is for developers and the lead of the community’s own organisation', async () => {
  const rows = JSON.stringify([
    [1, 'Eesmärk', 'Tegevus'],
    [2, 'Võõras', 'Võõras tegevus'],
  ])
  for (const as of ['host', 'coordinator', 'supporter', 'participant', 'officer', 'admin'] as const) {
    expect((await ask(address(), { as })).status, as).toBe(404)
    expect((await ask(address(), { as, form: { file: fileOf(file) } })).status, as).toBe(404)
    expect((await ask(`${address()}/confirm`, { as, form: { rows } })).status, as).toBe(404)
  }
  const foreign = address(seeded.foreign.slug)
  expect((await ask(foreign, { as: 'developer' })).status).toBe(404)
  expect((await ask(`${foreign}/confirm`, { as: 'developer', form: { rows } })).status).toBe(404)
  expect((await theirs()).goals).toEqual([])
})

test('a file with a wrong cell writes nothing, and every one is named', async () => {
  const wrong = await bring('Eesmärk;Tegevus;Tähtaeg;Seis\nÕhtud;Uks lahti;homme;tehtud\nTuba;;;vist\n')
  expect(wrong.status).toBe(422)
  for (const said of ['3 lahtrit', 'Rida 2, Tähtaeg', 'homme', 'Rida 3, Tegevus', 'Rida 3, Seis']) {
    expect(wrong.text).toContain(said)
  }
  expect(wrong.rows).toBeUndefined()
  const tampered = await confirm(
    JSON.stringify([
      [1, 'Eesmärk', 'Tegevus', 'Seis'],
      [2, 'Õhtud', 'Uks lahti', 'vist'],
    ]),
  )
  expect(tampered.status).toBe(422)
  expect((await confirm('[]')).status).toBe(422)
  expect((await confirm('{')).status).toBe(404)
  for (const unreadable of ['', 'Nimi;Telefon\nAnneli;1\n', new Uint8Array(1024 * 1024 + 1).fill(97)]) {
    expect((await bring(unreadable)).status).toBe(422)
  }
  expect((await theirs()).goals).toEqual([])
})

test('shows what it would change, writes it after a yes, and never twice', async () => {
  const seen = await bring(file)
  expect(seen.status).toBe(200)
  expect(seen.text).toContain('Uusi eesmärke 1, uusi tegevusi 2, muutub 0, juba kirjas 0.')
  expect(seen.html).not.toContain('<b>Uks</b>')
  expect((await theirs()).goals).toEqual([])
  const written = await confirm(seen.rows ?? '')
  expect([written.status, written.to]).toEqual([303, `/communities/${seeded.mine.slug}/plan`])
  await confirm(seen.rows ?? '')
  const after = await theirs()
  expect(after.goals).toEqual(['Õhtud'])
  expect(after.actions).toHaveLength(2)
  expect(after.actions.find(({ who }) => who === 'Žanna')).toMatchObject({
    title: '=Uks lahti',
    costCents: 9950,
    state: 'done',
    evidence: '<b>Uks</b> on lahti.',
    milestone: true,
  })
  expect(after.changes).toHaveLength(1)
})

test('two yes at once write it once', async () => {
  const rows = JSON.stringify([
    [1, 'Eesmärk', 'Tegevus'],
    [2, 'Tuba', 'Kuulame peret'],
  ])
  const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(rows)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect((await theirs()).actions.filter(({ title }) => title === 'Kuulame peret')).toHaveLength(1)
})

test('what was downloaded comes back without a change, and a changed cell changes that action alone', async () => {
  const download = async () =>
    Buffer.from(
      await (
        await house.request(`/communities/${seeded.mine.slug}/plan.csv`, { as: 'developer' })
      ).arrayBuffer(),
    ).toString('utf8')
  const before = await download()
  const same = await bring(before)
  expect(same.status).toBe(200)
  expect(same.text).toContain('Kõik failis olev on kavas juba kirjas')
  const changed = await bring(before.replace('Teejoomine;;;;kavas', 'Teejoomine;;;;alustatud'))
  expect(changed.text).toContain('muutub: Seis')
  expect((await confirm(changed.rows ?? '')).status).toBe(303)
  expect(await download()).toBe(before.replace('Teejoomine;;;;kavas', 'Teejoomine;;;;alustatud'))
})
