/** Adding an authenticator app, and removing it. */
import { Hono } from 'hono'
import { Temporal, type Moment } from '../platform/day.ts'
import type { Keys } from '../platform/keys.ts'
import { CodeForm } from './code.form.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { QrCode } from '../platform/parts/qr.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { SealError, seal, unseal } from '../platform/sealing.ts'
import { formOf, leaveNotice, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { readDigits } from './code.ts'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { afterAdding, afterRemoving } from './key.ts'
import { keyWords } from './key.words.ts'
import { mailboxOf } from './notice.store.ts'
import { ownPath } from './own-path.ts'
import { toRecoverySheet } from './recovery.sheet.tsx'
import { nextField, secondStepTo } from './second-step.pages.tsx'
import { mayChangeKeys, mayRemoveKey } from './second-step.ts'
import { base32, matchingStep, newSecret, totpAddress, totpDigits } from './totp.ts'
import { keepTotp, removeTotp } from './totp.store.ts'
import { visitorIn } from './visitor.ts'

export const totpPages = new Hono<PageEnv>()

/** Minutes that a page with its secret may stay open. */
const offerMinutes = 15

// The secret travels in the form, sealed for this session, until its first code was right: looking at the page changes nothing.
const offerPlace = (sessionId: string) => `access.totp/offer/${sessionId}`

function sealOffer(keys: Keys, sessionId: string, secret: Buffer, now: Moment): string {
  const text = `${now.epochMilliseconds} ${secret.toString('base64')}`
  return seal(keys, offerPlace(sessionId), text).toString('base64url')
}

function openOffer(keys: Keys, sessionId: string, offer: string, now: Moment): Buffer | null {
  try {
    const [at, secret] = unseal(keys, offerPlace(sessionId), Buffer.from(offer, 'base64url')).split(' ')
    const made = Temporal.Instant.fromEpochMilliseconds(Number(at))
    return now.since(made).total('minutes') <= offerMinutes ? Buffer.from(secret ?? '', 'base64') : null
  } catch (error) {
    if (error instanceof SealError) return null
    throw error
  }
}

totpPages.get('/account/totp', async (c) => {
  const visitor = visitorIn(c)
  const next = ownPath(c.req.query('next'))
  const proof = await atDoor(c.var.ground, (door) => proofOf(door, visitor))
  if (!proof) return c.redirect('/sign-in', 303)
  if (!proof.staff) return notFound(c)
  if (!mayChangeKeys(proof, c.var.ground.clock.now())) return c.redirect(secondStepTo(backHere(next)), 303)
  return totpPage(c, newSecret(), next, {})
})

const backHere = (next: string | null) => `/account/totp${next ? `?next=${encodeURIComponent(next)}` : ''}`

async function totpPage(c: PageContext, secret: Buffer, next: string | null, errors: Errors<'code'>) {
  const { locale, ground } = c.var
  const words = keyWords(locale)
  const { accountId, sessionId } = visitorIn(c)
  const mailbox = await atDoor(ground, (door) => mailboxOf(door, accountId))
  const offer = sealOffer(ground.keys, sessionId, secret, ground.clock.now())
  return page(
    c,
    {
      title: words.totpTitle,
      lead: words.totpLead,
      width: 'narrow',
      back: { href: secondStepTo(next), label: words.back },
    },
    <Card>
      <QrCode text={totpAddress(secret, mailbox?.email ?? '')} label={words.qrLabel} />
      <p>
        {words.secret} <code>{base32(secret).replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <CodeForm
        locale={locale}
        action="/account/totp"
        fields={{ offer, ...nextField(next) }}
        errors={errors}
        label={words.code}
        hint={words.codeHint}
        width="s"
        button={words.keep}
      />
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

totpPages.post('/account/totp', async (c) => {
  const { ground, locale } = c.var
  const words = keyWords(locale)
  const visitor = visitorIn(c)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const now = ground.clock.now()
  const secret = openOffer(ground.keys, visitor.sessionId, form.text('offer'), now)
  if (!secret) return totpPage(c, newSecret(), next, { code: words.overOffer })
  const code = readDigits(form.text('code'), totpDigits)
  const step = code && matchingStep(secret, code, now, 0)
  if (!step) return totpPage(c, secret, next, { code: words.wrongCode })
  const added = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return 'gone'
    if (!proof.staff) return 'not for this account'
    if (!mayChangeKeys(proof, door.now)) return 'not fresh'
    await keepTotp(door, visitor.accountId, secret, step)
    return { codes: await afterAdding(c, door, { visitor, proof, kind: 'totp' }) }
  })
  if (added === 'gone') return c.redirect('/sign-in', 303)
  if (added === 'not for this account') return notFound(c)
  if (added === 'not fresh') return c.redirect(secondStepTo(backHere(next)), 303)
  const onward = next ?? '/account'
  if (added.codes) return toRecoverySheet(c, added.codes, onward)
  leaveNotice(c, words.added)
  return c.redirect(onward, 303)
})

totpPages.post('/account/totp/remove', async (c) => {
  const { ground, locale } = c.var
  const words = keyWords(locale)
  const visitor = visitorIn(c)
  const removed = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return 'gone'
    if (!mayChangeKeys(proof, door.now)) return 'not fresh'
    if (!mayRemoveKey(proof)) return 'last'
    if (!(await removeTotp(door, visitor.accountId))) return 'none'
    await afterRemoving(c, door, { visitor, kind: 'totp' })
    return 'removed'
  })
  if (removed === 'gone') return c.redirect('/sign-in', 303)
  if (removed === 'not fresh') return c.redirect(secondStepTo('/account'), 303)
  leaveNotice(c, removed === 'last' ? words.lastKey : removed === 'none' ? words.notYours : words.removed)
  return c.redirect('/account', 303)
})
