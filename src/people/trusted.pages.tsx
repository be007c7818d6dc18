/**
 * Whom to ask if nobody reaches the person: on the person's own page, and on staff's, who fill it in together with the person.
 * Both have the same forms under different addresses.
 */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { helpLines } from '../platform/help-lines.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { HelpNow } from '../platform/parts/help.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { readNames } from './identity.store.ts'
import { firstName } from './name.ts'
import { personByCode, personOfAccount, type Person } from './person.store.ts'
import {
  nobodyTyped,
  readTrusted,
  TrustedFields,
  trustedTyped,
  type Side,
  type TrustedField,
  type TrustedTyped,
} from './trusted.form.tsx'
import { Promises, TrustedList } from './trusted.list.tsx'
import {
  askFirst,
  removeTrusted,
  saveTrusted,
  trustedContactsOf,
  withdrawTrusted,
  type TrustedWord,
} from './trusted.store.ts'
import { trustedLanguages, type Saying, type TrustedContact } from './trusted.ts'
import { trustedWords } from './trusted.words.ts'

export const trustedPages = new Hono<PageEnv>()

/** Whose page it is, and from where it is seen. */
type About = {
  side: Side
  base: string
  /** Where the page leads back to. */
  home: string
  person: Person
  name: string
  saying: Saying
  contacts: TrustedContact[]
}

/** The word of the person where one press says it: their own press, or that of whoever they told. */
const pressed = (act: Acting, { side }: About): TrustedWord => ({
  on: act.today,
  how: side === 'own' ? 'self' : 'spoken',
})

for (const [side, root] of [
  ['own', '/me/trusted'],
  ['staff', '/people/:code/trusted'],
] as const) {
  trustedPages.get(root, (c) =>
    onTrusted(c, side, async (act, about) =>
      about.contacts.length === 0
        ? formPage(c, about, { typed: fresh(act, about), errors: {}, id: null })
        : listPage(c, about),
    ),
  )

  trustedPages.get(`${root}/add`, (c) =>
    onTrusted(c, side, async (act, about) =>
      formPage(c, about, { typed: fresh(act, about), errors: {}, id: null }),
    ),
  )

  trustedPages.post(`${root}/add`, async (c) => {
    const { values } = await formOf(c)
    return onTrusted(c, side, (act, about) => save(c, act, about, values, null))
  })

  trustedPages.get(`${root}/:id/change`, (c) =>
    onTrusted(c, side, async (act, about) => {
      const contact = about.contacts.find(({ id }) => id === c.req.param('id'))
      return contact
        ? formPage(c, about, { typed: trustedTyped(contact, act.today), errors: {}, id: contact.id })
        : null
    }),
  )

  trustedPages.post(`${root}/:id/change`, async (c) => {
    const { values } = await formOf(c)
    return onTrusted(c, side, async (act, about) => {
      const contact = about.contacts.find(({ id }) => id === c.req.param('id'))
      return contact ? save(c, act, about, values, contact.id) : null
    })
  })

  trustedPages.post(`${root}/:id/first`, (c) =>
    onTrusted(c, side, async (act, about) => {
      const contact = about.contacts.find(({ id }) => id === c.req.param('id'))
      if (!contact) return null
      await askFirst(act, about.person.id, contact.id)
      return c.redirect(about.base, 303)
    }),
  )

  trustedPages.post(`${root}/:id/remove`, (c) =>
    onTrusted(c, side, async (act, about) => {
      const contact = about.contacts.find(({ id }) => id === c.req.param('id'))
      if (!contact) return null
      const word = pressed(act, about)
      if (!(await removeTrusted(act, about.person.id, { id: contact.id, word }))) return null
      leaveNotice(c, trustedWords(c.var.locale).removed)
      return c.redirect(about.base, 303)
    }),
  )

  trustedPages.post(`${root}/withdraw`, (c) =>
    onTrusted(c, side, async (act, about) => {
      const gone = await withdrawTrusted(act, about.person.id, pressed(act, about))
      if (gone > 0) leaveNotice(c, trustedWords(c.var.locale).withdrawn)
      return c.redirect(about.home, 303)
    }),
  )
}

