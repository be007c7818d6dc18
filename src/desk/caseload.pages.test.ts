import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, textOf, titleOf, type Desk } from '../../tests/setup/desk.ts'
import type { Role } from '../platform/actor.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { openWords, sealWords } from './find.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const search = async (words: string, as: Role = 'coordinator') => {
  const answer = await desk.request('/people', { as, form: { words } })
  return { status: answer.status, location: answer.headers.get('location') ?? '' }
}
const list = async (path: string, as: Parameters<Desk['request']>[1] = { as: 'coordinator' }) => {
  const answer = await desk.request(path, as)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

describe('the caseload', () => {
  test('shows a coordinator their own people, a lead everybody’s with the coordinator, a supporter those opened to them', async () => {
    const { mine, colleagues, foreign } = desk.people
    const own = textOf((await list('/people')).html)
    expect(own).toContain('Minu Inimene')
    expect(own).not.toContain('Kolleegi Inimene')
    const all = textOf((await list('/people', { as: 'lead' })).html)
    expect(all).toContain('Minu Inimene')
    expect(all).toContain('Kolleegi Inimene')
    expect(all).toContain('coordinator Esimene')
    const beside = textOf((await list('/people', { as: 'supporter' })).html)
    expect(beside).toContain(mine.code)
    expect(beside).not.toContain(colleagues.code)
    for (const text of [own, all, beside]) expect(text).not.toContain(foreign.code)
  })

  test('is not there for roles that never see people', async () => {
    for (const role of [
      'developer',
      'host',
      'officer',
      'mobility_lead',
      'admin',
      'participant',
    ] satisfies Role[]) {
      for (const path of ['/people', '/people/new', '/people/export.xlsx', '/people/export.csv', '/day']) {
        expect((await list(path, { as: role })).status).toBe(404)
      }
      expect((await search('Minu', role)).status).toBe(404)
    }
  })

  test('says in words and with an icon who is silent, and narrows to them by a link', async () => {
    const { html } = await list('/people?show=silent')
    expect(html).toMatch(/data-tone="mist"[\s\S]*?<svg[\s\S]*?vaikib/)
    expect(textOf(html)).toContain('Minu Inimene')
    expect(textOf((await list('/people?show=asked')).html)).toContain('Sellist inimest siin ei ole')
    expect(textOf((await list('/people?state=ended')).html)).toContain('Sellist inimest siin ei ole')
  })

  test('lets the lead narrow it to one coordinator', async () => {
    const { colleague } = desk.people
    const text = textOf((await list(`/people?coordinator=${colleague.id}`, { as: 'lead' })).html)
    expect(text).toContain('Kolleegi Inimene')
    expect(text).not.toContain('Minu Inimene')
  })
})

describe('searching for a person', () => {
  test('never puts what was typed into an address, a title or a cookie', async () => {
    for (const words of ['Minu Inimene', 'inimene', '5550 2001']) {
      const answer = await desk.request('/people', { as: 'coordinator', form: { words } })
      expect(answer.status).toBe(303)
      const location = answer.headers.get('location') ?? ''
      expect(location).toMatch(/^\/people\?find=[\w-]+$/)
      const sent = decodeURIComponent(location) + (answer.headers.get('set-cookie') ?? '')
      for (const word of words.split(' ')) expect(sent.toLowerCase()).not.toContain(word.toLowerCase())
      const { html } = await list(location)
      expect(textOf(html)).toContain('Minu Inimene')
      expect(titleOf(html)).toBe('Inimesed – Tugevus')
      // Links that sort and page carry the sealed words on, not the plain ones.
      for (const [, href = ''] of html.matchAll(/href="(\/people\?[^"]*)"/g))
        expect(href.toLowerCase()).not.toContain('inimene')
      expect(html).toContain(`value="${words}"`)
    }
  })

  test('by a code leads straight to the person, however it is written', async () => {
    const { mine, foreign, colleagues } = desk.people
    expect((await search(mine.code)).location).toBe(`/people/${mine.code}`)
    expect((await search(` ${mine.code.replace('-', '').toLowerCase()} `)).location).toBe(
      `/people/${mine.code}`,
    )
    for (const stranger of [foreign, colleagues]) {
      const { location } = await search(stranger.code)
      expect(location).toMatch(/^\/people\?find=/)
      expect(textOf((await list(location)).html)).toContain('Sellist inimest siin ei ole')
    }
  })

  test('finds nobody outside the reader’s own sight', async () => {
    const text = textOf((await list((await search('inimene')).location)).html)
    expect(text).not.toContain('Kolleegi')
    expect(text).not.toContain('Võõras')
  })

  test('keeps the filters that were on, and can be taken off', async () => {
    const answer = await desk.request('/people', {
      as: 'coordinator',
      form: { words: 'minu', show: 'silent', sort: 'name' },
    })
    const location = answer.headers.get('location') ?? ''
    expect(location).toMatch(/^\/people\?show=silent&sort=name&find=/)
    const { html } = await list(location)
    expect(html).toContain('href="/people?show=silent&amp;sort=name"')
  })

  test('opens only in the session that typed it', async () => {
    const { location } = await search('minu')
    const other = await desk.signIn('lead')
    const { html, status } = await list(location, { as: { cookie: other } })
    expect(status).toBe(200)
    expect(textOf(html)).toContain('Otsing on aegunud')
    expect(html).not.toContain('value="minu"')
  })

  test('tells nothing by its length, and refuses what was changed', () => {
    const { keys } = desk.ground
    const lengths = new Set(
      ['a', 'Mari', 'Konstantin Aleksandrovitš'].map((words) => sealWords(keys, 's', words).length),
    )
    expect(lengths.size).toBe(1)
    const sealed = sealWords(keys, 's', 'Mari')
    expect(openWords(keys, 's', sealed)).toBe('Mari')
    expect(openWords(keys, 't', sealed)).toBeNull()
    expect(openWords(keys, 's', sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA'))).toBeNull()
    for (const nonsense of ['', 'x', '%%', 'a'.repeat(500)]) expect(openWords(keys, 's', nonsense)).toBeNull()
  })
})

describe('taking the list along', () => {
  test('gives an Excel file with the columns that can be brought back', async () => {
    const answer = await desk.request('/people/export.xlsx', { as: 'coordinator' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="nimekiri-2026-11-23.xlsx"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = JSON.stringify(
      await readSpreadsheet(new Uint8Array(await answer.arrayBuffer()), 'nimekiri.xlsx'),
    )
    for (const cell of [
      'Nimi',
      'Minu Inimene',
      '2026-10-20',
      'suuliselt',
      'Helistada õhtul.',
      'coordinator Esimene',
    ]) {
      expect(text).toContain(cell)
    }
    expect(text).not.toContain('Kolleegi Inimene')
  })

  test('gives the lead everybody’s, as text with a mark that Excel knows, and writes it down', async () => {
    const answer = await desk.request('/people/export.csv', { as: 'lead' })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('Minu Inimene')
    expect(text).toContain('Kolleegi Inimene')
    expect(text).not.toContain('Võõras Inimene')
    const { html } = await list(`/people/${desk.people.colleagues.code}/looked`, { as: 'lead' })
    expect(textOf(html)).toContain('võttis nimekirja failina kaasa')
  })

  test('is not for supporters', async () => {
    expect((await list('/people/export.csv', { as: 'supporter' })).status).toBe(404)
  })
})
