/**
 * Who may do what with learning. The mobility lead and the head of the organisation see to projects and journeys; developers carry methods over and try
 * them; contact persons see what is tried in their own community.
 */
import type { Rights, StoreRight, TableRight } from '../platform/room.ts'

const see = { see: 'organisation' } as const
const add = { ...see, add: 'organisation' } as const
const change = { ...add, change: 'organisation' } as const
const erase = { erase: 'organisation' } as const

const leading: StoreRight = ['mobility_lead', 'lead', 'system']
const carrying: StoreRight = [...leading, 'developer']
/** Drafts are nobody's but their writer's. */
const writing: StoreRight = ['mobility_lead', 'lead', 'developer']
const reading: StoreRight = [...carrying, 'coordinator']
const hostsToo: StoreRight = [...reading, 'host']
const trying: StoreRight = ['developer', 'lead', 'system']

const ofLeading: TableRight = {
  mobility_lead: { ...change, ...erase },
  lead: { ...change, ...erase },
  developer: see,
  coordinator: see,
  system: { ...change, ...erase },
}
const kept: TableRight = {
  mobility_lead: add,
  lead: add,
  developer: add,
  coordinator: see,
  system: { ...add, ...erase },
}
const inCommunities: TableRight = {
  developer: add,
  lead: add,
  mobility_lead: see,
  host: { see: 'community' },
  system: { ...add, ...erase },
}

export const learningRights: Rights = {
  routes: {},
  tables: {
    'learning.project': ofLeading,
    // Of volunteers, whoever was on it.
    'learning.mobility': { ...ofLeading, supporter: { see: 'own' }, host: { see: 'own' } },
    // Of drafts everybody sees, changes and erases only their own, and of the rest nobody erases any: `draft.test.ts`.
    'learning.observation': {
      ...ofLeading,
      mobility_lead: { ...change, ...erase },
      lead: { ...change, ...erase },
      developer: { ...change, ...erase },
    },
    // Those of a draft as the draft: `photo.test.ts`.
    'learning.observation_photo': {
      mobility_lead: { ...change, ...erase },
      lead: { ...change, ...erase },
      developer: { ...change, ...erase },
      coordinator: see,
      system: { ...change, ...erase },
    },
    'learning.method': {
      ...ofLeading,
      mobility_lead: change,
      lead: change,
      developer: change,
      host: see,
    },
    'learning.method_version': { ...kept, host: see },
    'learning.method_step': kept,
    'learning.adaptation': {
      mobility_lead: add,
      lead: add,
      developer: add,
      host: see,
      system: { ...add, ...erase },
    },
    'learning.trial': {
      ...inCommunities,
      developer: change,
      lead: change,
      system: { ...change, ...erase },
    },
    'learning.result': {
      ...inCommunities,
      developer: change,
      lead: change,
      system: { ...change, ...erase },
    },
    // A host only those that may leave the house.
    'learning.story': {
      ...inCommunities,
      developer: change,
      lead: change,
      system: { ...change, ...erase },
    },
  },
  stores: {
    'learning/mobility.store.ts projectsOf': reading,
    'learning/mobility.store.ts projectOf': reading,
    'learning/mobility.store.ts addProject': leading,
    'learning/mobility.store.ts changeProject': leading,
    'learning/mobility.store.ts mobilitiesOf': [...reading, 'supporter', 'host'],
    'learning/mobility.store.ts mobilityOf': [...reading, 'supporter', 'host'],
    'learning/mobility.store.ts addMobility': leading,
    'learning/mobility.store.ts changeMobility': leading,
    'learning/removal.store.ts removeProject': leading,
    'learning/removal.store.ts removeMobility': leading,
    'learning/mobility.store.ts observationsOf': reading,
    'learning/mobility.store.ts observationOf': reading,
    'learning/mobility.store.ts writtenBefore': carrying,
    'learning/mobility.store.ts addObservation': carrying,
    'learning/mobility.store.ts changeObservation': carrying,
    'learning/draft.store.ts draftsOf': writing,
    'learning/draft.store.ts draftOf': writing,
    'learning/draft.store.ts addDraft': writing,
    'learning/draft.store.ts changeDraft': writing,
    'learning/draft.store.ts keepDraft': writing,
    'learning/draft.store.ts throwDraftAway': writing,
    'learning/draft.store.ts takeOldDrafts': ['system'],
    'learning/photo.store.ts photosOf': reading,
    'learning/photo.store.ts photoCounts': reading,
    'learning/photo.store.ts photoOf': reading,
    'learning/photo.store.ts pictureOf': reading,
    'learning/photo.store.ts addPhotos': carrying,
    'learning/photo.store.ts describePhoto': carrying,
    'learning/photo.store.ts removePhoto': carrying,
    'learning/thread.store.ts membersAround': [...hostsToo, 'supporter'],
    'learning/method.store.ts methodsOf': hostsToo,
    'learning/method.store.ts versionsOf': hostsToo,
    'learning/method.store.ts stepsOf': reading,
    'learning/method.store.ts takeUpMethod': carrying,
    'learning/method.store.ts addVersion': carrying,
    'learning/method.store.ts linkObservation': carrying,
    'learning/method.store.ts moveMethod': carrying,
    'learning/trial.store.ts adaptationsOf': [...carrying, 'host'],
    'learning/trial.store.ts addAdaptation': carrying,
    'learning/trial.store.ts trialsOf': [...carrying, 'host'],
    'learning/trial.store.ts addTrial': trying,
    'learning/trial.store.ts reportTrial': trying,
    'learning/trial.store.ts resultsOf': [...carrying, 'host'],
    'learning/trial.store.ts addResult': trying,
    'learning/trial.store.ts withdrawResult': trying,
    'learning/trial.store.ts withdrawnOf': [...carrying, 'host'],
    'learning/story.store.ts storiesOf': [...carrying, 'host'],
    'learning/story.store.ts addStory': trying,
    'learning/story.store.ts withdrawStory': trying,
  },
}
