/** Hours are the house's own count: contact persons and coordinators do not see them. */
import type { Rights } from '../platform/room.ts'
import { developing } from './rights.ts'

export const visitHoursRights: Rights = {
  routes: {
    'GET /hours': { who: ['developer', 'lead'] },
    'GET /hours.csv': { who: ['developer', 'lead'] },
  },
  tables: {},
  stores: { 'communities/visit-hours.store.ts hoursOf': developing },
}
