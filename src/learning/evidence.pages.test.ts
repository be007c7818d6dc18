import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { hidden, pdf, pixelBomb, sent, telephonePicture } from '../../tests/setup/files.ts'
import { openHouse, type House, type TestAccount } from '../../tests/setup/house.ts'
import { addJourney } from '../../tests/setup/mobilities.ts'
import { withClient } from '../../tests/setup/server.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { LARGEST_FILE } from '../platform/file.ts'
import { locales } from '../platform/words.ts'
import { addEvidence, evidenceOf, readEvidence } from './evidence.store.ts'
import { MOST_EVIDENCE, type EvidenceKind } from './evidence.ts'
import { addParticipation } from './participation.store.ts'
import { learningRoom } from './room.ts'

let house: House
type Kept = {
  project: string
  mobility: string
  /** Whose participation, and a certificate of it. */
  developer: { id: string; certificate: string }
  coordinator: { id: string; certificate: string }
  /** Of the whole mobility. */
  programme: string
}
let ours: Kept
let theirs: Kept

async function keep(organisation: House['organisation'], name: string): Promise<Kept> {
  const { accounts } = organisation
  return house.act(accounts.mobility_lead, async (act) => {
    const { project, mobility } = await addJourney(act, {
      project: { title: `${name} projekt` },
      mobility: {
        title: `${name} töövarjunädal`,
        host: 'Naabrite gild',
        startsOn: day('2025-03-10'),
        endsOn: day('2025-03-14'),
      },
    })
    const add = (kind: EvidenceKind, title: string, participationId: string | null) =>
      addEvidence(act, mobility, { kind, title, participationId }, { type: 'application/pdf', bytes: pdf() })
    const of = async ({ id: accountId }: TestAccount, whose: string) => {
      const id = await addParticipation(act, mobility, { accountId, name: '', part: 'participant' })
      return { id, certificate: await add('certificate', `${name} ${whose} tunnistus`, id) }
    }
    return {
      project,
      mobility,
      developer: await of(accounts.developer, 'arendaja'),
      coordinator: await of(accounts.coordinator, 'koordinaatori'),
      programme: await add('programme', `${name} kava`, null),
    }
  })
}

beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
  ours = await keep(house.organisation, 'Meie')
  theirs = await keep(house.other, 'Nende')
})
afterAll(() => house.close())

type Asked = Parameters<House['request']>[1]
const get = async (path: string, asked?: Asked) => {
  const answer = await house.request(path, asked)
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: textOf(html), html }
}
const add = (form: NonNullable<Asked>['form'], as: Role = 'mobility_lead', { mobility } = ours) =>
  get(`/mobilities/${mobility}/evidence/new`, { as, form })
const right = { kind: 'photo', title: 'Gildi köögis', whose: '' }
const called = async (title: string) =>
  (await house.act('lead', (act) => evidenceOf(act))).find((one) => one.title === title)
const count = () => house.act('lead', async (act) => (await evidenceOf(act)).length)

