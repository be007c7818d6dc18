/** Signing in with a passkey, without writing an address. */
import { Hono } from 'hono'
import { formOf, homeOf, notFound, type PageEnv } from '../platform/web.tsx'
import { bindingOf, dropBinding, giveBinding } from './binding.ts'
import { challengeMinutes } from './code.ts'
import { atDoor } from './door.ts'
import { ownPath } from './own-path.ts'
import { askForPasskey, checkPasskey } from './passkey.ceremony.ts'
import { readAssertion, relyingParty } from './passkey.ts'
import { networkOf } from './rate.ts'
import { allow } from './rate.store.ts'
import { signInPage } from './sign-in.pages.tsx'
import { signInWords } from './sign-in.words.ts'
import { tooOften } from './too-often.ts'
import { beginSession } from './visitor.ts'

export const passkeyPages = new Hono<PageEnv>()

passkeyPages.post('/sign-in/passkey/options', async (c) => {
  const { ground, client } = c.var
  const party = relyingParty(ground.config.url)
  if (!party) return notFound(c)
  const allowed = await allow(ground, [{ bucket: 'passkeyFromNetwork', of: networkOf(client) }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const asked = await atDoor(ground, (door) => askForPasskey(door, party, null))
  giveBinding(c, 'key', asked.binding, challengeMinutes)
  return c.json(asked.options)
})

passkeyPages.post('/sign-in/passkey', async (c) => {
  const { ground, locale, client } = c.var
  // Each refusal is a line in the audit: without a limit anybody could fill it.
  const allowed = await allow(ground, [{ bucket: 'passkeyFromNetwork', of: networkOf(client) }])
  if (!allowed.allowed) return tooOften(c, allowed.waitMinutes)
  const form = await formOf(c)
  const next = ownPath(form.text('next'))
  const party = relyingParty(ground.config.url)
  const answer = readAssertion(form.text('answer'))
  const binding = bindingOf(c, 'key')
  const begun =
    party && answer && binding
      ? await atDoor(ground, async (door) => {
          const shown = await checkPasskey(door, party, { answer, binding, accountId: null })
          if (shown)
            return beginSession(c, door, { accountId: shown.accountId, way: 'passkey', strong: true })
          await door.audit({ who: null, role: 'nobody', what: 'access.passkey', detail: 'refused' })
          return null
        })
      : null
  dropBinding(c, 'key')
  if (!begun) return signInPage(c, { next, email: '', errors: { form: signInWords(locale).passkeyRefused } })
  return c.redirect(next ?? homeOf(begun.role), 303)
})
