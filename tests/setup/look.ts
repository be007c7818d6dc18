/** How a page is looked at: by axe, by its width, and as a picture that somebody looks at. */
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * `LOOK=all` looks in both colours, at every width and in every language, and keeps all pictures: for whoever changes the style. The suite takes
 * dark on phones and light on wide screens.
 */
export const thorough = process.env['LOOK'] === 'all'

export function looksIn(width: number): readonly ('light' | 'dark')[] {
  // The last one is the colour of the picture.
  if (thorough) return ['dark', 'light']
  return width < 700 ? ['dark'] : ['light']
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the page as it stands, in one line each. */
export async function axe(page: Page): Promise<string[]> {
  // Half of what a look takes is reading axe itself.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const run = Reflect.get(Reflect.get(window, 'axe'), 'run')
    const results: AxeResults = await run(document)
    return results.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  })
}

/** How far the page is wider than the screen. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Words that run over the edge of what they stand in, and so perhaps over other words. */
export async function spilling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const parent = text.parentElement
      if (
        !parent ||
        !text.textContent?.trim() ||
        parent.closest('svg, select, textarea, script, .unseen, .table-wrap')
      )
        continue
      let box: Element = parent
      while (getComputedStyle(box).display === 'inline' && box.parentElement) box = box.parentElement
      range.selectNodeContents(text)
      const edge = box.getBoundingClientRect()
      if (edge.width > 1 && range.getBoundingClientRect().right > edge.right + 1)
        found.push(text.textContent.trim().slice(0, 60))
    }
    return found
  })
}

/** Keeps the page as a picture, as tall as it is, so that what sticks to the edges of a screen does not lie across it. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../screenshots/${name}.png`, import.meta.url))
  mkdirSync(dirname(path), { recursive: true })
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: before.width, height })
  await page.screenshot({ path })
  await page.setViewportSize(before)
}

/**
 * At 390 and 1280, light and dark: nothing is wider than the screen, axe finds nothing, and a picture is kept in `screenshots/`.
 *
 * @param name such as `access/sign-in`
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.evaluate(() => document.fonts.ready)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page), `${name} at ${width}`).toBe(0)
    for (const colorScheme of looksIn(width)) {
      await page.emulateMedia({ colorScheme })
      expect(await axe(page), `${name} at ${width}, ${colorScheme}`).toEqual([])
    }
    if (thorough) await picture(page, `${name}-${width}`)
  }
  await page.setViewportSize(before)
}
