/**
 * A request's way in and out: request id, headers, same-site check, who is asking, which language; the guard in front of every route,
 * and the answer as a page.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Hono, type Context, type Handler, type MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import { staffRoles, type Acting, type Actor, type Role } from './actor.ts'
import type { Ground } from './ground.ts'
import { plainError } from './log.ts'
import { Empty } from './parts/list-tools.tsx'
import { renderPage, type View } from './parts/page.tsx'
import { Notices } from './parts/surface.tsx'
import type { DayNotice, MenuItem, RouteRight, Room } from './room.ts'
import { fullLocaleOf, fullLocales, isLocale, languageNames, locales, type Locale } from './words.ts'
import { inTurn, limitBody, saysSize } from './web.body.ts'
import { webWords } from './web.words.ts'

/** Who is asking, once signed in. */
export type Visitor = {
  sessionId: string
  accountId: string
  name: string
  role: Role
  roleLabel(locale: Locale): string
  /** The other roles of this account. */
  roles: readonly Role[]
  /** A second factor was shown in this session. */
  strong: boolean
  locale: Locale
  organisation: {
    id: string
    name: string
    timeZone: string
    invented: boolean
    languages: readonly Locale[]
  }
}

export type PageEnv = {
  Variables: {
    ground: Ground
    visitor: Visitor | null
    locale: Locale
    /** The language that was asked for, whether or not this address answers in it. */
    asked: Locale
    /** The languages in which this address answers whoever asks. */
    locales: readonly Locale[]
    nonce: string
    requestId: string
    /** The client's address, for rate limits only. */
    client: string
    menu: readonly MenuItem[]
    /** What rooms above that of communities add to one community's page. */
    communityParts: NonNullable<Room['communityParts']>
    actionParts: readonly NonNullable<Room['actionPart']>[]
    dimensionParts: readonly NonNullable<Room['dimensionPart']>[]
    /** What rooms have to say to whoever begins their day; see `noticesPart`. */
    notices: readonly NonNullable<Room['notices']>[]
    notice: string | undefined
    arrived: string | undefined
  }
}
export type PageContext = Context<PageEnv>

export type WebParts = {
  ground: Ground
  rooms: readonly Room[]
  /** Resolves the session cookie; from `access/`. */
  visitorOf(c: PageContext): Promise<Visitor | null>
}

/** Where quick exit leads: the weather, which anybody may be reading. */
export const neutralPage = 'https://www.ilmateenistus.ee/'

const noticeCookie = 'tugevus-notice'
const arrivedCookie = 'tugevus-arrived'
const localeCookie = 'tugevus-lang'

/** See `health.ts`. */
const watched: ReadonlySet<string> = new Set(['/health', '/ready'])

/** Bytes; a file of 20 MB with the form around it. */
const staffBody = 21 * 1024 * 1024
/** How many large ones are worked on at once, each of another account. */
const largeBodies = 4
/**
 * Bytes. A body of this size with nothing but short fields takes a fifth of a second to read; one of 20 MB, minutes in which nobody
 * else is answered.
 */
const otherBody = 32 * 1024

