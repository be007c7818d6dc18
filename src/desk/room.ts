/** The desk: what is composed of several rooms. It has no tables of its own. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { awayOnePages } from './away.one.pages.tsx'
import { awayPages } from './away.pages.tsx'
import { awaySayPages } from './away.say.pages.tsx'
import { calendarAddressPages } from './calendar.address.pages.tsx'
import { calendarPages } from './calendar.pages.tsx'
import { caseloadExportPages } from './caseload-export.pages.ts'
import { caseloadPages } from './caseload.pages.tsx'
import { dayAnswersPages } from './day-answers.pages.tsx'
import { dayPages } from './day.pages.tsx'
import { developingPages } from './developing.pages.tsx'
import { erasePages } from './erase.pages.tsx'
import { handOverPages } from './hand-over.pages.tsx'
import { lookedPages } from './looked.pages.tsx'
import { mePages } from './me.pages.tsx'
import { menuWords } from './menu.words.ts'
import { moveNewPages } from './move.new.pages.tsx'
import { moveOnePages } from './move.one.pages.tsx'
import { movePages } from './move.pages.tsx'
import { newPersonPages } from './new-person.pages.tsx'
import { noticedJob } from './noticed.store.ts'
import { personPages } from './person.pages.tsx'
import { rights } from './rights.ts'
import { supporterPages } from './supporter.pages.tsx'
import { takePages } from './take.pages.ts'

/** @param below the rooms it composes; what they contribute to My day, the person's page, take-away and erasure is asked of each */
export function deskRoom(below: readonly Room[]): Room {
  const routes = new Hono<PageEnv>()
  for (const pages of [
    dayPages(below),
    dayAnswersPages,
    developingPages,
    calendarPages(below),
    calendarAddressPages(below),
    caseloadPages,
    caseloadExportPages,
    newPersonPages,
    personPages(below),
    handOverPages,
    awayPages,
    awaySayPages,
    awayOnePages,
    moveNewPages,
    movePages,
    moveOnePages,
    supporterPages,
    lookedPages,
    mePages,
    takePages(below),
    erasePages(below),
  ]) {
    routes.route('/', pages)
  }
  return {
    name: 'desk',
    routes,
    rights,
    jobs: [noticedJob],
    menu: [
      {
        href: '/day',
        label: (locale) => menuWords(locale).day,
        who: ['coordinator', 'lead', 'supporter'],
        order: 10,
      },
      {
        href: '/developing',
        also: ['/hours'],
        label: (locale) => menuWords(locale).developing,
        who: ['developer'],
        order: 15,
      },
      {
        href: '/calendar',
        label: (locale) => menuWords(locale).calendar,
        who: ['developer', 'lead', 'host'],
        order: 62,
      },
      {
        href: '/people',
        also: ['/moves'],
        label: (locale) => menuWords(locale).people,
        who: ['coordinator', 'lead', 'supporter'],
        order: 20,
      },
      {
        href: '/away',
        label: (locale) => menuWords(locale).away,
        who: ['coordinator', 'lead', 'supporter'],
        order: 50,
      },
      { href: '/me', label: (locale) => menuWords(locale).me, who: ['participant'], order: 10 },
    ],
  }
}
