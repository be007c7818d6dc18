/** Continuing support: the pathway, check-ups, check-ins, contacts, lapses. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { askPages } from './ask.pages.tsx'
import { wayPages } from './checkin-way.pages.tsx'
import { linkCheckinPages } from './checkin.link.pages.tsx'
import { meCheckinPages } from './checkin.me.pages.tsx'
import { replyPages } from './checkin.reply.pages.tsx'
import { telephonePages } from './checkin.telephone.pages.tsx'
import { checkupChangePages } from './checkup.change.pages.tsx'
import { checkupPages } from './checkup.pages.tsx'
import { contactPages } from './contact.pages.tsx'
import { supportJobs } from './daily.store.ts'
import { importPages } from './import.pages.tsx'
import { importPreviewPages } from './import.preview.pages.tsx'
import { importRights } from './import.rights.ts'
import { importJobs } from './import.store.ts'
import { forgetImported } from './import-row.store.ts'
import { lapsePages } from './lapse.pages.tsx'
import { menuWords } from './menu.words.ts'
import { pathwayEndPages } from './pathway.end.pages.tsx'
import { mePathwayPages } from './pathway.me.pages.tsx'
import { pathwayPages } from './pathway.pages.tsx'
import { searchJobs } from './reaching.job.ts'
import { supportStores, supportTables } from './rights.ts'
import { routeRights } from './routes.rights.ts'
import { sheetPages } from './sheet.pages.tsx'
import { supportDay } from './support.day.ts'
import { undeliveredPages } from './undelivered.pages.tsx'
import { eraseSupport, takeSupport } from './support.takeaway.ts'

const routes = new Hono<PageEnv>()
for (const pages of [
  askPages,
  contactPages,
  checkupPages,
  checkupChangePages,
  telephonePages,
  lapsePages,
  pathwayPages,
  pathwayEndPages,
  meCheckinPages,
  linkCheckinPages,
  wayPages,
  undeliveredPages,
  sheetPages,
  replyPages,
  mePathwayPages,
  importPages,
  importPreviewPages,
]) {
  routes.route('/', pages)
}

export const supportRoom: Room = {
  name: 'support',
  routes,
  rights: {
    routes: { ...routeRights, ...importRights.routes },
    tables: { ...supportTables, ...importRights.tables },
    stores: { ...supportStores, ...importRights.stores },
  },
  menu: [
    {
      href: '/import',
      label: (locale) => menuWords(locale).import,
      who: ['coordinator', 'lead'],
      order: 40,
    },
  ],
  jobs: [...supportJobs, ...searchJobs, ...importJobs],
  bytes: { 'support.import_row.fingerprint': 'index', 'support.import_row.person_hash': 'index' },
  day: supportDay,
  take: takeSupport,
  erase: async (act, personId) => (await forgetImported(act, personId)) + (await eraseSupport(act, personId)),
}
