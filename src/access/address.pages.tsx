/** Changing one's own address: with a code to the new one, and a word to the old one. */
import { Hono } from 'hono'
import { written } from '../platform/mail.layout.tsx'
import { queueMail } from '../platform/mail.ts'
import { CodeForm } from './code.form.tsx'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { AddressTakenError } from './account.store.ts'
import { emailOf } from './account.ts'
import { accountWords } from './account.words.ts'
import { changeAddress, openNewEmail, sealNewEmail } from './address.store.ts'
import { bindingOf, dropBinding, giveBinding } from './binding.ts'
import { codeMinutes, readDigits, shownCode } from './code.ts'
import { makeCode, tryCode } from './code.store.ts'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { mailboxOf, tellHolder } from './notice.store.ts'
import { networkOf } from './rate.ts'
import { allow } from './rate.store.ts'
import { secondStepTo } from './second-step.pages.tsx'
import { mayChangeKeys } from './second-step.ts'
import { endSessions } from './session.store.ts'
import { tooOften } from './too-often.ts'
import { note, renewSession, visitorIn } from './visitor.ts'

export const addressPages = new Hono<PageEnv>()

addressPages.get('/account/address', async (c) => {
  const visitor = visitorIn(c)
  const proof = await atDoor(c.var.ground, (door) => proofOf(door, visitor))
  if (!proof) return c.redirect('/sign-in', 303)
  if (!mayChangeKeys(proof, c.var.ground.clock.now()))
    return c.redirect(secondStepTo('/account/address'), 303)
  return addressPage(c, '', {})
})

function addressPage(c: PageContext, email: string, errors: Errors<'email'>) {
  const { locale } = c.var
  const words = accountWords(locale)
  return page(
    c,
    {
      title: words.addressTitle,
      lead: words.addressLead,
      width: 'narrow',
      back: { href: '/account', label: words.back },
    },
    <Card>
      <Form locale={locale} action="/account/address" errors={errors}>
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={words.newEmail}
          value={email}
          error={errors.email}
          autocomplete="email"
          inputmode="email"
          spellcheck={false}
          required
        />
        <Acts>
          <Button>{words.send}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

addressPages.post('/account/address', async (c) => {
  const { ground, locale } = c.var
  const words = accountWords(locale)
  const visitor = visitorIn(c)
  const form = await formOf(c)
  const email = emailOf(form.text('email'))
  if (!email) return addressPage(c, form.text('email'), { email: words.needEmail })
  const allowed = await allow(ground, [{ bucket: 'mailToSelf', of: visitor.accountId }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const binding = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    const mailbox = await mailboxOf(door, visitor.accountId)
    if (!proof || !mailbox || !mayChangeKeys(proof, door.now)) return null
    const made = await makeCode(door, {
      purpose: 'address',
      accountId: visitor.accountId,
      sealEmail: sealNewEmail(door, email),
    })
    const inTheirs = accountWords(mailbox.locale)
    // Whether the address is another account's is told by nobody but its own mailbox.
    await queueMail(door, {
      to: email,
      organisationId: mailbox.staff ? mailbox.organisationId : null,
      ...written(mailbox.locale, {
        subject: inTheirs.mailSubject,
        blocks: [
          inTheirs.mailWhat,
          { label: inTheirs.mailCode, code: shownCode(made.code) },
          inTheirs.mailEnds,
        ],
      }),
    })
    return made.binding
  })
  if (!binding) return c.redirect(secondStepTo('/account/address'), 303)
  giveBinding(c, 'address', binding, codeMinutes)
  return c.redirect('/account/address/code', 303)
})

addressPages.get('/account/address/code', async (c) => {
  if (!bindingOf(c, 'address')) return c.redirect('/account/address', 303)
  return codePage(c, {})
})

function codePage(c: PageContext, errors: Errors<'code'>) {
  const { locale } = c.var
  const words = accountWords(locale)
  return page(
    c,
    {
      title: words.addressTitle,
      lead: words.codeLead,
      width: 'narrow',
      back: { href: '/account/address', label: words.send },
    },
    <Card>
      <CodeForm
        locale={locale}
        action="/account/address/code"
        errors={errors}
        label={words.code}
        hint={words.codeHint}
        width="m"
        button={words.change}
      />
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

addressPages.post('/account/address/code', async (c) => {
  const { ground, locale, client } = c.var
  const words = accountWords(locale)
  const visitor = visitorIn(c)
  const { accountId } = visitor
  const binding = bindingOf(c, 'address')
  if (!binding) return c.redirect('/account/address', 303)
  const code = readDigits((await formOf(c)).text('code'), 8)
  if (!code) return codePage(c, { code: words.needCode })
  const allowed = await allow(ground, [{ bucket: 'enterFromNetwork', of: networkOf(client) }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const tried = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    const before = await mailboxOf(door, accountId)
    const one = await tryCode(door, { purpose: 'address', binding, code })
    if (one.result !== 'right') return one
    if (!before || one.accountId !== accountId || !one.emailSealed) return { result: 'over' as const }
    if (!proof || !mayChangeKeys(proof, door.now)) return { result: 'not fresh' as const }
    await changeAddress(door, accountId, openNewEmail(door, one.id, one.emailSealed))
    await endSessions(door, accountId, { allBut: visitor.sessionId })
    await renewSession(c, door, { to: 'kept' })
    await note(door, visitor, 'access.address', 'changed')
    await tellHolder(door, accountId, 'address-changed', { to: before.email })
    return one
  }).catch((error: unknown) => {
    if (error instanceof AddressTakenError) return { result: 'taken' as const }
    throw error
  })
  if (tried.result === 'wrong') return codePage(c, { code: words.wrongCode(tried.triesLeft) })
  if (tried.result === 'over') return codePage(c, { code: words.overCode })
  if (tried.result === 'taken') return addressPage(c, '', { email: words.takenEmail })
  dropBinding(c, 'address')
  if (tried.result === 'not fresh') return c.redirect(secondStepTo('/account/address'), 303)
  leaveNotice(c, words.changed)
  return c.redirect('/account', 303)
})
