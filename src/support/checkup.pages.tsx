/** Holding a check-up: a guide, the questions, then the day of the next one, which the rule proposes and people may change. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { isBefore, laterOf } from '../platform/day.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Card, LinkList, Note, Plain } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { headAbout, onPerson, personHref, Reach, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { checkupErrors, CheckupFields } from './checkup.fields.tsx'
import { blankCheckup, readCheckup, type CheckupText } from './checkup.form.ts'
import { reviewPage } from './checkup.review.tsx'
import {
  checkupsOf,
  openCheckup,
  proposeNext,
  recordCheckup,
  type CheckupEntry,
  type OpenCheckup,
} from './checkup.store.ts'
import { checkupWords } from './checkup.words.ts'
import type { CheckupNotes } from './checkup-record.ts'
import { recordContact } from './contact.store.ts'
import { readComingDay } from './day-answer.ts'
import { pathwayOf, type PersonPathway } from './pathway.store.ts'
import { pathwayNamed } from './support.content.ts'
import { wholeDay } from './when.words.ts'

export const checkupPages = new Hono<PageEnv>()

checkupPages.get('/people/:code/checkup', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const around = await surroundings(act, about, c.req.query('for') ?? '')
    return around && holdPage(c, about, around, blankCheckup(act.today))
  }),
)

checkupPages.post('/people/:code/checkup', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'notes', async (act, about) => {
    const { locale } = c.var
    const say = checkupWords(locale)
    const around = await surroundings(act, about, form.text('for'))
    if (!around) return null
    const step = form.text('step')
    if (step === 'not-reached') return notReached(c, act, about, around)
    const read = readCheckup(form, act.today)
    if (!read.notes) return holdPage(c, about, around, read.text, checkupErrors(locale, read))
    if (step === 'edit') return holdPage(c, about, around, read.text)
    const held = { personId: about.person.id, checkupId: around.past?.id ?? null, ...read.notes }
    const proposed = await proposeNext(act, { ...held, reached: true })
    const { rule } = pathwayNamed(around.pathway.pathway).checkups
    const review = { about, rule, text: read.text, notes: read.notes, proposed, past: around.past?.id ?? '' }
    if (step !== 'save') return reviewPage(c, review)
    const next = readComingDay(form.values, 'next', laterOf(act.today, held.heldOn.add({ days: 1 })))
    const reason = form.text('reason')
    const typed = { next: next.text, reason }
    // Nothing typed is "as proposed".
    const nextOn = next.fault === 'missing' ? undefined : next.day
    const errors: Errors = {}
    if (nextOn === null) errors['next'] = aboutWords(locale).dayFault[next.fault ?? 'wrong']
    if (nextOn && !(proposed && nextOn.equals(proposed)) && reason === '')
      errors['reason'] = say.errors.reason
    if (nextOn === null || Object.keys(errors).length > 0) return reviewPage(c, { ...review, typed, errors })
    const chosen = nextOn ? { nextOn, nextReason: reason === '' ? null : reason } : {}
    const { recorded, problem } = await recordCheckup(act, { ...held, ...chosen })
    if (problem === 'unknown') return null
    if (problem === 'recorded')
      return reviewPage(c, { ...review, typed, errors: { form: say.errors.recorded } })
    if (problem) return reviewPage(c, { ...review, typed, errors: { form: say.errors.again } })
    leaveNotice(c, recorded.nextOn ? say.saved(wholeDay(locale, recorded.nextOn)) : say.savedLast)
    return c.redirect(personHref(about), 303)
  })
})

/** What the check-up stands among. */
type Around = {
  pathway: PersonPathway
  open: OpenCheckup | null
  /** The check-up of an earlier time that is written down now. */
  past: CheckupEntry | null
  /** Went by and were never written down, the newest first. */
  unwritten: readonly CheckupEntry[]
  /** The last one held before. */
  last: CheckupEntry | null
}

async function surroundings(act: Acting, { person }: AboutPerson, past: string): Promise<Around | null> {
  const pathway = await pathwayOf(act, person.id)
  if (!pathway) return null
  const entries = await checkupsOf(act, person.id)
  const unwritten = entries.filter((entry) => entry.state === 'missed' && entry.heldOn === null)
  const chosen = unwritten.find((entry) => entry.id === past) ?? null
  if (past !== '' && !chosen) return null
  const open = await openCheckup(act, person.id)
  const held = entries.filter(({ heldOn }) => heldOn !== null && !(chosen && isBefore(chosen.dueOn, heldOn)))
  return {
    pathway,
    open,
    past: chosen,
    unwritten: unwritten.filter((entry) => entry.id !== open?.id),
    last: held[0] ?? null,
  }
}

