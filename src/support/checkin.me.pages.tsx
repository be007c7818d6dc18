/** The person's own check-in: the form, late ones too, and changing what has just been sent. What it answers with: `checkin.reply.pages.tsx`. */
import { Hono } from 'hono'
import type { Person } from '../people/person.store.ts'
import type { Acting } from '../platform/actor.ts'
import { dayOrNull, type Day } from '../platform/day.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { GivenAnswer } from './checkin-answer.store.ts'
import { aroundCheckin, CheckinForm } from './checkin.form.tsx'
import { meCheckinWords } from './checkin.me.words.ts'
import { checkinErrors, checkinText, readCheckin, type CheckinText } from './checkin.questions.tsx'
import { answerCheckin, checkinsOf, correctAnswer, openCheckins } from './checkin.store.ts'
import { onSelf, OwnHelp, readersOf } from './own-person.tsx'
import { pathwayOf, type PathwayState } from './pathway.store.ts'
import { nearDay } from './when.words.ts'

export const meCheckinPages = new Hono<PageEnv>()

meCheckinPages.get('/me/checkin', (c) =>
  onSelf(c, async (act, person) => {
    const asked = await askedNow(act, person, c.req.query('due') ?? '')
    return asked && formPage(c, act, person, { asked, text: {} })
  }),
)

meCheckinPages.post('/me/checkin', async (c) => {
  const { values } = await formOf(c)
  return onSelf(c, async (act, person) => {
    const read = readCheckin(values)
    // A form that lay open over midnight is still an answer to the day it was asked for.
    const due = dayOrNull(values['due'] ?? '')
    if (!read.answers) {
      const asked = await askedNow(act, person, values['due'] ?? '')
      const errors = checkinErrors(c.var.locale, read)
      return asked && formPage(c, act, person, { asked, text: values, errors })
    }
    const given = { personId: person.id, way: 'self', answers: read.answers } as const
    const answered =
      (await answerCheckin(act, { ...given, dueOn: due })) ??
      (due ? await answerCheckin(act, { ...given, dueOn: null }) : null)
    return answered ? c.redirect('/me/checkin/sent', 303) : c.redirect('/me/checkin', 303)
  })
})

meCheckinPages.get('/me/checkin/change', (c) =>
  onSelf(c, async (act, person) => {
    const sent = await lastSent(act, person.id)
    return sent && changePage(c, act, person, sent, checkinText(sent.answer.answers))
  }),
)

meCheckinPages.post('/me/checkin/change', async (c) => {
  const { values } = await formOf(c)
  return onSelf(c, async (act, person) => {
    const sent = await lastSent(act, person.id)
    if (!sent) return null
    const read = readCheckin(values)
    if (!read.answers) {
      return changePage(c, act, person, sent, values, checkinErrors(c.var.locale, read))
    }
    if (!(await correctAnswer(act, sent.answer.id, read.answers))) return null
    return c.redirect('/me/checkin/sent', 303)
  })
})

export type Sent = { answer: GivenAnswer; longer: boolean }

/** What the person has sent last, if it was today; earlier words stand as they were said. */
export async function lastSent(act: Acting, personId: string): Promise<Sent | null> {
  const today = (await checkinsOf(act, personId)).flatMap(({ answer, longer }) =>
    answer && answer.way === 'self' && answer.givenOn.equals(act.today) ? [{ answer, longer }] : [],
  )
  return (
    today.toSorted((a, b) => b.answer.givenAt.epochMilliseconds - a.answer.givenAt.epochMilliseconds)[0] ??
    null
  )
}

/** Which check-in the form is for. */
type Asked = { state: PathwayState; dueOn: Day | null; longer: boolean; late: boolean }

async function askedNow(act: Acting, { id }: Person, due: string): Promise<Asked | null> {
  const pathway = await pathwayOf(act, id)
  if (!pathway) return null
  const { state } = pathway
  const wanted = dayOrNull(due)
  if (wanted) {
    const entry = (await checkinsOf(act, id)).find(({ dueOn }) => dueOn?.equals(wanted))
    if (entry && (entry.state === 'missed' || entry.state === 'open')) {
      return { state, dueOn: wanted, longer: entry.longer, late: entry.state === 'missed' }
    }
  }
  const [open] = await openCheckins(act, id)
  return { state, dueOn: open?.dueOn ?? null, longer: open?.longer ?? false, late: false }
}

async function formPage(
  c: PageContext,
  act: Acting,
  person: Person,
  given: { asked: Asked; text: CheckinText; errors?: Errors | undefined },
) {
  const { locale } = c.var
  const say = meCheckinWords(locale)
  const { asked, text, errors } = given
  const { state } = asked
  if (state === 'ended' || state === 'to-be-asked') {
    const closed = state === 'ended' ? say.closed : say.notYet
    return page(
      c,
      { title: say.title, lead: closed.lead, back: { href: '/me', label: say.back } },
      <Split kind="even" aside={<OwnHelp locale={locale} />}>
        <Card title={closed.title}>
          {state === 'ended' && (
            <Acts>
              <ButtonLink href="/me/pathway" kind="soft">
                {say.closed.link}
              </ButtonLink>
            </Acts>
          )}
        </Card>
      </Split>,
    )
  }
  const lead =
    state === 'paused'
      ? say.paused.lead
      : asked.late && asked.dueOn
        ? say.late(nearDay(locale, asked.dueOn, act.today))
        : asked.dueOn === null
          ? say.notDue
          : asked.longer
            ? say.longer
            : say.weekly
  return page(
    c,
    { title: say.title, back: { href: '/me', label: say.back } },
    <CheckinForm
      {...aroundCheckin(act, locale, await readersOf(act, person, locale))}
      lead={lead}
      action="/me/checkin"
      due={asked.dueOn}
      longer={asked.longer}
      text={text}
      errors={errors}
    />,
    errors ? 422 : 200,
  )
}

async function changePage(
  c: PageContext,
  act: Acting,
  person: Person,
  { longer }: Sent,
  text: CheckinText,
  errors?: Errors,
) {
  const { locale } = c.var
  const say = meCheckinWords(locale)
  return page(
    c,
    { title: say.title, back: { href: '/me', label: say.back } },
    <CheckinForm
      {...aroundCheckin(act, locale, await readersOf(act, person, locale))}
      lead={say.correcting}
      action="/me/checkin/change"
      due={null}
      longer={longer}
      text={text}
      errors={errors}
    />,
    errors ? 422 : 200,
  )
}
