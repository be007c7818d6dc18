/** All rooms of the house, put together: the only file that knows them all. */
import { Hono } from 'hono'
import { accessRoom } from './access/room.ts'
import { visitorOf } from './access/visitor.ts'
import { communitiesRoom } from './communities/room.ts'
import { deskRoom } from './desk/room.ts'
import { learningRoom } from './learning/room.ts'
import { peopleRoom } from './people/room.ts'
import { assets } from './platform/assets.ts'
import { galleryRoom } from './platform/gallery.pages.tsx'
import type { Ground } from './platform/ground.ts'
import { healthPages } from './platform/health.ts'
import { rights } from './platform/rights.ts'
import type { Bytes, Room } from './platform/room.ts'
import { dailyBackup, weeklyAudit } from './platform/upkeep.ts'
import { openWeb, type PageEnv } from './platform/web.tsx'
import { siteRoom } from './site/room.ts'
import { supportRoom } from './support/room.ts'
import { tasksRoom } from './tasks/room.ts'

const assetRoom: Room = {
  name: 'platform',
  routes: new Hono<PageEnv>().route('/', assets).route('/', healthPages),
  rights,
  upkeep: [dailyBackup, weeklyAudit],
  bytes: {
    'platform.audit_entry.subjects': 'plain',
    'platform.audit_entry.leaf': 'plain',
    'platform.audit_seal.root': 'plain',
    'platform.audit_seal.previous': 'plain',
    'platform.audit_seal.hmac': 'plain',
    'platform.rate.key': 'token',
  },
}

export function rooms(ground: Pick<Ground, 'config'>): Room[] {
  const below = [assetRoom, accessRoom, peopleRoom, tasksRoom, supportRoom, communitiesRoom, learningRoom]
  return [
    ...below,
    deskRoom(below),
    siteRoom,
    // Every part of a page on one page: for those who build, not for those who use.
    ...(ground.config.development ? [galleryRoom] : []),
  ]
}

export function openApp(ground: Ground): Hono<PageEnv> {
  return openWeb({ ground, rooms: rooms(ground), visitorOf })
}

/** What the columns of bytes of all rooms are. */
export function bytesOf(list: readonly Room[]): Bytes {
  return Object.assign({}, ...list.map(({ bytes }) => bytes ?? {}))
}
