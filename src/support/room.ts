/** Continuing support: the pathway, check-ups, check-ins, contacts, lapses. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { askPages } from './ask.pages.tsx'
import { meCheckinPages } from './checkin.me.pages.tsx'
import { replyPages } from './checkin.reply.pages.tsx'
import { telephonePages } from './checkin.telephone.pages.tsx'
import { checkupChangePages } from './checkup.change.pages.tsx'
import { checkupPages } from './checkup.pages.tsx'
import { contactPages } from './contact.pages.tsx'
import { supportJobs } from './daily.store.ts'
import { lapsePages } from './lapse.pages.tsx'
import { pathwayEndPages } from './pathway.end.pages.tsx'
import { mePathwayPages } from './pathway.me.pages.tsx'
import { pathwayPages } from './pathway.pages.tsx'
import { supportStores, supportTables } from './rights.ts'
import { routeRights } from './routes.rights.ts'
import { supportDay } from './support.day.ts'
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
  replyPages,
  mePathwayPages,
]) {
  routes.route('/', pages)
}

export const supportRoom: Room = {
  name: 'support',
  routes,
  rights: { routes: routeRights, tables: supportTables, stores: supportStores },
  jobs: supportJobs,
  day: supportDay,
  take: takeSupport,
  erase: eraseSupport,
}
