/** Erasing a person: by themself, or by the lead for them. Every room erases its own; proofs of the audit stay valid. */
import { Hono } from 'hono'
import { readCode } from '../people/code.ts'
import { personByCode, personOfAccount, type Person } from '../people/person.store.ts'
import { systemOf, withActor, type Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Checkbox } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Columns } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card, Plain, Ticks } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { Room } from '../platform/room.ts'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { eraseWords } from './erase.words.ts'

export function erasePages(below: readonly Room[]): Hono<PageEnv> {
  const routes = new Hono<PageEnv>()

  routes.get('/me/erase', async (c) =>
    (await withActor(c.var.ground, actorOf(c), personOfAccount)) ? askOwn(c) : notFound(c),
  )

  routes.post('/me/erase', async (c) => {
    const { text } = await formOf(c)
    const sure = text('sure') === 'on'
    const person = await wished(c, sure, personOfAccount)
    if (!person) return notFound(c)
    if (!sure) return askOwn(c, eraseWords(c.var.locale).own.sureMissing)
    await eraseAsSystem(c, below, person)
    // The account and its session are gone; so is what this browser kept.
    c.header('clear-site-data', '"cache", "cookies", "storage"')
    return c.redirect('/erased', 303)
  })

  routes.get('/erased', (c) => gone(c))

  routes.get('/people/:code/erase', async (c) => {
    const person = await withActor(c.var.ground, actorOf(c), (act) => personByCode(act, c.req.param('code')))
    return person ? askOther(c, person, '') : notFound(c)
  })

  routes.post('/people/:code/erase', async (c) => {
    const { text } = await formOf(c)
    const find = (act: Acting) => personByCode(act, c.req.param('code'))
    const typed = text('code')
    const sure = readCode(typed) === c.req.param('code')
    const person = await wished(c, sure, find)
    if (!person) return notFound(c)
    const say = eraseWords(c.var.locale).other
    if (!sure) return askOther(c, person, typed, say.typeWrong)
    await eraseAsSystem(c, below, person)
    leaveNotice(c, say.done)
    return c.redirect('/people', 303)
  })

  return routes
}

/** The person, if the actor sees them; a confirmed wish is written down before anything goes. */
function wished(
  c: PageContext,
  sure: boolean,
  find: (act: Acting) => Promise<Person | null>,
): Promise<Person | null> {
  return withActor(c.var.ground, actorOf(c), async (act) => {
    const person = await find(act)
    if (person && sure) await act.audit('erase', 'people.person', [person.auditSubject], 'asked')
    return person
  })
}

/** Only the system erases. The rooms from the top down, each what it keeps; all of it or nothing. */
async function eraseAsSystem(c: PageContext, below: readonly Room[], person: Person): Promise<void> {
  const { organisationId, timeZone } = actorOf(c)
  await withActor(c.var.ground, systemOf(organisationId, timeZone), async (act) => {
    let rows = 0
    for (const room of below.toReversed()) rows += (await room.erase?.(act, person.id)) ?? 0
    await act.audit('erase', 'people.person', [person.auditSubject], `${rows} rows`)
  })
}

function askOwn(c: PageContext, error?: string) {
  const { locale } = c.var
  const words = eraseWords(locale)
  const say = words.own
  return page(
    c,
    {
      title: words.title,
      lead: say.lead,
      width: 'narrow',
      back: { href: '/me', label: words.toMe },
      helpHref: '/me#abi',
    },
    <>
      <Columns count={2}>
        <Plain title={say.goes}>
          <Ticks items={say.goesItems.map((label) => ({ label }))} />
        </Plain>
        <Plain title={say.stays}>
          <Ticks items={say.staysItems.map((label) => ({ label, open: true }))} />
        </Plain>
      </Columns>
      <p>
        {say.pause} <a href="/me/pathway">{say.pauseLink}</a>
      </p>
      <Acts>
        <ButtonLink href="/me/take" kind="soft" icon="download" download>
          {say.take}
        </ButtonLink>
      </Acts>
      <Card>
        <Form locale={locale} action="/me/erase" errors={error ? { sure: error } : {}}>
          <Checkbox name="sure" label={say.sure} error={error} />
          <Acts>
            <Button>{say.button}</Button>
            <a href="/me">{say.back}</a>
          </Acts>
        </Form>
      </Card>
    </>,
    error ? 422 : 200,
  )
}

function askOther(c: PageContext, person: Pick<Person, 'code'>, typed: string, error?: string) {
  const { locale } = c.var
  const words = eraseWords(locale)
  const say = words.other
  const back = `/people/${person.code}`
  return page(
    c,
    {
      title: words.title,
      code: person.code,
      lead: say.lead(person.code),
      width: 'narrow',
      back: { href: back, label: words.toPerson },
    },
    <>
      <Columns count={2}>
        <Plain title={words.own.goes}>
          <Ticks items={say.goesItems.map((label) => ({ label }))} />
        </Plain>
        <Plain title={words.own.stays}>
          <Ticks items={say.staysItems.map((label) => ({ label, open: true }))} />
        </Plain>
      </Columns>
      <Acts>
        <ButtonLink href={`${back}/take`} kind="soft" icon="download" download>
          {say.take}
        </ButtonLink>
      </Acts>
      <Card>
        <Form locale={locale} action={`${back}/erase`} errors={error ? { code: error } : {}}>
          <TextField
            locale={locale}
            name="code"
            label={say.type}
            hint={say.typeHint(person.code)}
            value={typed}
            error={error}
            width="s"
          />
          <Acts>
            <Button>{say.button}</Button>
            <a href={back}>{say.back}</a>
          </Acts>
        </Form>
      </Card>
    </>,
    error ? 422 : 200,
  )
}

/** After erasing: nobody is signed in any more. */
function gone(c: PageContext) {
  const { locale } = c.var
  const say = eraseWords(locale).gone
  return page(
    c,
    { title: say.title, width: 'narrow', audience: 'public' },
    <Empty title={say.lead} action={{ href: '/', label: say.home }} />,
  )
}
