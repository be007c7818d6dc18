/** What is typed on a telephone survives a lost connection and a closed tab, and is gone once it has arrived and on signing out. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../src/access/account.store.ts'
import { addMobility, addProject } from '../../src/learning/mobility.store.ts'
import { draftWords } from '../../src/learning/draft.words.ts'
import { observationWords } from '../../src/learning/observation.words.ts'
import { systemOf, withActor, type Role } from '../../src/platform/actor.ts'
import { day } from '../../src/platform/day.ts'
import { partWords } from '../../src/platform/parts/parts.words.ts'
import { openPlace, settle, type Place, type Walk } from '../setup/journey.ts'

const locale = 'et'
const [say, seeing, drafts] = [partWords(locale), observationWords(locale), draftWords(locale)]
const text = 'Võti rippus nööriga ukse kõrval ja igaüks teadis seda.'
/** The script writes about every second. */
const aWhile = 1300

let place: Place
let walk: Walk
let accounts: Record<'liis' | 'maret', string>
let path: string

beforeAll(async () => {
  place = await openPlace()
  const home = await settle(place)
  const add = (name: string, role: Role) =>
    withActor(place.ground, systemOf(home.id, 'Europe/Tallinn'), (act) =>
      createAccount(act, { name, email: `${name}@rukkilill.test`, roles: [role], locale }),
    )
  accounts = { liis: await add('liis', 'mobility_lead'), maret: await add('maret', 'developer') }
  const actor = {
    ...systemOf(home.id, 'Europe/Tallinn'),
    accountId: accounts.liis,
    role: 'mobility_lead' as const,
  }
  const mobility = await withActor(place.ground, actor, async (act) => {
    const startsOn = day('2026-11-16')
    const project = await addProject(act, {
      title: 'Naabrite juures',
      number: '',
      callYear: null,
      funder: '',
      startsOn,
      endsOn: day('2026-12-31'),
      summary: '',
    })
    return addMobility(act, project, {
      kind: 'job-shadowing',
      title: 'Turu nädal',
      host: 'A-kilta',
      country: 'FI',
      town: '',
      startsOn,
      endsOn: day('2026-11-20'),
      travelDays: 2,
      purpose: '',
    })
  })
  path = `/mobilities/${mobility}/observations/new`
}, 120_000)
beforeEach(async () => {
  walk = await place.walk({ width: 390, locale, scripts: true })
  await walk.comeIn(accounts.liis, 'mobility_lead')
})
afterAll(() => place.close())

/** What the browser holds of it. */
const held = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unsent')))
const offers = (page: Page) => page.getByRole('button', { name: say.bringBack, exact: true })
const typed = (page: Page) => page.inputValue('[name=what]')
const comeBack = async (page: Page) => {
  const answer = await page.goto(place.url + path)
  expect(answer?.status()).toBe(200)
}
/** Types, waits until it is kept, and closes the tab. @returns another one in the same browser */
async function closeTheTab(): Promise<Page> {
  await walk.go(path)
  await walk.fill({ what: text })
  await walk.page.waitForTimeout(aWhile)
  await walk.page.close()
  return walk.context.newPage()
}

test('a form that nobody typed into is not kept', async () => {
  await walk.go(path)
  await walk.page.waitForTimeout(aWhile)
  await walk.go('/projects')
  expect(await held(walk.page)).toEqual([])
  await walk.close()
})

test('what is shown of it is what was typed, not what the page filled in', async () => {
  await walk.go(path)
  await walk.fill({ what: 'Supp' })
  await walk.page.waitForTimeout(aWhile)
  await walk.page.close()
  const again = await walk.context.newPage()
  await comeBack(again)
  // The host, which the page fills in, is longer.
  expect(await again.inputValue('[name=seenAt]')).toBe('A-kilta')
  expect(await again.textContent('.form q')).toBe('Supp')
  await walk.close()
})

