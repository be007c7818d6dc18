/** Organisations: the first one with its administrator, and what an administrator may set. */
import { randomUUID } from 'node:crypto'
import type { Acting, Role } from '../platform/actor.ts'
import type { Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import type { Locale } from '../platform/words.ts'
import { insertAccount } from './account.store.ts'
import type { Door } from './door.ts'

declare module '../platform/database.ts' {
  interface Database {
    'access.organisation': {
      id: string
      name: string
      locale: Locale
      languages: Locale[]
      timeZone: string
      invented: boolean
      createdAt: Moment
    }
  }
}

export type NewOrganisation = {
  name: string
  /** The languages people may choose from; the first is what the house starts with. */
  languages: readonly Locale[]
  locale: Locale
  timeZone: string
  /** Its people are invented: links open it without a second factor, and every page says so. */
  invented: boolean
  admin: { name: string; email: string; roles: readonly Role[] }
}

/**
 * Makes an organisation with its first administrator.
 *
 * @throws AddressTakenError
 */
export async function setUpOrganisation(
  door: Door,
  given: NewOrganisation,
): Promise<{ organisationId: string; adminId: string }> {
  const organisationId = randomUUID()
  await door.tx
    .insertInto('access.organisation')
    .values({
      id: organisationId,
      name: given.name,
      locale: given.locale,
      languages: [...given.languages],
      timeZone: given.timeZone,
      invented: given.invented,
      createdAt: door.now,
    })
    .execute()
  const adminId = await insertAccount(door, organisationId, {
    name: given.admin.name,
    email: given.admin.email,
    roles: given.admin.roles,
    locale: given.locale,
  })
  await door.audit({
    who: { accountId: adminId, organisationId },
    role: 'system',
    what: 'access.organisation',
    detail: 'set up',
    action: 'create',
  })
  return { organisationId, adminId }
}

export type OrganisationLine = { id: string; name: string; timeZone: string; invented: boolean }

/** All organisations of this server, for the start and for jobs; none means that nobody has set anything up yet. */
export async function listOrganisations(ground: Ground): Promise<OrganisationLine[]> {
  return ground.jobs
    .selectFrom('access.organisation')
    .select(['id', 'name', 'timeZone', 'invented'])
    .orderBy('createdAt')
    .execute()
}

export type Settings = { name: string; locale: Locale; languages: Locale[] }

export async function readSettings(act: Acting): Promise<Settings> {
  return act.tx
    .selectFrom('access.organisation')
    .select(['name', 'locale', 'languages'])
    .where('id', '=', act.actor.organisationId)
    .executeTakeFirstOrThrow()
}

/** By the administrator or the lead; nobody else's change reaches a row. */
export async function changeSettings(act: Acting, settings: Settings): Promise<boolean> {
  const changed = await act.tx
    .updateTable('access.organisation')
    .set({ name: settings.name, locale: settings.locale, languages: [...settings.languages] })
    .where('id', '=', act.actor.organisationId)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return false
  await act.audit('change', 'access.organisation', [])
  return true
}
