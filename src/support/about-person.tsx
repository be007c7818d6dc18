/** What every action page about one person needs: the person, if the actor may see them, and how they can be reached. */
import { readIdentities } from '../people/identity.store.ts'
import { personByCode, type Person } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Ticks } from '../platform/parts/surface.tsx'
import { actorOf, notFound, type PageContext, type PageHead } from '../platform/web.tsx'
import type { Category } from '../people/sight.ts'
import type { Locale } from '../platform/words.ts'
import { aboutWords } from './about-person.words.ts'
import { maySee } from './sight-check.ts'

export type AboutPerson = {
  person: Person
  /** The code where the actor may not see the name. */
  name: string
  phones: readonly string[]
  email: string | null
  remarks: string | null
  /** Whether the actor may change who and how to be reached. */
  mayChange: boolean
  /** Whether the actor may write notes about the person, which a supporter may only where it was shared with them. */
  mayNote: boolean
}

/**
 * Does `work` about the person whom the address names, in one transaction. A person whom the actor does not see, or of whom they do not
 * see the kind of rows that the page writes, is not there; `work` answers null for "not there" too.
 */
export async function onPerson(
  c: PageContext,
  writes: Category,
  work: (act: Acting, about: AboutPerson) => Promise<Response | null>,
): Promise<Response> {
  const answer = await withActor(c.var.ground, actorOf(c), async (act) => {
    const about = await aboutPerson(act, c.req.param('code') ?? '')
    if (!about || !(await maySee(act, about.person.id, writes))) return null
    const shown = await work(act, about)
    // A form that comes back for a mistake shows who it is, too; only a redirect shows nobody.
    if (shown && shown.status !== 303) await act.audit('read', 'people.person', [about.person.auditSubject])
    return shown
  })
  return answer ?? notFound(c)
}

async function aboutPerson(act: Acting, code: string): Promise<AboutPerson | null> {
  const person = await personByCode(act, code)
  if (!person) return null
  const identity = (await readIdentities(act, [person.id])).get(person.id)
  return {
    person,
    name: identity?.name ?? person.code,
    phones: identity?.phones ?? [],
    email: identity?.email ?? null,
    remarks: identity?.remarks ?? null,
    mayChange: act.actor.role !== 'supporter',
    mayNote: await maySee(act, person.id, 'notes'),
  }
}

export const personHref = (about: AboutPerson, action = '') =>
  `/people/${about.person.code}${action && `/${action}`}`

/** The head of a page about this person: who it is stands above what it is for, and the way back leads to their page. */
export function headAbout(c: PageContext, about: AboutPerson, title: string, lead?: string): PageHead {
  const { code } = about.person
  const label = aboutWords(c.var.locale).back
  return {
    title,
    over: about.name === code ? code : `${about.name} · ${code}`,
    lead,
    width: 'narrow',
    back: { href: personHref(about), label },
  }
}

/** Telephone numbers to tap, the first one first; how else to reach the person. */
export function Reach({ locale, about }: { locale: Locale; about: AboutPerson }) {
  const say = aboutWords(locale)
  return (
    <>
      {about.phones.length > 0 ? (
        <Acts>
          {about.phones.map((phone) => (
            <ButtonLink href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} kind="soft" icon="phone">
              {phone}
            </ButtonLink>
          ))}
        </Acts>
      ) : (
        <p>
          {say.noPhone} {about.mayChange && <a href={personHref(about, 'identity')}>{say.addPhone}</a>}
        </p>
      )}
      {about.email && (
        <p>
          <a href={`mailto:${about.email}`}>{say.write(about.email)}</a>
        </p>
      )}
      {about.remarks && (
        <p class="sub">
          {say.remarks}: {about.remarks}
        </p>
      )}
    </>
  )
}

/** Something to offer in every contact: a short list, so that one of it is chosen. */
export function Offers({ locale }: { locale: Locale }) {
  const { offers } = aboutWords(locale)
  return (
    <section class="plain" aria-label={offers.title}>
      <h2>{offers.title}</h2>
      <p class="sub">{offers.lead}</p>
      <Ticks items={offers.items.map((label) => ({ label }))} />
    </section>
  )
}
