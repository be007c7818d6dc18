/** Who took part in a mobility: adding, what was agreed before, what is confirmed after. */
import { Hono } from 'hono'
import { listColleagues } from '../access/account.store.ts'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { carries, leads, mobilityHref, onFound, onMobility, periodOf, whereIs } from './about-mobility.tsx'
import { confirmedText, namesOf, ofGroup, ofOne, participationHref } from './about-participation.ts'
import { ConfirmationFields, confirmationTyped, readConfirmation } from './confirmation.form.tsx'
import { EvidenceList } from './evidence.part.tsx'
import { evidenceOf } from './evidence.store.ts'
import { mobilityOf } from './mobility.store.ts'
import { comesHere, type Mobility } from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'
import {
  AgreementFields,
  agreementTyped,
  nobodyYet,
  ParticipantFields,
  readAgreement,
  readParticipant,
  type Typed,
} from './participation.form.tsx'
import {
  addOutcomes,
  addParticipation,
  agree,
  confirm,
  judgeOutcome,
  outcomesOf,
  participationOf,
  participationsOf,
  wordOutcome,
} from './participation.store.ts'
import { programmePages } from './programme.pages.tsx'
import { textPages } from './participation.texts.tsx'
import type { Outcome, Participation } from './participation.ts'
import { participationWords } from './participation.words.ts'
import { removalWords } from './removal.words.ts'
import { trainingWords } from './training.words.ts'

export const participationPages = new Hono<PageEnv>()
participationPages.route('/', textPages)
participationPages.route('/', programmePages)

type One = {
  participation: Participation
  mobility: Mobility
  outcomes: Outcome[]
  /** What the whole group is to learn. */
  shared: Outcome[]
  name: string
}

const onParticipation = (c: PageContext, work: (act: Acting, one: One) => Promise<Response>) =>
  onFound(c, participationOf, async (act, participation) => {
    const mobility = await mobilityOf(act, participation.mobilityId)
    if (!mobility) return null
    const outcomes = await outcomesOf(act, ofOne(participation))
    const shared = await outcomesOf(act, ofGroup(mobility))
    const name = (await namesOf(act, [participation])).get(participation.id) ?? ''
    return work(act, { participation, mobility, outcomes, shared, name })
  })

/** Colleagues who are not written down on this mobility yet. */
async function freeOn(act: Acting, mobility: Mobility) {
  const there = (await participationsOf(act, mobility.id)).map(({ accountId }) => accountId)
  return (await listColleagues(act)).filter(({ id }) => !there.includes(id))
}

participationPages.get('/mobilities/:id/participations/new', (c) =>
  onMobility(c, (act, mobility) => newPage(c, act, mobility, nobodyYet)),
)

participationPages.post('/mobilities/:id/participations/new', async (c) => {
  const { values } = await formOf(c)
  return onMobility(c, async (act, mobility) => {
    const { form, given } = readParticipant(c.var.locale, values, await freeOn(act, mobility))
    if (!given) return newPage(c, act, mobility, form)
    const id = await addParticipation(act, mobility.id, given)
    return c.redirect(participationHref({ id }, 'change'), 303)
  })
})

async function newPage(c: PageContext, act: Acting, mobility: Mobility, form: Typed) {
  const { locale } = c.var
  const say = participationWords(locale)
  return formPage(
    c,
    { title: say.add, lead: say.addLead, mobility, action: mobilityHref(mobility, 'participations/new') },
    form,
    <ParticipantFields locale={locale} form={form} free={await freeOn(act, mobility)} />,
  )
}

function formPage(
  c: PageContext,
  about: { title: string; lead: string; mobility: Mobility; action: string; remove?: string },
  { errors }: Typed,
  fields: ReturnType<typeof ParticipantFields>,
) {
  const { locale } = c.var
  const { title, lead, mobility, action, remove } = about
  return page(
    c,
    {
      title,
      lead,
      over: mobility.title,
      width: 'narrow',
      back: { href: mobilityHref(mobility), label: mobility.title },
    },
    <div class="stack">
      <Form locale={locale} action={action} errors={errors} guard>
        {fields}
        <Acts>
          <Button>{participationWords(locale).save}</Button>
        </Acts>
      </Form>
      {remove && (
        <p>
          <a href={remove}>{removalWords(locale).titles.participation}</a>
        </p>
      )}
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

participationPages.get('/participations/:id/change', (c) =>
  onParticipation(c, async (_, one) => changePage(c, one, agreementTyped(one.participation, one.outcomes))),
)

participationPages.post('/participations/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onParticipation(c, async (act, one) => {
    const { form, read } = readAgreement(c.var.locale, values, one.outcomes)
    if (!read) return changePage(c, one, form)
    await agree(act, one.participation.id, read.agreement)
    for (const { id, text } of read.worded) await wordOutcome(act, id, text)
    await addOutcomes(act, ofOne(one.participation), read.more)
    leaveNotice(c, participationWords(c.var.locale).saved)
    return c.redirect(participationHref(one.participation), 303)
  })
})

