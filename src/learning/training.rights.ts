/** Who may do what with trainings: those who carry methods over hold them; whoever helps people or hosts them signs up, each only themselves. */
import type { Rights, RouteRight, StoreRight, TableRight } from '../platform/room.ts'

export const holding: RouteRight = { who: ['mobility_lead', 'lead', 'developer'], languages: 'all' }
export const coming: RouteRight = {
  who: [...holding.who, 'coordinator', 'supporter', 'host'],
  languages: 'all',
}
/** Those who develop communities. */
const linking: RouteRight = { who: ['developer', 'lead'], languages: 'all' }

const see = { see: 'organisation' } as const
const change = { see: 'organisation', add: 'organisation', change: 'organisation' } as const
const erase = { erase: 'organisation' } as const

const held: TableRight = {
  mobility_lead: change,
  lead: change,
  developer: change,
  coordinator: see,
  supporter: see,
  host: see,
  system: { ...change, ...erase },
}
const linked = { see: 'organisation', add: 'organisation', erase: 'organisation' } as const
const listed = { see: 'organisation', add: 'own', change: 'organisation' } as const
const own = { see: 'own', add: 'own', change: 'own' } as const

const said = { see: 'own', add: 'own' } as const
const evaluated: TableRight = {
  mobility_lead: said,
  lead: said,
  developer: said,
  coordinator: said,
  supporter: said,
  host: said,
  system: { see: 'organisation', add: 'organisation', ...erase },
}

export const holders: StoreRight = ['mobility_lead', 'lead', 'developer', 'system']
export const everybody: StoreRight = [...holders, 'coordinator', 'supporter', 'host']

export const trainingRights: Rights = {
  routes: {
    'GET /trainings': coming,
    'GET /trainings/new': holding,
    'POST /trainings/new': holding,
    'GET /trainings/:id': coming,
    'GET /trainings/:id/change': holding,
    'POST /trainings/:id/change': holding,
    'GET /trainings/:id/sessions/new': holding,
    'POST /trainings/:id/sessions': holding,
    'GET /trainings/:id/sessions/:session': coming,
    'GET /trainings/:id/sessions/:session/for': linking,
    'POST /trainings/:id/sessions/:session/for': linking,
    'GET /communities/:slug/trainings': { ...linking, who: [...linking.who, 'coordinator', 'host'] },
    'GET /communities/:slug/trainings/new': linking,
    'POST /communities/:slug/trainings/new': linking,
    'GET /trainings/:id/sessions/:session/cancel': holding,
    'POST /trainings/:id/sessions/:session/cancel': holding,
    'POST /trainings/:id/sessions/:session/sign-up': coming,
    'POST /trainings/:id/sessions/:session/withdraw': coming,
    'POST /trainings/:id/sessions/:session/say': coming,
  },
  tables: {
    'learning.training': held,
    'learning.training_session': held,
    'learning.training_method': {
      mobility_lead: linked,
      lead: linked,
      developer: linked,
      coordinator: see,
      host: see,
      system: linked,
    },
    'learning.session_for': {
      developer: { ...change, ...erase },
      lead: { ...change, ...erase },
      coordinator: see,
      host: { see: 'community' },
      system: { ...change, ...erase },
    },
    'learning.signup': {
      mobility_lead: listed,
      lead: listed,
      developer: listed,
      coordinator: own,
      supporter: own,
      host: own,
      system: { ...change, ...erase },
    },
    'learning.evaluation_ask': {
      system: { see: 'organisation', add: 'organisation', erase: 'organisation' },
    },
    'learning.evaluation': evaluated,
    'learning.evaluation_method': evaluated,
  },
  stores: {
    'learning/training.store.ts trainingsOf': everybody,
    'learning/training.store.ts taughtIn': everybody.filter((who) => who !== 'supporter'),
    'learning/training.store.ts addTraining': holders,
    'learning/training.store.ts changeTraining': holders,
    'learning/training.store.ts sessionsOf': everybody,
    'learning/training.store.ts addSession': holders,
    'learning/training.store.ts cancelSession': holders,
    'learning/training.store.ts signupsOf': everybody,
    'learning/training.store.ts ownSignup': everybody.filter((who) => who !== 'system'),
    'learning/training.store.ts seatsOf': everybody,
    'learning/training.store.ts signUp': everybody.filter((who) => who !== 'system'),
    'learning/training.store.ts withdraw': everybody.filter((who) => who !== 'system'),
    'learning/session-for.store.ts sessionsForOf': ['developer', 'lead', 'coordinator', 'host', 'system'],
    'learning/session-for.store.ts linkSession': ['developer', 'lead', 'system'],
    'learning/training.news.store.ts tellOfTraining': ['system'],
    'learning/training.news.store.ts ownSessions': everybody.filter((who) => who !== 'system'),
    'learning/evaluation.store.ts askedOf': everybody.filter((who) => who !== 'system'),
    'learning/evaluation.store.ts giveEvaluation': everybody.filter((who) => who !== 'system'),
    'learning/evaluation.store.ts waitingForAnswer': everybody.filter((who) => who !== 'system'),
    'learning/evaluation.store.ts countedOf': everybody,
    'learning/evaluation.ask.store.ts askLater': ['system'],
  },
}
