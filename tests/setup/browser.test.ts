import { expect, test } from 'vitest'
import { findBrowser, testBrowser } from './browser.ts'

test('the browser opens pages in many contexts, at both widths, with Estonian and Russian letters', async () => {
  const browser = await testBrowser()
  const widths = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => {
      const context = await browser.newContext({ viewport: { width: index % 2 ? 390 : 1280, height: 800 } })
      const page = await context.newPage()
      await page.setContent('<!doctype html><p style="display:inline-block">Tugevus žürii õun сила</p>')
      const width = await page.evaluate(() => innerWidth)
      const text = await page.locator('p').boundingBox()
      await context.close()
      return [width, (text?.width ?? 0) > 100]
    }),
  )
  expect(widths).toEqual(Array.from({ length: 10 }, (_, index) => [index % 2 ? 390 : 1280, true]))
})

test('a browser that is named but not there is an error, not a skipped journey', async () => {
  await expect(findBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow(
    'CHROMIUM_PATH names /nowhere/chromium',
  )
})
