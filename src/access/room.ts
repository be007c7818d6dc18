/** Who is asking: organisations, accounts, sign-in, roles. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { accountPages } from './account.pages.tsx'
import { addressPages } from './address.pages.tsx'
import { adminPages } from './admin.pages.tsx'
import { colleaguePages } from './colleague.pages.tsx'
import { keptMailPages } from './kept-mail.pages.tsx'
import { leavePages } from './leave.pages.ts'
import { linkPages } from './link.pages.tsx'
import { mailAgainPages } from './mail-again.pages.tsx'
import { menuWords } from './menu.words.ts'
import { notificationPages } from './notification.pages.tsx'
import { ownPasskeyPages } from './own-passkeys.pages.tsx'
import { passkeyPages } from './passkey.pages.tsx'
import { recoveryPages } from './recovery.pages.tsx'
import { recoverySheetPages } from './recovery.sheet.tsx'
import { resetPages } from './reset.pages.tsx'
import { rights } from './rights.ts'
import { secondStepPages } from './second-step.pages.tsx'
import { settingsPages } from './settings.pages.tsx'
import { signInPages } from './sign-in.pages.tsx'
import { statePages } from './state.pages.tsx'
import { sweepDoors } from './sweep.ts'
import { totpPages } from './totp.pages.tsx'

const routes = new Hono<PageEnv>()
for (const pages of [
  signInPages,
  passkeyPages,
  linkPages,
  leavePages,
  secondStepPages,
  mailAgainPages,
  recoveryPages,
  recoverySheetPages,
  totpPages,
  ownPasskeyPages,
  accountPages,
  addressPages,
  notificationPages,
  adminPages,
  colleaguePages,
  resetPages,
  settingsPages,
  keptMailPages,
  statePages,
]) {
  routes.route('/', pages)
}

export const accessRoom: Room = {
  name: 'access',
  routes,
  rights,
  menu: [
    { href: '/admin', label: (locale) => menuWords(locale).admin, who: ['admin'], order: 90 },
    {
      href: '/admin/organisation',
      label: (locale) => menuWords(locale).organisation,
      who: ['lead'],
      order: 90,
    },
  ],
  jobs: [sweepDoors],
  bytes: {
    'access.address.email_index': 'index',
    'access.session.token_hash': 'token',
    'access.calendar_address.token_hash': 'token',
    'access.code.hash': 'token',
    'access.code.binding': 'token',
    'access.recovery_code.hash': 'token',
    'access.passkey.public_key': 'plain',
  },
}
