import type { Child } from 'hono/jsx'
import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { scriptHref, styleHref, fontHref } from '../assets.ts'
import { Icon, Sign } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { HelpBar, QuickExit } from './help.tsx'
import { Note } from './surface.tsx'
import { partWords } from './parts.words.ts'

/** Everything about a page that is not its body. */
export type View = {
  locale: Locale
  /** Of this answer's Content-Security-Policy. */
  nonce: string
  /** Shown in the browser's tab and history: never a name, never anything about health. Also the heading, unless `heading`. */
  title: string
  /** The heading where it may say more than the tab, such as a person's name. */
  heading?: string | undefined
  /** Stands lighter after the heading, such as `K7-42`. */
  code?: string | undefined
  /** A small line above the heading, such as the day. */
  over?: string | undefined
  /** One or two sentences under the heading. */
  lead?: string | undefined
  /** At the right of the heading: a button or two, or a search box. */
  actions?: Child | undefined
  /** The front page: the heading is as large as a sentence may be, and `actions` stand beside it as a column. */
  hero?: boolean | undefined
  /** `narrow` centres a column of 40rem (forms, sign-in, confirmations); `wide` is 72rem. */
  width?: 'narrow' | 'wide' | undefined
  /** Participant pages have larger letters, quick exit and the help bar. */
  audience: 'staff' | 'participant' | 'public'
  menu: { href: string; label: string; current?: boolean | undefined }[]
  /** Where the brand leads; `/` if not given. */
  home?: string | undefined
  account?:
    | {
        name: string
        roleLabel: string
        href?: string | undefined
        signOutHref: string
        /** Under which its browser keeps what was not sent: the same each time, and says nothing. */
        key?: string | undefined
      }
    | undefined
  back?: { href: string; label: string } | undefined
  /** What just happened, said once after a redirect. */
  notice?: string | undefined
  /** The address of a form that was kept in the browser and has arrived. */
  arrived?: string | undefined
  languages: { locale: Locale; label: string; href: string }[]
  /** Quick exit: the POST address that ends the session, and the neutral page it leads to. Participant pages have it. */
  exit?: { action: string; to: string } | undefined
  /** Where the help bar leads; `#abi` (the HelpNow card) if not given. */
  helpHref?: string | undefined
  /** The data is invented, which the foot of the page says. */
  invented?: boolean | undefined
  footer?: { href: string; label: string }[] | undefined
  /** Looks again after so many seconds: for long work that shows its progress. */
  refreshSeconds?: number | undefined
}

function Bar({ view }: { view: View }) {
  const say = partWords(view.locale)
  const hasMenu = view.menu.length > 0 || view.account !== undefined || view.languages.length > 1
  return (
    <header class="bar">
      <div class={hasMenu ? 'wrap with-menu' : 'wrap'}>
        <a class="brand" href={view.home ?? '/'}>
          <Sign />
          <span>{say.brand}</span>
        </a>
        {hasMenu && (
          <a class="menu-link" href="#menuu">
            <Icon name="menu" />
            {say.menu}
          </a>
        )}
        {hasMenu && (
          <nav class="menu" id="menuu" aria-label={say.mainMenu}>
            <a class="menu-close" href="#sisu">
              <Icon name="close" />
              {say.closeMenu}
            </a>
            <ul>
              {view.menu.map((item) => (
                <li>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
            <Languages view={view} />
            {view.account && (
              <div class="account">
                {view.account.href ? (
                  <a href={view.account.href}>
                    {view.account.name}
                    <small>{view.account.roleLabel}</small>
                  </a>
                ) : (
                  <span>
                    {view.account.name}
                    <small>{view.account.roleLabel}</small>
                  </span>
                )}
                <form method="post" action={view.account.signOutHref} data-leaves="">
                  <button type="submit" class="as-link">
                    {say.signOut}
                  </button>
                </form>
              </div>
            )}
          </nav>
        )}
        {view.audience === 'participant' && (
          <a class="help-top" href={view.helpHref ?? '#abi'}>
            <Icon name="phone" />
            {say.helpNow}
          </a>
        )}
        {view.exit && <QuickExit locale={view.locale} action={view.exit.action} to={view.exit.to} />}
      </div>
    </header>
  )
}

/** The other languages, each in its own words. */
function Languages({ view }: { view: View }) {
  const others = view.languages.filter((language) => language.locale !== view.locale)
  if (others.length === 0) return null
  return (
    <ul class="languages" aria-label={partWords(view.locale).language}>
      {others.map((language) => (
        <li>
          <a href={language.href} lang={language.locale} hreflang={language.locale}>
            {language.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Head({ view }: { view: View }) {
  return (
    <div class={view.hero ? 'head hero' : 'head'}>
      <div>
        {view.over && <p class="over">{view.over}</p>}
        <h1>
          {view.heading ?? view.title}
          {view.code && <span class="code"> {view.code}</span>}
        </h1>
        {view.lead && <p class="lead">{view.lead}</p>}
      </div>
      {view.actions && <div class="acts">{view.actions}</div>}
    </div>
  )
}

function Foot({ view }: { view: View }) {
  const say = partWords(view.locale)
  return (
    <footer class="foot">
      <div class="wrap">
        {view.invented && <p>{say.invented}</p>}
        {view.account && <Languages view={view} />}
        {view.footer && view.footer.length > 0 && (
          <ul>
            {view.footer.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}

/** The whole document without its doctype; pages use `renderPage`. */
export function Page({ view, children }: { view: View; children: Child }) {
  const say = partWords(view.locale)
  return (
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content={view.audience === 'public' ? undefined : 'noindex'} />
        {view.refreshSeconds && (
          // With scripts only the bar moves; loading anew would throw back whoever reads the page aloud.
          <noscript>
            <meta http-equiv="refresh" content={String(view.refreshSeconds)} />
          </noscript>
        )}
        <title>{view.title === say.brand ? say.brand : `${view.title} – ${say.brand}`}</title>
        <link rel="preload" href={fontHref('latin')} as="font" type="font/woff2" crossorigin="" />
        <link rel="stylesheet" href={styleHref} />
        <script src={scriptHref} nonce={view.nonce} defer></script>
      </head>
      <body
        class={view.audience}
        data-again={view.refreshSeconds}
        data-account={view.account?.key}
        data-arrived={view.arrived}
      >
        <a class="skip" href="#sisu">
          {say.toContent}
        </a>
        <Bar view={view} />
        <main id="sisu" tabindex={-1} class={view.width === 'narrow' ? 'wrap narrow' : 'wrap'}>
          {view.back && (
            <p class="back">
              <a href={view.back.href}>
                <Icon name="arrow-left" />
                {view.back.label}
              </a>
            </p>
          )}
          {view.notice && (
            <div role="status">
              <Note>{view.notice}</Note>
            </div>
          )}
          <Head view={view} />
          <div class="body">{children}</div>
        </main>
        <Foot view={view} />
        {view.audience === 'participant' && <HelpBar locale={view.locale} href={view.helpHref ?? '#abi'} />}
      </body>
    </html>
  )
}

/** The answer's text with its doctype: `return c.html(renderPage(view, <Card>…</Card>))`. */
export function renderPage(view: View, body: Child): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<!doctype html>${(<Page view={view}>{body}</Page>)}`
}
