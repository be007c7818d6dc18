/** Getting in touch: what happened, a try in vain with one tap, and what came of asking whom the person trusts. */
import { Hono } from 'hono'
import { visitorIn } from '../access/visitor.ts'
import { personByCode } from '../people/person.store.ts'
import { moveTasks } from '../tasks/task.store.ts'
import { withActor } from '../platform/actor.ts'
import { addWorkingDays, isBefore, type Moment } from '../platform/day.ts'
import { oneLine } from '../platform/letters.ts'
import { dateText, readDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { actorOf, formOf, leaveNotice, type PageContext, type PageEnv } from '../platform/web.tsx'
import { onPerson, personHref } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { attemptWords } from './attempt.words.ts'
import { contactPage } from './contact.page.tsx'
import { contactsOf, contactWays, recordContact, withdrawContact } from './contact.store.ts'
import { readWaiting } from './contact.waiting.ts'
import { contactWords } from './contact.words.ts'
import { readPastDay } from './day-answer.ts'
import { searchBackNow, searchFor, searchNow } from './reaching.job.ts'
import type { Search } from './reaching.ts'
import { searchWords } from './search.words.ts'
import { nearDay } from './when.words.ts'

export const contactPages = new Hono<PageEnv>()

/** More belongs into a document, not into a note. */
const LONGEST_NOTE = 5000

/** What somebody else said is one line: it is not their story that is asked for. */
const LONGEST_LINE = 200

/** Whoever was asked named a day, or nobody did: so soon, and so late at most. */
const soonWorkingDays = 2
const latestDays = 14

contactPages.get('/people/:code/contact', async (c) => {
  const search = await searchSeen(c)
  return onPerson(c, 'path', async (act, about) =>
    contactPage(c, about, { wait: await readWaiting(act, about.person.id), search, on: dateText(act.today) }),
  )
})

contactPages.post('/people/:code/contact', async (c) => {
  const form = await formOf(c)
  const { locale, ground } = c.var
  const say = contactWords(locale)
  const way = contactWays.find((each) => each === form.text('way'))
  const reached = { yes: true, no: false }[form.text('reached')]
  const what = form.text('what')
  const search = await searchSeen(c)
  let tried: string | null = null
  // That somebody tried in vain is no note: whoever stands beside the person may say so.
  const answer = await onPerson(
    c,
    reached === false && what === '' ? 'path' : 'notes',
    async (act, about) => {
      const on = readPastDay(form.values, 'on', act.today)
      const errors: Errors = {}
      if (!way) errors['way'] = say.errors.way
      if (reached === undefined) errors['reached'] = say.errors.reached
      if (reached && what === '') errors['what'] = say.errors.what
      if (what.length > LONGEST_NOTE) errors['what'] = say.errors.tooLong
      if (on.day === null) errors['on'] = aboutWords(locale).dayFault[on.fault]
      if (!way || reached === undefined || on.day === null || Object.keys(errors).length > 0) {
        const typed = { way: form.text('way'), reached: form.text('reached'), what }
        const wait = await readWaiting(act, about.person.id)
        return contactPage(c, about, { wait, search, on: on.text, typed, errors })
      }
      const recorded = await recordContact(act, {
        personId: about.person.id,
        onDay: on.day,
        way,
        reached,
        what: what === '' ? null : what,
      })
      if (!recorded) return null
      if (!reached) {
        tried = about.person.id
        return c.redirect(personHref(about, 'contact'), 303)
      }
      leaveNotice(c, recorded.closed ? say.closed : say.noted)
      return c.redirect(personHref(about), 303)
    },
  )
  // Whose turn it is next is known when the page comes back.
  if (tried !== null) await searchNow(ground, visitorIn(c).organisation, tried)
  return answer
})

/** A tap by mistake: it stays written down, does not count, and the search goes back to whoever's turn it was. */
contactPages.post('/people/:code/contact/:id/back', async (c) => {
  const say = attemptWords(c.var.locale)
  const id = c.req.param('id')
  let back: { personId: string; at: Moment } | null = null
  const answer = await onPerson(c, 'path', async (act, about) => {
    const personId = about.person.id
    if (!(await contactsOf(act, personId)).some((contact) => contact.id === id)) return null
    const gone = await withdrawContact(act, personId, id)
    if (gone) back = { personId, at: gone.recordedAt }
    leaveNotice(c, gone ? say.takenBack : say.tooLate)
    return c.redirect(personHref(about, 'contact'), 303)
  })
  if (back !== null) {
    const { personId, at }: { personId: string; at: Moment } = back
    await searchBackNow(c.var.ground, visitorIn(c).organisation, personId, { at })
  }
  return answer
})

/** Whom the person trusts was asked: in vain, or they passed it on and it is known when to try again. */
contactPages.post('/people/:code/contact/trusted', async (c) => {
  const form = await formOf(c)
  const { locale, ground } = c.var
  const say = searchWords(locale).trusted
  const reached = form.text('reached') === 'yes'
  const what = oneLine(form.text('trustedWhat'))
  const search = await searchSeen(c)
  let tried: string | null = null
  const answer = await onPerson(c, 'notes', async (act, about) => {
    const personId = about.person.id
    const wait = await readWaiting(act, personId)
    // Nobody is asked of whom the person did not say so, or no longer.
    if (wait.trusted.length === 0) return null
    const next = readDate(form.values, 'next')
    const errors: Errors = {}
    if (reached && what.length > LONGEST_LINE) errors['trustedWhat'] = say.tooLong
    if (reached && next.day && what === '') errors['trustedWhat'] = say.why
    const tooSoon = next.day && !isBefore(act.today, next.day)
    const tooLate = next.day && isBefore(act.today.add({ days: latestDays }), next.day)
    if (reached && (next.state === 'wrong' || tooSoon || tooLate)) errors['next'] = say.wrong
    if (Object.keys(errors).length > 0) {
      const trusted = { typed: { what, next: next.text }, errors }
      return contactPage(c, about, { wait, search, on: dateText(act.today), trusted })
    }
    const recorded = await recordContact(act, {
      personId,
      onDay: act.today,
      way: 'trusted',
      reached,
      what: reached && what !== '' ? what : null,
    })
    if (!recorded) return null
    if (reached) {
      const again = next.day ?? addWorkingDays(act.today, soonWorkingDays)
      await moveTasks(act, personId, ['silence'], { to: again })
      leaveNotice(c, say.noted(nearDay(locale, again, act.today)))
    } else tried = personId
    return c.redirect(personHref(about, 'contact'), 303)
  })
  if (tried !== null) await searchNow(ground, visitorIn(c).organisation, tried)
  return answer
})

/** Where the search stands, of a person whom the visitor sees. In a transaction of its own: the system knows more than the visitor. */
async function searchSeen(c: PageContext): Promise<Search | null> {
  const { ground } = c.var
  const person = await withActor(ground, actorOf(c), (act) => personByCode(act, c.req.param('code') ?? ''))
  return person && searchFor(ground, visitorIn(c).organisation, person.id)
}
