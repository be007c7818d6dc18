/** Coming in, in a real browser: with a code, with a passkey, with an authenticator app, with and without JavaScript. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/platform/actor.ts'
import { postMail } from '../../src/platform/mail.post.ts'
import { sessionCookie } from '../../src/access/visitor.ts'
import { appOf } from '../setup/authenticator.ts'
import { testBrowser } from '../setup/browser.ts'
import { lookAt } from '../setup/look.ts'
import { lastMail } from '../setup/mails.ts'
import { serveHouse, type ServedHouse } from '../setup/served.ts'

let served: ServedHouse
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  served = await serveHouse()
})
afterAll(() => served.close())
beforeEach(async () => {
  const { signin, jobs } = served.house.ground
  for (const table of ['access.passkey', 'access.totp', 'access.recoveryCode', 'platform.rate'] as const) {
    await signin.deleteFrom(table).execute()
  }
  await jobs.deleteFrom('platform.mail').execute()
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

async function open(look: { width?: number; scripts?: boolean; locale?: string } = {}): Promise<void> {
  context = await (
    await testBrowser()
  ).newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    javaScriptEnabled: look.scripts ?? true,
    locale: look.locale ?? 'et-EE',
  })
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A 404 after the door is not this test's matter: only access is in this house.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
}

async function authenticator(verified = true): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, id: authenticatorId }
}

const emailOf = (role: Role) => served.house.organisation.accounts[role].email

async function mailedCode(role: Role): Promise<string> {
  const mail = await lastMail(served.house, emailOf(role))
  return /\d{4} \d{4}/.exec(mail?.text ?? '')?.[0] ?? ''
}

/** By e-mail, as far as the code leads. */
async function comeByMail(role: Role, next = '/account'): Promise<void> {
  await page.goto(`${served.url}/sign-in?next=${encodeURIComponent(next)}`)
  await page.fill('[name=email]', emailOf(role))
  await page.click('main button:has-text("Saada kood"), main button:has-text("Прислать код")')
  await page.fill('[name=code]', await mailedCode(role))
  await page.click('main form[action="/sign-in/code"] button')
}

const arriveAt = (wanted: string) => page.waitForURL((url) => url.pathname === wanted)
const path = () => new URL(page.url()).pathname

async function signOut(): Promise<void> {
  await context.clearCookies()
}

