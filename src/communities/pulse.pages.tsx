/** The pulses of a community, for those whose it is: opened, watched by their number alone, counted once. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Row } from '../platform/parts/group.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { laterOf } from '../platform/day.ts'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { shownLetterCode } from '../platform/letter-code.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { repeatedPulseCode } from './pulse.code.ts'
import {
  isLastDay,
  newPulseTyped,
  PulseFields,
  readPulse,
  type PulseErrors,
  type PulseTyped,
} from './pulse.form.tsx'
import { pulseName, PulseResult } from './pulse.part.tsx'
import { PulsePicture } from './pulse.picture.tsx'
import { answersSoFar, closePulse, lengthenPulse, openPulse, pulseMeans, pulsesOf } from './pulse.store.ts'
import { leastPeople, stateOf, type Pulse } from './pulse.ts'
import { pulseWords } from './pulse.words.ts'

export const pulsePages = new Hono<PageEnv>()

pulsePages.get('/communities/:slug/pulse', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = pulseWords(locale)
    const pulses = await pulsesOf(act, community.id)
    const means = await pulseMeans(act, community.id)
    const soFar = await answersSoFar(act, pulses)
    return page(
      c,
      {
        ...headOf(community, say.title, { lead: say.lead }),
        actions: develops(act) ? (
          <ButtonLink href={communityHref(community, 'pulse/new')}>{say.begin}</ButtonLink>
        ) : undefined,
      },
      pulses.length === 0 ? (
        <Empty title={say.none}>{develops(act) ? say.noneHint : say.noneHost}</Empty>
      ) : (
        <div class="stack">
          {pulses.some(({ id }) => means.has(id)) && (
            <Card title={say.result}>
              <PulseResult locale={locale} pulses={pulses} means={means} />
            </Card>
          )}
          <Plain title={say.all}>
            <ul class="rows">
              {pulses.map((pulse) => (
                <Row
                  who={pulseName(locale, pulse)}
                  href={communityHref(community, `pulse/${pulse.id}`)}
                  sub={daysOf(locale, pulse)}
                >
                  {say.states[stateOf(pulse, act.today)]} ·{' '}
                  {say.count(pulse.answers ?? soFar.get(pulse.id) ?? 0)}
                </Row>
              ))}
            </ul>
          </Plain>
          <p class="sub">{say.sources}</p>
        </div>
      ),
    )
  }),
)

pulsePages.get('/communities/:slug/pulse/new', (c) =>
  onTended(c, async (act, community) => newPage(c, community, newPulseTyped(act.today), {})),
)

pulsePages.post('/communities/:slug/pulse/new', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const { typed, errors, pulse } = readPulse(c.var.locale, values, act.today)
    if (!pulse) return newPage(c, community, typed, errors)
    const id = await openPulse(act, { communityId: community.id, about: community.name }, pulse)
    leaveNotice(c, pulseWords(c.var.locale).opened)
    return c.redirect(communityHref(community, `pulse/${id}`), 303)
  })
})

pulsePages.get('/communities/:slug/pulse/:id', (c) =>
  onTended(c, async (act, community) => {
    const pulse = await thePulse(c, act, community)
    return pulse && onePage(c, act, community, pulse, dateText(pulse.untilOn))
  }),
)

pulsePages.post('/communities/:slug/pulse/:id/until', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const pulse = await thePulse(c, act, community)
    if (!pulse || pulse.closedOn) return null
    const { day, text } = readDate(values, 'untilOn')
    const say = pulseWords(c.var.locale)
    if (!isLastDay(day, laterOf(act.today, pulse.opensOn)))
      return onePage(c, act, community, pulse, text, say.errors.untilOn)
    if (!(await lengthenPulse(act, pulse.id, day))) return null
    leaveNotice(c, say.lengthened)
    return c.redirect(communityHref(community, `pulse/${pulse.id}`), 303)
  })
})

pulsePages.post('/communities/:slug/pulse/:id/close', (c) =>
  onTended(c, async (act, community) => {
    const pulse = await thePulse(c, act, community)
    if (!pulse || !(await closePulse(act, pulse.id))) return null
    leaveNotice(c, pulseWords(c.var.locale).closed)
    return c.redirect(communityHref(community, `pulse/${pulse.id}`), 303)
  }),
)

export async function thePulse(c: PageContext, act: Acting, community: Community): Promise<Pulse | null> {
  return (await pulsesOf(act, community.id)).find(({ id }) => id === c.req.param('id')) ?? null
}

const daysOf = (locale: Locale, { opensOn, untilOn }: Pulse) =>
  pulseWords(locale).until(longDay(locale, opensOn), longDay(locale, untilOn))

function newPage(c: PageContext, community: Community, typed: PulseTyped, errors: PulseErrors) {
  const { locale } = c.var
  const say = pulseWords(locale)
  return page(
    c,
    headOf(community, say.begin, { lead: say.newLead, from: { place: 'pulse', label: say.title } }),
    <Form locale={locale} action={communityHref(community, 'pulse/new')} errors={errors} guard>
      <PulseFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function onePage(
  c: PageContext,
  act: Acting,
  community: Community,
  pulse: Pulse,
  until: DateText,
  error?: string,
) {
  const { locale, ground } = c.var
  const say = pulseWords(locale)
  const href = communityHref(community, `pulse/${pulse.id}`)
  const closed = pulse.closedOn !== null
  const count = pulse.answers ?? (await answersSoFar(act, [pulse])).get(pulse.id) ?? 0
  const means = (await pulseMeans(act, community.id)).get(pulse.id)
  const { expected } = pulse
  return page(
    c,
    {
      ...headOf(community, pulseName(locale, pulse), { from: { place: 'pulse', label: say.title } }),
      lead: say.states[stateOf(pulse, act.today)],
      actions: closed ? undefined : <ButtonLink href={`${href}/poster`}>{say.poster}</ButtonLink>,
    },
    <div class="stack">
      <SummaryList
        locale={locale}
        facts={[
          ...(closed
            ? []
            : [
                {
                  label: say.columns.code,
                  value: <b>{shownLetterCode(repeatedPulseCode(act.keys, pulse))}</b>,
                },
                { label: say.columns.where, value: `${ground.config.url.replace(/^https?:\/\//, '')}/pulse` },
              ]),
          { label: say.columns.when, value: daysOf(locale, pulse) },
          ...(pulse.about === community.name ? [] : [{ label: say.columns.about, value: pulse.about }]),
          {
            label: say.columns.answers,
            value: expected === null ? say.count(count) : say.ofExpected(count, expected),
          },
        ]}
      />
      {expected !== null && count > expected && <Note>{say.tooMany(count, expected)}</Note>}
      {closed ? (
        <Card title={say.result}>
          {means ? (
            <PulsePicture locale={locale} asked={[{ moment: pulse.moment, means }]} />
          ) : (
            <p>{say.tooFew}</p>
          )}
        </Card>
      ) : (
        <Note>{count < leastPeople ? say.missing(leastPeople - count) : say.enough}</Note>
      )}
      {!closed && develops(act) && (
        <>
          <Card title={say.closeTitle}>
            <p>{say.closeLead}</p>
            {count < leastPeople && <p>{say.closeFew}</p>}
            <PostButton action={`${href}/close`} kind="soft">
              {say.close}
            </PostButton>
          </Card>
          <Form
            locale={locale}
            action={`${href}/until`}
            errors={error === undefined ? {} : { untilOn: error }}
          >
            <DateField locale={locale} name="untilOn" label={say.untilOn} value={until} error={error} />
            <Acts>
              <Button kind="line">{say.lengthen}</Button>
            </Acts>
          </Form>
        </>
      )}
      <p class="sub">{say.sources}</p>
    </div>,
    error === undefined ? 200 : 422,
  )
}
