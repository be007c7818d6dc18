/** Opening an own page for somebody: an account of theirs, and the mail that leads to it. */
import { Hono } from 'hono'
import { AddressTakenError } from '../access/account.store.ts'
import { emailOf } from '../access/account.ts'
import { inviteAgain, inviteParticipant } from '../access/invite.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
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
import { isResponsible } from './sight.store.ts'

export const invitePages = new Hono<PageEnv>()

type Typed = { email: string; language: string }

invitePages.get('/people/:code/invite', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), (act) => named(act, c.req.param('code')))
  if (!found) return notFound(c)
  return show(c, found.person, { email: found.email ?? '', language: found.person.language }, {})
})

invitePages.post('/people/:code/invite', async (c) => {
  const { text } = await formOf(c)
  const { ground, locale } = c.var
  const say = inviteWords(locale)
  const actor = actorOf(c)
  const typed = { email: text('email'), language: text('language') }
  const email = emailOf(typed.email)
  const about = await withActor(ground, actor, (act) => named(act, c.req.param('code')))
  if (!about) return notFound(c)
  const { person } = about
  if (person.accountId !== null) {
    if (await inviteAgain(ground, actor, person.accountId)) leaveNotice(c, say.sent)
    return c.redirect(`/people/${person.code}`, 303)
  }
  if (!email) return show(c, person, typed, { email: say.emailMissing }, 422)
  try {
    await withActor(ground, actor, async (act) => {
      const accountId = await inviteParticipant(act, ground.config.url, {
        code: person.code,
        name: about.name,
        email,
        locale: isLocale(typed.language) ? typed.language : locale,
      })
      await giveAccount(act, person.id, accountId)
      await act.audit('access', 'access.account', [person.auditSubject])
    })
  } catch (error) {
    if (!(error instanceof AddressTakenError)) throw error
    return show(c, person, typed, { email: say.emailTaken }, 422)
  }
  leaveNotice(c, say.sent)
  return c.redirect(`/people/${person.code}`, 303)
})

/** The person with what an account of theirs is made from; null where the actor may not see the name. */
async function named(
  act: Acting,
  code: string,
): Promise<{ person: Person; name: string; email: string | null } | null> {
  const person = await personByCode(act, code)
  const identity = person && (await readIdentities(act, [person.id])).get(person.id)
  // Whoever only stands in opens no page of somebody's.
  if (!identity || !(await isResponsible(act, person.id))) return null
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
      <>
        <Empty title={say.already.title}>{say.already.lead}</Empty>
        <PostButton action={`${back}/invite`} kind="soft" icon="mail">
          {say.already.again}
        </PostButton>
      </>
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
