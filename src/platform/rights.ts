/** Who may do what with the tables of the ground. Nobody who acts in a role reads or changes them, but for the few that are named. */
import { roles } from './actor.ts'
import type { Rights, TableRight } from './room.ts'

function addedBy(relation: 'own' | 'organisation'): TableRight {
  return Object.fromEntries([...roles, 'system'].map((role) => [role, { add: relation }]))
}

export const rights: Rights = {
  routes: {
    'GET /assets/:name': { who: ['anyone'] },
    'GET /health': { who: ['anyone'] },
    'GET /ready': { who: ['anyone'] },
  },
  tables: {
    // Whoever knows a person's audit subject reads what is noted about that person; see `people/looked.store.ts`.
    'platform.audit_entry': addedBy('own'),
    'platform.audit_seal': {},
    // Whoever knows what a message is about takes it back; see `platform/mail.ts`. The system sees those that failed.
    'platform.mail': {
      ...addedBy('organisation'),
      admin: { see: 'organisation', add: 'organisation' },
      system: { see: 'organisation', add: 'organisation' },
    },
    'platform.rate': {},
    'platform.master_key': {},
    'platform.job_run': {},
  },
  stores: {},
}
