import { describe, expect, test } from 'vitest'
import { fullLocales } from '../words.ts'
import { renderPage, type View } from './page.tsx'

const plain: View = {
  locale: 'et',
  nonce: 'abc123',
  title: 'Minu päev',
  audience: 'staff',
  menu: [],
  languages: [],
}

async function render(view: Partial<View>): Promise<string> {
  return String(await renderPage({ ...plain, ...view }, <p>sisu</p>))
}

describe('a page', () => {
  test('begins with its doctype and says its language', async () => {
    for (const locale of fullLocales) {
      expect(await render({ locale })).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`))
    }
  })

  test('keeps the name of a person out of the tab', async () => {
    const page = await render({ title: 'Inimene', heading: 'Marko', code: 'K7-42' })
    expect(page).toContain('<title>Inimene – Tugevus</title>')
    expect(page).toContain('<h1>Marko<span class="code"> K7-42</span></h1>')
  })

  test('carries no inline style, and no script without the nonce', async () => {
    const page = await render({
      audience: 'participant',
      exit: { action: '/leave', to: 'https://example.org/' },
    })
    expect(page).not.toMatch(/\sstyle=/)
    expect(page).not.toMatch(/\son[a-z]+="/)
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toMatch(/<script src="\/assets\/page\.[\w-]+\.js" nonce="abc123" defer=""><\/script>/)
  })

  test('is not for search engines unless it is public', async () => {
    expect(await render({})).toContain('noindex')
    expect(await render({ audience: 'public' })).not.toContain('noindex')
  })

  test('offers the other languages, each in its own words, and not the one it is in', async () => {
    const page = await render({
      languages: [
        { locale: 'et', label: 'Eesti', href: '?lang=et' },
        { locale: 'ru', label: 'Русский', href: '?lang=ru' },
      ],
    })
    expect(page).toContain('<a href="?lang=ru" lang="ru" hreflang="ru">Русский</a>')
    expect(page).not.toContain('Eesti')
  })

  test('signs out by POST', async () => {
    const page = await render({
      account: { name: 'Kadri', roleLabel: 'koordinaator', signOutHref: '/sign-out' },
    })
    expect(page).toContain('<form method="post" action="/sign-out" data-leaves="">')
  })

  test('says that its people are invented when they are', async () => {
    expect(await render({ invented: true })).toContain('välja mõeldud')
    expect(await render({})).not.toContain('välja mõeldud')
  })

  test('comes again by itself while long work is under way', async () => {
    expect(await render({ refreshSeconds: 2 })).toContain('<meta http-equiv="refresh" content="2"/>')
  })
})

describe('a participant’s page', () => {
  const view: Partial<View> = {
    audience: 'participant',
    exit: { action: '/leave', to: 'https://example.org/' },
  }

  test('has help now, twice at most and in words', async () => {
    for (const [locale, words] of [
      ['et', 'Abi kohe'],
      ['en', 'Help now'],
      ['ru', 'Помощь сейчас'],
    ] as const) {
      const page = await render({ ...view, locale })
      expect(page).toContain(`<nav class="help-bar" aria-label="${words}"><a href="#abi">`)
    }
  })

  test('can be left at once without a script, by a POST that ends the session', async () => {
    expect(await render(view)).toContain(
      '<form class="quick-exit" method="post" action="/leave" data-exit="https://example.org/">',
    )
  })
})
