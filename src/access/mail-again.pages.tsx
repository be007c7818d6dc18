/** Showing again that the mailbox is one's own, where an account has nothing more to show. */
import { Hono } from 'hono'
import { written } from '../platform/mail.layout.tsx'
import { queueMail } from '../platform/mail.ts'
import { CodeForm } from './code.form.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { bindingOf, dropBinding, giveBinding } from './binding.ts'
import { codeMinutes, readDigits, shownCode } from './code.ts'
import { makeCode, tryCode } from './code.store.ts'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { mailboxOf } from './notice.store.ts'
import { ownPath } from './own-path.ts'
import { networkOf } from './rate.ts'
import { allow } from './rate.store.ts'
import { nextField, secondStepTo } from './second-step.pages.tsx'
import { stepFor } from './second-step.ts'
import { secondStepWords } from './second-step.words.ts'
import { tooOften } from './too-often.ts'
import { note, renewSession, visitorIn } from './visitor.ts'

export const mailAgainPages = new Hono<PageEnv>()

const home = '/account/second-step'

mailAgainPages.post('/account/second-step/mail', async (c) => {
  const { ground } = c.var
  const visitor = visitorIn(c)
  const next = ownPath((await formOf(c)).text('next'))
  const allowed = await allow(ground, [{ bucket: 'mailToSelf', of: visitor.accountId }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const binding = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    const mailbox = await mailboxOf(door, visitor.accountId)
    if (!proof || !mailbox || stepFor(proof, door.now) !== 'mail') return null
    const made = await makeCode(door, { purpose: 'again', accountId: visitor.accountId })
    const words = secondStepWords(mailbox.locale)
    await queueMail(door, {
      to: mailbox.email,
      organisationId: mailbox.staff ? mailbox.organisationId : null,
      ...written(mailbox.locale, {
        subject: words.mailSubject,
        blocks: [
          { label: words.mailYourCode, code: shownCode(made.code) },
          words.mailWhere,
          words.mailNotYou,
        ],
      }),
    })
    return made.binding
  })
  if (!binding) return c.redirect(secondStepTo(next), 303)
  giveBinding(c, 'again', binding, codeMinutes)
  return c.redirect(`${home}/code${next ? `?next=${encodeURIComponent(next)}` : ''}`, 303)
})

mailAgainPages.get('/account/second-step/code', async (c) => {
  const next = ownPath(c.req.query('next'))
  if (!bindingOf(c, 'again')) return c.redirect(secondStepTo(next), 303)
  return mailCodePage(c, next, {})
})

function mailCodePage(c: PageContext, next: string | null, errors: Errors<'code'>) {
  const { locale } = c.var
  const words = secondStepWords(locale)
  return page(
    c,
    {
      title: words.mailTitle,
      lead: words.mailCodeLead,
      width: 'narrow',
      back: { href: secondStepTo(next), label: words.sendMail },
    },
    <Card>
      <CodeForm
        locale={locale}
        action={`${home}/code`}
        fields={nextField(next)}
        errors={errors}
        label={words.mailCode}
        hint={words.mailCodeHint}
        width="m"
        button={words.go}
      />
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

mailAgainPages.post('/account/second-step/code', async (c) => {
  const { ground, locale, client } = c.var
  const words = secondStepWords(locale)
  const visitor = visitorIn(c)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const binding = bindingOf(c, 'again')
  if (!binding) return c.redirect(secondStepTo(next), 303)
  const code = readDigits(form.text('code'), 8)
  if (!code) return mailCodePage(c, next, { code: words.needMailCode })
  const allowed = await allow(ground, [{ bucket: 'enterFromNetwork', of: networkOf(client) }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const tried = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    const one = await tryCode(door, { purpose: 'again', binding, code })
    // A key may have been added meanwhile; then the mailbox is not enough any more.
    const enough = proof && stepFor(proof, door.now) === 'mail'
    if (one.result !== 'right') return one
    if (!enough || one.accountId !== visitor.accountId) return { result: 'over' as const }
    await renewSession(c, door, { to: 'proven' })
    await note(door, visitor, 'access.session', 'mailbox shown again')
    return one
  })
  if (tried.result === 'wrong') return mailCodePage(c, next, { code: words.wrongMailCode(tried.triesLeft) })
  if (tried.result === 'over') return mailCodePage(c, next, { code: words.overMailCode })
  dropBinding(c, 'again')
  return c.redirect(secondStepTo(next), 303)
})