function changePage(c: PageContext, { participation, mobility, outcomes, name }: One, form: Typed) {
  const { locale } = c.var
  const say = participationWords(locale)
  return formPage(
    c,
    {
      title: say.before,
      lead: name,
      mobility,
      action: participationHref(participation, 'change'),
      remove: participationHref(participation, 'remove'),
    },
    form,
    <AgreementFields locale={locale} form={form} outcomes={outcomes} />,
  )
}

participationPages.get('/participations/:id', (c) =>
  onParticipation(c, async (act, one) =>
    onePage(c, act, one, confirmationTyped(one.participation, one.outcomes)),
  ),
)

participationPages.post('/participations/:id', async (c) => {
  const { values } = await formOf(c)
  return onParticipation(c, async (act, one) => {
    const { participation, mobility, outcomes } = one
    const { form, read } = readConfirmation(c.var.locale, values, outcomes, mobility, act.today)
    if (!read) return onePage(c, act, one, form)
    await confirm(act, participation.id, read.said)
    for (const { id, said } of read.judged) await judgeOutcome(act, id, said)
    leaveNotice(c, participationWords(c.var.locale).saved)
    return c.redirect(participationHref(participation), 303)
  })
})

async function onePage(c: PageContext, act: Acting, one: One, form: Typed) {
  const { participation, mobility, outcomes, name } = one
  const { locale } = c.var
  const say = participationWords(locale)
  // To volunteers the mobility itself is no page.
  const opens = carries(act) || act.actor.role === 'coordinator'
  return page(
    c,
    {
      title: participation.accountId === act.actor.accountId ? say.own : say.one,
      lead: `${name}, ${say.parts[participation.part].toLowerCase()}. ${confirmedText(locale, participation)}`,
      over: mobility.title,
      width: 'narrow',
      back: opens
        ? { href: mobilityHref(mobility), label: mobility.title }
        : { href: '/trainings', label: trainingWords(locale).title },
    },
    <div class="stack">
      <Card title={say.before}>
        <SummaryList locale={locale} facts={factsOf(locale, one)} />
        {leads(act) && (
          <p>
            <a href={participationHref(participation, 'change')}>{say.change}</a>
          </p>
        )}
      </Card>
      <EvidenceList locale={locale} all={await evidenceOf(act, { participationId: participation.id })} />
      <Form locale={locale} action={participationHref(participation)} errors={form.errors} guard>
        <h2>{say.after}</h2>
        <p>{say.afterLead}</p>
        <ConfirmationFields locale={locale} form={form} outcomes={outcomes} />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
    </div>,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  )
}

function factsOf(locale: Locale, { participation, mobility, outcomes, shared }: One) {
  const { how, responsible, agreedOn, reportState, reportOn } = participation
  const say = participationWords(locale)
  const of = mobilityWords(locale)
  const written = (text: string) => <span class="as-written">{text}</span>
  const list = (all: readonly Outcome[]) => written(all.map(({ text }) => `– ${text}`).join('\n'))
  return [
    {
      label: comesHere(mobility) ? of.fromShort : of.hostShort,
      value: `${mobility.host}, ${whereIs(locale, mobility)}`,
    },
    { label: of.when, value: periodOf(locale, mobility) },
    { label: say.expected, value: outcomes.length === 0 ? say.noOutcomes : list(outcomes) },
    ...(shared.length === 0 ? [] : [{ label: say.programme, value: list(shared) }]),
    ...(how === '' ? [] : [{ label: say.how, value: written(how) }]),
    ...(responsible === '' ? [] : [{ label: say.responsible, value: written(responsible) }]),
    ...(agreedOn ? [{ label: say.agreedOn, value: longDay(locale, agreedOn) }] : []),
    {
      label: say.report,
      value: [say.reports[reportState], ...(reportOn ? [longDay(locale, reportOn)] : [])].join(', '),
    },
  ]
}
