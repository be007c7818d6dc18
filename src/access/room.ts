/** Who is asking: organisations, accounts, sign-in, roles. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { leavePages } from './leave.pages.ts'
import { rights } from './rights.ts'

const routes = new Hono<PageEnv>()
routes.route('/', leavePages)

export const accessRoom: Room = {
  name: 'access',
  routes,
  rights,
}
