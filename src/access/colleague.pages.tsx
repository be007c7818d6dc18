/** Adding a colleague, and what the administrator may do to one's account. */
import { Hono } from 'hono'
import { staffRoles, withActor, type Role } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Checkboxes, Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Split, Stack } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
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
import { isLocale, languageNames, type Locale } from '../platform/words.ts'
import { AddressTakenError } from './account.store.ts'
import { emailOf, isStaffRole, orderedRoles } from './account.ts'
import { disable, enable, readStaff, setRoles, type Administered, type Staff } from './admin.store.ts'
import { adminWords } from './admin.words.ts'
import { atDoor, type Door } from './door.ts'
import { inviteAgain, inviteColleague } from './invite.store.ts'
import { roleWords } from './role.words.ts'
import { visitorIn } from './visitor.ts'

export const colleaguePages = new Hono<PageEnv>()

type NewField = 'name' | 'email' | 'roles'
type Given = { name: string; email: string; roles: Role[]; locale: Locale }

colleaguePages.get('/admin/accounts/new', async (c) =>
  newPage(c, { name: '', email: '', roles: [], locale: c.var.locale }, {}),
)

function RolePicks(props: { locale: Locale; roles: readonly Role[]; error?: string | undefined }) {
  const words = adminWords(props.locale)
  return (
    <Checkboxes
      locale={props.locale}
      name="roles"
      label={words.roles}
      hint={words.rolesHint}
      error={props.error}
      options={staffRoles.map((role) => ({ value: role, label: roleWords(props.locale)[role] }))}
      values={props.roles}
    />
  )
}

