/** The person's own say over continuing support. Everything takes effect at once and can be taken back on the same page. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { aboutWords } from './about-person.words.ts'
import { wayWords } from './checkin-way.words.ts'
import { readComingDay } from './day-answer.ts'
import { onSelf, OwnHelp } from './own-person.tsx'
import { mePathwayWords } from './pathway.me.words.ts'
import {
  changeRhythm,
  endPathway,
  pathwayOf,
  pausePathway,
  resumePathway,
  sayYes,
  type PersonPathway,
} from './pathway.store.ts'
import { rhythmChoices } from './rhythm.ts'
import { nearDay } from './when.words.ts'

export const mePathwayPages = new Hono<PageEnv>()

const LONGEST_REASON = 1000

mePathwayPages.get('/me/pathway', (c) =>
  onSelf(c, (act, person) => ownPage(c, act, person.id, dateText(null))),
)

mePathwayPages.post('/me/pathway/rhythm', async (c) => {
  const form = await formOf(c)
  return onSelf(c, async (act, person) => {
    const rhythm = rhythmChoices.find((choice) => choice === form.text('rhythm'))
    if (!rhythm) return null
    return settled(c, await changeRhythm(act, person.id, rhythm), mePathwayWords(c.var.locale).rhythm.saved)
  })
})

mePathwayPages.post('/me/pathway/pause', async (c) => {
  const form = await formOf(c)
  return onSelf(c, async (act, person) => {
    const until = readComingDay(form.values, 'until', act.today.add({ days: 1 }))
    if (until.fault !== null && until.fault !== 'missing') {
      return ownPage(c, act, person.id, until.text, { until: aboutWords(c.var.locale).dayFault[until.fault] })
    }
    const paused = await pausePathway(act, person.id, { until: until.day, by: 'person' })
    return settled(c, paused, mePathwayWords(c.var.locale).pause.done)
  })
})

mePathwayPages.post('/me/pathway/resume', (c) =>
  onSelf(c, async (act, person) =>
    settled(c, await resumePathway(act, person.id), mePathwayWords(c.var.locale).resume.done),
  ),
)

mePathwayPages.get('/me/pathway/stop', (c) =>
  onSelf(c, async (act, person) => {
    const pathway = await pathwayOf(act, person.id)
    return pathway && pathway.state !== 'ended' ? stopPage(c, pathway, '') : c.redirect('/me/pathway', 303)
  }),
)

mePathwayPages.post('/me/pathway/stop', async (c) => {
  const form = await formOf(c)
  return onSelf(c, async (act, person) => {
    const { stop } = mePathwayWords(c.var.locale)
    const pathway = await pathwayOf(act, person.id)
    const reason = form.text('reason')
    if (!pathway) return null
    if (reason.length > LONGEST_REASON) return stopPage(c, pathway, reason, { reason: stop.tooLong })
    return settled(c, await endPathway(act, person.id, reason), stop.done)
  })
})

mePathwayPages.post('/me/pathway/again', (c) =>
  onSelf(c, async (act, person) => {
    const pathway = await pathwayOf(act, person.id)
    // The first yes is said in a talk; taking back one's own end needs none.
    if (pathway?.state !== 'ended') return settled(c, false, '')
    const again = await sayYes(act, person.id, { on: act.today, how: 'self' })
    return settled(c, again, mePathwayWords(c.var.locale).again.done)
  }),
)

function settled(c: PageContext, done: boolean, told: string): Response {
  leaveNotice(c, done ? told : mePathwayWords(c.var.locale).notNow)
  return c.redirect('/me/pathway', 303)
}

async function ownPage(
  c: PageContext,
  act: Acting,
  personId: string,
  until: DateText,
  errors?: Errors,
): Promise<Response | null> {
  const { locale } = c.var
  const say = mePathwayWords(locale)
  const pathway = await pathwayOf(act, personId)
  if (!pathway) return null
  const { state, pausedUntil } = pathway
  const now =
    state === 'paused'
      ? pausedUntil
        ? say.now.paused(nearDay(locale, pausedUntil, act.today))
        : say.now.pausedOpen
      : say.now[state]
  return page(
    c,
    { title: say.title, lead: say.lead, back: { href: '/me', label: say.back } },
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Card>
        <p>
          <b>{now}</b>
        </p>
        {state === 'paused' && <PostButton action="/me/pathway/resume">{say.resume.button}</PostButton>}
      </Card>
      {state === 'ended' && (
        <Card title={say.again.title} lead={say.again.lead}>
          <PostButton action="/me/pathway/again">{say.again.button}</PostButton>
        </Card>
      )}
      {state === 'active' && <PauseForm locale={locale} until={until} errors={errors} />}
      {(state === 'active' || state === 'paused') && <RhythmForm locale={locale} pathway={pathway} />}
      {state !== 'ended' && (
        <Card title={say.stop.title} lead={say.stop.lead}>
          <Acts>
            <ButtonLink href="/me/pathway/stop" kind="line">
              {say.stop.link}
            </ButtonLink>
          </Acts>
        </Card>
      )}
    </Split>,
    errors ? 422 : 200,
  )
}

function PauseForm({
  locale,
  until,
  errors,
}: {
  locale: Locale
  until: DateText
  errors: Errors | undefined
}) {
  const { pause } = mePathwayWords(locale)
  return (
    <Card title={pause.title} lead={pause.lead}>
      <Form locale={locale} action="/me/pathway/pause">
        <DateField
          locale={locale}
          name="until"
          label={pause.until}
          hint={pause.untilHint}
          error={errors?.['until']}
          value={until}
        />
        <Acts>
          <Button kind="soft">{pause.button}</Button>
        </Acts>
      </Form>
    </Card>
  )
}

function RhythmForm({ locale, pathway }: { locale: Locale; pathway: PersonPathway }) {
  const { rhythm } = mePathwayWords(locale)
  const hints: Partial<Record<string, string>> = rhythm.hints
  return (
    <Card>
      <Form locale={locale} action="/me/pathway/rhythm">
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
        <a href="/me/way">{wayWords(locale).link}</a>
      </p>
    </Card>
  )
}

function stopPage(c: PageContext, { state }: PersonPathway, reason: string, errors?: Errors) {
  const { locale } = c.var
  const { stop, back } = mePathwayWords(locale)
  return page(
    c,
    { title: stop.pageTitle, lead: stop.lead, back: { href: '/me', label: back } },
    <Split kind="even" aside={<OwnHelp locale={locale} />}>
      <Card>
        <Ticks items={stop.happens.map((label) => ({ label }))} />
        {state === 'active' && (
          <p>
            <a href="/me/pathway">{stop.pauseInstead}</a>
          </p>
        )}
      </Card>
      <Card>
        <Form locale={locale} action="/me/pathway/stop" errors={errors}>
          <TextArea
            locale={locale}
            name="reason"
            label={stop.reason}
            hint={stop.reasonHint}
            error={errors?.['reason']}
            value={reason}
            rows={3}
          />
          <Acts>
            <Button>{stop.button}</Button>
            <a href="/me/pathway">{stop.keep}</a>
          </Acts>
        </Form>
      </Card>
    </Split>,
    errors ? 422 : 200,
  )
}
