import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, textOf, titleOf, type Desk } from '../../tests/setup/desk.ts'
import type { Role } from '../platform/actor.ts'
import { whoLooked } from '../people/looked.store.ts'
import { grantSight } from '../people/sight.store.ts'

let desk: Desk
const page = async (path: string, as: Parameters<Desk['request']>[1] = { as: 'coordinator' }) => {
  const answer = await desk.request(path, as)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

describe('one person’s page', () => {
  test('tells the coordinator who it is, where on the path, what comes next and what was said', async () => {
    const { mine } = desk.people
    const { status, html } = await page(`/people/${mine.code}`)
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toContain('Minu Inimene')
    expect(text).toContain('Jätkutugi alates 20. oktoobrist 2026, kestnud ühe kuu.')
    expect(text).toContain('coordinator Esimene')
    expect(text).toContain('Helistada õhtul.')
    expect(text).toContain('„Pikk nädal.“')
    expect(text).toContain('Enesetunne 3, kindlus 4')
    expect(text).toContain('Vaikib. Võta ise ühendust')
    expect(html).toContain(`href="/people/${mine.code}/contact"`)
    expect(html).toContain('href="tel:+37255502001"')
    expect(html).toContain('<figcaption>')
  })

  test('has nothing personal in its title and is kept by no cache', async () => {
    const { html, headers } = await page(`/people/${desk.people.mine.code}`)
    expect(titleOf(html)).toBe('Inimene – Tugevus')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('is not there for a colleague, another organisation, or roles that never see people', async () => {
    const { mine, foreign, colleague } = desk.people
    for (const path of ['', '/log', '/looked', '/hand-over', '/take', '/erase', '/identity', '/invite']) {
      const unknown = await page(`/people/X0-00${path}`)
      expect(unknown.status).toBe(404)
      expect((await page(`/people/${mine.code}${path}`, { as: colleague })).status).toBe(404)
      expect((await page(`/people/${mine.code}${path}`, { as: desk.other.accounts.lead })).status).toBe(404)
      expect((await page(`/people/${foreign.code}${path}`)).status).toBe(404)
      for (const role of [
        'developer',
        'host',
        'admin',
        'officer',
        'mobility_lead',
        'participant',
      ] satisfies Role[]) {
        const answer = await page(`/people/${mine.code}${path}`, { as: role })
        expect(`${role} ${path} ${answer.status}`).toBe(`${role} ${path} 404`)
        expect(answer.html).not.toContain('Minu Inimene')
      }
    }
  })

  test('shows a supporter the parts that were opened to them, and is silent about the others', async () => {
    const { html, status } = await page(`/people/${desk.people.mine.code}`, { as: 'supporter' })
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toContain('Minu Inimene')
    expect(text).toContain('Järgmised sammud')
    for (const hidden of [
      'Pikk nädal',
      'Mis ta ütles',
      'Viimane märguanne',
      'Rääkisime',
      'Libastumine',
      'Muuda andmeid',
      'Kes on vaadanud',
      'Anna teisele',
    ]) {
      expect(text).not.toContain(hidden)
    }
  })

  test('offers a supporter no page that would not open for them', async () => {
    const { code } = desk.people.mine
    const { html } = await page(`/people/${code}`, { as: 'supporter' })
    const links = [...html.matchAll(new RegExp(`href="(/people/${code}/[^"#]+)"`, 'g'))].map(
      ([, href]) => href ?? '',
    )
    for (const href of links)
      expect(`${href} ${(await page(href, { as: 'supporter' })).status}`).toBe(`${href} 200`)
    expect(html).toContain('href="tel:+37255502001"')
  })

  test('offers the coordinator and the lead only pages that open', async () => {
    const { code } = desk.people.mine
    for (const as of ['coordinator', 'lead'] as const) {
      const { html } = await page(`/people/${code}`, { as })
      const links = new Set(
        [...html.matchAll(new RegExp(`href="(/people/${code}/[^"#]+)"`, 'g'))].map(([, href]) => href ?? ''),
      )
      expect(links.size).toBeGreaterThan(7)
      for (const href of links) expect(`${href} ${(await page(href, { as })).status}`).toBe(`${href} 200`)
    }
  })

  test('calls somebody whose name is not opened by the code', async () => {
    const { colleagues } = desk.people
    await desk.act('lead', (act) =>
      grantSight(act, {
        personId: colleagues.id,
        accountId: desk.organisation.accounts.supporter.id,
        role: 'supporter',
        categories: ['path'],
        reason: 'supporter',
      }),
    )
    const { html } = await page(`/people/${colleagues.code}`, { as: 'supporter' })
    const text = textOf(html)
    expect(text).toContain(colleagues.code)
    expect(text).not.toContain('Kolleegi Inimene')
    expect(text).not.toContain('Andmed Telefon')
    expect(html).not.toContain('tel:')
  })

  test('is written down each time it is read, with what was read of it', async () => {
    const { mine } = desk.people
    const before = await desk.act('lead', (act) => whoLooked(act, mine, 1000))
    await page(`/people/${mine.code}`)
    const looks = (await desk.act('lead', (act) => whoLooked(act, mine, 1000))).slice(0, -before.length)
    const what = new Set(looks.map((look) => `${look.role} ${look.action} ${look.what}`))
    for (const part of [
      'people.person',
      'support.pathway',
      'support.checkin',
      'support.contact',
      'support.lapse',
    ]) {
      expect([...what]).toContain(`coordinator read ${part}`)
    }
  })

  test('leads back to the list the reader came from, and nowhere else', async () => {
    const { mine } = desk.people
    const back = async (referer: string) =>
      (await page(`/people/${mine.code}`, { as: 'coordinator', headers: { referer } })).html
    expect(await back('http://localhost:3000/people?sort=name')).toContain('href="/people?sort=name"')
    expect(await back('https://elsewhere.example/people?sort=name')).not.toContain('sort=name')
    expect(await back('not an address')).toContain('href="/day"')
  })

  test('speaks Russian and English as well', async () => {
    const { mine } = desk.people
    const ru = textOf((await page(`/people/${mine.code}?lang=ru`)).html)
    expect(ru).toContain('Последующая поддержка с 20 октября 2026 года, уже один месяц.')
    const en = textOf((await page(`/people/${mine.code}?lang=en`)).html)
    expect(en).toContain('Continuing support since 20 October 2026, for one month now.')
  })
})

describe('a handover', () => {
  test('is chosen, checked and offered; once it is accepted the new coordinator sees everything and the old one nothing', async () => {
    const { mine, colleague } = desk.people
    const path = `/people/${mine.code}/hand-over`
    const nobody = await desk.request(path, { as: 'coordinator', form: {} })
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain('Vali, kes jätkab')
    const checked = await desk.request(path, { as: 'coordinator', form: { to: colleague.id } })
    expect(checked.status).toBe(200)
    expect(textOf(await checked.text())).toContain('Kinnita üleandmine')
    const offered = await desk.request(path, { as: 'coordinator', form: { to: colleague.id, sure: 'yes' } })
    expect(offered.headers.get('location')).toBe(`/people/${mine.code}`)
    expect((await page(`/people/${mine.code}`)).status).toBe(200)
    expect((await page(`/people/${mine.code}`, { as: colleague })).status).toBe(404)
    const day = await page('/day', { as: colleague })
    const offerIn = (html: string) => /Sulle pakutakse[^]*?href="(\/moves\/[0-9a-f-]+)"/.exec(html)?.[1]
    const offer = offerIn(day.html)
    await desk.request(`${offer}/answer`, { as: colleague, form: { answer: 'accept', person: mine.code } })
    expect((await page(`/people/${mine.code}`)).status).toBe(404)
    const now = await page(`/people/${mine.code}`, { as: colleague })
    expect(now.status).toBe(200)
    expect(textOf(now.html)).toContain('„Pikk nädal.“')
    expect(textOf((await page('/day', { as: colleague })).html)).toContain(mine.code)
    // And back in the same way, offered by the lead.
    await desk.request(path, {
      as: 'lead',
      form: { to: desk.organisation.accounts.coordinator.id, sure: 'yes' },
    })
    const back = offerIn((await page('/day')).html)
    await desk.request(`${back}/answer`, { as: 'coordinator', form: { answer: 'accept', person: mine.code } })
    expect((await page(`/people/${mine.code}`)).status).toBe(200)
  })

  test('goes to coordinators of the house only', async () => {
    const path = `/people/${desk.people.mine.code}/hand-over`
    for (const to of [desk.other.accounts.coordinator.id, desk.organisation.accounts.developer.id, 'x']) {
      const answer = await desk.request(path, { as: 'coordinator', form: { to, sure: 'yes' } })
      expect(answer.status).toBe(422)
    }
    expect((await page(`/people/${desk.people.mine.code}`)).status).toBe(200)
  })
})

describe('an answer that nobody has read', () => {
  test('is marked as read by a press of a button, never by opening the page', async () => {
    const { mine } = desk.people
    const sent = await desk.request('/me/checkin', {
      as: 'participant',
      form: { wellbeing: '6', confidence: '7', words: 'Sain töökoha.' },
    })
    expect(sent.status).toBe(303)
    for (let times = 0; times < 2; times++) {
      expect(textOf((await page(`/people/${mine.code}`)).html)).toContain('„Sain töökoha.“ lugemata')
    }
    const read = await desk.request(`/people/${mine.code}/read`, { as: 'coordinator', form: {} })
    expect(read.headers.get('location')).toBe(`/people/${mine.code}`)
    const text = textOf((await page(`/people/${mine.code}`)).html)
    expect(text).toContain('„Sain töökoha.“')
    expect(text).not.toContain('lugemata')
  })
})