function newPage(c: PageContext, given: Given, errors: Errors<NewField>) {
  const { locale } = c.var
  const words = adminWords(locale)
  return page(
    c,
    {
      title: words.newTitle,
      lead: words.newLead,
      width: 'narrow',
      back: { href: '/admin', label: words.back },
    },
    <Card>
      <Form locale={locale} action="/admin/accounts" errors={errors} guard>
        <TextField
          locale={locale}
          name="name"
          label={words.fullName}
          value={given.name}
          error={errors.name}
          maxlength={100}
          required
        />
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={words.email}
          value={given.email}
          error={errors.email}
          inputmode="email"
          spellcheck={false}
          required
        />
        <RolePicks locale={locale} roles={given.roles} error={errors.roles} />
        <Select
          locale={locale}
          name="locale"
          label={words.language}
          empty={null}
          value={given.locale}
          options={visitorIn(c).organisation.languages.map((value) => ({
            value,
            label: languageNames[value],
          }))}
        />
        <Acts>
          <Button>{words.invite}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

colleaguePages.post('/admin/accounts', async (c) => {
  const { ground } = c.var
  const words = adminWords(c.var.locale)
  const form = await formOf(c)
  const { languages } = visitorIn(c).organisation
  const asked = form.text('locale')
  const given: Given = {
    name: form.text('name').slice(0, 100),
    email: form.text('email'),
    roles: orderedRoles(form.list('roles')).filter(isStaffRole),
    locale: isLocale(asked) && languages.includes(asked) ? asked : (languages[0] ?? c.var.locale),
  }
  const errors: Errors<NewField> = {
    ...(given.name === '' ? { name: words.needName } : {}),
    ...(emailOf(given.email) === null ? { email: words.needEmail } : {}),
    ...(given.roles.length === 0 ? { roles: words.needRole } : {}),
  }
  if (Object.keys(errors).length > 0) return newPage(c, given, errors)
  try {
    const id = await withActor(ground, actorOf(c), (act) => inviteColleague(act, ground.config.url, given))
    leaveNotice(c, words.invited)
    return c.redirect(`/admin/accounts/${id}`, 303)
  } catch (error) {
    if (error instanceof AddressTakenError) return newPage(c, given, { email: words.takenEmail })
    throw error
  }
})

/** The colleague an address names, `null` where it is nobody of this house. */
export async function staffIn(c: PageContext): Promise<Staff | null> {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  return atDoor(c.var.ground, (door) => readStaff(door, actorOf(c), id))
}

colleaguePages.get('/admin/accounts/:id', async (c) => {
  const staff = await staffIn(c)
  return staff ? staffPage(c, staff, {}) : notFound(c)
})

function staffPage(c: PageContext, staff: Staff, errors: Errors<'roles'>) {
  const { locale } = c.var
  const words = adminWords(locale)
  const own = staff.id === visitorIn(c).accountId
  const base = `/admin/accounts/${staff.id}`
  return page(
    c,
    { title: words.staff, heading: staff.name, back: { href: '/admin', label: words.back } },
    <Split
      aside={
        <>
          <Plain title={words.keys}>
            <SummaryList
              locale={locale}
              facts={[
                { label: words.email, value: staff.email },
                { label: words.passkeys, value: staff.passkeys },
                { label: words.totp, value: staff.totp ? words.yes : words.no },
                { label: words.recovery, value: staff.recoveryCodes },
              ]}
            />
          </Plain>
          {own ? <p>{words.own}</p> : <Doors c={c} staff={staff} base={base} />}
        </>
      }
    >
      <Card>
        <Form locale={locale} action={`${base}/roles`} errors={errors}>
          <RolePicks locale={locale} roles={staff.roles} error={errors.roles} />
          <Acts>
            <Button>{words.saveRoles}</Button>
          </Acts>
        </Form>
      </Card>
    </Split>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function Doors({ c, staff, base }: { c: PageContext; staff: Staff; base: string }) {
  const words = adminWords(c.var.locale)
  if (staff.state === 'disabled') {
    return (
      <Plain title={words.doors}>
        <Stack>
          <p>{words.enableText}</p>
          <Acts>
            <PostButton action={`${base}/enable`} kind="line">
              {words.enable}
            </PostButton>
          </Acts>
        </Stack>
      </Plain>
    )
  }
  return (
    <Plain title={words.doors}>
      <Stack>
        {staff.secured ? (
          <div>
            <p>{words.resetText}</p>
            <Acts>
              <ButtonLink href={`${base}/reset`} kind="line">
                {words.reset}
              </ButtonLink>
            </Acts>
          </div>
        ) : (
          <div>
            <p>{words.inviteText}</p>
            <Acts>
              <PostButton action={`${base}/invite`} kind="line">
                {words.inviteAgain}
              </PostButton>
            </Acts>
          </div>
        )}
        <div>
          <p>{words.disableText}</p>
          <Acts>
            <PostButton action={`${base}/disable`} kind="line">
              {words.disable}
            </PostButton>
          </Acts>
        </div>
      </Stack>
    </Plain>
  )
}

colleaguePages.post('/admin/accounts/:id/roles', async (c) => {
  const staff = await staffIn(c)
  if (!staff) return notFound(c)
  const wanted = orderedRoles((await formOf(c)).list('roles'))
  const words = adminWords(c.var.locale)
  const set = await atDoor(c.var.ground, (door) => setRoles(door, actorOf(c), staff.id, wanted))
  if (!set.done) {
    if (set.why === 'unknown') return notFound(c)
    return staffPage(c, { ...staff, roles: wanted }, { roles: words[set.why] })
  }
  leaveNotice(c, words.rolesSaved)
  // Who gave the role of administrator away goes on with what is left.
  const stays = staff.id !== visitorIn(c).accountId || wanted.includes('admin')
  return c.redirect(stays ? `/admin/accounts/${staff.id}` : '/account', 303)
})

/** Does one thing to a colleague's account and says how it went on their page. */
export async function administer(
  c: PageContext,
  deed: (door: Door, id: string) => Promise<Administered>,
  done: string,
): Promise<Response> {
  const staff = await staffIn(c)
  if (!staff) return notFound(c)
  const result = await atDoor(c.var.ground, (door) => deed(door, staff.id))
  if (result.done) leaveNotice(c, done)
  else if (result.why === 'unknown') return notFound(c)
  else leaveNotice(c, adminWords(c.var.locale)[result.why])
  return c.redirect(`/admin/accounts/${staff.id}`, 303)
}

colleaguePages.post('/admin/accounts/:id/disable', async (c) =>
  administer(c, (door, id) => disable(door, actorOf(c), id), adminWords(c.var.locale).disabledDone),
)

colleaguePages.post('/admin/accounts/:id/enable', async (c) =>
  administer(c, (door, id) => enable(door, actorOf(c), id), adminWords(c.var.locale).enabledDone),
)

colleaguePages.post('/admin/accounts/:id/invite', async (c) => {
  const staff = await staffIn(c)
  if (!staff || staff.state === 'disabled') return notFound(c)
  if (!(await inviteAgain(c.var.ground, actorOf(c), staff.id))) return notFound(c)
  leaveNotice(c, adminWords(c.var.locale).invitedAgain)
  return c.redirect(`/admin/accounts/${staff.id}`, 303)
})
