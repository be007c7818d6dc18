/** Who has looked at a person's data: for the person themself, and the same for staff. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { isRole } from '../access/account.ts'
import { roleWords } from '../access/role.words.ts'
import { whoLooked } from '../people/looked.store.ts'
import { personByCode, personOfAccount, type Person } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { actorOf, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndMonth, timeOfDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { lookLines, type LookKind, type LookLine } from './looked.ts'
import { lookedWords } from './looked.words.ts'

export const lookedPages = new Hono<PageEnv>()

/** Entries that are read; a visit of a person's page makes about six of them. */
export const entriesRead = 2000
const linesShown = 100

lookedPages.get('/people/:code/looked', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), async (act) => {
    const person = await personByCode(act, c.req.param('code'))
    return person && readLooked(act, person)
  })
  if (!found) return notFound(c)
  return show(c, found, { href: `/people/${found.person.code}`, label: lookedWords(c.var.locale).toPerson })
})

lookedPages.get('/me/looked', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), async (act) => {
    const person = await personOfAccount(act)
    return person && readLooked(act, person)
  })
  if (!found) return notFound(c)
  return show(c, found, { href: '/me', label: lookedWords(c.var.locale).toMe })
})

type Looked = { person: Person; lines: LookLine[]; names: Map<string, string>; timeZone: string }

async function readLooked(act: Acting, person: Person): Promise<Looked> {
  const looks = await whoLooked(act, person, entriesRead)
  await act.audit('read', 'desk.looked', [person.auditSubject])
  const { timeZone } = act.actor
  // The daily reckoning is nobody's look; it would bury those of people. The take-away has it all.
  const lines = lookLines(
    looks.filter((look) => look.accountId !== null || look.role === 'bearer'),
    timeZone,
  )
  const names = await accountNames(
    act,
    lines.flatMap((line) => line.accountId ?? []),
  )
  return { person, lines, names, timeZone }
}

function show(c: PageContext, looked: Looked, back: { href: string; label: string }) {
  const { locale, visitor } = c.var
  const say = lookedWords(locale)
  const own = visitor?.role === 'participant'
  return page(
    c,
    {
      title: say.title,
      code: own ? undefined : looked.person.code,
      lead: own ? say.ownLead : say.lead,
      width: 'narrow',
      back,
      helpHref: own ? '/me#abi' : undefined,
    },
    looked.lines.length === 0 ? (
      <Empty title={say.none} />
    ) : (
      <>
        <Card>
          <Times
            items={looked.lines.slice(0, linesShown).map((line) => ({
              when: dayAndMonth(locale, line.on),
              datetime: line.at.toString(),
              text: whoWas(locale, line, looked, own, visitor?.accountId),
              sub: [timeOfDay(locale, line.at, looked.timeZone), whatWas(locale, line, looked)].join(' · '),
            }))}
          />
        </Card>
        {looked.lines.length > linesShown && <p class="sub">{say.older}</p>}
        <p class="sub">{say.platform}</p>
        {own && <p class="sub">{say.why}</p>}
      </>
    ),
  )
}

function whoWas(
  locale: Locale,
  line: LookLine,
  { person, names }: Looked,
  own: boolean,
  viewer: string | undefined,
) {
  const say = lookedWords(locale)
  if (line.role === 'bearer') return say.byLink
  if (line.accountId === person.accountId) return own ? say.self : say.selfOfOther
  const role = isRole(line.role) ? roleWords(locale)[line.role].toLocaleLowerCase(locale) : ''
  const name = (line.accountId && names.get(line.accountId)) ?? say.somebody
  return (
    <>
      <b>{name}</b>
      {[role, line.accountId === viewer ? say.you : ''].filter(Boolean).map((part) => `, ${part}`)}
    </>
  )
}

function whatWas(locale: Locale, line: LookLine, { person }: Looked): string {
  const say = lookedWords(locale)
  const words: Record<LookKind, string> =
    line.accountId === person.accountId ? { ...say.kinds, ...say.ownKinds } : say.kinds
  return [...new Set(line.kinds.map((kind) => words[kind]))].join(', ')
}