describe('a coordinator', () => {
  test('adds a passkey, and from then on comes in with it alone', { timeout: 60_000 }, async () => {
    await open()
    await authenticator()
    await page.goto(`${served.url}/sign-in`)
    await lookAt(page, 'access/sign-in')
    await comeByMail('coordinator')
    expect(path()).toBe('/account/second-step')
    await lookAt(page, 'access/second-step-add')
    await page.click('button:has-text("Lisa pääsuvõti")')
    await page.waitForSelector('h1:has-text("Sinu taastekoodid")')
    await lookAt(page, 'access/recovery-codes')
    expect(await page.locator('ol.codes li').count()).toBe(10)
    await page.click('main a.btn')
    expect(path()).toBe('/account')
    await lookAt(page, 'access/account')
    await signOut()
    await page.goto(`${served.url}/sign-in?next=/account`)
    await page.click('button:has-text("Sisene pääsuvõtmega")')
    await arriveAt('/account')
    expect(await page.textContent('h1')).toContain('Minu konto')
  })

  test('who comes by mail shows the passkey before anything else', { timeout: 60_000 }, async () => {
    await open({ width: 390, locale: 'ru-RU' })
    await authenticator()
    const { id } = served.house.organisation.accounts.lead
    const { signin } = served.house.ground
    await signin.updateTable('access.account').set({ locale: 'ru' }).where('id', '=', id).execute()
    await comeByMail('lead')
    await page.click('button:has-text("Добавить ключ доступа")')
    await page.waitForSelector('h1:has-text("Ваши резервные коды")')
    await signOut()
    await comeByMail('lead')
    expect(path()).toBe('/account/second-step')
    expect(await page.textContent('h1')).toContain('Покажите, что это вы')
    await lookAt(page, 'access/second-step-passkey-ru')
    await page.goto(`${served.url}/account`)
    expect(path()).toBe('/account/second-step')
    await page.click('button:has-text("Использовать ключ доступа")')
    // Where they wanted to go when they were asked.
    await arriveAt('/account')
  })

  test('a passkey that was used without fingerprint or PIN opens nothing', { timeout: 60_000 }, async () => {
    await open()
    const { cdp, id } = await authenticator()
    await comeByMail('coordinator')
    await page.click('button:has-text("Lisa pääsuvõti")')
    await page.waitForSelector('h1:has-text("Sinu taastekoodid")')
    await signOut()
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
    await page.goto(`${served.url}/sign-in`)
    await page.click('button:has-text("Sisene pääsuvõtmega")')
    await page.waitForSelector('[data-trouble]:has-text("Pääsuvõtit ei kasutatud")')
    expect((await context.cookies()).map((cookie) => cookie.name)).not.toContain(sessionCookie)
  })

  test(
    'an answer that was copied opens nothing a second time, nor in another browser',
    { timeout: 60_000 },
    async () => {
      await open()
      await authenticator()
      await comeByMail('coordinator')
      await page.click('button:has-text("Lisa pääsuvõti")')
      await page.waitForSelector('h1:has-text("Sinu taastekoodid")')
      await signOut()
      let answer = ''
      await page.route('**/sign-in/passkey', async (route) => {
        answer = new URLSearchParams(route.request().postData() ?? '').get('answer') ?? ''
        await route.abort()
      })
      await page.goto(`${served.url}/sign-in`)
      await page.click('button:has-text("Sisene pääsuvõtmega")')
      await expect.poll(() => answer).not.toBe('')
      const cookies = await context.cookies()
      const binding = cookies.find((cookie) => cookie.name === '__Host-tugevus-key')
      const own = { cookie: `${binding?.name}=${binding?.value}` }
      const post = (as: { cookie: string }, text: string) =>
        served.house.request('/sign-in/passkey', {
          as,
          form: { answer: text, next: '/account' },
          headers: { host: new URL(served.url).host, origin: served.url },
        })
      expect((await post({ cookie: '' }, answer)).status).toBe(422)
      expect((await post({ cookie: '__Host-tugevus-key=other' }, answer)).status).toBe(422)
      const changed = JSON.parse(answer)
      changed.response.signature = changed.response.signature.replace(/^.{8}/, 'AAAAAAAA')
      // A signature that is wrong uses the challenge up: nobody tries signatures.
      expect((await post(own, JSON.stringify(changed))).status).toBe(422)
      expect((await post(own, answer)).status).toBe(422)
      complaints = []
    },
  )

  test(
    'a passkey of a closed account opens nothing, and the same one opens it again afterwards',
    { timeout: 60_000 },
    async () => {
      await open()
      await authenticator()
      await comeByMail('coordinator')
      await page.click('button:has-text("Lisa pääsuvõti")')
      await page.waitForSelector('h1:has-text("Sinu taastekoodid")')
      await signOut()
      const { id } = served.house.organisation.accounts.coordinator
      const set = (state: 'active' | 'disabled') =>
        served.house.ground.signin.updateTable('access.account').set({ state }).where('id', '=', id).execute()
      await set('disabled')
      await page.goto(`${served.url}/sign-in?next=/account`)
      await page.click('button:has-text("Sisene pääsuvõtmega")')
      await page.waitForSelector('.err-sum:has-text("Pääsuvõti ei sobinud")')
      await lookAt(page, 'access/sign-in-refused')
      await set('active')
      await page.click('button:has-text("Sisene pääsuvõtmega")')
      await arriveAt('/account')
    },
  )

  test('keeps two passkeys apart, and removes one', { timeout: 60_000 }, async () => {
    await open()
    const first = await authenticator()
    await comeByMail('coordinator')
    await page.click('button:has-text("Lisa pääsuvõti")')
    await page.waitForSelector('h1:has-text("Sinu taastekoodid")')
    await page.goto(`${served.url}/account/passkeys/new`)
    await lookAt(page, 'access/passkey-new')
    await page.click('button:has-text("Lisa pääsuvõti")')
    // The same device is known already.
    await page.waitForSelector('[data-trouble]:has-text("on sul juba olemas")')
    await first.cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: first.id })
    await authenticator()
    await page.click('button:has-text("Lisa pääsuvõti")')
    await arriveAt('/account')
    expect(await page.locator('#keys form[action$="/remove"]').count()).toBe(2)
    await lookAt(page, 'access/account-two-keys')
    await page.click('#keys form[action$="/remove"] button')
    expect(await page.locator('#keys form[action$="/remove"]').count()).toBe(0)
    expect(await page.textContent('[role=status]')).toContain('Võti on eemaldatud')
  })
})

describe('an authenticator app, without JavaScript', () => {
  test('is added and used on a phone', { timeout: 60_000 }, async () => {
    await open({ width: 390, scripts: false })
    await comeByMail('supporter')
    expect(await page.isVisible('[data-passkey]')).toBe(false)
    await page.click('text=Lisa autentimisrakendus')
    const app = appOf(await page.content(), () => served.house.clock.now())
    await page.fill('[name=code]', app.code())
    await page.click('main form[action="/account/totp"] button')
    expect(await page.textContent('h1')).toBe('Sinu taastekoodid')
    await page.click('main a.btn')
    expect(path()).toBe('/account')
    await signOut()
    served.house.clock.set(served.house.clock.now().add({ minutes: 1 }).toString())
    await comeByMail('supporter')
    await page.fill('[name=code]', app.code())
    await page.click('main form[action="/account/second-step/totp"] button')
    expect(path()).toBe('/account')
  })
})

