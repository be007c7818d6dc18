/** Learning: what was seen elsewhere, the methods it became, where they are tried, and what comes of it. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { adaptationPages } from './adaptation.pages.tsx'
import { attendanceJob } from './attendance.job.ts'
import { attendancePages } from './attendance.pages.tsx'
import { attendanceRights } from './attendance.rights.ts'
import { draftJob } from './draft.job.ts'
import { evaluationJob } from './evaluation.job.ts'
import { evidencePages } from './evidence.pages.tsx'
import { evidenceRights } from './evidence.rights.ts'
import { methodPages } from './method.pages.tsx'
import { methodRoutes } from './method.rights.ts'
import { methodWords } from './method.words.ts'
import { mobilityPages } from './mobility.pages.tsx'
import { mobilityRoutes } from './mobility.rights.ts'
import { ownNotices } from './own-notices.ts'
import { participationPages } from './participation.pages.tsx'
import { participationRights } from './participation.rights.ts'
import { reportPages } from './report.pages.tsx'
import { resultPages } from './result.pages.tsx'
import { projectExportPages } from './project.export.pages.ts'
import { projectWords } from './project.words.ts'
import { removalPages } from './removal.pages.tsx'
import { learningRights } from './rights.ts'
import { sessionForPages } from './session-for.pages.tsx'
import { actionPart, dimensionPart, trainingsPart } from './session-for.part.tsx'
import { storyPages } from './story.pages.tsx'
import { trialOnePages } from './trial.one.pages.tsx'
import { trainingFormPages } from './training.form.pages.tsx'
import { trainingOnePages } from './training.one.pages.tsx'
import { trainingCancelPages } from './training.cancel.pages.tsx'
import { trainingEvents, trainingNotices } from './training.news.part.tsx'
import { trainingPages } from './training.pages.tsx'
import { trainingRights } from './training.rights.ts'
import { trainingSessionPages } from './training.session.pages.tsx'
import { trainingWords } from './training.words.ts'
import { trialPages } from './trial.pages.tsx'
import { trialsPart } from './trial.part.tsx'
import { trialRoutes } from './trial.rights.ts'

const routes = new Hono<PageEnv>()
for (const pages of [
  methodPages,
  mobilityPages,
  projectExportPages,
  participationPages,
  evidencePages,
  removalPages,
  trialPages,
  trialOnePages,
  reportPages,
  resultPages,
  storyPages,
  adaptationPages,
  trainingPages,
  // Before those of one training: "new" is no training.
  trainingFormPages,
  trainingOnePages,
  trainingSessionPages,
  sessionForPages,
  trainingCancelPages,
  attendancePages,
])
  routes.route('/', pages)

export const learningRoom: Room = {
  name: 'learning',
  routes,
  communityParts: [trialsPart, trainingsPart],
  actionPart,
  dimensionPart,
  jobs: [attendanceJob, draftJob, evaluationJob],
  rights: {
    tables: {
      ...learningRights.tables,
      ...participationRights.tables,
      ...evidenceRights.tables,
      ...trainingRights.tables,
    },
    stores: {
      ...learningRights.stores,
      ...participationRights.stores,
      ...evidenceRights.stores,
      ...trainingRights.stores,
      ...attendanceRights.stores,
    },
    routes: {
      ...learningRights.routes,
      ...methodRoutes,
      ...mobilityRoutes,
      ...participationRights.routes,
      ...evidenceRights.routes,
      ...trialRoutes,
      ...trainingRights.routes,
      ...attendanceRights.routes,
    },
  },
  notices: async (act, locale) => [
    ...(await trainingNotices(act, locale)),
    ...(await ownNotices(act, locale)),
  ],
  calendar: trainingEvents,
  menu: [
    {
      href: '/projects',
      also: [
        '/mobilities',
        '/observations',
        '/drafts',
        '/photos',
        '/evidence',
        '/participations',
        '/outcomes',
      ],
      label: (locale) => projectWords(locale).title,
      who: ['mobility_lead', 'lead', 'developer', 'coordinator'],
      order: 70,
    },
    {
      href: '/methods',
      also: ['/adaptations', '/trials'],
      label: (locale) => methodWords(locale).title,
      who: ['mobility_lead', 'lead', 'developer', 'coordinator', 'host'],
      order: 71,
    },
    {
      href: '/trainings',
      // Whoever has no projects in the menu finds their own here.
      also: ['/participations', '/here'],
      label: (locale) => trainingWords(locale).title,
      who: ['mobility_lead', 'lead', 'developer', 'coordinator', 'supporter', 'host'],
      order: 72,
    },
  ],
}
