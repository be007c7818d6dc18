/** A check-in that staff take down on the telephone: the same questions, for any day that was due, however late. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { dayOrNull } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Tabs } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { headAbout, Offers, onPerson, personHref, Reach, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import {
  checkinErrors,
  LongerQuestions,
  readCheckin,
  WeeklyQuestions,
  type CheckinText,
} from './checkin.questions.tsx'
import { answerCheckin, checkinsOf, type CheckinEntry } from './checkin.store.ts'
import { longerQuestions } from './checkin.ts'
import { telephoneWords } from './checkin.telephone.words.ts'
import { readersOf } from './own-person.tsx'
import { pathwayOf } from './pathway.store.ts'
import { nearDay } from './when.words.ts'

export const telephonePages = new Hono<PageEnv>()

/** How many days are offered at first; the others at `?all`. */
const OFFERED = 6

telephonePages.get('/people/:code/checkin', (c) =>
  onPerson(c, 'answers', async (act, about) => {
    const waiting = await unanswered(act, about)
    const chosen = waiting && chooseFrom(waiting, c.req.query('due') ?? '')
    if (!waiting || chosen === undefined) return null
    return takePage(c, act, about, { waiting, chosen, text: {} })
  }),
)

telephonePages.post('/people/:code/checkin', async (c) => {
  const { values } = await formOf(c)
  return onPerson(c, 'answers', async (act, about) => {
    const say = telephoneWords(c.var.locale)
    const waiting = await unanswered(act, about)
    if (!waiting) return null
    const wanted = values['due'] ?? ''
    const chosen = wanted === '' ? null : chooseFrom(waiting, wanted)
    const read = readCheckin(values)
    if (chosen === undefined || !read.answers) {
      // Somebody else may have written it down in the meantime: what was typed stays, for another day.
      const errors = chosen === undefined ? { form: say.gone } : checkinErrors(c.var.locale, read)
      return takePage(c, act, about, { waiting, chosen: chosen ?? null, text: values, errors })
    }
    const answered = await answerCheckin(act, {
      personId: about.person.id,
      dueOn: chosen?.dueOn ?? null,
      way: 'telephone',
      answers: read.answers,
    })
    if (!answered) return null
    leaveNotice(c, say.saved)
    return c.redirect(personHref(about), 303)
  })
})

/** Open or missed and not answered, the newest first; null where nothing may be collected. */
async function unanswered(act: Acting, { person }: AboutPerson): Promise<CheckinEntry[] | null> {
  const pathway = await pathwayOf(act, person.id)
  if (!pathway || pathway.state === 'to-be-asked' || pathway.state === 'ended') return null
  return (await checkinsOf(act, person.id)).filter(
    ({ dueOn, answer, state }) =>
      dueOn !== null && answer === null && (state === 'open' || state === 'missed'),
  )
}

/** The check-in of that day; without a day the newest; undefined where the day is none of them. */
function chooseFrom(waiting: readonly CheckinEntry[], due: string): CheckinEntry | null | undefined {
  if (due === '') return waiting[0] ?? null
  const wanted = dayOrNull(due)
  return wanted ? waiting.find(({ dueOn }) => dueOn?.equals(wanted)) : undefined
}

async function takePage(
  c: PageContext,
  act: Acting,
  about: AboutPerson,
  given: {
    waiting: readonly CheckinEntry[]
    chosen: CheckinEntry | null
    text: CheckinText
    errors?: Errors | undefined
  },
) {
  const { locale } = c.var
  const say = telephoneWords(locale)
  const { waiting, chosen, text, errors } = given
  const action = personHref(about, 'checkin')
  const all = c.req.query('all') !== undefined
  const offered = waiting.filter((entry, place) => all || place < OFFERED || entry === chosen)
  const asked = { locale, text, errors }
  return page(
    c,
    headAbout(c, about, say.title, say.lead),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Card title={aboutWords(locale).phones}>
        <Reach locale={locale} about={about} />
      </Card>
      {chosen?.dueOn && offered.length > 1 && (
        <Tabs
          label={say.which}
          items={offered.map(({ dueOn, state }) => {
            const label = dueOn ? nearDay(locale, dueOn, act.today) : ''
            return {
              href: `${action}?due=${dueOn}`,
              label: state === 'missed' ? `${label}, ${say.late}` : label,
              current: dueOn?.equals(chosen.dueOn ?? '') === true,
            }
          })}
        />
      )}
      {offered.length < waiting.length && (
        <p>
          <a href={`${action}?all`}>{say.all(waiting.length)}</a>
        </p>
      )}
      <Card title={chosen?.dueOn ? say.dueOn(nearDay(locale, chosen.dueOn, act.today)) : undefined}>
        {!chosen?.dueOn && <p>{say.extra}</p>}
        <Form locale={locale} action={action} fields={{ due: chosen?.dueOn?.toString() ?? '' }} guard talk>
          <WeeklyQuestions {...asked} callHint={say.callHint} wordsHint={say.wordsHint} />
          {(chosen?.longer || longerQuestions.some(({ key }) => key in text)) && (
            <LongerQuestions
              {...asked}
              readers={await readersOf(act, about.person, locale)}
              beforehand={say.readAloud}
            />
          )}
          <Acts>
            <Button>{say.save}</Button>
          </Acts>
        </Form>
      </Card>
      <Offers locale={locale} />
    </div>,
    errors ? 422 : 200,
  )
}
