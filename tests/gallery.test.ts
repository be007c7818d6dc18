/**
 * Every part and every trial page in a real browser: nothing overflows, axe finds nothing, the pictures are kept in
 * `screenshots/gallery` to be looked at. axe finding nothing is not enough: look.
 */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assets } from '../src/platform/assets.ts'
import { galleryRoom, trialNames } from '../src/platform/gallery.pages.tsx'
import type { PageEnv } from '../src/platform/web.tsx'
import { isLocale } from '../src/platform/words.ts'
import { testBrowser } from './setup/browser.ts'
import { axe, looksIn, overflow, picture, thorough } from './setup/look.ts'

const pages = ['', ...trialNames.map((name) => `/${name}`)]
const widths = [320, 390, 768, 1280]

let server: ReturnType<typeof serve>
let origin: string

beforeAll(async () => {
  const app = new Hono<PageEnv>()
  app.use(async (c, next) => {
    const asked = c.req.query('lang')
    c.set('locale', isLocale(asked) ? asked : 'et')
    c.set('nonce', 'gallery')
    await next()
    c.res.headers.set(
      'content-security-policy',
      "default-src 'none'; script-src 'nonce-gallery'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'",
    )
  })
  app.route('/', assets)
  app.route('/', galleryRoom.routes)
  origin = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    )
  })
})

afterAll(() => {
  server.close()
})

/** A page opened once; what the browser complains about (a broken policy, a missing file) is collected. */
async function open(path: string, look: { dark?: boolean; width?: number; scripts?: boolean } = {}) {
  const context = await (
    await testBrowser()
  ).newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    javaScriptEnabled: look.scripts ?? true,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(`${origin}/gallery${path}`)
  if (look.scripts !== false) await page.evaluate(() => document.fonts.ready)
  return { page, complaints, close: () => context.close() }
}

describe.each(pages)('gallery%s', (path) => {
  const name = path.slice(1) || 'parts'

  test('fits every width, light and dark, and axe finds nothing', { timeout: 60_000 }, async () => {
    const { page, complaints, close } = await open(path)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overflow(page), `${width} wide`).toBe(0)
      for (const scheme of thorough
        ? (['light', 'dark'] as const)
        : width === 390 || width === 1280
          ? looksIn(width)
          : []) {
        await page.emulateMedia({ colorScheme: scheme })
        if (thorough && (width === 390 || width === 1280))
          await picture(page, `gallery/${name}-${width}-${scheme}`)
        expect(await axe(page), `${width} ${scheme}`).toEqual([])
      }
    }
    expect(complaints).toEqual([])
    await close()
  })

  test('can be read with letters of twice the size', async () => {
    const { page, close } = await open(path)
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
      expect(await overflow(page), `${width} wide`).toBe(0)
    }
    await close()
  })

  test('points only at what is there', async () => {
    const { page, close } = await open(path)
    const wrong = await page.evaluate(() => {
      const problems: string[] = []
      const seen = new Set<string>()
      for (const { id } of document.querySelectorAll('[id]')) {
        if (seen.has(id)) problems.push(`twice: ${id}`)
        seen.add(id)
      }
      for (const attribute of ['aria-describedby', 'aria-labelledby', 'for']) {
        for (const element of document.querySelectorAll(`[${attribute}]`)) {
          for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
            if (!seen.has(id)) problems.push(`${attribute} to nothing: ${id}`)
          }
        }
      }
      if (document.querySelector('body [style]')) problems.push('an inline style')
      return problems
    })
    expect(wrong).toEqual([])
    await close()
  })

  test('gives fingers 44 pixels where something is to be pressed', async () => {
    const { page, close } = await open(path, { width: 390 })
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '.btn, .pick, .scale label, .jump a, .chip, .help a, .help-bar a, input, select',
        ),
      ]
        .filter((element) => element instanceof HTMLElement && element.offsetParent !== null)
        .filter((element) => !element.closest('.pick, .scale') || element.matches('label'))
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML.slice(0, 80)),
    )
    expect(small).toEqual([])
    await close()
  })
})

