/** The settings of somebody's pathway, for staff: how often, pause, go on, end. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { unbroken } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { wayWords } from './checkin-way.words.ts'
import { headAbout, onPerson, personHref, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { readComingDay } from './day-answer.ts'
import { changeRhythm, pathwayOf, pausePathway, resumePathway, type PersonPathway } from './pathway.store.ts'
import { ChangeLog } from './pathway-change.log.tsx'
import { changesOf } from './pathway-change.store.ts'
import { choosePathway, pathwayOptions, type PathwayOption } from './pathway-choice.store.ts'
import { pathwayName, pathwayWords } from './pathway.words.ts'
import { rhythmChoices } from './rhythm.ts'
import { pathwayNamed, supportContent } from './support.content.ts'
import { wholeDay } from './when.words.ts'

export const pathwayPages = new Hono<PageEnv>()

/** A sentence or two. */
export const LONGEST_REASON = 1000

type Typed = { until: DateText; by: string; reason: string }
const nothingTyped: Typed = { until: dateText(null), by: '', reason: '' }

pathwayPages.get('/people/:code/pathway', (c) =>
  onPerson(c, 'path', (act, about) => settingsPage(c, act, about, nothingTyped)),
)

pathwayPages.post('/people/:code/pathway/rhythm', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const rhythm = rhythmChoices.find((choice) => choice === form.text('rhythm'))
    if (!rhythm) return null
    return settled(c, about, await changeRhythm(act, about.person.id, rhythm), 'rhythm')
  })
})

pathwayPages.post('/people/:code/pathway/choice', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const key = form.text('pathway')
    if (!supportContent().pathways.has(key)) return null
    return settled(c, about, await choosePathway(act, about.person.id, key), 'choice')
  })
})

pathwayPages.post('/people/:code/pathway/pause', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const { locale } = c.var
    const say = pathwayWords(locale)
    const until = readComingDay(form.values, 'until', act.today.add({ days: 1 }))
    const by = (['person', 'staff'] as const).find((each) => each === form.text('by'))
    const reason = form.text('reason')
    const errors: Errors = {}
    if (until.fault !== null && until.fault !== 'missing') {
      errors['until'] = aboutWords(locale).dayFault[until.fault]
    }
    if (!by) errors['by'] = say.pause.byMissing
    if (reason.length > LONGEST_REASON) errors['reason'] = say.tooLong
    if (!by || Object.keys(errors).length > 0) {
      return settingsPage(c, act, about, { until: until.text, by: form.text('by'), reason }, errors)
    }
    const pause = { until: until.day, by, reason: reason === '' ? null : reason }
    return settled(c, about, await pausePathway(act, about.person.id, pause), 'pause')
  })
})

pathwayPages.post('/people/:code/pathway/resume', (c) =>
  onPerson(c, 'path', async (act, about) =>
    settled(c, about, await resumePathway(act, about.person.id), 'resume'),
  ),
)

/** Back to the settings, which now show the change and how to undo it. */
export function settled(
  c: PageContext,
  about: AboutPerson,
  done: boolean,
  what: 'choice' | 'rhythm' | 'pause' | 'resume' | 'end',
): Response {
  const say = pathwayWords(c.var.locale)
  const told = {
    choice: say.choice.saved,
    rhythm: say.rhythm.saved,
    pause: say.pause.done,
    resume: say.resume.done,
    end: say.end.done,
  }
  leaveNotice(c, done ? told[what] : say.notNow)
  return c.redirect(personHref(about, 'pathway'), 303)
}

async function settingsPage(
  c: PageContext,
  act: Acting,
  about: AboutPerson,
  typed: Typed,
  errors?: Errors,
): Promise<Response | null> {
  const { locale } = c.var
  const say = pathwayWords(locale)
  const pathway = await pathwayOf(act, about.person.id)
  if (!pathway) return null
  const changes = await changesOf(act, about.person.id)
  const options = await pathwayOptions(act, about.person.id)
  return page(
    c,
    headAbout(c, about, say.title, say.lead),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <State locale={locale} about={about} pathway={pathway} />
      {pathway.state === 'to-be-asked' && (
        <Acts>
          <ButtonLink href={personHref(about, 'ask')}>{say.ask}</ButtonLink>
        </Acts>
      )}
      {options.length > 1 && <ChoiceForm locale={locale} about={about} pathway={pathway} options={options} />}
      {(pathway.state === 'active' || pathway.state === 'paused') && (
        <RhythmForm locale={locale} about={about} pathway={pathway} />
      )}
      {pathway.state === 'active' && (
        <PauseForm locale={locale} about={about} typed={typed} errors={errors} />
      )}
      {pathway.state !== 'ended' && (
        <p>
          <a href={personHref(about, 'pathway/end')}>{say.end.link}</a>
        </p>
      )}
      <ChangeLog locale={locale} changes={changes} timeZone={act.actor.timeZone} />
    </div>,
    errors ? 422 : 200,
  )
}

