import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { dayTrial } from './gallery/day.tsx'
import { answersTrial, doneTrial, formTrial, progressTrial, signInTrial } from './gallery/entry.tsx'
import { importTrial, listTrial } from './gallery/lists.tsx'
import { ownTrial } from './gallery/own.tsx'
import { AllParts } from './gallery/parts.tsx'
import { personTrial } from './gallery/person.tsx'
import type { Trial } from './gallery/trial.ts'
import { galleryWords } from './gallery.words.ts'
import { Tabs } from './parts/list-tools.tsx'
import { renderPage, type View } from './parts/page.tsx'
import { LinkList } from './parts/surface.tsx'
import type { Room } from './room.ts'
import { darkTokens, lightTokens } from './style.ts'
import type { PageContext, PageEnv } from './web.tsx'

export const trials = {
  day: dayTrial,
  person: personTrial,
  own: ownTrial,
  list: listTrial,
  signIn: signInTrial,
  import: importTrial,
  form: formTrial,
  answers: answersTrial,
  done: doneTrial,
  progress: progressTrial,
} satisfies Record<string, Trial>

export type TrialName = keyof typeof trials
export const trialNames = Object.keys(trials).filter((name): name is TrialName => name in trials)

function galleryView(c: PageContext, view: Partial<View> & Pick<View, 'title' | 'audience'>): View {
  return {
    locale: c.var.locale,
    nonce: c.var.nonce,
    menu: [],
    home: '/gallery',
    languages: (['et', 'en', 'ru'] as const).map((locale) => ({
      locale,
      label: { et: 'Eesti', en: 'English', ru: 'Русский' }[locale],
      href: `?lang=${locale}`,
    })),
    footer: [
      { href: '#', label: 'Ligipääsetavus' },
      { href: '#', label: 'Andmekaitse' },
    ],
    invented: true,
    ...view,
  }
}

/** `?theme=dark` shows a page as on a dark device; the stylesheet stands outside all layers and so wins. */
function Theme({ c }: { c: PageContext }) {
  const theme = c.req.query('theme')
  return theme === 'dark' || theme === 'light' ? (
    <link rel="stylesheet" href={`/gallery/theme/${theme}.css`} />
  ) : null
}

function GalleryFront({ c }: { c: PageContext }): Child {
  const words = galleryWords(c.var.locale)
  const theme = c.req.query('theme')
  const query = theme ? `?theme=${theme}` : ''
  return (
    <>
      <Theme c={c} />
      <Tabs
        label={words.theme}
        items={[
          { href: '/gallery', label: words.system, current: !theme },
          { href: '/gallery?theme=light', label: words.light, current: theme === 'light' },
          { href: '/gallery?theme=dark', label: words.dark, current: theme === 'dark' },
        ]}
      />
      <LinkList
        items={trialNames.map((name) => ({ href: `/gallery/${name}${query}`, label: words.names[name] }))}
      />
      <AllParts locale={c.var.locale} />
    </>
  )
}

/** Every part and some trial pages, for those who build: only where `TUGEVUS_DEV=1`. */
const routes = new Hono<PageEnv>()
  .get('/gallery', (c) => {
    const words = galleryWords(c.var.locale)
    return c.html(
      renderPage(
        galleryView(c, { title: words.title, lead: words.lead, audience: 'public' }),
        <GalleryFront c={c} />,
      ),
    )
  })
  .get('/gallery/theme/:name', (c) => {
    const name = c.req.param('name')
    if (name !== 'dark.css' && name !== 'light.css') return c.notFound()
    const text = name === 'dark.css' ? `:root{color-scheme:dark;${darkTokens}}` : lightTokens
    return c.body(text, 200, { 'Content-Type': 'text/css; charset=utf-8' })
  })
  .get('/gallery/:trial', (c) => {
    const name = trialNames.find((one) => one === c.req.param('trial'))
    if (!name) return c.notFound()
    const trial = trials[name]
    return c.html(
      renderPage(
        galleryView(c, trial.view),
        <>
          <Theme c={c} />
          {trial.body(c.var.locale)}
        </>,
      ),
    )
  })

export const galleryRoom: Room = {
  name: 'gallery',
  routes,
  rights: {
    routes: {
      'GET /gallery': { who: ['anyone'] },
      'GET /gallery/theme/:name': { who: ['anyone'] },
      'GET /gallery/:trial': { who: ['anyone'] },
    },
    tables: {},
    stores: {},
  },
}
