/** A community asks to join, without an account: a short form; a developer talks with them before anything else. */
import { Hono } from 'hono'
import { listOrganisations } from '../access/organisation.store.ts'
import { networkOf } from '../access/rate.ts'
import { allow } from '../access/rate.store.ts'
import { tooOften } from '../access/too-often.ts'
import { visitorOf, withActor } from '../platform/actor.ts'
import { Button } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Confirmation } from '../platform/parts/outcome.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import {
  nothingTyped,
  ProfileFields,
  readProfile,
  type ProfileField,
  type ProfileTyped,
} from './community.form.tsx'
import { addCommunity } from './community.store.ts'
import { joinWords } from './join.words.ts'

export const joinPages = new Hono<PageEnv>()

type JoinErrors = Errors<ProfileField | 'organisation'>
type Typed = ProfileTyped & { organisation: string }

joinPages.get('/join', (c) => formPage(c, { ...nothingTyped, organisation: '' }, {}))

joinPages.post('/join', async (c) => {
  const { ground, locale } = c.var
  const say = joinWords(locale)
  const form = await formOf(c)
  const read = readProfile(locale, form)
  const organisations = await listOrganisations(ground)
  const organisation =
    organisations.length === 1
      ? organisations[0]
      : organisations.find(({ id }) => id === form.text('organisation'))
  const errors: JoinErrors = { ...read.errors }
  if (!organisation) errors.organisation = say.organisationMissing
  if (read.typed.contact === '') errors.contact = say.contactMissing
  if (read.profile === null || !organisation || Object.keys(errors).length > 0) {
    return formPage(c, { ...read.typed, organisation: organisation?.id ?? '' }, errors)
  }
  const { profile } = read
  const tried = await allow(ground, [{ bucket: 'joinFromNetwork', of: networkOf(c.var.client) }])
  if (!tried.allowed) return tooOften(c, tried.waitMinutes)
  await withActor(ground, visitorOf(organisation.timeZone, organisation.id), (act) =>
    addCommunity(act, profile, 'asked'),
  )
  return c.redirect('/join/done', 303)
})

joinPages.get('/join/done', (c) => {
  const { locale } = c.var
  const { done } = joinWords(locale)
  return page(
    c,
    { title: done.title, width: 'narrow', audience: 'public' },
    <Confirmation locale={locale} title={done.title} what={done.what} next={[...done.next]} />,
  )
})

async function formPage(c: PageContext, typed: Typed, errors: JoinErrors) {
  const { locale, ground } = c.var
  const say = joinWords(locale)
  const organisations = await listOrganisations(ground)
  const wrong = Object.keys(errors).length > 0
  return page(
    c,
    { title: say.title, lead: say.lead, width: 'narrow', audience: 'public' },
    <Form locale={locale} action="/join" errors={errors} guard>
      {organisations.length > 1 && (
        <Radios
          locale={locale}
          name="organisation"
          label={say.organisation}
          layout="column"
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.organisation}
          error={errors.organisation}
        />
      )}
      <ProfileFields locale={locale} typed={typed} errors={errors} />
      <Button>{say.send}</Button>
    </Form>,
    wrong ? 422 : 200,
  )
}
