/** A coordinator brings a list in a real browser: looked at in Russian with JavaScript, walked through in Estonian without. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testBrowser } from '../../tests/setup/browser.ts'
import { lookAt } from '../../tests/setup/look.ts'
import { serveHouse, type ServedHouse } from '../../tests/setup/served.ts'
import { createAccount } from '../access/account.store.ts'
import { listPeople } from '../people/person.store.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { previewWords } from './import.preview.words.ts'
import { importWords } from './import.words.ts'
import { supportRoom } from './room.ts'

const file = fileURLToPath(new URL('../../tests/files/caseload-messy.xlsx', import.meta.url))

describe.each([
  { locale: 'ru', scripts: true, width: 1280 },
  { locale: 'et', scripts: false, width: 390 },
] as const)(
  'a coordinator with a list, in $locale at $width, JavaScript $scripts',
  ({ locale, scripts, width }) => {
    let served: ServedHouse
    let page: Page
    const complaints: string[] = []
    const [say, look] = [importWords(locale), previewWords(locale)]

    beforeAll(async () => {
      served = await serveHouse({ rooms: [supportRoom] })
      const { house } = served
      for (const name of ['Maris Saar', 'Irina Petrova']) {
        const email = `${name.split(' ')[0]?.toLowerCase()}@esimene.test`
        await house.act('system', (act) =>
          createAccount(act, { name, email, roles: ['coordinator'], locale: 'et' }),
        )
      }
      const context = await (
        await testBrowser()
      ).newContext({
        viewport: { width, height: 900 },
        javaScriptEnabled: scripts,
        acceptDownloads: true,
      })
      page = await context.newPage()
      await comeIn('coordinator')
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('status of 422'))
          complaints.push(message.text())
      })
    })
    afterAll(async () => {
      await page.context().close()
      await served.close()
    })

    async function comeIn(role: 'coordinator' | 'lead') {
      const [name = '', value = ''] = (await served.house.signIn(role)).split('=')
      // As if over HTTPS: a `__Host-` cookie is refused from an address without it, localhost too.
      const cookie = { url: served.url.replace('http:', 'https:'), secure: true, httpOnly: true } as const
      await page.context().addCookies([{ name, value, sameSite: 'Lax', ...cookie }])
    }
    const seen = (name: string) => (scripts ? lookAt(page, `import/${name}-${locale}`) : Promise.resolve())
    // A click does not wait for the page it leads to, and what comes next would look at the page it leaves.
    const leave = async (by: Locator) => {
      await Promise.all([page.waitForNavigation(), by.click()])
    }
    const press = (name: string) => leave(page.getByRole('button', { name, exact: true }))
    const follow = (name: string | RegExp) => leave(page.getByRole('link', { name }))
    /** Radios and boxes lie under their labels. */
    const tick = (name: string, value = 'on') =>
      page.locator(`label:has([name="${name}"][value="${value}"])`).click()
    const heading = () => page.textContent('h1')

    test('chooses it', async () => {
      await page.goto(`${served.url}/import?lang=${locale}`)
      expect(await heading()).toBe(say.title)
      await seen('empty')
      await press(say.read)
      expect(await page.textContent('.err-sum')).toContain(say.noFile)
      await page.setInputFiles('input[type=file]', file)
      await press(say.read)
      expect(await heading()).toBe(look.title)
      expect(page.url()).toMatch(/\/import\/[0-9a-f-]{36}$/)
      await seen('doubtful')
    })

    test('answers what is asked about the whole of it', async () => {
      await tick('slash', 'dmy')
      await press(look.questions.save)
      if (scripts) expect(await page.textContent('[role=status]')).toContain(look.questions.saved)
      expect(await page.locator('#file').count()).toBe(0)
    })

    test('puts right what is not clear, beside its reason', async () => {
      await tick('skip-9')
      await page.fill('[name="fix-10-birthDate"]', '30.2.1992')
      await page.fill('[name="fix-13-name"]', 'Ants Põld')
      await tick('ok-15-phone')
      await page.selectOption('[name="fix-15-coordinator"]', 'Maris Saar')
      await page.fill('[name="fix-16-leftOn"]', '12.12.2025')
      await tick('skip-17')
      await tick('fix-21-municipality', 'Viljandi vald')
      await press(look.doubts.save)
      expect(await page.textContent('.err-sum')).toContain('30.2.1992')
      // What was typed is still there.
      expect(await page.inputValue('[name="fix-10-birthDate"]')).toBe('30.2.1992')
      await seen('errors')
      await page.fill('[name="fix-10-birthDate"]', '29.2.1992')
      await press(look.doubts.save)
      expect(await page.locator('.err-sum').count()).toBe(0)
    })

    test('looks at what will be and what will not', async () => {
      await seen('enter')
      for (const fate of ['duplicate', 'left-out'] as const) {
        await follow(new RegExp(`^${look.fates[fate]} \\d+$`))
        await seen(fate)
      }
      await follow(look.file.change)
      expect(await page.locator('#file select').count()).toBeGreaterThan(10)
      await seen('all-questions')
    })

    test('adds the people and sees what happens next', async () => {
      await press(look.go.button(14))
      // Without JavaScript too: the page asks for itself again until the work is done.
      await page.getByRole('heading', { level: 1, name: say.done.title }).waitFor()
      expect(await page.textContent('main')).toContain(say.done.created(14))
      await seen('done')
      expect(await served.house.act('lead', listPeople)).toHaveLength(14)
    })

    test('takes along what stayed out', async () => {
      const coming = page.waitForEvent('download')
      await page.getByRole('link', { name: say.done.download }).click()
      const download = await coming
      expect(download.suggestedFilename()).toBe(`${say.refusedFile}.xlsx`)
      const read = await readSpreadsheet(new Uint8Array(await readFile(await download.path())), 'x.xlsx')
      expect(read.kind === 'spreadsheet' && read.sheets[0].rows).toHaveLength(4)
    })

    test('brings it again and nobody comes twice', async () => {
      await follow(say.done.again)
      await seen('again')
      await page.setInputFiles('input[type=file]', file)
      await press(say.read)
      await follow(new RegExp(`^${look.fates.known} 14$`))
      await seen('known')
      // The head of the organisation sees whom they are.
      await comeIn('lead')
      await page.goto(`${served.url}/import`)
      await page.setInputFiles('input[type=file]', file)
      await press(say.read)
      await follow(new RegExp(`^${look.fates.known} 14$`))
      // Of the ten on the page, the formula became a person under another name.
      expect(await page.locator('main a[href^=\"/people/\"]').count()).toBe(9)
      await seen('known-to-lead')
      expect(complaints).toEqual([])
    })
  },
)
