/** The desk: what is composed of several rooms. It has no tables of its own. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { awayOnePages } from './away.one.pages.tsx'
import { awayPages } from './away.pages.tsx'
import { awaySayPages } from './away.say.pages.tsx'
import { awayWords } from './away.words.ts'
import { calendarAddressPages } from './calendar.address.pages.tsx'
import { calendarPages } from './calendar.pages.tsx'
import { calendarWords } from './calendar.words.ts'
import { caseloadExportPages } from './caseload-export.pages.ts'
import { caseloadPages } from './caseload.pages.tsx'
import { caseloadWords } from './caseload.words.ts'
import { dayAnswersPages } from './day-answers.pages.tsx'
import { dayPages } from './day.pages.tsx'
import { dayWords } from './day.words.ts'
import { developingPages } from './developing.pages.tsx'
import { developingWords } from './developing.words.ts'
import { erasePages } from './erase.pages.tsx'
import { handOverPages } from './hand-over.pages.tsx'
import { lookedPages } from './looked.pages.tsx'
import { mePages } from './me.pages.tsx'
import { meWords } from './me.words.ts'
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
        label: (locale) => dayWords(locale).title,
        who: ['coordinator', 'lead', 'supporter'],
        order: 10,
      },
      {
        href: '/developing',
        label: (locale) => developingWords(locale).menu,
        who: ['developer'],
        order: 15,
      },
      {
        href: '/calendar',
        label: (locale) => calendarWords(locale).title,
        who: ['developer', 'lead', 'host'],
        order: 62,
      },
      {
        href: '/people',
        label: (locale) => caseloadWords(locale).title,
        who: ['coordinator', 'lead', 'supporter'],
        order: 20,
      },
      {
        href: '/away',
        label: (locale) => awayWords(locale).menu,
        who: ['coordinator', 'lead', 'supporter'],
        order: 50,
      },
      { href: '/me', label: (locale) => meWords(locale).title, who: ['participant'], order: 10 },
    ],
  }
}
