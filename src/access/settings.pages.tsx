/** The organisation's name and languages. */
import { Hono } from 'hono'
import { withActor } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkboxes, Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
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
import { fullLocales, languageNames } from '../platform/words.ts'
import { adminWords } from './admin.words.ts'
import { changeSettings, readSettings } from './organisation.store.ts'

export const settingsPages = new Hono<PageEnv>()

type Given = { name: string; languages: readonly string[]; locale: string }

settingsPages.get('/admin/organisation', async (c) =>
  settingsPage(c, await withActor(c.var.ground, actorOf(c), readSettings), {}),
)

function settingsPage(c: PageContext, given: Given, errors: Errors<'name' | 'languages' | 'locale'>) {
  const { locale } = c.var
  const words = adminWords(locale)
  const options = fullLocales.map((value) => ({ value, label: languageNames[value] }))
  return page(
    c,
    { title: words.settingsTitle, lead: words.settingsLead, width: 'narrow' },
    <Card>
      <Form locale={locale} action="/admin/organisation" errors={errors}>
        <TextField
          locale={locale}
          name="name"
          label={words.organisationName}
          value={given.name}
          error={errors.name}
          maxlength={120}
          autocomplete="organization"
          required
        />
        <Checkboxes
          locale={locale}
          name="languages"
          label={words.languages}
          hint={words.languagesHint}
          error={errors.languages}
          layout="row"
          options={options}
          values={given.languages}
        />
        <Select
          locale={locale}
          name="locale"
          label={words.firstLanguage}
          hint={words.firstLanguageHint}
          error={errors.locale}
          empty={null}
          value={given.locale}
          options={options}
        />
        <Acts>
          <Button>{words.save}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

settingsPages.post('/admin/organisation', async (c) => {
  const words = adminWords(c.var.locale)
  const form = await formOf(c)
  const languages = fullLocales.filter((one) => form.list('languages').includes(one))
  const locale = languages.find((one) => one === form.text('locale'))
  const name = form.text('name').slice(0, 120)
  const errors = {
    ...(name === '' ? { name: words.needName } : {}),
    ...(languages.length === 0 ? { languages: words.needLanguage } : {}),
    ...(languages.length > 0 && !locale ? { locale: words.needFirst } : {}),
  }
  if (!locale || Object.keys(errors).length > 0) {
    return settingsPage(c, { name, languages, locale: form.text('locale') }, errors)
  }
  const changed = await withActor(c.var.ground, actorOf(c), (act) =>
    changeSettings(act, { name, languages, locale }),
  )
  if (!changed) return notFound(c)
  leaveNotice(c, words.saved)
  return c.redirect('/admin/organisation', 303)
})