describe('who must not see', () => {
  test.each<Role>(['host', 'supporter', 'participant', 'officer', 'admin'])(
    'to a %s no evidence is there',
    async (as) => {
      const paths = [
        `/mobilities/${ours.mobility}/evidence/new`,
        `/evidence/${ours.programme}`,
        `/evidence/${ours.programme}/remove`,
      ]
      for (const path of paths) expect((await get(path, { as })).status, path).toBe(404)
      expect((await add({ ...right, file: sent(pdf(), 'a.pdf') }, as)).status).toBe(404)
    },
  )

  test('what another organisation has is not there, to read, to add to or to take away', async () => {
    const before = await count()
    for (const as of ['mobility_lead', 'lead', 'developer', 'coordinator'] as const) {
      for (const id of [theirs.programme, theirs.developer.certificate]) {
        expect((await get(`/evidence/${id}`, { as })).status).toBe(404)
        expect((await get(`/evidence/${id}/remove`, { as, form: {} })).status).toBe(404)
      }
      expect((await add({ ...right, file: sent(pdf(), 'a.pdf') }, as, theirs)).status).toBe(404)
    }
    expect(await count()).toBe(before)
    const there = await house.act(house.other.accounts.lead, (act) => evidenceOf(act))
    expect(there.length).toBe(3)
  })

  test('whoever took part sees their own and what is everybody’s, and nothing of another', async () => {
    for (const [as, other] of [
      ['developer', 'coordinator'],
      ['coordinator', 'developer'],
    ] as const) {
      const { text } = await get(`/mobilities/${ours.mobility}`, { as })
      expect(text).toContain('Meie kava')
      const own = { developer: 'Meie arendaja tunnistus', coordinator: 'Meie koordinaatori tunnistus' }
      expect(text).toContain(own[as])
      expect(text).not.toContain(own[other])
      expect((await get(`/evidence/${ours[as].certificate}`, { as })).status).toBe(200)
      expect((await get(`/evidence/${ours.programme}`, { as })).status).toBe(200)
      expect((await get(`/evidence/${ours[other].certificate}`, { as })).status).toBe(404)
    }
  })

  test('volunteers who took part find their own on the page of their participation, and nothing else', async () => {
    const { accounts } = house.organisation
    const [supporter, host] = await house.act('mobility_lead', async (act) => {
      const each = []
      for (const account of [accounts.supporter, accounts.host]) {
        const given = { accountId: account.id, name: '', part: 'participant' } as const
        const id = await addParticipation(act, ours.mobility, given)
        const certificate = await addEvidence(
          act,
          ours.mobility,
          { kind: 'certificate', title: `${account.role} tunnistus`, participationId: id },
          { type: 'application/pdf', bytes: pdf() },
        )
        each.push({ id, certificate })
      }
      return each
    })
    for (const [as, own, other] of [
      ['supporter', supporter, host],
      ['host', host, supporter],
    ] as const) {
      const { status, text, html } = await get(`/participations/${own?.id}`, { as })
      expect(status).toBe(200)
      expect(text).toContain(`${as} tunnistus (PDF`)
      expect(html).toContain(`href="/evidence/${own?.certificate}"`)
      expect((await get(`/evidence/${own?.certificate}`, { as })).status).toBe(200)
      for (const id of [other?.certificate, ours.developer.certificate, ours.programme])
        expect((await get(`/evidence/${id}`, { as })).status).toBe(404)
      expect((await get(`/evidence/${own?.certificate}/remove`, { as, form: {} })).status).toBe(404)
    }
  })

  test('they neither add nor take away, and are not told what is missing', async () => {
    const before = await count()
    for (const as of ['developer', 'coordinator'] as const) {
      expect((await add({ ...right, file: sent(pdf(), 'a.pdf') }, as)).status).toBe(404)
      for (const id of [ours[as].certificate, ours.programme])
        expect((await get(`/evidence/${id}/remove`, { as, form: {} })).status).toBe(404)
      const { html } = await get(`/mobilities/${ours.mobility}`, { as })
      expect(html).not.toContain('evidence/new')
      expect(html).not.toContain('/remove')
      expect(html).not.toContain('Mida rahastaja')
    }
    expect(await count()).toBe(before)
  })

  test('what is sealed for one row does not open in another', async () => {
    await expect(
      house.act('lead', async (act) => {
        const [one, two] = await evidenceOf(act, { mobilityId: ours.mobility })
        if (!one || !two) throw new Error('there are some')
        const { contentSealed } = await act.tx
          .selectFrom('learning.evidence')
          .select('contentSealed')
          .where('id', '=', one.id)
          .executeTakeFirstOrThrow()
        expect(contentSealed.includes(Buffer.from('%PDF'))).toBe(false)
        const id = randomUUID()
        const whole = await act.tx
          .selectFrom('learning.evidence')
          .selectAll()
          .where('id', '=', two.id)
          .executeTakeFirstOrThrow()
        await act.tx
          .insertInto('learning.evidence')
          .values({ ...whole, id, contentSealed })
          .execute()
        return readEvidence(act, id)
      }),
    ).rejects.toThrow('does not open')
  })
})

