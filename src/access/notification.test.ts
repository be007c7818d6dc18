import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { everyRow } from '../../tests/setup/rows.ts'
import { notifications } from './notification.store.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({
    env: { TUGEVUS_SMS_URL: 'https://sms.test', TUGEVUS_SMS_BODY: 'to={to}&text={text}' },
  })
})
afterAll(() => house.close())

const path = '/account/notifications'
const choose = (form: Record<string, string>) => house.request(path, { as: 'coordinator', form })
const chosen = async () => {
  const { id } = house.organisation.accounts.coordinator
  return (await house.act('system', notifications)).get(id)
}
const page = async (where: string) => (await house.request(where, { as: 'coordinator' })).text()

describe('whoever works here', () => {
  test('gets the morning’s mail and no SMS until they choose', async () => {
    expect(await page('/account')).toContain('hommikune kiri')
    expect(await page(path)).toMatch(/name="digest"[^>]*checked/)
    expect(await chosen()).toBe(undefined)
  })

  test('gives a number as they write it, and sees it again', async () => {
    const answer = await choose({ digest: 'yes', phone: '5550 2001' })
    expect(answer.headers.get('location')).toBe('/account')
    expect(await chosen()).toEqual({ digest: true, phone: '+37255502001' })
    expect(await page('/account')).toContain('hommikune kiri, SMS +37255502001')
    expect(await page(path)).toContain('value="+37255502001"')
  })

  test('takes both back as easily', async () => {
    await choose({ phone: '' })
    expect(await chosen()).toEqual({ digest: false, phone: null })
    expect(await page('/account')).toContain('hommikust kirja ei tule')
  })

  test('is told what is wrong with a number, and finds it as it was typed', async () => {
    const answer = await choose({ phone: 'viis viis viis' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Kirjuta number, näiteks +372 5550 1001, või jäta tühjaks')
    expect(html).toContain('value="viis viis viis"')
    expect(html).not.toMatch(/name="digest"[^>]*checked/)
  })

  test('is known by number to nobody who looks into the database', async () => {
    await choose({ digest: 'yes', phone: '5550 2001' })
    const rows = await everyRow(house.database.connection)
    expect(rows.filter(({ row }) => row.includes('55502001'))).toEqual([])
  })
})

test('a participant is not asked: nothing waits for them', async () => {
  expect((await house.request(path, { as: 'participant' })).status).toBe(404)
  expect(await (await house.request('/account', { as: 'participant' })).text()).not.toContain(path)
})