/** The call is a contact like any other; the check-up learns that it was tried, and waits on. */
async function notReached(
  c: PageContext,
  act: Acting,
  about: AboutPerson,
  { open }: Around,
): Promise<Response | null> {
  const call = {
    personId: about.person.id,
    onDay: act.today,
    way: 'call',
    reached: false,
    what: null,
  } as const
  if (!(await recordContact(act, call))) return null
  if (open && open.state !== 'upcoming') {
    const tried: CheckupNotes = {
      heldOn: act.today,
      way: 'call',
      funnel: { reached: false, agreed: null, arrived: null, stayed14Days: null },
      need: { weeklyUse: null, symptoms: null, wantsHelp: null },
      help: null,
      notes: null,
    }
    await recordCheckup(act, { personId: about.person.id, checkupId: open.id, ...tried })
  }
  leaveNotice(c, checkupWords(c.var.locale).notReached.noted)
  return c.redirect(personHref(about), 303)
}

function holdPage(c: PageContext, about: AboutPerson, around: Around, text: CheckupText, errors?: Errors) {
  const { locale } = c.var
  const say = checkupWords(locale)
  const action = personHref(about, 'checkup')
  const { past, last, pathway, unwritten } = around
  return page(
    c,
    headAbout(c, about, say.title),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Due locale={locale} about={about} around={around} />
      {!past && (
        <Card title={aboutWords(locale).phones}>
          <Reach locale={locale} about={about} />
          {about.mayNote && (
            <>
              <h3>{say.notReached.title}</h3>
              <p class="sub">{say.notReached.lead}</p>
              <PostButton action={action} fields={{ step: 'not-reached' }} kind="line">
                {say.notReached.button}
              </PostButton>
            </>
          )}
        </Card>
      )}
      <Plain title={say.guide.title}>
        <ol class="next">
          {say.guide.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Plain>
      {about.mayNote ? (
        <Card title={say.form.title}>
          <Form
            locale={locale}
            action={action}
            fields={{ step: 'check', ...(past ? { for: past.id } : {}) }}
            guard
            talk
          >
            <CheckupFields
              locale={locale}
              text={text}
              errors={errors}
              since={sinceWords(locale, last, pathway)}
            />
            <Acts>
              <Button>{say.form.check}</Button>
            </Acts>
          </Form>
        </Card>
      ) : (
        <Note>{aboutWords(locale).noNotes}</Note>
      )}
      {about.mayNote && !past && unwritten.length > 0 && (
        <Plain title={say.pastTitle}>
          <p class="sub">{say.pastLead}</p>
          <LinkList
            items={unwritten.map((entry) => ({
              href: `${action}?for=${entry.id}`,
              label: say.past(wholeDay(locale, entry.dueOn)),
            }))}
          />
        </Plain>
      )}
    </div>,
    errors ? 422 : 200,
  )
}

export function sinceWords(locale: Locale, last: CheckupEntry | null, pathway: PersonPathway): string {
  const { form } = checkupWords(locale)
  return last?.heldOn
    ? form.weeklyUseSince(wholeDay(locale, last.heldOn))
    : form.weeklyUseLeft(wholeDay(locale, pathway.leftOn))
}

function Due({ locale, about, around }: { locale: Locale; about: AboutPerson; around: Around }) {
  const say = checkupWords(locale)
  const { open, past } = around
  if (past) return <p>{say.forPast(wholeDay(locale, past.dueOn))}</p>
  if (!open) return <p>{say.notDue}</p>
  const due = wholeDay(locale, open.dueOn)
  return (
    <div>
      <p>{open.state === 'missed' ? say.late(due) : say.due(due, wholeDay(locale, open.lastDay))}</p>
      {open.reason && <p class="sub">{say.movedBecause(open.reason)}</p>}
      <p>
        <a href={personHref(about, 'checkup/move')}>{say.move}</a>
      </p>
    </div>
  )
}
