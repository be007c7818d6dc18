import type { RouteRight, Rights } from '../platform/room.ts'

const anyone: RouteRight = { who: ['anyone'] }
/** Before the second step: what leads through it. */
const weak: RouteRight = { who: ['signed-in'], weak: true }
const own: RouteRight = { who: ['signed-in'] }
const admin: RouteRight = { who: ['admin'] }
const heads: RouteRight = { who: ['admin', 'lead'] }

export const rights: Rights = {
  routes: {
    'GET /sign-in': anyone,
    'POST /sign-in': anyone,
    'GET /sign-in/code': anyone,
    'POST /sign-in/code': anyone,
    'POST /sign-in/passkey/options': anyone,
    'POST /sign-in/passkey': anyone,
    'GET /link/:token': anyone,
    'POST /link/:token': anyone,
    'POST /sign-out': anyone,
    'POST /leave': anyone,
    'GET /account/second-step': weak,
    'POST /account/second-step/totp': weak,
    'POST /account/second-step/passkey/options': weak,
    'POST /account/second-step/passkey': weak,
    'POST /account/second-step/mail': weak,
    'GET /account/second-step/code': weak,
    'POST /account/second-step/code': weak,
    'GET /account/recovery': weak,
    'POST /account/recovery': weak,
    'GET /account/totp': weak,
    'POST /account/totp': weak,
    'POST /account/passkeys/options': weak,
    'POST /account/passkeys': weak,
    'POST /account/role': weak,
    'GET /account': own,
    'GET /account/passkeys/new': own,
    'POST /account/passkeys/:id/remove': own,
    'POST /account/totp/remove': own,
    'POST /account/recovery-codes': own,
    'POST /account/locale': own,
    'GET /account/address': own,
    'POST /account/address': own,
    'GET /account/address/code': own,
    'POST /account/address/code': own,
    'POST /account/sessions/end-others': own,
    'POST /account/sessions/:id/end': own,
    'GET /admin': admin,
    'GET /admin/accounts/new': admin,
    'POST /admin/accounts': admin,
    'GET /admin/accounts/:id': admin,
    'POST /admin/accounts/:id/roles': admin,
    'POST /admin/accounts/:id/disable': admin,
    'POST /admin/accounts/:id/enable': admin,
    'POST /admin/accounts/:id/invite': admin,
    'GET /admin/accounts/:id/reset': admin,
    'POST /admin/accounts/:id/reset': admin,
    'GET /admin/mails': admin,
    'GET /admin/organisation': heads,
    'POST /admin/organisation': heads,
  },
  tables: {},
  stores: {},
}
