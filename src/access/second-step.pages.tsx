/**
 * The second step. Staff come here from the door, everybody else before they change how they get in: it asks for what this account has
 * and this session has not shown lately.
 */
import { Hono } from 'hono'
import { CodeForm } from './code.form.tsx'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { formOf, homeOf, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { isStaffRole } from './account.ts'
import { bindingOf, dropBinding, giveBinding } from './binding.ts'
import { challengeMinutes, readDigits } from './code.ts'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { ownPath } from './own-path.ts'
import { askForPasskey, checkPasskey } from './passkey.ceremony.ts'
import { PasskeyForm } from './passkey.form.tsx'
import { readAssertion, relyingParty } from './passkey.ts'
import { networkOf } from './rate.ts'
import { allow, refill } from './rate.store.ts'
import { roleWords } from './role.words.ts'
import { stepFor, type Proof } from './second-step.ts'
import { secondStepWords } from './second-step.words.ts'
import { tooOften } from './too-often.ts'
import { totpDigits } from './totp.ts'
import { useTotp } from './totp.store.ts'
import { note, renewSession, visitorIn } from './visitor.ts'

export const secondStepPages = new Hono<PageEnv>()

const home = '/account/second-step'

/** The address of the second step that leads on to `next`. */
export function secondStepTo(next: string | null): string {
  return next ? `${home}?next=${encodeURIComponent(next)}` : home
}

secondStepPages.get('/account/second-step', async (c) => {
  const visitor = visitorIn(c)
  const next = ownPath(c.req.query('next'))
  const proof = await atDoor(c.var.ground, (door) => proofOf(door, visitor))
  if (!proof) return c.redirect('/sign-in', 303)
  // Whoever has shown enough and only looks in is not asked again.
  if (proof.strong && !next) return c.redirect(homeOf(visitor.role), 303)
  return stepPage(c, proof, next, {})
})

type StepField = 'code' | 'passkey'

function stepPage(c: PageContext, proof: Proof, next: string | null, errors: Errors<StepField>) {
  const step = stepFor(proof, c.var.ground.clock.now())
  if (step === 'done') return c.redirect(next ?? homeOf(visitorIn(c).role), 303)
  if (step === 'mail') return mailPage(c, proof, next, errors)
  if (step === 'add') return addPage(c, proof, next)
  return showPage(c, proof, next, errors)
}

export function nextField(next: string | null): Record<string, string> {
  return next ? { next } : {}
}

function showPage(c: PageContext, proof: Proof, next: string | null, errors: Errors<StepField>) {
  const { locale } = c.var
  const words = secondStepWords(locale)
  return page(
    c,
    { title: words.showTitle, lead: words.showLead, width: 'narrow' },
    <Stack>
      {proof.factors.passkeys > 0 && (
        <ShowPasskey c={c} next={next} kind={proof.factors.totp ? 'line' : 'act'} error={errors.passkey} />
      )}
      {proof.factors.totp ? (
        <Card>
          <CodeForm
            locale={locale}
            action={`${home}/totp`}
            fields={nextField(next)}
            errors={errors}
            label={words.code}
            hint={words.codeHint}
            width="s"
            button={words.go}
          />
        </Card>
      ) : (
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
      )}
      <Plain title={words.lost}>
        <p>{words.lostText}</p>
        <p>
          <a href={`/account/recovery${next ? `?next=${encodeURIComponent(next)}` : ''}`}>
            {words.useRecovery}
          </a>
        </p>
      </Plain>
      <OtherRoles c={c} />
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function ShowPasskey(props: {
  c: PageContext
  next: string | null
  kind: 'act' | 'line'
  error?: string | undefined
}) {
  const words = secondStepWords(props.c.var.locale)
  return (
    <>
      {props.error && (
        <div class="err-sum" role="alert">
          <p>{props.error}</p>
        </div>
      )}
      <PasskeyForm
        c={props.c}
        ceremony="get"
        options={`${home}/passkey/options`}
        action={`${home}/passkey`}
        fields={nextField(props.next)}
        title={words.passkeyTitle}
        text={words.passkeyText}
        button={words.passkey}
        kind={props.kind}
      />
    </>
  )
}

/** Somebody who is a participant too can go on as one: that needs no second step. */
function OtherRoles({ c }: { c: PageContext }) {
  const { locale } = c.var
  const visitor = visitorIn(c)
  if (!isStaffRole(visitor.role) || !visitor.roles.includes('participant')) return null
  return (
    <PostButton action="/account/role" fields={{ role: 'participant' }} kind="line">
      {secondStepWords(locale).asRole(roleWords(locale).participant)}
    </PostButton>
  )
}

function addPage(c: PageContext, proof: Proof, next: string | null) {
  const words = secondStepWords(c.var.locale)
  const totp = `/account/totp${next ? `?next=${encodeURIComponent(next)}` : ''}`
  return page(
    c,
    {
      title: words.addTitle,
      lead: proof.way === 'recovery' ? words.addAgainLead : words.addLead,
      width: 'narrow',
    },
    <Stack>
      <PasskeyForm
        c={c}
        ceremony="create"
        options="/account/passkeys/options"
        action="/account/passkeys"
        fields={nextField(next)}
        title={words.addPasskeyTitle}
        text={words.addPasskeyText}
        button={words.addPasskey}
        kind="act"
      />
      <Card title={words.addTotpTitle}>
        <p>{words.addTotpText}</p>
        <Acts>
          <ButtonLink href={totp} kind="line">
            {words.addTotp}
          </ButtonLink>
        </Acts>
      </Card>
      <OtherRoles c={c} />
    </Stack>,
  )
}

function mailPage(c: PageContext, proof: Proof, next: string | null, errors: Errors<StepField>) {
  const words = secondStepWords(c.var.locale)
  return page(
    c,
    { title: words.mailTitle, lead: words.mailLead, width: 'narrow' },
    <Stack>
      <Card>
        <Form locale={c.var.locale} action={`${home}/mail`} fields={nextField(next)}>
          <Acts>
            <Button icon="mail">{words.sendMail}</Button>
          </Acts>
        </Form>
      </Card>
      {proof.factors.passkeys > 0 && <ShowPasskey c={c} next={next} kind="line" error={errors.passkey} />}
      <OtherRoles c={c} />
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

secondStepPages.post('/account/second-step/totp', async (c) => {
  const { ground, locale } = c.var
  const words = secondStepWords(locale)
  const visitor = visitorIn(c)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const code = readDigits(form.text('code'), totpDigits)
  const limit = { bucket: 'secondStep', of: visitor.accountId } as const
  if (code) {
    const allowed = await allow(ground, [limit])
    if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  }
  const shown = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return null
    if (!code) return { proof, error: words.needCode }
    if (await useTotp(door, visitor.accountId, code)) {
      await renewSession(c, door, { to: 'strong', way: 'totp' })
      await note(door, visitor, 'access.totp', 'shown')
      return { proof, error: null }
    }
    await note(door, visitor, 'access.totp', 'refused')
    return { proof, error: words.wrongCode }
  })
  if (!shown) return c.redirect('/sign-in', 303)
  if (shown.error !== null) return stepPage(c, shown.proof, next, { code: shown.error })
  await refill(ground, limit)
  return c.redirect(next ?? homeOf(visitor.role), 303)
})

secondStepPages.post('/account/second-step/passkey/options', async (c) => {
  const { ground, client } = c.var
  const { accountId } = visitorIn(c)
  const party = relyingParty(ground.config.url)
  if (!party) return notFound(c)
  const allowed = await allow(ground, [{ bucket: 'passkeyFromNetwork', of: networkOf(client) }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const asked = await atDoor(ground, (door) => askForPasskey(door, party, accountId))
  giveBinding(c, 'key', asked.binding, challengeMinutes)
  return c.json(asked.options)
})

secondStepPages.post('/account/second-step/passkey', async (c) => {
  const { ground, locale } = c.var
  const visitor = visitorIn(c)
  const { accountId } = visitor
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const party = relyingParty(ground.config.url)
  const answer = readAssertion(form.text('answer'))
  const binding = bindingOf(c, 'key')
  const result = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return null
    const shown =
      party && answer && binding && (await checkPasskey(door, party, { answer, binding, accountId }))
    if (shown) await renewSession(c, door, { to: 'strong', way: 'passkey' })
    await note(door, visitor, 'access.passkey', shown ? 'shown' : 'refused')
    return { proof, shown: Boolean(shown) }
  })
  dropBinding(c, 'key')
  if (!result) return c.redirect('/sign-in', 303)
  if (!result.shown) {
    return stepPage(c, result.proof, next, { passkey: secondStepWords(locale).passkeyRefused })
  }
  return c.redirect(next ?? homeOf(visitor.role), 303)
})
