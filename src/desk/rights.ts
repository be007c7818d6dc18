import type { RouteRight, Rights } from '../platform/room.ts'

/** Those who are responsible for the pathway. */
const manages: RouteRight = { who: ['coordinator', 'lead'] }
const managesPerson: RouteRight = { ...manages, person: true }
/** Those who stand beside the person too. */
const beside: RouteRight = { who: ['coordinator', 'lead', 'supporter'] }
const besidePerson: RouteRight = { ...beside, person: true }
const leadOfPerson: RouteRight = { who: ['lead'], person: true }
/** Developers, the lead, and contact persons for their own communities. */
const withCommunities: RouteRight = { who: ['developer', 'lead', 'host'] }
/** The person; the address names nobody. */
const own: RouteRight = { who: ['participant'] }

export const rights: Rights = {
  routes: {
    'GET /day': beside,
    'GET /day/answers': manages,
    'POST /day/answers': manages,
    'GET /developing': { who: ['developer', 'lead'] },
    'GET /calendar': withCommunities,
    'GET /calendar/address': withCommunities,
    'POST /calendar/address': withCommunities,
    'POST /calendar/address/end': withCommunities,
    // Whoever has the address; it opens what the account sees that made it.
    'GET /calendar/:token': { who: ['anyone'] },
    'GET /people': beside,
    'POST /people': beside,
    'GET /people/export.xlsx': manages,
    'GET /people/export.csv': manages,
    'GET /people/new': manages,
    'POST /people/new': manages,
    'GET /people/:code{[A-Z][0-9]-[0-9]+}': besidePerson,
    'GET /people/:code/log': besidePerson,
    'POST /people/:code/read': managesPerson,
    'GET /people/:code/looked': managesPerson,
    'GET /people/:code/hand-over': managesPerson,
    'POST /people/:code/hand-over': managesPerson,
    'GET /people/:code/supporter': managesPerson,
    'POST /people/:code/supporter': managesPerson,
    'POST /people/:code/supporter/end': managesPerson,
    'GET /people/:code/take': leadOfPerson,
    'GET /people/:code/erase': leadOfPerson,
    'POST /people/:code/erase': leadOfPerson,
    'GET /away': beside,
    'GET /away/new': beside,
    'POST /away/new': beside,
    'GET /away/:id': beside,
    'POST /away/:id': beside,
    'POST /away/:id/end': beside,
    'GET /moves': manages,
    'GET /moves/new': manages,
    'POST /moves/new': manages,
    'GET /moves/:id': manages,
    'POST /moves/:id/answer': { who: ['coordinator'] },
    'POST /moves/:id/withdraw': manages,
    'GET /me': own,
    'GET /me/looked': own,
    'GET /me/take': own,
    'GET /me/erase': own,
    'POST /me/erase': own,
    'GET /erased': { who: ['anyone'] },
  },
  tables: {},
  stores: {
    'desk/heard.store.ts statesOf': ['coordinator', 'lead', 'supporter', 'participant', 'system', 'bearer'],
    'desk/noticed.store.ts noticeAbsences': ['system'],
    'desk/heard.store.ts heardSince': ['coordinator', 'lead', 'supporter', 'participant', 'system'],
    'desk/heard.store.ts nextCheckupDay': ['coordinator', 'lead', 'supporter', 'participant', 'system'],
  },
}
