/** One call of every store function of learning, for the rights matrix. */
import {
  addPhotos,
  describePhoto,
  photoCounts,
  photoOf,
  photosOf,
  pictureOf,
  removePhoto,
} from '../src/learning/photo.store.ts'
import type { Photo } from '../src/learning/photo.ts'
import {
  addDraft,
  changeDraft,
  draftOf,
  draftsOf,
  takeOldDrafts,
  keepDraft,
  throwDraftAway,
} from '../src/learning/draft.store.ts'
import {
  addMobility,
  addObservation,
  addProject,
  changeMobility,
  changeObservation,
  changeProject,
  mobilityOf,
  mobilitiesOf,
  observationOf,
  observationsOf,
  projectOf,
  projectsOf,
  writtenBefore,
} from '../src/learning/mobility.store.ts'
import type { Draft, NewMobility, NewObservation, NewProject } from '../src/learning/mobility.ts'
import {
  addEvidence,
  evidenceOf,
  oneEvidence,
  readEvidence,
  removeEvidence,
} from '../src/learning/evidence.store.ts'
import {
  addVersion,
  linkObservation,
  methodsOf,
  moveMethod,
  stepsOf,
  takeUpMethod,
  versionsOf,
} from '../src/learning/method.store.ts'
import type { Method, MethodVersion } from '../src/learning/method.ts'
import {
  adaptationsOf,
  addAdaptation,
  addResult,
  addTrial,
  reportTrial,
  resultsOf,
  trialsOf,
  withdrawnOf,
  withdrawResult,
} from '../src/learning/trial.store.ts'
import { addStory, storiesOf, withdrawStory } from '../src/learning/story.store.ts'
import type { NewStory } from '../src/learning/story.ts'
import type { NewAdaptation, NewResult, TrialReport } from '../src/learning/trial.ts'
import { ofOne } from '../src/learning/about-participation.ts'
import {
  addOutcomes,
  addParticipation,
  agree,
  confirm,
  judgeOutcome,
  outcomeOf,
  outcomesOf,
  outcomesSeen,
  ownParticipations,
  participationOf,
  participationsOf,
  wordOutcome,
} from '../src/learning/participation.store.ts'
import {
  removeMobility,
  removeOutcome,
  removeParticipation,
  removeProject,
} from '../src/learning/removal.store.ts'
import type { Agreement, Outcome, Participation } from '../src/learning/participation.ts'
import { membersAround } from '../src/learning/thread.store.ts'
import { trainingsOf } from '../src/learning/training.store.ts'
import type { Acting } from '../src/platform/actor.ts'
import { day } from '../src/platform/day.ts'
import type { HouseCall } from './setup/calls.ts'
import { about } from './rights.communities.calls.ts'

const project: NewProject = {
  title: 'Naabrite juures',
  number: '',
  callYear: null,
  funder: '',
  startsOn: day('2026-01-05'),
  endsOn: day('2026-12-31'),
  summary: '',
}
const mobility: NewMobility = {
  kind: 'expert',
  title: 'Kogemuseksperdi nädal',
  host: 'KoKoA ry',
  country: 'FI',
  town: '',
  startsOn: day('2026-05-04'),
  endsOn: day('2026-05-08'),
  travelDays: 2,
  purpose: '',
}
const observation: NewObservation = {
  seenOn: day('2026-05-05'),
  seenAt: 'KoKoA ry',
  what: 'Oma lugu räägitakse kahe inimesega ette.',
  thought: '',
}
const adaptation: NewAdaptation = {
  phase: 'during',
  planned: 'unplanned',
  what: ['context'],
  nature: ['adding'],
  fidelity: 'unknown',
  description: 'Õues, sest maja oli kinni.',
  reasons: '',
  decidedBy: '',
  onDay: day('2026-11-24'),
}
const result: NewResult = {
  kind: 'change',
  what: 'Kolm peret tõid oma leiva.',
  count: 3,
  outOf: null,
  seenOn: day('2026-11-24'),
  howKnown: 'Ise nägime.',
}
const story: NewStory = {
  title: 'Võti',
  teller: 'Meister',
  toldOn: day('2026-11-24'),
  happened: 'Sain võtme enda kätte.',
  matters: 'Mind usaldati.',
  consent: 'partners',
  consentHow: 'Ütles ise.',
}
const report: TrialReport = {
  adaptationId: null,
  startsOn: day('2026-11-01'),
  endsOn: null,
  state: 'running',
  eligible: null,
  reached: 4,
  asked: null,
  tookPart: null,
  fidelity: 'kept',
  happened: 'Tuldi kokku.',
  unwanted: '',
  hoursQuarters: null,
  costCents: null,
  followUpOn: null,
}

