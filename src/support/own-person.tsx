/** What every page of the person's own has in common: who they are, whom their answers reach, and help beside it. */
import { accountNames, listColleagues } from '../access/account.store.ts'
import { personOfAccount, type Person } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { helpLines } from '../platform/help-lines.ts'
import { HelpNow } from '../platform/parts/help.tsx'
import { actorOf, notFound, type PageContext } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { meCheckinWords } from './checkin.me.words.ts'

/** Does `work` about the person whose account this is, in one transaction; null is "not there". */
export async function onSelf(
  c: PageContext,
  work: (act: Acting, person: Person) => Promise<Response | null>,
): Promise<Response> {
  const answer = await withActor(c.var.ground, actorOf(c), async (act) => {
    const person = await personOfAccount(act)
    return person && work(act, person)
  })
  return answer ?? notFound(c)
}

/** Who reads what the person sends, by name: `sinu koordinaator Kadri Lepik ja juht Mari Mets`. */
export async function readersOf(act: Acting, person: Person, locale: Locale): Promise<string> {
  const { you } = meCheckinWords(locale)
  const { coordinatorId } = person
  const names = coordinatorId ? await accountNames(act, [coordinatorId]) : new Map<string, string>()
  const leads = (await listColleagues(act, ['lead'])).filter(({ id }) => id !== coordinatorId)
  const readers = [
    ...[...names.values()].map((name) => you.coordinator(name)),
    ...leads.map(({ name }) => you.lead(name)),
  ]
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    readers.length > 0 ? readers : [you.house],
  )
}

/** Help stands on every page of the person's own; the bar at the foot leads to it. */
export function OwnHelp({ locale }: { locale: Locale }) {
  return <HelpNow locale={locale} contacts={helpLines(locale)} />
}
