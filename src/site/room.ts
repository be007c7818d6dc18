import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { aboutPages } from './about.pages.tsx'
import { frontPages } from './front.pages.tsx'
import { setUpPages } from './set-up.pages.tsx'

const routes = new Hono<PageEnv>()
for (const pages of [frontPages, aboutPages, setUpPages]) routes.route('/', pages)

const anyone = { who: ['anyone'] } as const
const everyLanguage = { ...anyone, languages: 'public' } as const

export const siteRoom: Room = {
  name: 'site',
  routes,
  rights: {
    routes: {
      'GET /': everyLanguage,
      'GET /privacy': everyLanguage,
      'GET /accessibility': everyLanguage,
      // The token in the address is the right.
      'GET /setup/:token': anyone,
      'GET /setup/:token/own': anyone,
      'POST /setup/:token/own': anyone,
      'GET /setup/:token/invented': anyone,
      'POST /setup/:token/invented': anyone,
    },
    tables: {},
    stores: {},
  },
}
