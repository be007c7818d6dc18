/** Visits to a community: planned, written about afterwards, and looked up later. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText } from '../platform/parts/date-field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { actionsOf } from './plan.store.ts'
import {
  outcomeTyped,
  readOutcome,
  readVisit,
  type OutcomeErrors,
  type OutcomeTyped,
  type VisitErrors,
  type VisitTyped,
} from './visit.form.tsx'
import { visitWhen, VisitTimes } from './visit.part.tsx'
import { addVisit, cancelVisit, holdVisit, visitQuarters, visitsOf } from './visit.store.ts'
import { dialogueSize, visitKinds, type Visit } from './visit.ts'
import { visitWords } from './visit.words.ts'

export const visitPages = new Hono<PageEnv>()

visitPages.get('/communities/:slug/visits', (c) =>
  onTended(c, async (act, community) => {
    const { locale } = c.var
    const say = visitWords(locale)
    const visits = await visitsOf(act, { communityId: community.id })
    return page(
      c,
      {
        ...headOf(community, say.title, { lead: say.lead }),
        actions: develops(act) ? (
          <ButtonLink href={communityHref(community, 'visits/new')}>{say.plan}</ButtonLink>
        ) : undefined,
      },
      visits.length === 0 ? (
        <Empty title={say.none}>{develops(act) && <p>{say.noneHint}</p>}</Empty>
      ) : (
        <Card>
          <VisitTimes locale={locale} community={community} visits={visits} />
        </Card>
      ),
    )
  }),
)

visitPages.get('/communities/:slug/visits/new', (c) =>
  onTended(c, async (act, community) => {
    const typed = { kind: 'visit', onDay: dateText(null), atTime: '', topic: '', action: '' }
    return newPage(c, act, community, typed, {})
  }),
)

visitPages.post('/communities/:slug/visits/new', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    if (!develops(act)) return null
    const ids = (await actionsOf(act, { communityId: community.id })).map(({ id }) => id)
    const { typed, errors, visit } = readVisit(c.var.locale, values, ids)
    if (!visit) return newPage(c, act, community, typed, errors)
    const id = await addVisit(act, community.id, visit)
    leaveNotice(c, visitWords(c.var.locale).saved)
    return c.redirect(communityHref(community, `visits/${id}`), 303)
  })
})

visitPages.get('/communities/:slug/visits/:id', (c) =>
  onTended(c, async (act, community) => {
    const visit = await theVisit(c, act, community)
    if (!visit) return null
    const quarters = develops(act) ? await visitQuarters(act, visit.id) : null
    return onePage(c, act, community, visit, outcomeTyped(visit, quarters), {})
  }),
)

visitPages.post('/communities/:slug/visits/:id', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const visit = await theVisit(c, act, community)
    if (!visit || !develops(act) || visit.state === 'cancelled') return null
    const { typed, errors, read } = readOutcome(c.var.locale, values)
    if (!read) return onePage(c, act, community, visit, typed, errors)
    await holdVisit(act, visit, read.outcome, read.quarters)
    leaveNotice(c, visitWords(c.var.locale).saved)
    return c.redirect(communityHref(community, `visits/${visit.id}`), 303)
  })
})

visitPages.post('/communities/:slug/visits/:id/cancel', (c) =>
  onTended(c, async (act, community) => {
    const visit = await theVisit(c, act, community)
    if (!visit || !(await cancelVisit(act, visit.id))) return null
    leaveNotice(c, visitWords(c.var.locale).cancelled)
    return c.redirect(communityHref(community, 'visits'), 303)
  }),
)

async function theVisit(c: PageContext, act: Acting, community: Community) {
  return (
    (await visitsOf(act, { communityId: community.id })).find(({ id }) => id === c.req.param('id')) ?? null
  )
}

async function newPage(
  c: PageContext,
  act: Acting,
  community: Community,
  typed: VisitTyped,
  errors: VisitErrors,
) {
  if (!develops(act)) return null
  const { locale } = c.var
  const say = visitWords(locale)
  const actions = (await actionsOf(act, { communityId: community.id })).filter(
    ({ state }) => state !== 'dropped',
  )
  return page(
    c,
    head(c, community, say.plan),
    <Form locale={locale} action={communityHref(community, 'visits/new')} errors={errors} guard>
      <Radios
        locale={locale}
        name="kind"
        label={say.kind}
        layout="column"
        value={typed.kind}
        error={errors.kind}
        options={visitKinds.map((value) => ({
          value,
          label: say.kinds[value],
          hint: value === 'dialogue' ? say.dialogueHint(dialogueSize.least, dialogueSize.most) : undefined,
        }))}
      />
      <DateField locale={locale} name="onDay" label={say.onDay} value={typed.onDay} error={errors.onDay} />
      <TextField
        locale={locale}
        name="atTime"
        label={say.atTime}
        hint={say.atTimeHint}
        required={false}
        width="s"
        value={typed.atTime}
        error={errors.atTime}
      />
      <TextField
        locale={locale}
        name="topic"
        label={say.topic}
        value={typed.topic}
        error={errors.topic}
        maxlength={300}
      />
      {actions.length > 0 && (
        <Select
          locale={locale}
          name="action"
          label={say.action}
          required={false}
          empty={say.noAction}
          value={typed.action}
          options={actions.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
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
  visit: Visit,
  typed: OutcomeTyped,
  errors: OutcomeErrors,
) {
  const { locale } = c.var
  const say = visitWords(locale)
  const action = (await actionsOf(act, { communityId: community.id })).find(({ id }) => id === visit.actionId)
  const facts = [
    { label: say.kind, value: `${say.kinds[visit.kind]}, ${say.states[visit.state]}` },
    ...(action ? [{ label: say.action, value: action.title }] : []),
    ...(visit.peopleCount === null ? [] : [{ label: say.people, value: String(visit.peopleCount) }]),
    ...(visit.outcome === '' ? [] : [{ label: say.outcome, value: visit.outcome }]),
    ...(visit.nextStep === '' ? [] : [{ label: say.nextStep, value: visit.nextStep }]),
    ...(visit.nextOn ? [{ label: say.nextOn, value: longDay(locale, visit.nextOn) }] : []),
  ]
  const writes = develops(act) && visit.state !== 'cancelled'
  return page(
    c,
    { ...head(c, community, visit.topic), lead: visitWhen(locale, visit) },
    <div class="stack">
      <Card>
        <SummaryList locale={locale} facts={facts} />
      </Card>
      {writes && (
        <Form locale={locale} action={communityHref(community, `visits/${visit.id}`)} errors={errors} guard>
          <h2>{say.write}</h2>
          <TextField
            locale={locale}
            name="people"
            label={say.people}
            hint={
              visit.kind === 'dialogue' ? say.dialogueHint(dialogueSize.least, dialogueSize.most) : undefined
            }
            required={false}
            inputmode="numeric"
            width="s"
            value={typed.people}
            error={errors.people}
          />
          <TextArea
            locale={locale}
            name="outcome"
            label={say.outcome}
            hint={say.outcomeHint}
            rows={5}
            maxlength={3000}
            value={typed.outcome}
            error={errors.outcome}
          />
          <TextField
            locale={locale}
            name="nextStep"
            label={say.nextStep}
            required={false}
            maxlength={500}
            value={typed.nextStep}
            error={errors.nextStep}
          />
          <DateField
            locale={locale}
            name="nextOn"
            label={say.nextOn}
            required={false}
            value={typed.nextOn}
            error={errors.nextOn}
          />
          <TextField
            locale={locale}
            name="hours"
            label={say.hours}
            hint={say.hoursHint}
            required={false}
            inputmode="decimal"
            width="s"
            value={typed.hours}
            error={errors.hours}
          />
          <Acts>
            <Button>{say.save}</Button>
          </Acts>
        </Form>
      )}
      {writes && visit.state === 'planned' && (
        <PostButton kind="line" action={communityHref(community, `visits/${visit.id}/cancel`)}>
          {say.cancel}
        </PostButton>
      )}
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const head = (c: PageContext, community: Community, title: string) =>
  headOf(community, title, { from: { place: 'visits', label: visitWords(c.var.locale).title } })