describe('a participant', () => {
  test.each([
    ['et-EE', 390, true],
    ['et-EE', 1280, false],
    ['ru-RU', 390, false],
    ['ru-RU', 1280, true],
  ])('comes in by mail in %s at %i, JavaScript %s', { timeout: 60_000 }, async (locale, width, scripts) => {
    await open({ locale, width, scripts })
    await comeByMail('participant')
    expect(path()).toBe('/account')
    expect(await page.textContent('dl')).toContain('participant Esimene')
  })

  test('leaves at once by quick exit', async () => {
    await open({ width: 390 })
    await context.route('https://www.ilmateenistus.ee/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Ilm</h1>' }),
    )
    await comeByMail('participant')
    await page.click('.quick-exit button')
    await page.waitForURL('https://www.ilmateenistus.ee/')
    // The page is gone before the server has answered.
    await expect
      .poll(async () => (await context.cookies(served.url)).map((cookie) => cookie.name))
      .not.toContain(sessionCookie)
    await page.goto(`${served.url}/account`)
    expect(path()).toBe('/sign-in')
  })

  test('may use a passkey, and is not asked for a second step', { timeout: 60_000 }, async () => {
    await open({ width: 390 })
    await authenticator()
    await comeByMail('participant')
    await page.click('#keys a:has-text("Lisa pääsuvõti")')
    await page.click('button:has-text("Lisa pääsuvõti")')
    await arriveAt('/account')
    await lookAt(page, 'access/account-participant')
    await signOut()
    await page.goto(`${served.url}/sign-in?next=/account`)
    await page.click('button:has-text("Sisene pääsuvõtmega")')
    await arriveAt('/account')
    await signOut()
    await comeByMail('participant')
    expect(path()).toBe('/account')
  })
})

describe('the pages', () => {
  test('of the door look right', { timeout: 120_000 }, async () => {
    await open()
    await page.goto(`${served.url}/sign-in`)
    await page.fill('[name=email]', 'mari')
    await page.click('main button:has-text("Saada kood")')
    await lookAt(page, 'access/sign-in-error')
    await page.fill('[name=email]', emailOf('coordinator'))
    await page.click('main button:has-text("Saada kood")')
    await lookAt(page, 'access/code')
    await page.fill('[name=code]', await mailedCode('coordinator'))
    await page.click('main form[action="/sign-in/code"] button')
    await page.click('text=Lisa autentimisrakendus')
    await lookAt(page, 'access/totp')
    const app = appOf(await page.content(), () => served.house.clock.now())
    await page.fill('[name=code]', app.code())
    await page.click('main form[action="/account/totp"] button')
    await signOut()
    await comeByMail('coordinator')
    await lookAt(page, 'access/second-step-totp')
    await page.click('text=Kasuta taastekoodi')
    await lookAt(page, 'access/recovery')
    await page.goto(`${served.url}/link/x`)
    await lookAt(page, 'access/link-over')
  })

  test('of the account and the administrator look right', { timeout: 120_000 }, async () => {
    await open()
    const { house } = served
    await house.ground.signin
      .insertInto('access.accountRole')
      .values({
        accountId: house.organisation.accounts.admin.id,
        organisationId: house.organisation.id,
        role: 'lead',
        since: house.clock.now(),
      })
      .execute()
    await comeByMail('admin')
    await page.click('text=Lisa autentimisrakendus')
    const app = appOf(await page.content(), () => house.clock.now())
    await page.fill('[name=code]', app.code())
    await page.click('main form[action="/account/totp"] button')
    await page.goto(`${served.url}/account`)
    await lookAt(page, 'access/account-roles')
    await page.click('#roles button:has-text("Tegutse selles rollis")')
    await arriveAt('/admin')
    const id = house.organisation.accounts.coordinator.id
    for (const [name, at] of [
      ['address', '/account/address'],
      ['admin', '/admin'],
      ['admin-new', '/admin/accounts/new'],
      ['admin-one', `/admin/accounts/${id}`],
      ['admin-organisation', '/admin/organisation'],
    ] as const) {
      await page.goto(served.url + at)
      await lookAt(page, `access/${name}`)
    }
    await page.goto(`${served.url}/admin/accounts/new`)
    await page.fill('[name=name]', 'Mari Mets')
    await page.fill('[name=email]', 'mari@esimene.test')
    await page.check('[name=roles][value=coordinator]')
    await page.click('main form[action="/admin/accounts"] button')
    expect(await page.textContent('h1')).toContain('Mari Mets')
    await lookAt(page, 'access/admin-invited')
    await postMail(house.ground)
    await page.goto(`${served.url}/admin/mails`)
    expect(await page.textContent('main')).toContain('/link/')
    await lookAt(page, 'access/admin-mails')
    await page.goto(`${served.url}/admin/accounts/${id}/reset`)
    await lookAt(page, 'access/admin-reset')
  })
})
