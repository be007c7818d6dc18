/** Changing who somebody is: name, contacts, birth date, municipality, language. */
import { Hono } from 'hono'
import { withActor } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
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
import { isLocale } from '../platform/words.ts'
import {
  IdentityFields,
  readIdentity,
  typedOf,
  type IdentityField,
  type IdentityTyped,
} from './identity.form.tsx'
import { changeIdentity, readIdentities } from './identity.store.ts'
import { identityWords } from './identity.words.ts'
import { changeSetting, personByCode, type Person } from './person.store.ts'

export const identityPages = new Hono<PageEnv>()

identityPages.get('/people/:code/identity', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), async (act) => {
    const person = await personByCode(act, c.req.param('code'))
    const identity = person && (await readIdentities(act, [person.id])).get(person.id)
    if (!identity) return null
    await act.audit('read', 'people.identity', [person.auditSubject])
    return { person, identity }
  })
  if (!found) return notFound(c)
  const { person, identity } = found
  const language = isLocale(person.language) ? person.language : 'et'
  return show(c, person, typedOf({ identity, municipality: person.municipality, language }), {})
})

identityPages.post('/people/:code/identity', async (c) => {
  const { values } = await formOf(c)
  const actor = actorOf(c)
  const today = dayAt(c.var.ground.clock.now(), actor.timeZone)
  const { who, errors, typed } = readIdentity(c.var.locale, values, today)
  const person = await withActor(c.var.ground, actor, async (act) => {
    const found = await personByCode(act, c.req.param('code'))
    if (!found || !who) return found
    if (!(await changeIdentity(act, found.id, who.identity))) return null
    await changeSetting(act, found.id, { municipality: who.municipality, language: who.language })
    await act.audit('change', 'people.identity', [found.auditSubject])
    return found
  })
  if (!person) return notFound(c)
  if (errors) return show(c, person, typed, errors, 422)
  leaveNotice(c, identityWords(c.var.locale).saved)
  return c.redirect(`/people/${person.code}`, 303)
})

function show(
  c: PageContext,
  person: Pick<Person, 'code'>,
  typed: IdentityTyped,
  errors: Errors<IdentityField>,
  status: 200 | 422 = 200,
) {
  const { locale, visitor } = c.var
  const say = identityWords(locale)
  const back = `/people/${person.code}`
  return page(
    c,
    {
      title: say.title,
      code: person.code,
      lead: say.lead,
      width: 'narrow',
      back: { href: back, label: say.toPerson },
    },
    <Card>
      <Form locale={locale} action={`${back}/identity`} errors={errors} guard>
        <IdentityFields
          locale={locale}
          languages={visitor?.organisation.languages ?? []}
          typed={typed}
          errors={errors}
        />
        <Acts>
          <Button>{say.save}</Button>
          <a href={back}>{say.cancel}</a>
        </Acts>
      </Form>
    </Card>,
    status,
  )
}
