/** Opening an own page for somebody: an account of theirs, and the mail that leads to it. */
import { Hono } from 'hono'
import { AddressTakenError, createAccount } from '../access/account.store.ts'
import { emailOf } from '../access/account.ts'
import { makeLinkToken } from '../access/code.store.ts'
import { invitation } from '../access/notice.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { queueMail } from '../platform/mail.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { fullLocales, isLocale, type Locale } from '../platform/words.ts'
import { readIdentities } from './identity.store.ts'
import { identityWords } from './identity.words.ts'
import { inviteWords } from './invite.words.ts'
import { giveAccount, personByCode, type Person } from './person.store.ts'

export const invitePages = new Hono<PageEnv>()

type Typed = { email: string; language: string }

invitePages.get('/people/:code/invite', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), (act) => named(act, c.req.param('code')))
  if (!found) return notFound(c)
  return show(c, found.person, { email: found.email ?? '', language: found.person.language }, {})
})

invitePages.post('/people/:code/invite', async (c) => {
  const { text } = await formOf(c)
  const { ground, locale, visitor } = c.var
  const say = inviteWords(locale)
  const typed = { email: text('email'), language: text('language') }
  const email = emailOf(typed.email)
  const language = isLocale(typed.language) ? typed.language : locale
  try {
    const found = await withActor(ground, actorOf(c), async (act) => {
      const about = await named(act, c.req.param('code'))
      if (!about || !email || about.person.accountId !== null) return about
      const accountId = await createAccount(act, {
        name: about.person.code,
        ownName: about.name,
        email,
        roles: ['participant'],
        locale: language,
      })
      await giveAccount(act, about.person.id, accountId)
      await act.audit('access', 'access.account', [about.person.auditSubject])
      const token = await makeLinkToken(act, 'invitation', accountId)
      const mail = invitation(language, {
        organisation: visitor?.organisation.name ?? '',
        url: ground.config.url,
        token,
      })
      // Nobody in the house reads it: it opens the person's own page.
      await queueMail(act, { to: email, organisationId: null, ...mail })
      return { ...about, sent: true }
    })
    if (!found) return notFound(c)
    if (!email && found.person.accountId === null) {
      return await show(c, found.person, typed, { email: say.emailMissing }, 422)
    }
    if ('sent' in found) leaveNotice(c, say.sent)
    return c.redirect(`/people/${found.person.code}`, 303)
  } catch (error) {
    if (!(error instanceof AddressTakenError)) throw error
    const about = await withActor(ground, actorOf(c), (act) => named(act, c.req.param('code')))
    return about ? show(c, about.person, typed, { email: say.emailTaken }, 422) : notFound(c)
  }
})

/** The person with what an account of theirs is made from; null where the actor may not see the name. */
async function named(
  act: Acting,
  code: string,
): Promise<{ person: Person; name: string; email: string | null } | null> {
  const person = await personByCode(act, code)
  const identity = person && (await readIdentities(act, [person.id])).get(person.id)
  if (!identity) return null
  if (person.accountId === null) await act.audit('read', 'people.identity', [person.auditSubject])
  return { person, name: identity.name, email: identity.email }
}

function show(
  c: PageContext,
  person: Pick<Person, 'code' | 'accountId'>,
  typed: Typed,
  errors: Errors<'email'>,
  status: 200 | 422 = 200,
) {
  const { locale, visitor } = c.var
  const say = inviteWords(locale)
  const back = `/people/${person.code}`
  const languages = choices(visitor?.organisation.languages ?? [])
  return page(
    c,
    {
      title: say.title,
      code: person.code,
      lead: person.accountId === null ? say.lead : undefined,
      width: 'narrow',
      back: { href: back, label: say.toPerson },
    },
    person.accountId !== null ? (
      <Empty title={say.already.title}>{say.already.lead}</Empty>
    ) : (
      <>
        <Card>
          <Form locale={locale} action={`${back}/invite`} errors={errors}>
            <p>{say.before}</p>
            <TextField
              locale={locale}
              name="email"
              type="email"
              label={say.email}
              hint={say.emailHint}
              value={typed.email}
              error={errors.email}
            />
            <Select
              locale={locale}
              name="language"
              label={say.language}
              empty={null}
              value={typed.language}
              options={languages.map((one) => ({ value: one, label: identityWords(locale).languages[one] }))}
            />
            <Acts>
              <Button icon="mail">{say.send}</Button>
            </Acts>
          </Form>
        </Card>
        <Ticks items={say.explain.map((label) => ({ label, open: true }))} />
      </>
    ),
    status,
  )
}

/** The person's own pages have three languages. */
function choices(spoken: readonly Locale[]): Locale[] {
  const offered = fullLocales.filter((locale) => spoken.includes(locale))
  return offered.length > 0 ? offered : [...fullLocales]
}
