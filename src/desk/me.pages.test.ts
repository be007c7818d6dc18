import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, textOf, titleOf, type Desk } from '../../tests/setup/desk.ts'
import { pausePathway, resumePathway } from '../support/pathway.store.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const me = async (query = '') => {
  const answer = await desk.request(`/me${query}`, { as: 'participant' })
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

describe('the person’s own page', () => {
  test('greets by the first name and says who gets in touch when', async () => {
    const { html, status, headers } = await me()
    expect(status).toBe(200)
    const text = textOf(html)
    expect(text).toContain('Tere, Minu')
    expect(text).toMatch(
      /Järgmine samm Neljapäev, 3\.\sdetsember: vestlus coordinator Esimene võtab sinuga ühendust\./,
    )
    expect(titleOf(html)).toBe('Minu leht – Tugevus')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('shows help at once, the people, and what is theirs to decide', async () => {
    const { html } = await me()
    expect(html).toContain('href="tel:112"')
    const text = textOf(html)
    expect(text).toContain('coordinator Esimene , koordinaator')
    for (const href of ['/me/checkin', '/me/looked', '/me/pathway', '/me/take', '/me/erase']) {
      expect(html).toContain(`href="${href}"`)
    }
    expect(html).toContain('action="/leave"')
  })

  test('offers a check-in always, and prominently on the days it is awaited', async () => {
    expect(textOf((await me()).html)).toContain('Praegu ei pea vastama.')
    desk.clock.set('2026-11-24T08:00:00Z')
    await desk.act('system', async (act) => {
      const { catchUp } = await import('../support/daily.store.ts')
      const { loadPathways } = await import('../support/pathway.content.ts')
      return catchUp(act, loadPathways())
    })
    const { html } = await me()
    expect(textOf(html)).toContain('Ootame kuni N, 26. nov, hiljem sobib ka.')
    expect(html).toMatch(/class="btn wide" href="\/me\/checkin"/)
    desk.clock.set('2026-11-23T08:00:00Z')
  })

  test('says that a call is coming where one was asked for', async () => {
    await desk.request('/me/checkin', { as: 'participant', form: { callMe: 'yes' } })
    expect(textOf((await me()).html)).toMatch(/Sulle helistatakse täna kella/)
  })

  test('says that there is a pause, and how to go on', async () => {
    const { id } = desk.people.mine
    await desk.request(`/people/${desk.people.mine.code}/contact`, {
      as: 'coordinator',
      form: { way: 'call', reached: 'yes', what: 'Rääkisime.' },
    })
    await desk.act('participant', (act) => pausePathway(act, id, { until: null, by: 'person' }))
    expect(textOf((await me()).html)).toContain('Praegu on paus')
    await desk.act('participant', (act) => resumePathway(act, id))
    expect(textOf((await me()).html)).not.toContain('Praegu on paus')
  })

  test('is there in Russian and English too', async () => {
    expect(textOf((await me('?lang=ru')).html)).toContain('Здравствуйте, Minu')
    expect(textOf((await me('?lang=en')).html)).toContain('Hello, Minu')
  })

  test('has help for an account that nobody has tied to a person yet', async () => {
    const answer = await desk.request('/me', { as: desk.other.accounts.participant })
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(textOf(html)).toContain('Sinu leht ei ole veel valmis')
    expect(html).toContain('href="tel:112"')
    expect(textOf(html)).not.toContain('Minu Inimene')
  })

  test('is the participant’s alone', async () => {
    for (const as of ['coordinator', 'lead', 'supporter', 'admin'] as const) {
      for (const path of ['/me', '/me/looked', '/me/take', '/me/erase']) {
        expect((await desk.request(path, { as })).status).toBe(404)
      }
    }
  })
})