export function openWeb({ ground, rooms, visitorOf }: WebParts): Hono<PageEnv> {
  const app = new Hono<PageEnv>()
  const menu = rooms.flatMap((room) => room.menu ?? []).sort((a, b) => a.order - b.order)
  const communityParts = rooms.flatMap((room) => room.communityParts ?? [])
  const actionParts = rooms.flatMap(({ actionPart }) => actionPart ?? [])
  const dimensionParts = rooms.flatMap(({ dimensionPart }) => dimensionPart ?? [])
  const notices = rooms.flatMap((room) => room.notices ?? [])
  app.use(async (c, next) => {
    c.set('ground', ground)
    c.set('menu', menu)
    c.set('communityParts', communityParts)
    c.set('actionParts', actionParts)
    c.set('dimensionParts', dimensionParts)
    c.set('notices', notices)
    c.set('requestId', randomBytes(6).toString('hex'))
    c.set('nonce', randomBytes(16).toString('base64'))
    c.set('client', clientAddress(c, ground.config.proxies))
    c.set('visitor', null)
    c.set('locale', 'et')
    c.set('locales', locales)
    const began = performance.now()
    await next()
    headers(c)
    // What is asked every few seconds by whoever watches is worth a line to nobody.
    ground.log[watched.has(c.req.path) ? 'debug' : 'info']({
      request: c.var.requestId,
      method: c.req.method,
      // The pattern, not the path: a path may hold a one-time token.
      route: c.req.routePath,
      status: c.res.status,
      ms: Math.round(performance.now() - began),
    })
  })
  app.use(sameSite)
  app.use(async (c, next) => {
    // These are answered alike to everybody.
    if (!c.req.path.startsWith('/assets/') && !watched.has(c.req.path)) {
      c.set('visitor', await visitorOf(c))
      c.set('asked', chooseLocale(c))
      c.set('locale', c.var.asked)
      if (c.var.visitor) speakOnly(c, fullLocales)
      c.set('notice', takeOnce(c, noticeCookie))
      c.set('arrived', takeOnce(c, arrivedCookie))
    }
    await next()
  })
  // After the visitor is known: only staff send files.
  const tooLarge = (c: PageContext) => {
    const words = webWords(c.var.locale)
    return message(c, 413, words.tooLarge, words.tooLargeLead)
  }
  const ofStaff = limitBody(staffBody, { seenToTheEnd: true }, tooLarge)
  const ofOthers = limitBody(otherBody, { seenToTheEnd: false }, tooLarge)
  const turn = inTurn(largeBodies, (c) => c.var.visitor?.accountId ?? '')
  app.use((c, next) => {
    if (!isStaff(c.var.visitor)) return ofOthers(c, next)
    return saysSize(c) ? ofStaff(c, () => turn(c, next)) : turn(c, () => ofStaff(c, next))
  })
  for (const room of rooms) mount(app, room)
  app.notFound((c) => notFound(c))
  app.onError(async (error, c) => {
    if (error instanceof HTTPException && error.status === 404) return notFound(c)
    if (error instanceof HTTPException && error.status < 500) return error.getResponse()
    ground.log.error({ request: c.var.requestId, route: c.req.routePath, error: plainError(error) })
    // What was to be told of it did not happen: the browser must not take it for saved, and keeps what it has of it.
    for (const name of [noticeCookie, arrivedCookie]) setCookie(c, name, '', { path: '/', maxAge: 0 })
    // An id that is none, or a sign that no text holds, was typed into the address or the form: nothing is called so.
    if (error instanceof Error && 'code' in error && (error.code === '22P02' || error.code === '22021'))
      return notFound(c)
    const words = webWords(c.var.locale)
    return message(c, 500, words.broken, `${words.brokenLead} ${words.brokenId(c.var.requestId)}`)
  })
  return app
}

/** Puts a room's routes behind their guards; a route without a right stops the start. */
function mount(app: Hono<PageEnv>, room: Room): void {
  const guarded = new Set<string>()
  for (const { method, path } of room.routes.routes) {
    if (method === 'ALL') throw new Error(`${room.name}: ${path} is open to all methods; name them`)
    const key = `${method} ${path}`
    const right = room.rights.routes[key]
    if (!right) throw new Error(`${room.name}: no right is declared for ${key}`)
    if (guarded.has(key)) continue
    guarded.add(key)
    app.on(method, path, guard(right))
  }
  for (const key of Object.keys(room.rights.routes)) {
    if (!guarded.has(key)) throw new Error(`${room.name}: a right is declared for ${key}, which is no route`)
  }
  app.route('/', room.routes)
}

/** With the second step taken: a mailbox alone is not enough. */
function isStaff(visitor: Visitor | null): boolean {
  return visitor?.strong === true && staffRoles.includes(visitor.role)
}

function guard(right: RouteRight): MiddlewareHandler<PageEnv> {
  return async (c, next) => {
    const { visitor } = c.var
    const answer = () => {
      if (right.languages === 'all') {
        c.set('locales', locales)
        c.set('locale', c.var.asked)
      } else if (right.languages !== 'public') speakOnly(c, fullLocales)
      return next()
    }
    if (right.who.includes('anyone')) return answer()
    // Whoever only looks comes back to it afterwards.
    const onward = c.req.method === 'GET' ? `?next=${encodeURIComponent(new URL(c.req.url).pathname)}` : ''
    if (!visitor) return c.redirect(`/sign-in${onward}`, 303)
    if (!right.who.includes('signed-in') && !right.who.includes(visitor.role)) return notFound(c)
    if (!right.weak && staffRoles.includes(visitor.role) && !visitor.strong)
      return c.redirect(`/account/second-step${onward}`, 303)
    return answer()
  }
}

/** State changes come from our own pages only. Older browsers send no Sec-Fetch-Site; all send Origin with a POST. */
const sameSite: MiddlewareHandler<PageEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const same =
    site === 'same-origin' || (site === undefined && origin !== undefined && hostOf(origin) === host)
  if (same) return next()
  const words = webWords(c.var.locale)
  return message(c, 403, words.crossSite, words.crossSiteLead)
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

