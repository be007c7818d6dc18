import { roles, staffRoles } from '../platform/actor.ts'
import type { Relation, RouteRight, Rights, StoreRight, TableRight } from '../platform/room.ts'

const anyone: RouteRight = { who: ['anyone'] }
/** Before the second step: what leads through it. */
const weak: RouteRight = { who: ['signed-in'], weak: true }
const own: RouteRight = { who: ['signed-in'] }
const staff: RouteRight = { who: staffRoles }
const admin: RouteRight = { who: ['admin'] }
const heads: RouteRight = { who: ['admin', 'lead'] }

const everybody = [...roles, 'system'] as const

function seenBy(relation: Relation): TableRight {
  return Object.fromEntries(everybody.map((role) => [role, { see: relation }]))
}

/** Let participants in; the administrator and jobs let anybody in. */
const add = { add: 'organisation' } as const

/** Only at the door, where nobody acts in a role yet. */
const door: StoreRight = ['signin']
/** Who may know whom to ask instead. */
const asking: StoreRight = ['coordinator', 'lead', 'supporter', 'participant', 'admin', 'system']
/** Their own absence; the lead and the house anybody’s. */
const covered: StoreRight = ['coordinator', 'supporter', 'lead', 'system']
const lettingIn: StoreRight = ['admin', 'lead', 'coordinator', 'system']

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
    'GET /account/recovery-codes': own,
    'POST /account/locale': own,
    'GET /account/address': own,
    'POST /account/address': own,
    'GET /account/address/code': own,
    'POST /account/address/code': own,
    'GET /account/notifications': staff,
    'POST /account/notifications': staff,
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
    'GET /admin/state': admin,
    'POST /admin/state/backup': admin,
    'GET /admin/state/backup': admin,
    'GET /admin/organisation': heads,
    'POST /admin/organisation': heads,
  },
  tables: {
    'access.organisation': {
      ...seenBy('organisation'),
      lead: { see: 'organisation', change: 'organisation' },
      admin: { see: 'organisation', change: 'organisation' },
      // Whose days count for a link.
      bearer: { see: 'organisation' },
    },
    // Participants' accounts are known to those who let them in; to others they are not there.
    'access.account': {
      ...seenBy('organisation'),
      coordinator: { see: 'organisation', ...add },
      lead: { see: 'organisation', ...add },
      admin: { see: 'organisation', ...add, change: 'organisation' },
      system: { see: 'organisation', ...add, change: 'organisation', erase: 'organisation' },
    },
    'access.account_role': {
      ...seenBy('organisation'),
      coordinator: { see: 'organisation', ...add },
      lead: { see: 'organisation', ...add },
      admin: { see: 'organisation', ...add, erase: 'organisation' },
      system: { see: 'organisation', ...add, erase: 'organisation' },
    },
    // The administrator sees the addresses of staff.
    'access.address': {
      ...seenBy('own'),
      coordinator: { see: 'own', ...add },
      lead: { see: 'own', ...add },
      admin: { see: 'organisation', ...add },
      // It goes with its account.
      system: add,
    },
    // Invitations are added with the account; nobody who acts in a role reads them.
    'access.code': { coordinator: add, lead: add, admin: add, system: add },
    // Whom to ask instead is for everybody who works with people, and for the people.
    'access.absence': {
      coordinator: { see: 'organisation', add: 'own', change: 'own' },
      supporter: { see: 'organisation', add: 'own', change: 'own' },
      lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
      participant: { see: 'organisation' },
      admin: { see: 'organisation' },
      system: { see: 'organisation', add: 'organisation', change: 'organisation' },
    },
    // Written and read by the house alone.
    'access.open_day': { system: { see: 'organisation', add: 'organisation', erase: 'organisation' } },
    'access.presence': {
      lead: { see: 'organisation' },
      admin: { see: 'organisation' },
      system: { see: 'organisation' },
    },
    // Jobs ask how somebody wants to be told; the holder chooses at the door.
    'access.notification': { system: { see: 'organisation' } },
    'access.session': {},
    'access.calendar_address': {},
    'access.passkey': {},
    'access.totp': {},
    'access.recovery_code': {},
  },
  stores: {
    'access/absence.store.ts awayOn': asking,
    'access/absence.store.ts absencesFrom': asking,
    'access/absence.store.ts absenceById': asking,
    'access/absence.store.ts sayAway': covered,
    'access/absence.store.ts changeAway': covered,
    'access/absence.store.ts endAway': covered,
    'access/absence.store.ts noticeAway': ['system'],
    'access/absence.store.ts lastSeen': ['lead', 'admin', 'system'],
    'access/open-day.store.ts noteOpen': ['system'],
    'access/account.store.ts createAccount': lettingIn,
    'access/account.store.ts insertAccount': door,
    'access/account.store.ts listColleagues': everybody,
    'access/account.store.ts accountName': everybody,
    'access/account.store.ts accountNames': everybody,
    'access/account.store.ts eraseParticipant': ['system'],
    'access/staff-account.store.ts findAccount': door,
    'access/organisation.store.ts setUpOrganisation': door,
    'access/organisation.store.ts listOrganisations': ['jobs'],
    'access/organisation.store.ts readSettings': [...everybody, 'bearer'],
    'access/organisation.store.ts changeSettings': ['admin', 'lead'],
    'access/invite.store.ts inviteColleague': lettingIn,
    'access/invite.store.ts inviteParticipant': lettingIn,
    'access/invite.store.ts inviteAgain': door,
    ...atDoorOnly('address', ['keepLocale', 'changeAddress']),
    ...atDoorOnly('admin', [
      'listStaff',
      'readStaff',
      'countParticipants',
      'setRoles',
      'disable',
      'enable',
      'resetKeys',
    ]),
    ...atDoorOnly('calendar-address', [
      'makeCalendarAddress',
      'endCalendarAddress',
      'endCalendarAddresses',
      'calendarAddressOf',
      'readCalendarAddress',
    ]),
    ...atDoorOnly('code', [
      'makeCode',
      'tryCode',
      'makeLinkToken',
      'findLink',
      'takeLink',
      'noteChallenge',
      'takeChallenge',
      'endCodes',
    ]),
    ...atDoorOnly('factor', ['factorsOf', 'proofOf']),
    ...atDoorOnly('link', ['makeLink', 'readLink', 'useLink']),
    ...atDoorOnly('notice', ['mailboxOf', 'tellHolder']),
    ...atDoorOnly('notification', ['readNotification', 'keepNotification']),
    'access/notification.store.ts notifications': ['system'],
    ...atDoorOnly('passkey', [
      'listPasskeys',
      'findPasskey',
      'notePasskeyUse',
      'addPasskey',
      'removePasskey',
    ]),
    ...atDoorOnly('presence', ['noteSeen']),
    ...atDoorOnly('rate', ['allow', 'mayTry', 'refill', 'forgetRates']),
    ...atDoorOnly('recovery', ['makeRecoveryCodes', 'removeRecoveryCodes', 'useRecoveryCode']),
    ...atDoorOnly('session', [
      'readSession',
      'openSession',
      'changeSession',
      'endSessions',
      'endEverySession',
      'endSessionOf',
      'listSessions',
    ]),
    ...atDoorOnly('set-up', ['makeSetUpToken', 'isSetUpToken', 'useSetUpToken']),
    ...atDoorOnly('sign-in', ['askForCode']),
    'access/state.store.ts readState': ['jobs'],
    // For the operator's commands.
    ...atDoorOnly('staff-account', ['findAccount']),
    ...atDoorOnly('totp', ['keepTotp', 'useTotp', 'removeTotp']),
  },
}

function atDoorOnly(store: string, functions: readonly string[]): Record<string, StoreRight> {
  return Object.fromEntries(functions.map((name) => [`access/${store}.store.ts ${name}`, door]))
}
