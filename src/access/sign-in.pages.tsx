import { Hono } from 'hono'
import { CodeForm } from './code.form.tsx'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, homeOf, message, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { emailOf, isStaffRole } from './account.ts'
import { emailIndex } from './account.store.ts'
import { bindingOf, dropBinding, giveBinding } from './binding.ts'
import { codeMinutes, readDigits } from './code.ts'
import { tryCode } from './code.store.ts'
import { atDoor } from './door.ts'
import { ownPath } from './own-path.ts'
import { canSignIn } from './sign-in.ts'
import { PasskeyForm } from './passkey.form.tsx'
import { networkOf } from './rate.ts'
import { allow } from './rate.store.ts'
import { askForCode } from './sign-in.store.ts'
import { signInWords } from './sign-in.words.ts'
import { tooOften } from './too-often.ts'
import { beginSession } from './visitor.ts'

export const signInPages = new Hono<PageEnv>()

signInPages.get('/sign-in', async (c) => {
  const { visitor, locale, ground } = c.var
  const next = ownPath(c.req.query('next'))
  if (visitor) return c.redirect(next ?? homeOf(visitor.role), 303)
  if (!canSignIn(ground.config.url)) {
    const words = signInWords(locale)
    return message(c, 403, words.unsafe, words.unsafeLead)
  }
  return signInPage(c, { next, email: '', errors: {} })
})

/** The first page; also where a passkey that was refused comes back to. */
export function signInPage(
  c: PageContext,
  { next, email, errors }: { next: string | null; email: string; errors: Errors<'email'> },
) {
  const { locale } = c.var
  const words = signInWords(locale)
  return page(
    c,
    { title: words.title, lead: words.lead, width: 'narrow', audience: 'public' },
    <Stack>
      <Card>
        <Form locale={locale} action="/sign-in" fields={next ? { next } : {}} errors={errors}>
          <TextField
            locale={locale}
            name="email"
            type="email"
            label={words.email}
            value={email}
            error={errors.email}
            autocomplete="email"
            inputmode="email"
            spellcheck={false}
            required
          />
          <Acts>
            <Button icon="mail">{words.send}</Button>
          </Acts>
        </Form>
      </Card>
      <PasskeyForm
        c={c}
        ceremony="get"
        options="/sign-in/passkey/options"
        action="/sign-in/passkey"
        fields={next ? { next } : {}}
        title={words.passkeyTitle}
        text={words.passkeyText}
        button={words.passkey}
      />
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

signInPages.post('/sign-in', async (c) => {
  const { ground, locale, client } = c.var
  const words = signInWords(locale)
  if (!canSignIn(ground.config.url)) return message(c, 403, words.unsafe, words.unsafeLead)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const email = emailOf(form.text('email'))
  if (!email) {
    return signInPage(c, { next, email: form.text('email'), errors: { email: words.needEmail } })
  }
  const network = networkOf(client)
  const index = emailIndex(ground.keys, email).toString('hex')
  const allowed = await allow(ground, [
    { bucket: 'askFromNetwork', of: network },
    { bucket: 'askForAddressFromNetwork', of: `${index} ${network}` },
    { bucket: 'askForAddress', of: index },
  ])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  giveBinding(c, 'code', await atDoor(ground, (door) => askForCode(door, email)), codeMinutes)
  return c.redirect(`/sign-in/code${next ? `?next=${encodeURIComponent(next)}` : ''}`, 303)
})

signInPages.get('/sign-in/code', async (c) => {
  if (!bindingOf(c, 'code')) return c.redirect('/sign-in', 303)
  return codePage(c, ownPath(c.req.query('next')), {})
})

function codePage(c: PageContext, next: string | null, errors: Errors<'code'>) {
  const { locale, ground } = c.var
  const words = signInWords(locale)
  const again = `/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`
  return page(
    c,
    {
      title: words.codeTitle,
      lead: words.codeLead,
      width: 'narrow',
      audience: 'public',
      back: { href: again, label: words.again },
    },
    <Stack>
      {ground.config.smtp === undefined && <Note>{words.noPost}</Note>}
      <Card>
        <CodeForm
          locale={locale}
          action="/sign-in/code"
          fields={next ? { next } : {}}
          errors={errors}
          label={words.code}
          hint={words.codeHint}
          width="m"
          button={words.enter}
        />
      </Card>
      <Plain title={words.notCome}>
        <p>{words.notComeText}</p>
        <p>
          <a href={again}>{words.again}</a>
        </p>
      </Plain>
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

signInPages.post('/sign-in/code', async (c) => {
  const { ground, locale, client } = c.var
  const words = signInWords(locale)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const binding = bindingOf(c, 'code')
  if (!binding) return c.redirect('/sign-in', 303)
  const code = readDigits(form.text('code'), 8)
  if (!code) return codePage(c, next, { code: words.needCode })
  const allowed = await allow(ground, [{ bucket: 'enterFromNetwork', of: networkOf(client) }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const entered = await atDoor(ground, async (door) => {
    const tried = await tryCode(door, { purpose: 'sign-in', binding, code })
    if (tried.result !== 'right') {
      // Whose code it was is not said: an unknown address leaves the same entry.
      await door.audit({ who: null, role: 'nobody', what: 'access.session', detail: 'code refused' })
      return tried
    }
    const begun = await beginSession(c, door, { accountId: tried.accountId, way: 'code', strong: false })
    return begun ? { result: 'in' as const, role: begun.role } : { result: 'over' as const }
  })
  if (entered.result === 'wrong') return codePage(c, next, { code: words.wrongCode(entered.triesLeft) })
  if (entered.result === 'over') return codePage(c, next, { code: words.overCode })
  dropBinding(c, 'code')
  const onward = next ?? homeOf(entered.role)
  if (!isStaffRole(entered.role)) return c.redirect(onward, 303)
  return c.redirect(`/account/second-step?next=${encodeURIComponent(onward)}`, 303)
})