function headers(c: PageContext): void {
  const set = (name: string, value: string) => c.res.headers.set(name, value)
  // What an answer asks for beside it, as a file does that somebody has sent.
  const own = c.res.headers.get('content-security-policy')
  set(
    'content-security-policy',
    [
      "default-src 'none'",
      `script-src 'nonce-${c.var.nonce}'`,
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "manifest-src 'self'",
      // Quick exit redirects its form there.
      `form-action 'self' ${new URL(neutralPage).origin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
      ...(own === null ? [] : [own]),
    ].join('; '),
  )
  set('x-content-type-options', 'nosniff')
  set('referrer-policy', 'same-origin')
  set('x-frame-options', 'DENY')
  set('cross-origin-opener-policy', 'same-origin')
  set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (c.var.ground.config.url.startsWith('https:')) {
    set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
  set('x-request-id', c.var.requestId)
  if (!c.res.headers.has('cache-control')) set('cache-control', 'no-store')
}

/** The address of the client: the socket's, or what the last of our own proxies has seen. */
function clientAddress(c: PageContext, proxies: number): string {
  if (proxies > 0) {
    const seen = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
    const own = seen[seen.length - proxies]
    if (own) return own
  }
  const socket: unknown = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)
    ?.incoming?.socket
  return (socket as { remoteAddress?: string } | undefined)?.remoteAddress ?? 'local'
}

/** Speaks this language where the browser has not been told another one on a page of ours. */
export function preferLocale(c: PageContext, locale: Locale): void {
  if (isLocale(c.req.query('lang')) || isLocale(getCookie(c, localeCookie))) return
  c.set('locale', locale)
  speakOnly(c, c.var.locales)
}

/** A page says that it is in the language in which its words are, also where it was asked for in one that it does not have. */
function speakOnly(c: PageContext, spoken: readonly Locale[]): void {
  c.set('locales', spoken)
  if (!spoken.includes(c.var.locale)) c.set('locale', fullLocaleOf(c.var.locale))
}

function chooseLocale(c: PageContext): Locale {
  const asked = c.req.query('lang')
  if (isLocale(asked)) {
    setCookie(c, localeCookie, asked, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 31_536_000 })
    return asked
  }
  const kept = getCookie(c, localeCookie)
  if (isLocale(kept)) return kept
  if (c.var.visitor) return c.var.visitor.locale
  for (const part of (c.req.header('accept-language') ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase()
    if (tag === 'nn' || tag === 'no') return 'nb'
    if (isLocale(tag)) return tag
  }
  return 'et'
}

/** Says something once, on the next page. Text of ours only, with codes but never names. */
export function leaveNotice(c: PageContext, text: string): void {
  leaveOnce(c, noticeCookie, text, 60)
}

/**
 * Tells the browser that what it kept of this form (`keep`) has arrived. It is told with the next page that comes through, since the first one may be lost on the
 * way.
 */
export function noteArrival(c: PageContext): void {
  leaveOnce(c, arrivedCookie, c.req.path, 86_400)
}

function leaveOnce(c: PageContext, name: string, text: string, seconds: number): void {
  setCookie(c, name, encodeURIComponent(text), {
    path: '/',
    sameSite: 'Lax',
    httpOnly: true,
    maxAge: seconds,
  })
}

function takeOnce(c: PageContext, name: string): string | undefined {
  const text = getCookie(c, name)
  if (text === undefined || c.req.method !== 'GET') return undefined
  setCookie(c, name, '', { path: '/', maxAge: 0 })
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** What a page says of itself; the rest of the view comes from the request. */
export type PageHead = Pick<
  View,
  | 'title'
  | 'heading'
  | 'hero'
  | 'code'
  | 'over'
  | 'lead'
  | 'actions'
  | 'width'
  | 'back'
  | 'notice'
  | 'refreshSeconds'
  | 'helpHref'
> & {
  audience?: View['audience']
}

export function page(
  c: PageContext,
  head: PageHead,
  body: Child,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 = 200,
) {
  return c.html(renderPage(viewOf(c, head), body), status)
}

function viewOf(c: PageContext, head: PageHead): View {
  const { visitor, locale, locales: spoken, nonce, menu, notice, arrived } = c.var
  const shown = menu.filter((item) => visitor !== null && item.who.includes(visitor.role))
  const current = currentOf(shown, new URL(c.req.url).pathname)
  const audience =
    head.audience ?? (visitor ? (visitor.role === 'participant' ? 'participant' : 'staff') : 'public')
  const languages = spoken.map((other) => ({
    locale: other,
    label: languageNames[other],
    href: `?lang=${other}`,
  }))
  return {
    ...head,
    locale,
    nonce,
    audience,
    notice: head.notice ?? notice,
    arrived,
    home: visitor ? homeOf(visitor.role) : '/',
    menu: shown.map((item) => ({ href: item.href, label: item.label(locale), current: item === current })),
    account: visitor
      ? {
          name: visitor.name,
          roleLabel: visitor.roleLabel(locale),
          href: '/account',
          signOutHref: '/sign-out',
          key: unsentKey(visitor),
        }
      : undefined,
    languages,
    exit: audience === 'participant' ? { action: '/leave', to: neutralPage } : undefined,
    invented: visitor?.organisation.invented ?? false,
    footer: [
      { href: '/privacy', label: webWords(locale).privacy },
      { href: '/accessibility', label: webWords(locale).accessibility },
    ],
  }
}

/** Of the account's random id, so that nothing is read from it; the same also after the keys were changed. */
const unsentKey = ({ accountId }: Visitor) =>
  createHash('sha256').update(`unsent ${accountId}`).digest('base64url').slice(0, 16)

/** The item to which the page of an address belongs. */
function currentOf(menu: readonly MenuItem[], path: string): MenuItem | undefined {
  const within = (place: string) => path === place || path.startsWith(`${place}/`)
  return menu.find(({ href }) => within(href)) ?? menu.find(({ also }) => also?.some(within))
}

/** Where each role begins. */
export function homeOf(role: Role): string {
  if (role === 'participant') return '/me'
  if (role === 'admin') return '/admin'
  if (role === 'coordinator' || role === 'lead' || role === 'supporter') return '/day'
  if (role === 'developer') return '/developing'
  if (role === 'host') return '/communities'
  if (role === 'mobility_lead') return '/projects'
  return '/account'
}

/** What all rooms have to say to the actor, for the page on which their day begins. */
export async function noticesPart(c: PageContext, act: Acting): Promise<Child> {
  const { locale, notices } = c.var
  const all: DayNotice[] = []
  for (const of of notices) all.push(...(await of(act, locale)))
  return <Notices label={webWords(locale).before} notices={all} />
}

/** A page that is only a message and a way on. */
export function message(
  c: PageContext,
  status: 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500,
  title: string,
  lead: string,
): Response | Promise<Response> {
  const { visitor, locale } = c.var
  return page(
    c,
    { title, width: 'narrow' },
    <Empty
      title={lead}
      action={{ href: visitor ? homeOf(visitor.role) : '/', label: webWords(locale).home }}
    />,
    status,
  )
}

/** Unknown and forbidden answer alike. */
export function notFound(c: PageContext): Response | Promise<Response> {
  const words = webWords(c.var.locale)
  return message(c, 404, words.notFound, words.notFoundLead)
}

/** The actor of a signed-in request; routes behind `anyone` must look at `visitor` themselves. */
export function actorOf(c: PageContext): Actor {
  const { visitor } = c.var
  if (!visitor) throw new HTTPException(404)
  return {
    accountId: visitor.accountId,
    organisationId: visitor.organisation.id,
    role: visitor.role,
    timeZone: visitor.organisation.timeZone,
  }
}

/** As it is kept: the database takes no U+0000, and nobody means one. */
const plainText = (text: string) => text.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim()

/** The fields of a form: text only, trimmed at the ends, the last of equal names. A file may be empty; where none was chosen there is none. */
export async function formOf(c: PageContext): Promise<{
  text(name: string): string
  list(name: string): string[]
  file(name: string): File | null
  files(name: string): File[]
  values: Record<string, string>
}> {
  const body = await c.req.parseBody({ all: true })
  const listOf = (name: string) => {
    const value = body[name]
    return value === undefined ? [] : Array.isArray(value) ? value : [value]
  }
  const list = (name: string) =>
    listOf(name).flatMap((value) => (typeof value === 'string' ? [plainText(value)] : []))
  const text = (name: string) => list(name).at(-1) ?? ''
  // A field in which nothing was chosen sends an empty file without a name.
  const filesOf = (name: string) =>
    listOf(name).filter(
      (value): value is File => typeof value !== 'string' && (value.size > 0 || value.name !== ''),
    )
  return {
    text,
    list,
    file: (name) => filesOf(name)[0] ?? null,
    files: filesOf,
    values: Object.fromEntries(Object.keys(body).map((name) => [name, text(name)])),
  }
}

export type PageHandler = Handler<PageEnv>
