/** What every room may contribute to the house. `app.ts` puts the rooms together; `desk/`, the jobs and the tests read them. */
import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Acting, ActingRole, Role } from './actor.ts'
import type { Day, Moment } from './day.ts'
import type { Ground } from './ground.ts'
import type { IconName } from './icons.tsx'
import type { PageEnv } from './web.tsx'
import type { Locale } from './words.ts'

export type Room = {
  name: string
  routes: Hono<PageEnv>
  /** Who may do what. A route that is not in it does not start; a table or store function that is not in it fails a test. */
  rights: Rights
  menu?: MenuItem[]
  jobs?: Job[]
  upkeep?: Upkeep[]
  /** What its columns of bytes are that are not sealed; one that is left out keeps the master key from being changed, and fails a test. */
  bytes?: Bytes
  /** What waits for this actor, for My day. */
  day?(act: Acting, locale: Locale): Promise<DayItem[]>
  /** What the actor is to know before the day's lists, such as for whom they stand in: about the work, never about how somebody is. */
  notices?(act: Acting, locale: Locale): Promise<DayNotice[]>
  /** What is agreed for a day and an hour and is the actor's own, for their calendar. */
  calendar?(act: Acting, from: Day, locale: Locale): Promise<CalendarEvent[]>
  /** This room's piece of one person's page; `null` where the actor may not see it or there is nothing. */
  personPart?(act: Acting, personId: string, locale: Locale): Promise<PersonPart | null>
  /** Its pieces of one community's page, where it stands above the room of communities; `null` where the actor may not see one. */
  communityParts?: readonly ((
    act: Acting,
    community: KnownCommunity,
    locale: Locale,
  ) => Promise<CommunityPiece | null>)[]
  /** What it has to tell on the page of one action of a community's plan. */
  actionPart?(act: Acting, community: KnownCommunity, action: { id: string }, locale: Locale): Promise<Child>
  /** What it offers where a community begins with a dimension of its readiness. */
  dimensionPart?(act: Acting, community: KnownCommunity, dimension: string, locale: Locale): Child
  /** This room's share of what a person takes away: plain JSON. */
  take?(act: Acting, personId: string): Promise<Record<string, unknown>>
  /** Erases what this room keeps of a person; how many rows went. */
  erase?(act: Acting, personId: string): Promise<number>
}

export type Rights = {
  /** By method and pattern as registered, such as `GET /people/:code`. */
  routes: Record<string, RouteRight>
  /** By table, such as `support.checkup`. */
  tables: Record<string, TableRight>
  /** By store file and function, such as `support/checkup.store.ts recordCheckup`. */
  stores: Record<string, StoreRight>
}

/** By table and column: a keyed hash of `sealing.ts`, or plain bytes that no key of ours made. */
export type Bytes = Partial<Record<string, 'index' | 'token' | 'plain'>>

export type RouteRight = {
  /** `anyone` needs no account; `signed-in` is any role. Everybody else gets the answer of a page that is not there. */
  who: readonly (Role | 'anyone' | 'signed-in')[]
  /** May be reached by staff before they have shown a second factor. */
  weak?: boolean
  /** The address names a person, and these see only a person they have sight of. */
  person?: boolean
  /** Finnish and Norwegian too, for whoever is not signed in (`public`) or for everybody (`all`): all words on it are `publicWords`. */
  languages?: 'public' | 'all'
}

/**
 * On which rows a role may do something: `sight` – people it has sight of; `shared` – those of them who have let it see this kind of
 * thing too; `community` – communities whose contact person it is; `organisation` – all of its own organisation; `own` – rows that belong to its own account. What is not named may not be
 * done.
 */
export type Relation = 'sight' | 'shared' | 'community' | 'organisation' | 'own'
export type TableRight = Partial<
  Record<ActingRole, { see?: Relation; add?: Relation; change?: Relation; erase?: Relation }>
>

export type StoreRight = readonly (ActingRole | 'signin' | 'jobs')[]

export type MenuItem = {
  href: string
  /** Other addresses that belong to it: on their pages it is the one that is marked, where no item's own address is nearer. */
  also?: readonly string[]
  label(locale: Locale): string
  who: readonly Role[]
  order: number
}

export type Job = {
  name: string
  /** When it runs, as cron in the organisation's own time zone; it also runs at start. */
  cron: string
  run(ground: Ground, organisation: { id: string; timeZone: string }): Promise<void>
}

/** What keeps the whole installation in order, whatever organisations there are; once there is one at all. */
export type Upkeep = {
  name: string
  /** When it runs, as cron in the installation's time zone. */
  cron: string
  /** Hours after which it is due: a start that comes later does it at once, beside everything else. */
  dueAfter: number
  /**
   * @param tell how far it is
   * @returns a note for the administrator's page
   */
  run(ground: Ground, tell: Tell): Promise<string>
}

export type Tell = (done: number, total: number) => void

/** The groups of My day, in their order; `raised` is what went up to the lead. */
export const dayGroups = ['raised', 'asked', 'silent', 'today', 'week', 'waiting'] as const
export type DayGroup = (typeof dayGroups)[number]

export type DayItem = {
  group: DayGroup
  /** Whom it is about; the desk adds name and code. */
  personId: string
  text: string
  /** The text is the person's own words. */
  said?: boolean
  sub?: string
  /** Shown in bold before the text, such as a day. */
  when?: string
  action: { label: string; href: string; icon: IconName }
  /** Sorts within the group; earlier first. */
  dueOn: Day
}

/** Stands above the lists of My day. */
export type DayNotice = { text: string; action?: { label: string; href: string } | undefined }

export type CalendarEvent = {
  id: string
  onDay: Day
  /** `HH:MM` */
  fromTime: string
  untilTime: string
  title: string
  href: string
  /** All that is told of it outside of the house, by the private address: nobody's name, and nothing of what it is about. */
  outside: string
  changedAt: Moment
}

/** What a room above that of communities is told of one. */
export type KnownCommunity = { id: string; slug: string }

export type CommunityPiece = { place: 'main' | 'aside'; body: Child }

export type PersonPart = {
  place: 'top' | 'main' | 'aside' | 'below'
  order: number
  body: Child
}
