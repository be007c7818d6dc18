/** Getting in touch: why somebody waits, how to reach them, and what happened. */
import { Hono } from 'hono'
import { listOpenTasks } from '../tasks/task.store.ts'
import type { Task } from '../tasks/task.ts'
import type { Acting } from '../platform/actor.ts'
import { isBefore, Temporal, type Day } from '../platform/day.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Lamp } from '../platform/parts/help.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { headAbout, Offers, onPerson, personHref, Reach, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { checkinsOf, type CheckinEntry } from './checkin.store.ts'
import { checkupsOf, type CheckupEntry } from './checkup.store.ts'
import {
  contactsOf,
  contactWays,
  isAttempt,
  reachedPerson,
  recordContact,
  type Contact,
} from './contact.store.ts'
import { contactWords } from './contact.words.ts'
import { readPastDay } from './day-answer.ts'
import { searchNow } from './reaching.job.ts'
import { byWhen, nearDays } from './when.words.ts'

export const contactPages = new Hono<PageEnv>()

/** More belongs into a document, not into a note. */
const LONGEST_NOTE = 5000

contactPages.get('/people/:code/contact', (c) =>
  onPerson(c, 'path', async (act, about) =>
    contactPage(c, about, await waiting(act, about), {
      way: '',
      reached: '',
      what: '',
      on: dateText(act.today),
    }),
  ),
)

contactPages.post('/people/:code/contact', async (c) => {
  const form = await formOf(c)
  let tried: string | null = null
  const answer = await onPerson(c, 'notes', async (act, about) => {
    const { locale } = c.var
    const say = contactWords(locale)
    const way = contactWays.find((each) => each === form.text('way'))
    const reached = { yes: true, no: false }[form.text('reached')]
    const what = form.text('what').replaceAll('\u0000', '')
    const on = readPastDay(form.values, 'on', act.today)
    const errors: Errors = {}
    if (!way) errors['way'] = say.errors.way
    if (reached === undefined) errors['reached'] = say.errors.reached
    if (reached && what === '') errors['what'] = say.errors.what
    if (what.length > LONGEST_NOTE) errors['what'] = say.errors.tooLong
    if (on.day === null) errors['on'] = aboutWords(locale).dayFault[on.fault]
    if (!way || reached === undefined || on.day === null || Object.keys(errors).length > 0) {
      const typed = { way: form.text('way'), reached: form.text('reached'), what, on: on.text }
      return contactPage(c, about, await waiting(act, about), typed, errors)
    }
    const recorded = await recordContact(act, {
      personId: about.person.id,
      onDay: on.day,
      way,
      reached,
      what: what === '' ? null : what,
    })
    if (!recorded) return null
    if (!reached) tried = about.person.id
    leaveNotice(c, recorded.closed ? say.closed : reached ? say.noted : say.tryNoted)
    return c.redirect(personHref(about), 303)
  })
  const { visitor } = c.var
  // Whose turn it is next is known when the page comes back.
  if (tried !== null && visitor) await searchNow(c.var.ground, visitor.organisation, tried)
  return answer
})

/** What is known of why somebody waits, and of what was tried. */
type Waiting = {
  today: Day
  now: Temporal.Instant
  tasks: readonly Task[]
  /** What the person wrote with the wish for a call; null where nothing, undefined where the actor may not read it. */
  said: string | null | undefined
  missed: Missed
  tried: readonly Contact[]
}

async function waiting(act: Acting, { person }: AboutPerson): Promise<Waiting> {
  const tasks = await listOpenTasks(act, { personId: person.id })
  const checkins = await checkinsOf(act, person.id)
  const contacts = await contactsOf(act, person.id)
  const checkups = await checkupsOf(act, person.id)
  const wish = checkins.find(({ answer }) => answer?.answers.callMe === true)?.answer
  const sign = lastSign(checkins, checkups, contacts)
  return {
    today: act.today,
    now: act.now,
    tasks,
    said: wish ? wish.answers.words : undefined,
    missed: missedSince(sign, checkins, checkups),
    tried: contacts.filter((contact) => isAttempt(contact) && (!sign || !isBefore(contact.onDay, sign))),
  }
}

/** The last day on which anything was heard of the person. */
function lastSign(
  checkins: readonly CheckinEntry[],
  checkups: readonly CheckupEntry[],
  contacts: readonly Contact[],
): Day | null {
  const signs = [
    ...checkins.flatMap(({ answer }) => (answer ? [answer.givenOn] : [])),
    ...checkups.flatMap(({ heldOn }) => (heldOn ? [heldOn] : [])),
    ...contacts.flatMap((contact) => (reachedPerson(contact) ? [contact.onDay] : [])),
  ]
  return signs.toSorted(Temporal.PlainDate.compare).at(-1) ?? null
}

type Missed = { checkins: Day[]; checkups: Day[] }

function missedSince(
  sign: Day | null,
  checkins: readonly CheckinEntry[],
  checkups: readonly CheckupEntry[],
): Missed {
  const since = (entry: { state: string; dueOn: Day | null }) =>
    entry.state === 'missed' && entry.dueOn !== null && (!sign || isBefore(sign, entry.dueOn))
      ? [entry.dueOn]
      : []
  return {
    checkins: checkins.flatMap(since).toSorted(Temporal.PlainDate.compare),
    checkups: checkups.flatMap(since).toSorted(Temporal.PlainDate.compare),
  }
}

type Typed = { way: string; reached: string; what: string; on: DateText }

function contactPage(c: PageContext, about: AboutPerson, wait: Waiting, typed: Typed, errors?: Errors) {
  const { locale } = c.var
  const say = contactWords(locale)
  const common = aboutWords(locale)
  const action = personHref(about, 'contact')
  return page(
    c,
    headAbout(c, about, say.title),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Why
        locale={locale}
        about={about}
        wait={wait}
        timeZone={c.var.visitor?.organisation.timeZone ?? 'UTC'}
      />
      <Card title={common.phones}>
        <Reach locale={locale} about={about} />
        {about.mayNote && (
          <>
            <h3>{say.notReached.title}</h3>
            <p class="sub">{say.notReached.lead}</p>
            <PostButton action={action} fields={{ way: 'call', reached: 'no' }} kind="line">
              {say.notReached.button}
            </PostButton>
          </>
        )}
      </Card>
      {about.mayNote ? (
        <Card title={say.form.title}>
          <Form locale={locale} action={action} guard>
            <Radios
              locale={locale}
              name="way"
              label={say.form.way}
              error={errors?.['way']}
              value={typed.way}
              options={contactWays.map((way) => ({ value: way, label: common.wayOfContact[way] }))}
            />
            <Radios
              locale={locale}
              name="reached"
              label={say.form.reached}
              error={errors?.['reached']}
              value={typed.reached}
              options={[
                { value: 'yes', label: say.form.reachedYes },
                { value: 'no', label: say.form.reachedNo },
              ]}
            />
            <TextArea
              locale={locale}
              name="what"
              label={say.form.what}
              hint={say.form.whatHint}
              error={errors?.['what']}
              value={typed.what}
              rows={5}
            />
            <DateField
              locale={locale}
              name="on"
              label={say.form.on}
              hint={common.dayHint}
              error={errors?.['on']}
              value={typed.on}
            />
            <Acts>
              <Button>{common.save}</Button>
            </Acts>
          </Form>
        </Card>
      ) : (
        <Note>{common.noNotes}</Note>
      )}
      <Offers locale={locale} />
    </div>,
    errors ? 422 : 200,
  )
}

function Why(props: { locale: Locale; about: AboutPerson; wait: Waiting; timeZone: string }) {
  const { locale, about, wait, timeZone } = props
  const say = contactWords(locale)
  const { today } = wait
  const help = wait.tasks.find((task) => task.kind === 'help')
  const silence = wait.tasks.find((task) => task.kind === 'silence')
  const unread = wait.tasks.find((task) => task.kind === 'read')
  const days = (dates: readonly Day[]) => nearDays(locale, dates, today)
  return (
    <>
      {help && (
        <Lamp title={say.asked.title}>
          {wait.said && <blockquote class="said">{wait.said}</blockquote>}
          {wait.said === null && <p>{say.asked.noWords}</p>}
          {help.dueAt && <p>{say.asked.callBy(byWhen(locale, help.dueAt, today, timeZone))}</p>}
          {help.dueAt && Temporal.Instant.compare(help.dueAt, wait.now) < 0 && <p>{say.asked.late}</p>}
        </Lamp>
      )}
      {silence && (
        <Card title={say.silent.title}>
          {wait.missed.checkins.length > 0 && (
            <p>{say.silent.checkins(wait.missed.checkins.length, days(wait.missed.checkins))}</p>
          )}
          {wait.missed.checkups.length > 0 && <p>{say.silent.checkup(days(wait.missed.checkups))}</p>}
          <p>
            <b>{say.silent.means}</b> {say.silent.doesNot}
          </p>
          <p>{say.silent.begin}</p>
        </Card>
      )}
      {unread && !help && (
        <Card title={say.unread.title}>
          <Acts>
            <ButtonLink href={personHref(about)} kind="calm">
              {say.unread.look}
            </ButtonLink>
          </Acts>
        </Card>
      )}
      {!help && !silence && !unread && <p>{say.nothing}</p>}
      {wait.tried.length > 0 && (
        <p class="sub">
          {say.tried(
            wait.tried.length,
            days(wait.tried.map(({ onDay }) => onDay).toSorted(Temporal.PlainDate.compare)),
          )}
        </p>
      )}
    </>
  )
}