const agreement: Agreement = {
  part: 'participant',
  how: 'Oleme igal õhtul ruumis.',
  responsible: '',
  agreedOn: null,
  reportState: 'none',
  reportOn: null,
}

/** Does `work` with the first of a list, where the actor sees any. */
async function first<T, R>(list: Promise<T[]>, work: (one: T) => Promise<R>): Promise<R | undefined> {
  const [one] = await list
  return one && work(one)
}
/** One's own drafts of the first mobility. */
const ownDrafts = async (act: Acting) => (await first(mobilitiesOf(act), ({ id }) => draftsOf(act, id))) ?? []
const withDraft = (work: (act: Acting, draft: Draft) => Promise<unknown>): HouseCall => ({
  own: (act) => first(ownDrafts(act), (draft) => work(act, draft)),
})
const withPhoto = (work: (act: Acting, photo: Photo) => Promise<unknown>): HouseCall => ({
  own: (act) => first(observationsOf(act), ({ id }) => first(photosOf(act, id), (photo) => work(act, photo))),
})
const withMethod = (work: (act: Acting, method: Method) => Promise<unknown>): HouseCall => ({
  own: (act) => first(methodsOf(act), (method) => work(act, method)),
})
const withVersion = (work: (act: Acting, version: MethodVersion) => Promise<unknown>): HouseCall => ({
  own: (act) => first(versionsOf(act), (version) => work(act, version)),
})
const withParticipation = (
  work: (act: Acting, participation: Participation) => Promise<unknown>,
): HouseCall => ({
  own: (act) => first(participationsOf(act), (participation) => work(act, participation)),
})
const withOutcome = (work: (act: Acting, outcome: Outcome) => Promise<unknown>): HouseCall =>
  withParticipation((act, one) => first(outcomesOf(act, ofOne(one)), (outcome) => work(act, outcome)))

const empty = 'Siin ei ole midagi.'
const nobody = '00000000-0000-4000-8000-000000000000'
async function addEmpty(act: Acting): Promise<void> {
  const id = await addProject(act, { ...project, summary: empty })
  await addMobility(act, id, { ...mobility, purpose: empty })
}
const emptyMobility = async (act: Acting) =>
  (await mobilitiesOf(act)).find(({ purpose }) => purpose === empty)?.id ?? nobody

