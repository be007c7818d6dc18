/** The first minutes of a house: at a one-time address, choose one's own organisation or a look around among invented people. */
import { Hono } from 'hono'
import { emailOf } from '../access/account.ts'
import { atDoor } from '../access/door.ts'
import { setUpOrganisation } from '../access/organisation.store.ts'
import { roleWords } from '../access/role.words.ts'
import { isSetUpToken, useSetUpToken } from '../access/set-up.store.ts'
import { beginSession } from '../access/visitor.ts'
import type { Role } from '../platform/actor.ts'
import { Button, ButtonLink } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Columns, Stack } from '../platform/parts/layout.tsx'
import { Progress } from '../platform/parts/progress.tsx'
import { Card, LinkList } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, message, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { fullLocales, isLocale, languageNames, type Locale } from '../platform/words.ts'
import { beginLookAround, lookAroundOf } from './look-around.ts'
import { setUpWords } from './set-up.words.ts'

export const setUpPages = new Hono<PageEnv>()

setUpPages.get('/setup/:token', async (c) => {
  const { locale, ground } = c.var
  const words = setUpWords(locale)
  const token = c.req.param('token')
  if (!(await isSetUpToken(ground, token))) return expired(c)
  return page(
    c,
    { title: words.title, lead: words.lead, audience: 'public' },
    <Columns count={2}>
      <Card title={words.own}>
        <p>{words.ownText}</p>
        <p>
          <ButtonLink href={`/setup/${token}/own`}>{words.ownDo}</ButtonLink>
        </p>
      </Card>
      <Card title={words.look}>
        <p>{words.lookText}</p>
        <Form locale={locale} action={`/setup/${token}/invented`}>
          <Button kind="line">{words.lookDo}</Button>
        </Form>
      </Card>
    </Columns>,
  )
})

type OwnField = 'organisation' | 'languages' | 'name' | 'email'
type Own = { organisation: string; languages: string[]; name: string; email: string; also: string[] }

setUpPages.get('/setup/:token/own', async (c) => {
  if (!(await isSetUpToken(c.var.ground, c.req.param('token')))) return expired(c)
  const given: Own = {
    organisation: '',
    languages: [c.var.locale],
    name: '',
    email: '',
    also: ['lead', 'coordinator'],
  }
  return ownForm(c, c.req.param('token'), given, {})
})

setUpPages.post('/setup/:token/own', async (c) => {
  const { ground, locale } = c.var
  const words = setUpWords(locale)
  const token = c.req.param('token')
  const form = await formOf(c)
  const given: Own = {
    organisation: form.text('organisation'),
    languages: form.list('languages'),
    name: form.text('name'),
    email: form.text('email'),
    also: form.list('also'),
  }
  const languages = given.languages.filter((value): value is Locale => isLocale(value))
  const [first] = languages
  const errors: Errors<OwnField> = {
    ...(given.organisation === '' ? { organisation: words.needName } : {}),
    ...(first === undefined ? { languages: words.needLanguage } : {}),
    ...(given.name === '' ? { name: words.needOwnName } : {}),
    ...(emailOf(given.email) === null ? { email: words.needEmail } : {}),
  }
  if (first === undefined || Object.keys(errors).length > 0) return ownForm(c, token, given, errors)
  const alsoRoles = (['lead', 'coordinator'] as const).filter((role) => given.also.includes(role))
  const roles: Role[] = ['admin', ...alsoRoles]
  const begun = await atDoor(ground, async (door) => {
    if (!(await useSetUpToken(door, token))) return false
    const { adminId } = await setUpOrganisation(door, {
      name: given.organisation,
      languages,
      locale: first,
      timeZone: ground.config.timeZone,
      invented: false,
      admin: { name: given.name, email: given.email, roles },
    })
    await beginSession(c, door, { accountId: adminId, way: 'link', strong: false })
    return true
  })
  if (!begun) return expired(c)
  return c.redirect('/account/second-step', 303)
})

setUpPages.post('/setup/:token/invented', async (c) => {
  const { ground } = c.var
  const token = c.req.param('token')
  if (!(await atDoor(ground, (door) => useSetUpToken(door, token)))) return expired(c)
  void beginLookAround(ground, token)
  return c.redirect(`/setup/${token}/invented`, 303)
})

setUpPages.get('/setup/:token/invented', (c) => {
  const { locale, ground } = c.var
  const words = setUpWords(locale)
  const look = lookAroundOf(ground, c.req.param('token'))
  if (!look) return expired(c)
  switch (look.state) {
    case 'running':
      return page(
        c,
        {
          title: words.workingTitle,
          lead: words.working,
          width: 'narrow',
          audience: 'public',
          refreshSeconds: 2,
        },
        <Card>
          <Progress locale={locale} label={words.workingLabel} done={look.part}>
            {words.workingStay}
          </Progress>
        </Card>,
      )
    case 'failed':
      return message(c, 500, words.failed, words.failedLead)
    case 'done':
      return page(
        c,
        { title: words.linksTitle, lead: words.linksLead, width: 'narrow', audience: 'public' },
        <Card>
          <LinkList
            items={look.links.map(({ path, role, name }) => ({
              href: path,
              label: `${roleWords(locale)[role]}: ${name}`,
            }))}
          />
        </Card>,
      )
  }
})

function ownForm(c: PageContext, token: string, given: Own, errors: Errors<OwnField>) {
  const { locale } = c.var
  const words = setUpWords(locale)
  return page(
    c,
    { title: words.ownTitle, lead: words.ownLead, width: 'narrow', audience: 'public' },
    <Stack>
      <Card>
        <Form locale={locale} action={`/setup/${token}/own`} errors={errors}>
          <TextField
            locale={locale}
            name="organisation"
            label={words.organisation}
            value={given.organisation}
            error={errors.organisation}
            autocomplete="organization"
            required
          />
          <Checkboxes
            locale={locale}
            name="languages"
            label={words.languages}
            hint={words.languagesHint}
            layout="row"
            options={fullLocales.map((value) => ({ value, label: languageNames[value] }))}
            values={given.languages}
            error={errors.languages}
          />
          <TextField
            locale={locale}
            name="name"
            label={words.name}
            value={given.name}
            error={errors.name}
            autocomplete="name"
            required
          />
          <TextField
            locale={locale}
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            value={given.email}
            error={errors.email}
            autocomplete="email"
            required
          />
          <Checkboxes
            locale={locale}
            name="also"
            label={words.also}
            hint={words.alsoHint}
            options={[
              { value: 'lead', label: words.lead_ },
              { value: 'coordinator', label: words.coordinator },
            ]}
            values={given.also}
          />
          <Button>{words.start}</Button>
        </Form>
      </Card>
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function expired(c: PageContext) {
  const words = setUpWords(c.var.locale)
  return message(c, 404, words.expired, words.expiredLead)
}
