/** Learning: what was seen elsewhere, the methods it became, where they are tried, and what comes of it. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { askedNotices } from './evaluation.part.tsx'
import { waitingForAnswer } from './evaluation.store.ts'
import { methodPages } from './method.pages.tsx'
import { methodRoutes } from './method.rights.ts'
import { methodWords } from './method.words.ts'
import { mobilityPages } from './mobility.pages.tsx'
import { mobilityRoutes } from './mobility.rights.ts'
import { learningRights } from './rights.ts'
import { trainingPages } from './training.pages.tsx'
import { trainingRights } from './training.rights.ts'
import { trainingSessionPages } from './training.session.pages.tsx'
import { trainingWords } from './training.words.ts'
import { trialPages } from './trial.pages.tsx'
import { trialRoutes } from './trial.rights.ts'

const routes = new Hono<PageEnv>()
for (const pages of [methodPages, mobilityPages, trialPages, trainingPages, trainingSessionPages])
  routes.route('/', pages)

export const learningRoom: Room = {
  name: 'learning',
  routes,
  rights: {
    routes: { ...methodRoutes, ...mobilityRoutes, ...trialRoutes, ...trainingRights.routes },
    tables: { ...learningRights.tables, ...trainingRights.tables },
    stores: { ...learningRights.stores, ...trainingRights.stores },
  },
  notices: async (act, locale) => askedNotices(locale, await waitingForAnswer(act)),
  menu: [
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
