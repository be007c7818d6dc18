import type { RouteRight, Rights, StoreRight, TableRight } from '../platform/room.ts'

const manages: RouteRight = { who: ['coordinator', 'lead'], person: true }
/** The person; the address names nobody. */
const own: RouteRight = { who: ['participant'] }

const trustedRoutes = (root: string, right: RouteRight): Rights['routes'] => ({
  [`GET ${root}`]: right,
  [`GET ${root}/add`]: right,
  [`POST ${root}/add`]: right,
  [`GET ${root}/:id/change`]: right,
  [`POST ${root}/:id/change`]: right,
  [`POST ${root}/:id/first`]: right,
  [`POST ${root}/:id/remove`]: right,
  [`POST ${root}/withdraw`]: right,
})

/** Rows about a person: those with sight see them, who is responsible and the lead write, only the system erases. */
const aboutPerson: TableRight = {
  coordinator: { see: 'sight', add: 'sight', change: 'sight' },
  lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
  supporter: { see: 'sight' },
  participant: { see: 'sight' },
  system: { see: 'organisation', add: 'organisation', change: 'organisation', erase: 'organisation' },
}

/** A pass is made by those who ask, taken back by those who answer otherwise, and used by whoever holds it. */
const pass: TableRight = {
  coordinator: { see: 'sight', add: 'sight', change: 'sight' },
  lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
  supporter: { see: 'sight' },
  participant: { see: 'sight', change: 'sight' },
  system: { see: 'organisation', add: 'organisation', change: 'organisation', erase: 'organisation' },
  bearer: { see: 'sight', change: 'sight' },
}

const staffWhoManage: StoreRight = ['coordinator', 'lead', 'system']
const namesTrusted: StoreRight = ['coordinator', 'lead', 'participant']
const readsTrusted: StoreRight = [...namesTrusted, 'system']
const withSight: StoreRight = ['coordinator', 'lead', 'supporter', 'participant', 'system']

