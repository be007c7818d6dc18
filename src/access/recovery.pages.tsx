/** Using a recovery code, and making a new sheet of them. */
import { Hono } from 'hono'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { tellHolder } from './notice.store.ts'
import { ownPath } from './own-path.ts'
import { allow, refill } from './rate.store.ts'
import { toRecoverySheet } from './recovery.sheet.tsx'
import { readRecoveryCode } from './recovery.ts'
import { makeRecoveryCodes, useRecoveryCode } from './recovery.store.ts'
import { nextField, secondStepTo } from './second-step.pages.tsx'
import { hasFactor, mayChangeKeys } from './second-step.ts'
import { secondStepWords } from './second-step.words.ts'
import { tooOften } from './too-often.ts'
import { note, renewSession, visitorIn } from './visitor.ts'

export const recoveryPages = new Hono<PageEnv>()

recoveryPages.get('/account/recovery', async (c) => {
  return recoveryPage(c, ownPath(c.req.query('next')), {})
})

function recoveryPage(c: PageContext, next: string | null, errors: Errors<'code'>) {
  const { locale } = c.var
  const words = secondStepWords(locale)
  return page(
    c,
    {
      title: words.recoveryTitle,
      lead: words.recoveryLead,
      width: 'narrow',
      back: { href: secondStepTo(next), label: words.showTitle },
    },
    <Card>
      <Form locale={locale} action="/account/recovery" fields={nextField(next)} errors={errors}>
        <TextField
          locale={locale}
          name="code"
          label={words.recoveryCode}
          hint={words.recoveryHint}
          error={errors.code}
          width="m"
          spellcheck={false}
          required
        />
        <Acts>
          <Button>{words.go}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

recoveryPages.post('/account/recovery', async (c) => {
  const { ground, locale } = c.var
  const words = secondStepWords(locale)
  const visitor = visitorIn(c)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const code = readRecoveryCode(form.text('code'))
  // The same bucket as the app's codes: an attacker does not get twice as many tries by changing the form.
  const limit = { bucket: 'secondStep', of: visitor.accountId } as const
  const allowed = await allow(ground, [limit])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const used = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof || !code || !(await useRecoveryCode(door, visitor.accountId, code))) {
      await note(door, visitor, 'access.recovery', 'refused')
      return false
    }
    await renewSession(c, door, { to: 'recovering' })
    await note(door, visitor, 'access.recovery', 'used')
    await tellHolder(door, visitor.accountId, 'recovery-used')
    return true
  })
  if (!used) return recoveryPage(c, next, { code: words.wrongRecovery })
  await refill(ground, limit)
  return c.redirect(secondStepTo(next), 303)
})

recoveryPages.post('/account/recovery-codes', async (c) => {
  const { ground } = c.var
  const visitor = visitorIn(c)
  const made = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return 'gone'
    if (!proof.staff || !hasFactor(proof.factors)) return 'not for this account'
    // Not with a recovery code: a found sheet must not make itself new.
    if (!proof.strong || !mayChangeKeys(proof, door.now)) return 'not fresh'
    const codes = await makeRecoveryCodes(door, visitor.accountId)
    await note(door, visitor, 'access.recovery', 'made')
    await tellHolder(door, visitor.accountId, 'recovery-made')
    return codes
  })
  if (made === 'gone') return c.redirect('/sign-in', 303)
  if (made === 'not for this account') return notFound(c)
  if (made === 'not fresh') return c.redirect(secondStepTo('/account'), 303)
  return toRecoverySheet(c, made, '/account')
})