describe('without a script', () => {
  test('the menu of a phone opens and closes by its links', async () => {
    const { page, close } = await open('/day', { width: 390, scripts: false })
    expect(await page.isVisible('nav.menu')).toBe(false)
    await page.click('.menu-link')
    expect(await page.isVisible('nav.menu >> text=Kogukonnad')).toBe(true)
    await page.click('.menu-close')
    expect(await page.isVisible('nav.menu')).toBe(false)
    await close()
  })

  test('filters of a phone open by their link', async () => {
    const { page, close } = await open('/list', { width: 390, scripts: false })
    expect(await page.isVisible('form.filters')).toBe(false)
    await page.click('.fold-link')
    expect(await page.isVisible('form.filters')).toBe(true)
    await close()
  })

  test('the path can be read as a table', async () => {
    const { page, close } = await open('/person', { width: 390, scripts: false })
    expect(await page.isVisible('.data table')).toBe(false)
    await page.click('.data summary')
    expect(await page.isVisible('.data table')).toBe(true)
    await close()
  })

  test('what is under the fingers can be seen: each width of screen shows one drawing of the path', async () => {
    for (const [width, size] of [
      [390, 's'],
      [768, 'm'],
      [1280, 'l'],
    ] as const) {
      const { page, close } = await open('/person', { width, scripts: false })
      const shown = await page.$$eval('svg.path', (all) =>
        all.filter((one) => one.getBoundingClientRect().width > 0).map((one) => one.getAttribute('class')),
      )
      expect(shown).toEqual([`w-${size} path`])
      await close()
    }
  })
})

describe('with the script', () => {
  test('quick exit ends the session behind a blank page, and the neutral page takes its place', async () => {
    const { page, close } = await open('/own', { width: 390 })
    const posted: string[] = []
    page.on(
      'request',
      (request) => request.method() === 'POST' && posted.push(new URL(request.url()).pathname),
    )
    await page.route('https://www.ilmateenistus.ee/', (route) =>
      route.fulfill({ body: '<title>Ilm</title>' }),
    )
    await page.goto(`${origin}/gallery/own`)
    const before = await page.evaluate(() => history.length)
    await page.click('.quick-exit button')
    await page.waitForURL('https://www.ilmateenistus.ee/')
    expect(posted).toEqual(['/gallery/own'])
    expect(await page.evaluate(() => history.length)).toBe(before)
    await close()
  })

  test('a copy button copies and says so', async () => {
    const { page, close } = await open('')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.click('[data-copy]')
    await page.waitForSelector('text=Kopeeritud')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'https://tugevus.example/sisene/7f3a-91cc',
    )
    await close()
  })

  test('what was typed and not sent is not lost without a question', async () => {
    const { page, close } = await open('/form')
    const asked = new Promise<string>((resolve) => {
      page.on('dialog', async (dialog) => {
        resolve(dialog.type())
        await dialog.dismiss()
      })
    })
    await page.fill('#f-note', 'Palgapäev')
    await page.close({ runBeforeUnload: true })
    expect(await asked).toBe('beforeunload')
    await close()
  })
})

describe('on paper', () => {
  test('the ground is white for those who read in the dark, and what can only be pressed is gone', async () => {
    const { page, close } = await open('/person', { dark: true })
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const printed = await page.evaluate(() => ({
      ground: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
      buttons: [...document.querySelectorAll('.btn, .menu, .data')].filter(
        (one) => one.getClientRects().length > 0,
      ).length,
    }))
    expect(printed).toEqual({ ground: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', buttons: 0 })
    await close()
  })
})

describe('the help bar', () => {
  test('stays at the foot of a phone, and what is focused does not lie under it', async () => {
    const { page, close } = await open('/own', { width: 390 })
    await page.setViewportSize({ width: 390, height: 640 })
    for (let i = 0; i < 14; i++) await page.keyboard.press('Tab')
    const place = await page.evaluate(() => {
      const bar = document.querySelector('.help-bar')?.getBoundingClientRect()
      const focused = document.activeElement?.closest('label') ?? document.activeElement
      return {
        bar: bar?.top ?? 0,
        screen: innerHeight,
        focused: focused?.getBoundingClientRect().bottom ?? 0,
      }
    })
    expect(place.bar).toBeLessThan(place.screen)
    expect(place.focused).toBeLessThanOrEqual(place.bar)
    await close()
  })

  test('gives way on a screen too low to spare it', async () => {
    const { page, close } = await open('/own', { width: 640 })
    await page.setViewportSize({ width: 640, height: 360 })
    const position = await page.$eval('.help-bar', (bar) => getComputedStyle(bar).position)
    expect(position).toBe('static')
    await close()
  })
})

describe('in Russian and English', () => {
  test.each(['ru', 'en'])('the parts of %s fit the narrowest phone', async (lang) => {
    for (const path of [`?lang=${lang}`, `/person?lang=${lang}`, `/own?lang=${lang}`, `/list?lang=${lang}`]) {
      const { page, close } = await open(path, { width: 320 })
      expect(await overflow(page), path).toBe(0)
      await close()
    }
  })
})
