/** Visits to a community: planned, written about afterwards, and looked up later. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { isBefore } from '../platform/day.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import { communityHref, develops, headOf, onTended } from './about-community.tsx'
import type { Community } from './community.ts'
import { actionsOf } from './plan.store.ts'
import {
  OutcomeFields,
  outcomeTyped,
  readOutcome,
  readVisit,
  readWhen,
  WhenFields,
  whenTyped,
  type OutcomeErrors,
  type OutcomeTyped,
  type VisitErrors,
  type VisitTyped,
  type WhenErrors,
  type WhenTyped,
} from './visit.form.tsx'
import { visitHoursWords } from './visit-hours.words.ts'
import { visitWhen, VisitTimes } from './visit.part.tsx'
import { addVisit, cancelVisit, holdVisit, moveVisit, visitQuarters, visitsOf } from './visit.store.ts'
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
        <div class="stack">
          <Card>
            <VisitTimes locale={locale} community={community} visits={visits} />
          </Card>
          {develops(act) && (
            <p>
              <a href="/hours">{visitHoursWords(locale).title}</a>
            </p>
          )}
        </div>
      ),
    )
  }),
)

visitPages.get('/communities/:slug/visits/new', (c) =>
  onTended(c, async (act, community) => {
    const typed = { ...whenTyped(), kind: 'visit', topic: '', action: '' }
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
    return visit && onePage(c, act, community, visit)
  }),
)

visitPages.post('/communities/:slug/visits/:id', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const visit = await theVisit(c, act, community)
    if (!visit || !develops(act) || visit.state === 'cancelled') return null
    const { typed, errors, read } = readOutcome(c.var.locale, values)
    if (!read) return onePage(c, act, community, visit, { outcome: { typed, errors } })
    await holdVisit(act, visit, read.outcome, read.quarters)
    leaveNotice(c, visitWords(c.var.locale).saved)
    return c.redirect(communityHref(community, `visits/${visit.id}`), 303)
  })
})

visitPages.post('/communities/:slug/visits/:id/move', async (c) => {
  const { values } = await formOf(c)
  return onTended(c, async (act, community) => {
    const visit = await theVisit(c, act, community)
    if (!visit || !develops(act) || visit.state !== 'planned') return null
    const { typed, errors, when } = readWhen(c.var.locale, values)
    if (!when) return onePage(c, act, community, visit, { move: { typed, errors } })
    if (await moveVisit(act, visit.id, when))
      leaveNotice(c, visitWords(c.var.locale).moved(visitWhen(c.var.locale, when)))
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
      <WhenFields locale={locale} typed={typed} errors={errors} />
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
  given: {
    outcome?: { typed: OutcomeTyped; errors: OutcomeErrors }
    move?: { typed: WhenTyped; errors: WhenErrors }
  } = {},
) {
  const { locale } = c.var
  const quarters = develops(act) && !given.outcome ? await visitQuarters(act, visit.id) : null
  const { outcome = { typed: outcomeTyped(visit, quarters), errors: {} } } = given
  const { move = { typed: whenTyped(visit), errors: {} } } = given
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
  // What is still ahead is rather moved than written about.
  const isAhead = isBefore(act.today, visit.onDay)
  const writing = (
    <Form
      locale={locale}
      action={communityHref(community, `visits/${visit.id}`)}
      errors={outcome.errors}
      guard
    >
      <h2>{say.write}</h2>
      <OutcomeFields locale={locale} visit={visit} typed={outcome.typed} errors={outcome.errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>
  )
  const moving = visit.state === 'planned' && (
    <>
      <Form
        locale={locale}
        action={communityHref(community, `visits/${visit.id}/move`)}
        errors={move.errors}
        guard
      >
        <h2>{say.move}</h2>
        <WhenFields locale={locale} typed={move.typed} errors={move.errors} />
        <Acts>
          <Button kind="line">{say.moveTo}</Button>
        </Acts>
      </Form>
      <PostButton kind="line" action={communityHref(community, `visits/${visit.id}/cancel`)}>
        {say.cancel}
      </PostButton>
    </>
  )
  return page(
    c,
    { ...head(c, community, visit.topic), lead: visitWhen(locale, visit) },
    <div class="stack">
      <Card>
        <SummaryList locale={locale} facts={facts} />
      </Card>
      {writes && (isAhead ? [moving, writing] : [writing, moving])}
    </div>,
    Object.keys({ ...outcome.errors, ...move.errors }).length > 0 ? 422 : 200,
  )
}

const head = (c: PageContext, community: Community, title: string) =>
  headOf(community, title, { from: { place: 'visits', label: visitWords(c.var.locale).title } })