describe('a file that is added', () => {
  test('a PDF comes back as it was, to be kept and not to be shown, under a name that says nothing', async () => {
    const bytes = pdf(9_000)
    const file = sent(bytes, 'Mari Maasikas õpileping.pdf', 'text/html')
    const { status, to } = await add({
      kind: 'agreement',
      title: 'Õpileping',
      whose: ours.developer.id,
      file,
    })
    expect([status, to]).toEqual([303, `/mobilities/${ours.mobility}`])
    const added = await called('Õpileping')
    expect(added).toMatchObject({
      kind: 'agreement',
      title: 'Õpileping',
      participationId: ours.developer.id,
      type: 'application/pdf',
      size: 9_000,
      addedOn: day('2026-11-23'),
    })
    const answer = await house.request(`/evidence/${added?.id}`, { as: 'developer' })
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="toend-2026-11-23.pdf"')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*; sandbox$/)
    // Nothing keeps the name it had on somebody's machine.
    const { html } = await get(`/mobilities/${ours.mobility}`, { as: 'lead' })
    expect(html).not.toContain('Maasikas')
  })

  test('of a picture nothing is stored but what can be seen', async () => {
    const file = sent(await telephonePicture(), 'IMG_0001.jpg', 'image/jpeg')
    expect((await add({ ...right, file })).status).toBe(303)
    const id = (await called('Gildi köögis'))?.id ?? ''
    const { bytes } = (await house.act('lead', (act) => readEvidence(act, id))) ?? { bytes: Buffer.alloc(0) }
    for (const word of [hidden, 'Exif', 'xmpmeta', 'ICC_PROFILE'])
      expect(bytes.includes(Buffer.from(word)), word).toBe(false)
    const { exif, xmp, icc, orientation, width, height } = await sharp(bytes).metadata()
    expect({ exif, xmp, icc, orientation, width, height }).toEqual({ width: 1_200, height: 1_600 })
    const answer = await house.request(`/evidence/${id}`, { as: 'coordinator' })
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="toend-2026-11-23.jpg"')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  const refused: [string, () => File | Promise<File>, string][] = [
    ['an empty one', () => sent('', 'tühi.pdf'), 'Fail on tühi'],
    ['a page called PDF', () => sent('<script>alert(1)</script>', 'leping.pdf'), 'ei ole PDF ega pilt'],
    ['a drawing', () => sent('<svg xmlns="http://www.w3.org/2000/svg"/>', 'x.png'), 'ei ole PDF ega pilt'],
    ['a GIF with more in it', () => sent('GIF89a/*<script>*/', 'x.jpg'), 'ei ole PDF ega pilt'],
    [
      'half a picture',
      async () => sent((await telephonePicture()).subarray(0, 9_000), 'x.jpg'),
      'poolik või rikutud',
    ],
    ['a bomb', () => sent(pixelBomb(), 'x.png'), 'liiga palju punkte'],
    ['one byte too much', () => sent(pdf(LARGEST_FILE + 1), 'x.pdf'), 'kuni 10 MB'],
  ]
  test.each(refused)('%s is refused on the form, with everything typed still there', async (_, make, why) => {
    const before = await count()
    const { status, text, html } = await add({ ...right, file: await make() })
    expect(status).toBe(422)
    expect(text).toContain(why)
    expect(html).toContain('href="#f-file"')
    expect(html).toContain('value="Gildi köögis"')
    expect(html).toMatch(/<option value="photo" selected/)
    expect(await count()).toBe(before)
  })

  test('where only something else is wrong, the file must be chosen again, and the page says so', async () => {
    const before = await count()
    const { status, text } = await add({ ...right, title: 'K', whose: randomUUID(), file: sent(pdf(), 'x') })
    expect(status).toBe(422)
    for (const why of ['Vali fail uuesti', 'Kirjuta pealkiri', 'See osaleja ei ole siin kirjas'])
      expect(text).toContain(why)
    expect((await add({ ...right, kind: 'secret' })).text).toContain('Vali, mis see on')
    expect((await add({ ...right })).text).toContain('Vali fail.')
    // The participant of another house is nobody here.
    expect((await add({ ...right, whose: theirs.developer.id, file: sent(pdf(), 'x') })).status).toBe(422)
    expect(await count()).toBe(before)
  })

  test('what was sent is no form', async () => {
    const answer = await house.request(`/mobilities/${ours.mobility}/evidence/new`, {
      as: 'lead',
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data' },
    })
    expect(answer.status).toBe(422)
  })
})

describe('on the mobility’s page', () => {
  test('each stands with its kind, whose it is, its size and its day; what is asked for and missing is told', async () => {
    const { text } = await get(`/mobilities/${ours.mobility}`, { as: 'mobility_lead' })
    expect(text).toContain('Meie arendaja tunnistus')
    expect(text).toMatch(/Tunnistus, developer Esimene/)
    expect(text).toContain('PDF, 1 kB')
    expect(text).toContain('23.11.2026')
    expect(text).toContain('Mida rahastaja tavaliselt küsib')
    expect(text).toContain('Osalemise kinnitus: 0 osalejal 4-st')
    expect(text).toContain('Tunnistus: 4 osalejal 4-st')
  })

  test('what is missing of all that are over is told on the project’s page, to whoever gathers it', async () => {
    const { text } = await get(`/projects/${ours.project}`, { as: 'mobility_lead' })
    expect(text).toContain('Mis on veel puudu')
    expect(text).toContain('Osalemise kinnitus (4)')
    expect(text).not.toContain('Tunnistus (4)')
    for (const as of ['developer', 'coordinator'] as const)
      expect((await get(`/projects/${ours.project}`, { as })).text).not.toContain('Mis on veel puudu')
  })

  test('a mobility with as many as can be takes no more', async () => {
    const mobility = theirs
    await house.act(house.other.accounts.lead, async (act) => {
      for (let n = (await evidenceOf(act, { mobilityId: mobility.mobility })).length; n < MOST_EVIDENCE; n++)
        await addEvidence(
          act,
          mobility.mobility,
          { kind: 'other', title: `Leht ${n}`, participationId: null },
          { type: 'application/pdf', bytes: pdf() },
        )
    })
    const answer = await house.request(`/mobilities/${mobility.mobility}/evidence/new`, {
      as: house.other.accounts.lead,
      form: { ...right, file: sent(pdf(), 'x.pdf') },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('kuni 60 faili')
  })
})

test('taking away asks first, then the file is gone for good, and the log says that one was', async () => {
  const path = `/evidence/${ours.programme}/remove`
  const asked = await get(path, { as: 'lead' })
  expect(asked.text).toContain('Meie kava')
  expect((await get(`/evidence/${ours.programme}`, { as: 'lead' })).status).toBe(200)
  expect(await get(path, { as: 'lead', form: {} })).toMatchObject({
    status: 303,
    to: `/mobilities/${ours.mobility}`,
  })
  expect((await get(`/evidence/${ours.programme}`, { as: 'lead' })).status).toBe(404)
  expect((await get(path, { as: 'lead', form: {} })).status).toBe(404)
  const { rows } = await withClient(house.database.connection, (owner) =>
    owner.query(
      `select action, detail from platform.audit_entry where what = 'learning.evidence' and action = 'erase'`,
    ),
  )
  expect(rows).toEqual([{ action: 'erase', detail: '' }])
})

test('its pages are there in all five languages', async () => {
  for (const lang of locales) {
    const form = await get(`/mobilities/${ours.mobility}/evidence/new?lang=${lang}`, { as: 'lead' })
    expect(form.status).toBe(200)
    expect(form.html).toContain(`<html lang="${lang}"`)
  }
})
