/** Learning: what was seen elsewhere, the methods it became, where they are tried, and what comes of it. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { learningRights } from './rights.ts'

const routes = new Hono<PageEnv>()

export const learningRoom: Room = {
  name: 'learning',
  routes,
  rights: learningRights,
}
