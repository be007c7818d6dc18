/** Pictures of what was seen: who must not see them, what is kept of them, and how many. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { textOf } from '../../tests/setup/desk.ts'
import { hidden, sent, telephonePicture } from '../../tests/setup/files.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { addJourney } from '../../tests/setup/mobilities.ts'
import type { Role } from '../platform/actor.ts'
import { day } from '../platform/day.ts'
import { addDraft, draftsOf } from './draft.store.ts'
import { addObservation, observationsOf } from './mobility.store.ts'
import { addPhotos, photosOf, pictureOf } from './photo.store.ts'
import { learningRoom } from './room.ts'

let house: House
let owner: pg.Client
let mobility: string
let seen: string
let draft: string
let picture: File
const small = { bytes: Buffer.from('Pildi baidid'), width: 400, height: 300 }

beforeAll(async () => {
  house = await openHouse({ rooms: [learningRoom] })
  owner = new pg.Client(house.database.connection)
  await owner.connect()
  mobility = await house.act('mobility_lead', async (act) => {
    return (await addJourney(act)).mobility
  })
  picture = sent(await telephonePicture({ width: 800, height: 600 }), 'IMG_1.jpg', 'image/jpeg')
})
beforeEach(async () => {
  await owner.query('delete from learning.observation')
  ;[seen, draft] = await house.act('developer', async (act) => [
    await addObservation(act, mobility, {
      seenOn: day('2026-03-03'),
      seenAt: 'A-kilta',
      what: 'Köök on kõigi oma.',
      thought: '',
    }),
    await addDraft(act, mobility, { seenOn: null, seenAt: '', what: 'Köök', thought: '' }),
  ])
  await house.act('developer', (act) => addPhotos(act, seen, { pictures: [small], alt: 'Köök' }))
  await house.act('developer', (act) => addPhotos(act, draft, { pictures: [small], alt: 'Võti' }))
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
const first = async (of: string) => {
  const [photo] = await house.act('developer', (act) => photosOf(act, of))
  if (!photo) throw new Error('there is no picture')
  return photo
}
const typed = {
  what: 'Aed on kõigi oma.',
  thought: '',
  seenAt: 'Aed',
  'seenOn-day': '4',
  'seenOn-month': '3',
  'seenOn-year': '2026',
}

describe('who must not see', () => {
  test.each<Role>(['host', 'supporter', 'participant', 'officer', 'admin'])(
    'a %s sees no picture, by no page and not by raw SQL',
    async (as) => {
      for (const of of [seen, draft]) {
        const { id } = await first(of)
        for (const path of [`/photos/${id}`, `/photos/${id}/change`])
          expect((await get(path, { as })).status, path).toBe(404)
        for (const path of [`/photos/${id}/change`, `/photos/${id}/remove`, `/observations/${of}/photos`])
          expect((await get(path, { as, form: { alt: 'x' } })).status, path).toBe(404)
      }
      await house.act(as, async ({ tx }) => {
        expect((await sql`select id from learning.observation_photo`.execute(tx)).rows).toEqual([])
      })
    },
  )

  test.each<Role | 'system'>(['mobility_lead', 'lead', 'coordinator', 'system'])(
    'a %s sees those of what is kept, and none of a draft',
    async (as) => {
      const { id } = await first(draft)
      await house.act(as, async ({ tx }) => {
        const { rows } = await sql<{ id: string }>`select id from learning.observation_photo`.execute(tx)
        expect(rows).toEqual([{ id: (await first(seen)).id }])
        const gone = await sql`delete from learning.observation_photo where id = ${id}`.execute(tx)
        expect(gone.numAffectedRows).toBe(0n)
      })
      if (as === 'system') return
      expect((await house.request(`/photos/${id}`, { as })).status).toBe(404)
      expect((await house.request(`/photos/${(await first(seen)).id}`, { as })).status).toBe(200)
    },
  )

  test('another house sees none, and hangs none on what is ours', async () => {
    const { lead } = house.other.accounts
    for (const of of [seen, draft])
      expect((await house.request(`/photos/${(await first(of)).id}`, { as: lead })).status).toBe(404)
    await expect(
      house.act(lead, (act) => addPhotos(act, seen, { pictures: [small], alt: '' })),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('nobody hangs a picture on somebody else’s draft', async () => {
    await expect(
      house.act('lead', (act) => addPhotos(act, draft, { pictures: [small], alt: '' })),
    ).rejects.toMatchObject({ code: '42501' })
  })

  test('a coordinator looks and changes nothing', async () => {
    const { id } = await first(seen)
    const { html } = await get(`/observations/${seen}`, { as: 'coordinator' })
    expect(html).toContain(`src="/photos/${id}"`)
    expect(html).not.toContain('type="file"')
    expect(html).not.toContain(`/photos/${id}/`)
  })

  test.each(['nothing', randomUUID(), '%00'])('“%s” is none', async (id) => {
    expect((await get(`/photos/${id}`, { as: 'lead' })).status).toBe(404)
  })

  test('it lies sealed', async () => {
    const { rows } = await owner.query<{ sealed: Buffer }>(
      'select picture_sealed as sealed from learning.observation_photo',
    )
    for (const { sealed } of rows) expect(sealed.includes(small.bytes)).toBe(false)
    const { id } = await first(seen)
    expect(await house.act('coordinator', (act) => pictureOf(act, id))).toEqual(small.bytes)
  })
})

describe('a picture', () => {
  test('is sent with what was seen, and served without where it was taken', async () => {
    expect(Buffer.from(await picture.arrayBuffer()).includes(hidden)).toBe(true)
    const form = { ...typed, photos: [picture, picture], alt: 'Aiapeenrad' }
    const added = await get(`/mobilities/${mobility}/observations/new`, { as: 'mobility_lead', form })
    expect(added.status).toBe(303)
    expect((await get(added.to, { as: 'coordinator' })).text).toContain('2 pilti')
    const [, garden] = await house.act('lead', (act) => observationsOf(act))
    const photos = await house.act('lead', (act) => photosOf(act, garden?.id ?? ''))
    // It lay on its side.
    expect(photos).toMatchObject([
      { number: 1, width: 600, height: 800, alt: 'Aiapeenrad' },
      { number: 2, width: 600, height: 800, alt: 'Aiapeenrad' },
    ])
    const answer = await house.request(`/photos/${photos[0]?.id}`, { as: 'coordinator' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.includes(hidden)).toBe(false)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    const { html } = await get(`/observations/${garden?.id}`, { as: 'coordinator' })
    expect(html).toMatch(
      /<img src="\/photos\/[^"]*" width="600" height="800" alt="Aiapeenrad" loading="lazy"/,
    )
  })

  test('what is sent again because the answer was lost is there once, with its pictures', async () => {
    const path = `/mobilities/${mobility}/observations/new`
    const before = await house.act('lead', async (act) => (await observationsOf(act)).length)
    const text = { ...typed, photos: [] }
    const whole = { ...typed, photos: [picture], alt: 'Aiapeenrad' }
    // The first time the pictures were forgotten, the second time they came along, the third time again.
    for (const form of [text, whole, whole]) {
      const { status, to } = await get(path, { as: 'mobility_lead', form })
      expect([status, to]).toEqual([303, `/mobilities/${mobility}`])
    }
    const all = await house.act('lead', (act) => observationsOf(act))
    expect(all).toHaveLength(before + 1)
    const added = all.find(({ what }) => what === typed.what)
    expect(await house.act('lead', (act) => photosOf(act, added?.id ?? ''))).toHaveLength(1)
    // A colleague who saw the same writes it for themselves, and another word is another observation.
    await get(path, { as: 'developer', form: text })
    await get(path, { as: 'mobility_lead', form: { ...text, thought: 'Ka meil on aed.' } })
    expect(await house.act('lead', async (act) => (await observationsOf(act)).length)).toBe(before + 3)
    // A draft alike.
    const drafts = async () =>
      (await owner.query(`select from learning.observation where state = 'draft'`)).rows
    const were = (await drafts()).length
    for (let times = 0; times < 2; times++)
      await get(path, { as: 'developer', form: { what: 'Pooleli lause', draft: 'yes' } })
    expect(await drafts()).toHaveLength(were + 1)
    // One that is finished, and sent once more.
    const finish = () =>
      get(`/drafts/${draft}`, { as: 'developer', form: { ...text, what: 'Valmis lause.' } })
    const there = `/observations/${draft}`
    expect(await finish()).toMatchObject({ status: 303, to: there })
    expect(await finish()).toMatchObject({ status: 303, to: there })
    expect(await get(`/drafts/${draft}`, { as: 'developer' })).toMatchObject({ status: 303, to: there })
    const other = { ...text, what: 'Muu.' }
    expect((await get(`/drafts/${draft}`, { as: 'developer', form: other })).status).toBe(404)
  })

  test('is sent with a draft, stays with it, and is seen by the others once it is finished', async () => {
    const { html } = await get(`/drafts/${draft}`, { as: 'developer' })
    expect(html).toContain(`src="/photos/${(await first(draft)).id}"`)
    const more = await get(`/drafts/${draft}`, {
      as: 'developer',
      form: { ...typed, photos: picture, draft: 'yes' },
    })
    expect(more.status).toBe(303)
    expect(await house.act('developer', (act) => photosOf(act, draft))).toHaveLength(2)
    expect((await get(`/drafts/${draft}`, { as: 'developer', form: typed })).status).toBe(303)
    expect(await house.act('coordinator', (act) => photosOf(act, draft))).toHaveLength(2)
  })

  test('goes with the draft that is thrown away', async () => {
    await get(`/drafts/${draft}/throw-away`, { as: 'developer', form: {} })
    expect(await house.act('developer', (act) => draftsOf(act, mobility))).toEqual([])
    const { rows } = await owner.query('select alt from learning.observation_photo')
    expect(rows).toEqual([{ alt: 'Köök' }])
  })

  test('is added, described and taken away where it stands', async () => {
    const path = `/observations/${seen}/photos`
    const added = await get(path, { as: 'lead', form: { photos: picture, alt: '' } })
    expect([added.status, added.to]).toEqual([303, `/observations/${seen}`])
    const [, second] = await house.act('lead', (act) => photosOf(act, seen))
    expect((await get(added.to, { as: 'lead' })).text).toContain('Kirjuta, mis pildil on')
    const change = `/photos/${second?.id}/change`
    expect((await get(change, { as: 'lead', form: { alt: 'x'.repeat(301) } })).status).toBe(422)
    expect((await get(change, { as: 'lead', form: { alt: 'Pliit ja laud' } })).to).toBe(added.to)
    expect((await get(added.to, { as: 'coordinator' })).html).toContain('alt="Pliit ja laud"')
    const gone = await get(`/photos/${(await first(seen)).id}/remove`, { as: 'developer', form: {} })
    expect(gone.to).toBe(added.to)
    expect(await house.act('lead', (act) => photosOf(act, seen))).toMatchObject([{ alt: 'Pliit ja laud' }])
    // The place that became free is taken again.
    await get(path, { as: 'lead', form: { photos: picture, alt: '' } })
    expect((await house.act('lead', (act) => photosOf(act, seen))).map(({ number }) => number)).toEqual([
      1, 2,
    ])
  })

  test('is the sixth at most, on every way', async () => {
    const many = Array.from({ length: 6 }, () => small)
    expect(await house.act('lead', (act) => addPhotos(act, seen, { pictures: many, alt: '' }))).toBe(false)
    await house.act('lead', (act) => addPhotos(act, seen, { pictures: many.slice(1), alt: '' }))
    const full = await get(`/observations/${seen}`, { as: 'lead' })
    expect(full.html).not.toContain('type="file"')
    const more = await get(`/observations/${seen}/photos`, { as: 'lead', form: { photos: picture, alt: '' } })
    expect([more.status, more.text.includes('kuni 6 pilti')]).toEqual([422, true])
    const seven = Array.from({ length: 7 }, () => picture)
    const form = { ...typed, photos: seven }
    const tooMany = await get(`/mobilities/${mobility}/observations/new`, { as: 'lead', form })
    expect([tooMany.status, tooMany.text.includes('Vali neid vähem')]).toEqual([422, true])
    const beside = await get(`/drafts/${draft}`, {
      as: 'developer',
      form: { ...form, photos: seven.slice(1) },
    })
    expect([beside.status, beside.text.includes('Vali neid vähem')]).toEqual([422, true])
    await expect(
      owner.query('update learning.observation_photo set number = 7 where number = 6'),
    ).rejects.toMatchObject({ code: '23514' })
  })

  test.each([
    ['a PDF', () => ({ photos: sent('%PDF-1.4 %%EOF', 'kava.pdf') }), 'kava.pdf: See fail ei ole pilt'],
    [
      'half a picture beside a whole one',
      () => ({ photos: [picture, sent('\xff\xd8\xff', 'pool.jpg')] }),
      'pool.jpg:',
    ],
    ['words that are too long', () => ({ photos: picture, alt: 'x'.repeat(301) }), 'Kuni 300 tähte'],
  ])('with %s nothing is kept, and what was typed stays', async (_, wrong, said) => {
    for (const path of [`/mobilities/${mobility}/observations/new`, `/drafts/${draft}`]) {
      const { status, text } = await get(path, { as: 'developer', form: { ...typed, ...wrong() } })
      expect(status, path).toBe(422)
      expect(text).toContain(said)
      expect(text).toContain(typed.what)
    }
    const there = await get(`/observations/${seen}/photos`, { as: 'developer', form: wrong() })
    expect([there.status, there.text.includes(said)]).toEqual([422, true])
    const { rows } = await owner.query(
      'select o.what, p.alt from learning.observation o join learning.observation_photo p on p.observation_id = o.id order by alt',
    )
    expect(rows.map(({ alt }) => alt)).toEqual(['Köök', 'Võti'])
    expect(await house.act('developer', (act) => observationsOf(act))).toHaveLength(1)
  })

  test('nothing chosen is told where only a picture can be meant', async () => {
    const { status, text } = await get(`/observations/${seen}/photos`, { as: 'lead', form: { alt: 'Köök' } })
    expect([status, text.includes('Vali vähemalt üks pilt')]).toEqual([422, true])
  })
})

test('what is sent while other pictures are being kept finds the places that are left', async () => {
  const two = { pictures: [small, small], alt: '' }
  const add = () => house.act('developer', (act) => addPhotos(act, seen, two))
  const meanwhile = await house.act('developer', async (act) => {
    expect(await addPhotos(act, seen, two)).toBe(true)
    const others = Promise.allSettled([add(), add()])
    await new Promise((resolve) => setTimeout(resolve, 200))
    return { others }
  })
  expect((await meanwhile.others).map((one) => one.status === 'fulfilled' && one.value).toSorted()).toEqual([
    false,
    true,
  ])
  const kept = await house.act('developer', (act) => photosOf(act, seen))
  expect(kept.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
})