export const learningCalls: Record<string, HouseCall> = {
  'learning/mobility.store.ts projectsOf': { own: (act) => projectsOf(act) },
  'learning/mobility.store.ts projectOf': {
    own: (act) => first(projectsOf(act), ({ id }) => projectOf(act, id)),
  },
  'learning/mobility.store.ts addProject': { own: (act) => addProject(act, project) },
  'learning/mobility.store.ts changeProject': {
    own: (act) => first(projectsOf(act), ({ id }) => changeProject(act, id, project)),
  },
  'learning/mobility.store.ts mobilitiesOf': { own: (act) => mobilitiesOf(act) },
  'learning/mobility.store.ts mobilityOf': {
    own: (act) => first(mobilitiesOf(act), ({ id }) => mobilityOf(act, id)),
  },
  'learning/mobility.store.ts addMobility': {
    own: (act) => first(projectsOf(act), ({ id }) => addMobility(act, id, mobility)),
  },
  'learning/mobility.store.ts changeMobility': {
    own: (act) =>
      first(mobilitiesOf(act), ({ id }) => changeMobility(act, id, { ...mobility, state: 'complete' })),
  },
  'learning/mobility.store.ts observationsOf': { own: (act) => observationsOf(act) },
  'learning/mobility.store.ts observationOf': {
    own: (act) => first(observationsOf(act), ({ id }) => observationOf(act, id)),
  },
  'learning/mobility.store.ts writtenBefore': {
    own: (act) =>
      first(mobilitiesOf(act), async ({ id }) => {
        await addObservation(act, id, observation)
        return writtenBefore(act, id, observation, 'kept')
      }),
  },
  'learning/mobility.store.ts addObservation': {
    own: (act) => first(mobilitiesOf(act), ({ id }) => addObservation(act, id, observation)),
  },
  'learning/mobility.store.ts changeObservation': {
    own: (act) => first(observationsOf(act), ({ id }) => changeObservation(act, id, observation)),
  },
  'learning/draft.store.ts draftsOf': { own: ownDrafts },
  'learning/draft.store.ts draftOf': withDraft((act, { id }) => draftOf(act, id)),
  'learning/draft.store.ts addDraft': {
    own: (act) => first(mobilitiesOf(act), ({ id }) => addDraft(act, id, { ...observation, seenOn: null })),
  },
  'learning/draft.store.ts changeDraft': withDraft((act, { id }) =>
    changeDraft(act, id, { ...observation, seenAt: '' }),
  ),
  'learning/draft.store.ts keepDraft': withDraft((act, { id }) => keepDraft(act, id, observation)),
  'learning/draft.store.ts takeOldDrafts': { own: (act) => takeOldDrafts(act) },
  'learning/draft.store.ts throwDraftAway': withDraft((act, { id }) => throwDraftAway(act, id)),
  'learning/photo.store.ts photosOf': {
    own: (act) => first(observationsOf(act), ({ id }) => photosOf(act, id)),
  },
  'learning/photo.store.ts photoCounts': {
    own: (act) => first(mobilitiesOf(act), ({ id }) => photoCounts(act, id)),
  },
  'learning/photo.store.ts photoOf': withPhoto((act, { id }) => photoOf(act, id)),
  'learning/photo.store.ts pictureOf': withPhoto((act, { id }) => pictureOf(act, id)),
  'learning/photo.store.ts addPhotos': {
    own: (act) =>
      first(observationsOf(act), ({ id }) =>
        addPhotos(act, id, { pictures: [{ bytes: Buffer.from('JPEG'), width: 4, height: 3 }], alt: 'Köök' }),
      ),
  },
  'learning/photo.store.ts describePhoto': withPhoto((act, { id }) => describePhoto(act, id, 'Köök')),
  'learning/photo.store.ts removePhoto': withPhoto((act, { id }) => removePhoto(act, id)),
  'learning/participation.store.ts participationsOf': { own: (act) => participationsOf(act) },
  'learning/participation.store.ts participationOf': withParticipation((act, { id }) =>
    participationOf(act, id),
  ),
  'learning/participation.store.ts ownParticipations': { own: (act) => ownParticipations(act) },
  'learning/participation.store.ts addParticipation': {
    own: (act) =>
      first(mobilitiesOf(act), ({ id }) =>
        addParticipation(act, id, { accountId: null, name: 'Vabatahtlik', part: 'participant' }),
      ),
  },
  'learning/participation.store.ts agree': withParticipation((act, { id }) => agree(act, id, agreement)),
  'learning/participation.store.ts confirm': withParticipation((act, { id }) =>
    confirm(act, id, { complement: 'Käisin kolmel õhtul.', confirmedOn: act.today }),
  ),
  'learning/participation.store.ts outcomesSeen': withParticipation((act, { mobilityId }) =>
    outcomesSeen(act, mobilityId),
  ),
  'learning/participation.store.ts outcomesOf': withParticipation((act, one) => outcomesOf(act, ofOne(one))),
  'learning/participation.store.ts addOutcomes': withParticipation((act, one) =>
    addOutcomes(act, ofOne(one), ['Oskan võtit ringi lasta.']),
  ),
  'learning/participation.store.ts wordOutcome': withOutcome((act, { id }) =>
    wordOutcome(act, id, 'Oskan ruumi avada.'),
  ),
  'learning/participation.store.ts judgeOutcome': withOutcome((act, { id }) =>
    judgeOutcome(act, id, { reached: 'yes', note: 'Avasin.' }),
  ),
  'learning/evidence.store.ts evidenceOf': { own: (act) => evidenceOf(act) },
  'learning/evidence.store.ts oneEvidence': {
    own: (act) => first(evidenceOf(act), ({ id }) => oneEvidence(act, id)),
  },
  'learning/evidence.store.ts addEvidence': {
    own: (act) =>
      first(mobilitiesOf(act), ({ id }) =>
        addEvidence(
          act,
          id,
          { kind: 'programme', title: 'Nädala kava', participationId: null },
          { type: 'application/pdf', bytes: Buffer.from('%PDF-') },
        ),
      ),
  },
  'learning/evidence.store.ts readEvidence': {
    own: (act) => first(evidenceOf(act), ({ id }) => readEvidence(act, id)),
  },
  'learning/evidence.store.ts removeEvidence': {
    own: (act) => first(evidenceOf(act), ({ id }) => removeEvidence(act, id)),
  },
  'learning/participation.store.ts outcomeOf': withOutcome((act, { id }) => outcomeOf(act, id)),
  'learning/removal.store.ts removeParticipation': {
    // Evidence hangs on the others.
    before: (act) =>
      first(mobilitiesOf(act), ({ id }) =>
        addParticipation(act, id, { accountId: null, name: 'Eksikombel', part: 'participant' }),
      ),
    own: async (act) =>
      (await removeParticipation(
        act,
        (await participationsOf(act)).find(({ name }) => name === 'Eksikombel')?.id ?? nobody,
      )) === 'gone',
  },
  'learning/removal.store.ts removeOutcome': withOutcome(
    async (act, { id }) => (await removeOutcome(act, id)) === 'gone',
  ),
  'learning/removal.store.ts removeMobility': {
    before: addEmpty,
    own: async (act) => (await removeMobility(act, await emptyMobility(act))) === 'gone',
  },
  'learning/removal.store.ts removeProject': {
    before: async (act) => {
      await addEmpty(act)
      await removeMobility(act, await emptyMobility(act))
    },
    own: async (act) =>
      (await removeProject(
        act,
        (await projectsOf(act)).find(({ summary }) => summary === empty)?.id ?? nobody,
      )) === 'gone',
  },
  'learning/thread.store.ts membersAround': {
    own: async (act) => {
      const [training] = await trainingsOf(act)
      const members = training && (await membersAround(act, { stage: 'training', id: training.id }))
      return members?.trainings
    },
  },
  'learning/method.store.ts methodsOf': { own: (act) => methodsOf(act) },
  'learning/method.store.ts versionsOf': { own: (act) => versionsOf(act) },
  'learning/method.store.ts stepsOf': withMethod((act, { id }) => stepsOf(act, id)),
  'learning/method.store.ts takeUpMethod': {
    own: (act) =>
      takeUpMethod(act, {
        from: { card: 'fi-klubitalo', number: 1 },
        origin: 'other',
        originNote: 'Lugesime kaardilt.',
        observationIds: [],
        why: 'Sobib meile.',
      }),
  },
  'learning/method.store.ts addVersion': withMethod((act, { id }) =>
    addVersion(act, id, { number: 2, own: null }),
  ),
  'learning/method.store.ts linkObservation': withMethod((act, method) =>
    first(observationsOf(act), ({ id }) => linkObservation(act, method.id, id)),
  ),
  'learning/method.store.ts moveMethod': withMethod((act, { id }) =>
    moveMethod(act, id, { from: 'candidate', to: 'fit', why: 'Vaatasime üle.' }),
  ),
  'learning/trial.store.ts adaptationsOf': { own: (act) => adaptationsOf(act) },
  'learning/trial.store.ts addAdaptation': withVersion((act, { id }) => addAdaptation(act, id, adaptation)),
  'learning/trial.store.ts trialsOf': { own: (act) => trialsOf(act) },
  'learning/trial.store.ts addTrial': about((act, communityId) =>
    first(versionsOf(act), ({ id }) =>
      addTrial(
        act,
        { communityId, about: 'Kuusiku külaselts' },
        {
          versionId: id,
          adaptationId: null,
          actionId: null,
          facilitatorId: null,
          startsOn: act.today,
          followUpOn: null,
        },
      ),
    ),
  ),
  'learning/trial.store.ts reportTrial': {
    own: (act) => first(trialsOf(act), (trial) => reportTrial(act, trial, report)),
  },
  'learning/trial.store.ts resultsOf': { own: (act) => resultsOf(act) },
  'learning/trial.store.ts addResult': {
    own: (act) => first(trialsOf(act), (trial) => addResult(act, trial, result)),
  },
  'learning/trial.store.ts withdrawResult': {
    own: (act) => first(resultsOf(act), (one) => withdrawResult(act, one, 'Loendasime kaks korda.')),
  },
  'learning/trial.store.ts withdrawnOf': {
    async before(act) {
      for (const one of await resultsOf(act)) await withdrawResult(act, one, 'Loendasime kaks korda.')
    },
    own: (act) => first(trialsOf(act), ({ id }) => withdrawnOf(act, id)),
  },
  'learning/story.store.ts storiesOf': {
    own: (act) => first(trialsOf(act), ({ id }) => storiesOf(act, { trialId: id })),
  },
  'learning/story.store.ts addStory': {
    own: (act) => first(trialsOf(act), (trial) => addStory(act, trial, story)),
  },
  'learning/story.store.ts withdrawStory': {
    own: (act) =>
      first(trialsOf(act), ({ id }) =>
        first(storiesOf(act, { trialId: id }), (one) => withdrawStory(act, one)),
      ),
  },
}
