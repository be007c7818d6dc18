/** What every piece of one person's page is told. */
import type { Day } from '../platform/day.ts'
import type { Locale } from '../platform/words.ts'
import type { PersonRecord } from './person-record.ts'

export type PersonView = {
  locale: Locale
  record: PersonRecord
  today: Day
  timeZone: string
  viewer: { accountId: string; role: string }
}

export const hrefOf = ({ record }: PersonView, action = '') =>
  `/people/${record.person.code}${action && `/${action}`}`

/** May write about the person and change what they are entitled to; supporters only note check-ups. */
export const manages = ({ viewer }: PersonView) => viewer.role === 'coordinator' || viewer.role === 'lead'

/** May write down a contact or a check-up: supporters only where the notes are open to them. */
export const notes = (view: PersonView) => manages(view) || view.record.sees.has('notes')