/** Does `work` about the person, in one transaction; a person of whom the actor sees no name is not there. */
async function onTrusted(
  c: PageContext,
  side: Side,
  work: (act: Acting, about: About) => Promise<Response | null>,
): Promise<Response> {
  const answer = await withActor(c.var.ground, actorOf(c), async (act) => {
    const person =
      side === 'own' ? await personOfAccount(act) : await personByCode(act, c.req.param('code') ?? '')
    const name = person ? (await readNames(act, [person.id])).get(person.id) : undefined
    if (!person || name === undefined) return null
    const home = side === 'own' ? '/me' : `/people/${person.code}`
    const contacts = await trustedContactsOf(act, person.id)
    await act.audit('read', 'people.trusted', [person.auditSubject])
    return work(act, {
      side,
      base: `${home}/trusted`,
      home,
      person,
      name,
      saying: await sayingOf(c, act, { side, person, name }),
      contacts,
    })
  })
  return answer ?? notFound(c)
}

/** To staff the sentence is shown as they would say it themselves; to the person, as their coordinator would. */
async function sayingOf(
  c: PageContext,
  act: Acting,
  { side, person, name }: Pick<About, 'side' | 'person' | 'name'>,
): Promise<Saying> {
  const { visitor } = c.var
  const { coordinatorId } = person
  const coordinator =
    side === 'own' && coordinatorId
      ? (await accountNames(act, [coordinatorId])).get(coordinatorId)
      : undefined
  const caller = side === 'own' ? coordinator : visitor?.name
  return {
    caller: firstName(caller ?? '…'),
    organisation: visitor?.organisation.name ?? '',
    person: firstName(name),
  }
}

const fresh = (act: Acting, { person }: About) =>
  nobodyTyped(trustedLanguages.find((one) => one === person.language) ?? 'et', act.today)

async function save(
  c: PageContext,
  act: Acting,
  about: About,
  values: Record<string, string>,
  id: string | null,
): Promise<Response> {
  const { locale } = c.var
  const say = trustedWords(locale)
  const { contact, word, errors, typed } = readTrusted(locale, values, { side: about.side, today: act.today })
  if (errors) return formPage(c, about, { typed, errors, id }, 422)
  const saved = await saveTrusted(act, about.person.id, contact, { id, word })
  leaveNotice(c, saved === null ? say.full : say.saved)
  return c.redirect(about.base, 303)
}

function listPage(c: PageContext, about: About) {
  const { locale } = c.var
  const { side } = about
  return page(
    c,
    head(c, about),
    <Split kind="even" aside={<Aside c={c} side={side} />}>
      <TrustedList view={{ ...about, locale }} />
    </Split>,
  )
}

function formPage(
  c: PageContext,
  about: About,
  { typed, errors, id }: { typed: TrustedTyped; errors: Errors<TrustedField>; id: string | null },
  status: 200 | 422 = 200,
) {
  const { locale } = c.var
  const say = trustedWords(locale)
  const { side, base, contacts } = about
  const first = contacts.length === 0
  return page(
    c,
    head(c, about),
    <Split kind="even" aside={<Aside c={c} side={side} />}>
      <Card title={id === null ? say.addTitle : say.changeTitle} lead={first ? say[side].none : undefined}>
        <Form
          locale={locale}
          action={id === null ? `${base}/add` : `${base}/${id}/change`}
          errors={errors}
          guard
        >
          <TrustedFields locale={locale} side={side} saying={about.saying} typed={typed} errors={errors} />
          <Acts>
            <Button>{say[side].save}</Button>
            <a href={first ? about.home : base}>{id === null ? say.notNow : say.cancel}</a>
          </Acts>
        </Form>
      </Card>
    </Split>,
    status,
  )
}

function head(c: PageContext, { side, home, name, person }: About) {
  const say = trustedWords(c.var.locale)[side]
  return {
    title: say.title,
    lead: say.lead,
    ...(side === 'staff' ? { over: `${name} · ${person.code}` } : {}),
    back: { href: home, label: say.back },
  }
}

function Aside({ c, side }: { c: PageContext; side: Side }) {
  const { locale } = c.var
  return (
    <>
      <Promises locale={locale} side={side} />
      {side === 'own' && <HelpNow locale={locale} contacts={helpLines(locale)} />}
    </>
  )
}
