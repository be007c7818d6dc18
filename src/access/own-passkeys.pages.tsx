/** Adding a passkey to one's own account, and removing one. */
import { Hono } from 'hono'
import { formOf, leaveNotice, notFound, type PageEnv } from '../platform/web.tsx'
import { bindingOf, dropBinding, giveBinding } from './binding.ts'
import { challengeMinutes } from './code.ts'
import { atDoor } from './door.ts'
import { proofOf } from './factor.store.ts'
import { afterAdding, afterRemoving } from './key.ts'
import { keyWords } from './key.words.ts'
import { mailboxOf } from './notice.store.ts'
import { ownPath } from './own-path.ts'
import { keepPasskey, offerPasskey } from './passkey.ceremony.ts'
import { readAttestation, relyingParty } from './passkey.ts'
import { removePasskey } from './passkey.store.ts'
import { toRecoverySheet } from './recovery.sheet.tsx'
import { secondStepTo } from './second-step.pages.tsx'
import { mayChangeKeys, mayRemoveKey } from './second-step.ts'
import { deviceOf } from './session.ts'
import { visitorIn } from './visitor.ts'

export const ownPasskeyPages = new Hono<PageEnv>()

ownPasskeyPages.post('/account/passkeys/options', async (c) => {
  const { ground } = c.var
  const visitor = visitorIn(c)
  const party = relyingParty(ground.config.url)
  if (!party) return notFound(c)
  const offered = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    const mailbox = await mailboxOf(door, visitor.accountId)
    if (!proof || !mailbox || !mayChangeKeys(proof, door.now)) return null
    return offerPasskey(door, party, { id: visitor.accountId, name: visitor.name, email: mailbox.email })
  })
  if (!offered) return c.json({}, 403)
  giveBinding(c, 'key', offered.binding, challengeMinutes)
  return c.json(offered.options)
})

ownPasskeyPages.post('/account/passkeys', async (c) => {
  const { ground, locale } = c.var
  const words = keyWords(locale)
  const visitor = visitorIn(c)
  const { accountId } = visitor
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const party = relyingParty(ground.config.url)
  const answer = readAttestation(form.text('answer'))
  const binding = bindingOf(c, 'key')
  const name = deviceOf(c.req.header('user-agent') ?? '')
  const added = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return 'gone'
    if (!mayChangeKeys(proof, door.now)) return 'not fresh'
    if (!party || !answer || !binding) return 'refused'
    if (!(await keepPasskey(door, party, { answer, binding, accountId, name }))) return 'refused'
    return { codes: await afterAdding(c, door, { visitor, proof, kind: 'passkey' }) }
  })
  dropBinding(c, 'key')
  if (added === 'gone') return c.redirect('/sign-in', 303)
  if (added === 'not fresh') return c.redirect(secondStepTo(next ?? '/account'), 303)
  if (added === 'refused') {
    leaveNotice(c, words.refused)
    return c.redirect(visitor.strong ? '/account' : secondStepTo(next), 303)
  }
  const onward = next ?? '/account'
  if (added.codes) return toRecoverySheet(c, added.codes, onward)
  leaveNotice(c, words.added)
  return c.redirect(onward, 303)
})

ownPasskeyPages.post('/account/passkeys/:id/remove', async (c) => {
  const { ground, locale } = c.var
  const words = keyWords(locale)
  const visitor = visitorIn(c)
  const id = c.req.param('id')
  const removed = await atDoor(ground, async (door) => {
    const proof = await proofOf(door, visitor)
    if (!proof) return 'gone'
    if (!mayChangeKeys(proof, door.now)) return 'not fresh'
    if (!mayRemoveKey(proof)) return 'last'
    if (!/^[0-9a-f-]{36}$/.test(id) || !(await removePasskey(door, visitor.accountId, id))) return 'none'
    await afterRemoving(c, door, { visitor, kind: 'passkey' })
    return 'removed'
  })
  if (removed === 'gone') return c.redirect('/sign-in', 303)
  if (removed === 'not fresh') return c.redirect(secondStepTo('/account'), 303)
  leaveNotice(c, removed === 'last' ? words.lastKey : removed === 'none' ? words.notYours : words.removed)
  return c.redirect('/account', 303)
})