test('text survives a connection that is lost while it is sent, and is gone once it has arrived', async () => {
  const { page, context } = walk
  await walk.go(path)
  await walk.fill({ what: text })
  await context.setOffline(true)
  await page.getByRole('button', { name: seeing.save, exact: true }).click()
  await page.waitForURL(/^chrome-error:/)
  await context.setOffline(false)
  // Another page of ours does not take it for sent.
  await walk.go('/projects')
  expect(await held(page)).toHaveLength(1)
  await walk.go(path)
  expect(await typed(page)).toBe('')
  expect(await walk.text()).toContain(say.unsent)
  await walk.look('unsent')
  await offers(page).click()
  expect(await typed(page)).toBe(text)
  expect(await offers(page).count()).toBe(0)
  await walk.press(seeing.save)
  expect(await walk.text()).toContain(text)
  expect(await held(page)).toEqual([])
  await walk.go(path)
  expect(await offers(page).count()).toBe(0)
})

test('text survives a closed tab, and what is typed meanwhile too; it may be thrown away', async () => {
  const page = await closeTheTab()
  await comeBack(page)
  expect(await offers(page).count()).toBe(1)
  // Somebody who does not look at the offer goes on writing.
  await page.fill('[name=what]', 'Teine tähelepanek.')
  await page.waitForTimeout(aWhile)
  await page.reload()
  expect(await offers(page).count()).toBe(2)
  for (const one of [0, 1]) {
    expect(await offers(page).count(), String(one)).toBe(2 - one)
    await page.getByRole('button', { name: say.throwAway, exact: true }).first().click()
  }
  await page.reload()
  expect([await offers(page).count(), await held(page)]).toEqual([0, []])
  await walk.close()
})

test('what is to be mended is not offered beside itself, and not lost either', async () => {
  await walk.go(path)
  await walk.fill({ what: text, seenAt: '' })
  await walk.press(seeing.save)
  expect(await walk.text()).toContain(seeing.errors.seenAt)
  expect([await offers(walk.page).count(), await typed(walk.page)]).toEqual([0, text])
  await walk.page.close()
  const page = await walk.context.newPage()
  await comeBack(page)
  await offers(page).click()
  expect(await typed(page)).toBe(text)
  await page.getByRole('button', { name: drafts.keep, exact: true }).click()
  await page.waitForURL(/\/mobilities\/[^/]*$/)
  expect(await held(page)).toEqual([])
  await walk.close()
})

describe('on a borrowed telephone', () => {
  test('text is not offered to another account, and is still there for its own', async () => {
    const page = await closeTheTab()
    await walk.comeIn(accounts.maret, 'developer')
    await comeBack(page)
    expect(await offers(page).count()).toBe(0)
    await walk.comeIn(accounts.liis, 'mobility_lead')
    await comeBack(page)
    expect(await offers(page).count()).toBe(1)
    await walk.close()
  })

  test('signing out takes it away, also what was typed in the last moment', async () => {
    const page = await closeTheTab()
    await comeBack(page)
    await page.fill('[name=thought]', 'Viimane hetk.')
    await page.locator('[data-leaves]').evaluate((form: HTMLFormElement) => form.requestSubmit())
    await page.waitForURL(`${place.url}/`)
    expect(await held(page)).toEqual([])
    await walk.close()
  })

  test('the browser alone clears it too, where the connection is gone', async () => {
    const page = await closeTheTab()
    await comeBack(page)
    await walk.context.setOffline(true)
    const failed = page.waitForEvent('requestfailed')
    await page.locator('[data-leaves]').evaluate((form: HTMLFormElement) => form.requestSubmit())
    await failed
    await walk.context.setOffline(false)
    await page.goto(`${place.url}/projects`)
    expect(await held(page)).toEqual([])
  })

  test('quick exit takes it away', async () => {
    const page = await closeTheTab()
    await comeBack(page)
    expect(await held(page)).toHaveLength(1)
    await page.evaluate((to) => {
      const form = document.body.appendChild(document.createElement('form'))
      Object.assign(form, { action: '/leave', method: 'post' }).dataset.exit = to
      form.requestSubmit()
    }, `${place.url}/health`)
    await page.waitForURL(`${place.url}/health`)
    expect(await held(page)).toEqual([])
  })
})
