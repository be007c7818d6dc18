/** Communities: who they are, what they have, how ready they are, what is planned, and which places they offer. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { communityRights } from './rights.ts'

const routes = new Hono<PageEnv>()
for (const pages of [] as Hono<PageEnv>[]) routes.route('/', pages)

export const communitiesRoom: Room = {
  name: 'communities',
  routes,
  rights: {
    routes: {},
    tables: { ...communityRights.tables },
    stores: { ...communityRights.stores },
  },
}
