/** Learning: what was seen elsewhere, the methods it became, where they are tried, and what comes of it. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { adaptationPages } from './adaptation.pages.tsx'
import { askedNotices } from './evaluation.part.tsx'
import { waitingForAnswer } from './evaluation.store.ts'
import { methodPages } from './method.pages.tsx'
import { methodRoutes } from './method.rights.ts'
import { methodWords } from './method.words.ts'
import { mobilityPages } from './mobility.pages.tsx'
import { mobilityRoutes } from './mobility.rights.ts'
import { participationPages } from './participation.pages.tsx'
import { participationRights } from './participation.rights.ts'
import { reportPages } from './report.pages.tsx'
import { resultPages } from './result.pages.tsx'
import { projectExportPages } from './project.export.pages.ts'
import { projectWords } from './project.words.ts'
import { learningRights } from './rights.ts'
import { storyPages } from './story.pages.tsx'
import { trialOnePages } from './trial.one.pages.tsx'
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
  trialPages,
  trialOnePages,
  reportPages,
  resultPages,
  storyPages,
  adaptationPages,
  trainingPages,
  trainingSessionPages,
])
  routes.route('/', pages)

export const learningRoom: Room = {
  name: 'learning',
  routes,
  communityPart: trialsPart,
  rights: {
    tables: { ...learningRights.tables, ...participationRights.tables, ...trainingRights.tables },
    stores: { ...learningRights.stores, ...participationRights.stores, ...trainingRights.stores },
    routes: {
      ...learningRights.routes,
      ...methodRoutes,
      ...mobilityRoutes,
      ...participationRights.routes,
      ...trialRoutes,
      ...trainingRights.routes,
    },
  },
  notices: async (act, locale) => askedNotices(locale, await waitingForAnswer(act)),
  menu: [
    {
      href: '/projects',
      label: (locale) => projectWords(locale).title,
      who: ['mobility_lead', 'lead', 'developer', 'coordinator'],
      order: 70,
    },
    {
      href: '/methods',
      label: (locale) => methodWords(locale).title,
      who: ['mobility_lead', 'lead', 'developer', 'coordinator', 'host'],
      order: 71,
    },
    {
      href: '/trainings',
      label: (locale) => trainingWords(locale).title,
      who: ['mobility_lead', 'lead', 'developer', 'coordinator', 'supporter', 'host'],
      order: 72,
    },
  ],
}