export const rights: Rights = {
  routes: {
    'GET /people/:code/identity': manages,
    'POST /people/:code/identity': manages,
    'GET /people/:code/invite': manages,
    'POST /people/:code/invite': manages,
    ...trustedRoutes('/people/:code/trusted', manages),
    ...trustedRoutes('/me/trusted', own),
  },
  tables: {
    // An id is entered once, together with the person: nobody enters a known one.
    'people.entry': {
      // What they entered themselves; it tells an id and nothing else.
      coordinator: { see: 'sight' },
      system: { see: 'organisation', erase: 'organisation' },
    },
    'people.person': { ...aboutPerson, bearer: { see: 'sight' } },
    'people.pass': pass,
    'people.identity': aboutPerson,
    // Whom the person named, and only while they agree; with the withdrawal the rows go.
    'people.trusted': {
      coordinator: { see: 'sight', add: 'sight', change: 'sight', erase: 'sight' },
      lead: { see: 'organisation', add: 'organisation', change: 'organisation', erase: 'organisation' },
      participant: { see: 'sight', add: 'sight', change: 'sight', erase: 'sight' },
      system: { see: 'organisation', erase: 'organisation' },
    },
    'people.sight': {
      // Only those they answer for, and nobody is given more than they see; only what is their own do they end.
      coordinator: { see: 'sight', add: 'sight', change: 'sight' },
      lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
      supporter: { see: 'sight' },
      participant: { see: 'sight' },
      system: { see: 'organisation', add: 'organisation', change: 'organisation', erase: 'organisation' },
    },
    // The parties to an offer: who gives, who is to take; the lead sees all.
    'people.move': {
      coordinator: { see: 'organisation', add: 'organisation', change: 'organisation' },
      lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
      system: { see: 'organisation', change: 'organisation', erase: 'organisation' },
    },
    // Whoever is to take them sees what stands in the offer, and nothing else.
    'people.move_person': {
      coordinator: { see: 'sight', add: 'sight', change: 'sight' },
      lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
      system: { see: 'organisation', change: 'organisation', erase: 'organisation' },
    },
    // What somebody said is never changed: a new word is a new row.
    'people.consent': {
      coordinator: { see: 'sight', add: 'sight' },
      lead: { see: 'organisation', add: 'organisation' },
      supporter: { see: 'sight' },
      participant: { see: 'sight', add: 'sight' },
      system: { see: 'organisation', add: 'organisation', erase: 'organisation' },
    },
  },
  stores: {
    'people/cover.store.ts coverSight': staffWhoManage,
    'people/cover.store.ts settleCovers': staffWhoManage,
    // What follows of an absence is the house's to write, whoever said it; of a supporter's nothing does.
    'people/cover.store.ts settleCoversFor': ['coordinator', 'lead'],
    'people/cover.store.ts coveredPeople': ['coordinator'],
    'people/move.store.ts offerMove': ['coordinator', 'lead'],
    'people/move.store.ts movesOf': staffWhoManage,
    'people/move.store.ts onOffer': staffWhoManage,
    'people/move.store.ts withdrawMove': ['coordinator', 'lead'],
    // Whoever takes people takes them as their coordinator.
    'people/move.store.ts answerMove': ['coordinator'],
    'people/move.store.ts endOffers': ['lead', 'system'],
    'people/move.store.ts withoutCoordinator': ['lead', 'system'],
    'people/move.store.ts eraseEmptyMoves': ['system'],
    'people/consent.store.ts recordConsents': ['coordinator', 'lead', 'participant', 'system'],
    'people/consent.store.ts consentsOf': withSight,
    'people/consent.store.ts consentsFor': withSight,
    'people/consent.store.ts consentHistory': withSight,
    'people/identity.store.ts readIdentities': withSight,
    'people/identity.store.ts readNames': withSight,
    'people/identity.store.ts changeIdentity': staffWhoManage,
    'people/identity.store.ts findKnown': withSight,
    'people/looked.store.ts whoLooked': withSight,
    'people/pass.store.ts makePasses': staffWhoManage,
    'people/pass.store.ts openPasses': [...withSight, 'bearer'],
    'people/pass.store.ts endPasses': ['coordinator', 'lead', 'participant', 'system'],
    'people/pass.store.ts bearerOf': ['signin'],
    'people/pass.store.ts heldPass': ['bearer'],
    'people/pass.store.ts usePass': ['bearer'],
    'people/pass.store.ts passesOf': [...withSight, 'bearer'],
    'people/person.store.ts addPeople': staffWhoManage,
    'people/person.store.ts addPerson': staffWhoManage,
    'people/person.store.ts personByCode': [...withSight, 'bearer'],
    'people/person.store.ts personById': [...withSight, 'bearer'],
    'people/person.store.ts personOfAccount': ['participant'],
    'people/person.store.ts peopleById': [...withSight, 'bearer'],
    'people/person.store.ts listPeople': [...withSight, 'bearer'],
    'people/person.store.ts giveAccount': staffWhoManage,
    'people/person.store.ts changeSetting': staffWhoManage,
    'people/person.store.ts erasePerson': ['system'],
    'people/sight.store.ts grantSight': staffWhoManage,
    'people/sight.store.ts handOver': ['lead', 'system'],
    'people/sight.store.ts isResponsible': staffWhoManage,
    'people/sight.store.ts endSight': staffWhoManage,
    'people/supporter.store.ts appointSupporter': staffWhoManage,
    'people/sight.store.ts categoriesSeen': withSight,
    'people/sight.store.ts sightsOf': withSight,
    'people/trusted.store.ts trustedContactsOf': readsTrusted,
    'people/trusted.store.ts trustedContactOf': readsTrusted,
    'people/trusted.store.ts whoHasTrusted': readsTrusted,
    'people/trusted.store.ts saveTrusted': namesTrusted,
    'people/trusted.store.ts askFirst': namesTrusted,
    'people/trusted.store.ts removeTrusted': readsTrusted,
    'people/trusted.store.ts withdrawTrusted': readsTrusted,
    'people/trusted.store.ts sweepTrusted': readsTrusted,
  },
}