type Shown = { locale: Locale; about: AboutPerson; pathway: PersonPathway }

function State({ locale, about, pathway }: Shown) {
  const say = pathwayWords(locale)
  const { state, pausedUntil } = pathway
  const facts = [
    { label: say.state.label, value: say.state[state] },
    { label: say.since, value: wholeDay(locale, pathway.stateSince) },
    ...(state === 'paused'
      ? [{ label: say.pausedUntil, value: pausedUntil ? wholeDay(locale, pausedUntil) : say.pausedOpen }]
      : []),
    { label: say.leftOn, value: wholeDay(locale, pathway.leftOn) },
    { label: say.pathway, value: pathwayName(locale, pathwayNamed(pathway.pathway)) },
  ]
  return (
    <Card>
      <SummaryList locale={locale} facts={facts} />
      {state === 'paused' && (
        <PostButton action={personHref(about, 'pathway/resume')}>{say.resume.button}</PostButton>
      )}
      {state === 'ended' && (
        <>
          <p>{say.end.undo}</p>
          <Acts>
            <ButtonLink href={personHref(about, 'ask')} kind="soft">
              {say.end.undoLink}
            </ButtonLink>
          </Acts>
        </>
      )}
    </Card>
  )
}

function ChoiceForm({ locale, about, pathway, options }: Shown & { options: readonly PathwayOption[] }) {
  const { choice } = pathwayWords(locale)
  const ahead = (nextOn: Day | null) =>
    nextOn ? choice.next(unbroken(wholeDay(locale, nextOn))) : choice.none
  return (
    <Card>
      <Form locale={locale} action={personHref(about, 'pathway/choice')}>
        <Radios
          locale={locale}
          name="pathway"
          label={choice.title}
          large
          value={pathway.pathway}
          layout="column"
          options={options.map((option) => ({
            value: option.pathway.key,
            label: pathwayName(locale, option.pathway),
            hint: [
              choice.means[option.pathway.checkups.rule],
              // Nobody talks by a schedule before the yes.
              pathway.state === 'to-be-asked' ? '' : ahead(option.nextOn),
            ]
              .filter(Boolean)
              .join(' '),
          }))}
        />
        <Acts>
          <Button kind="soft">{choice.save}</Button>
        </Acts>
      </Form>
    </Card>
  )
}

function RhythmForm({ locale, about, pathway }: Shown) {
  const { rhythm } = pathwayWords(locale)
  const hints: Partial<Record<string, string>> = rhythm.hints
  return (
    <Card>
      <Form locale={locale} action={personHref(about, 'pathway/rhythm')}>
        <Radios
          locale={locale}
          name="rhythm"
          label={rhythm.title}
          large
          value={pathway.rhythm}
          layout="column"
          options={rhythmChoices.map((choice) => ({
            value: choice,
            label: rhythm.choices[choice],
            hint: hints[choice],
          }))}
        />
        <Acts>
          <Button kind="soft">{rhythm.save}</Button>
        </Acts>
      </Form>
      <p>
        <a href={personHref(about, 'way')}>{wayWords(locale).link}</a>
      </p>
    </Card>
  )
}

function PauseForm(props: { locale: Locale; about: AboutPerson; typed: Typed; errors: Errors | undefined }) {
  const { locale, typed, errors } = props
  const { pause } = pathwayWords(locale)
  return (
    <Card title={pause.title} lead={pause.lead}>
      <Form locale={locale} action={personHref(props.about, 'pathway/pause')}>
        <DateField
          locale={locale}
          name="until"
          label={pause.until}
          hint={pause.untilHint}
          error={errors?.['until']}
          required={false}
          value={typed.until}
        />
        <Radios
          locale={locale}
          name="by"
          label={pause.by}
          error={errors?.['by']}
          value={typed.by}
          options={[
            { value: 'person', label: pause.person },
            { value: 'staff', label: pause.staff },
          ]}
        />
        <TextArea
          locale={locale}
          name="reason"
          label={pause.reason}
          required={false}
          error={errors?.['reason']}
          value={typed.reason}
          rows={2}
        />
        <Acts>
          <Button kind="soft">{pause.button}</Button>
        </Acts>
      </Form>
    </Card>
  )
}
