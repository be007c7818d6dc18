/** The library of methods: for everybody to look things up in, and for those who carry a method over to say how far it is. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { lookerOf } from '../communities/about-community.tsx'
import { withActor, type Acting, type Role } from '../platform/actor.ts'
import { ButtonLink } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Note } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { carries } from './about-mobility.tsx'
import { MethodFacts, MethodText } from './method.card.tsx'
import { methodCards } from './method.content.ts'
import {
  MethodLife,
  nothingTaken,
  readStep,
  readTakeUp,
  TakeUp,
  type Seen,
  type StepErrors,
  type StepTyped,
  type TakeUpErrors,
  type TakeUpTyped,
} from './method.life.tsx'
import { methodLifeWords } from './method.life.words.ts'
import { fits, MethodList, MethodTools, readWanted } from './method.list.tsx'
import { cardOf } from './method.name.ts'
import { nothingWritten, OwnForm, readOwn, type OwnErrors, type OwnTyped } from './method.own.tsx'
import { findMethods } from './method.search.ts'
import { addVersion, methodsOf, moveMethod, stepsOf, takeUpMethod, versionsOf } from './method.store.ts'
import type { Method, MethodCard } from './method.ts'
import { methodWords } from './method.words.ts'
import { mobilitiesOf, observationsOf } from './mobility.store.ts'
import { comesHere } from './mobility.ts'
import { threadPart } from './thread.part.tsx'

export const methodPages = new Hono<PageEnv>()

const house: readonly Role[] = ['mobility_lead', 'lead', 'developer', 'coordinator', 'host']
/** Staff look as themselves, everybody else as somebody without an account. */
const looking = <T,>(c: PageContext, work: (act: Acting) => Promise<T>): Promise<T> =>
  withActor(c.var.ground, lookerOf(c, house), work)

methodPages.get('/methods', (c) =>
  looking(c, async (act) => {
    const { locale } = c.var
    const say = methodWords(locale)
    const wanted = readWanted((name) => c.req.query(name))
    const methods = act.actor.role === 'visitor' ? [] : await methodsOf(act)
    const cards = [...(await ownCards(act, methods)), ...methodCards()]
      .filter((card) => fits(card, wanted))
      .toSorted((a, b) => a.words[locale].name.localeCompare(b.words[locale].name, locale))
    const found = await findMethods(act, cards, { locale, q: wanted.q })
    const states = new Map(
      (carries(act) ? methods : []).map(({ id, card, state }) => [
        card ?? id,
        methodLifeWords(locale).states[state],
      ]),
    )
    return page(
      c,
      {
        title: say.title,
        lead: `${say.lead} ${say.found(found.length)}.`,
        actions: carries(act) ? (
          <ButtonLink href="/methods/new" icon="plus">
            {methodLifeWords(locale).own.add}
          </ButtonLink>
        ) : undefined,
      },
      <>
        <MethodTools locale={locale} wanted={wanted} />
        <MethodList
          locale={locale}
          cards={found.flatMap((key) => cards.find((card) => card.key === key) ?? [])}
          states={states}
        />
      </>,
    )
  }),
)

methodPages.get('/methods/new', (c) =>
  withActor(c.var.ground, actorOf(c), async (act) =>
    ownPage(c, await freeObservations(act), nothingWritten, {}),
  ),
)

methodPages.post('/methods/new', async (c) => {
  const { values, list } = await formOf(c)
  return withActor(c.var.ground, actorOf(c), async (act) => {
    const seen = await freeObservations(act)
    const { typed, errors, read } = readOwn(c.var.locale, values, list('observations'), seen)
    if (!read) return ownPage(c, seen, typed, errors)
    const { own, ...taken } = read
    const id = await takeUpMethod(act, { from: { own }, ...taken })
    leaveNotice(c, methodLifeWords(c.var.locale).taken)
    return c.redirect(`/methods/${id}`, 303)
  })
})

methodPages.get('/methods/:key', (c) =>
  looking(c, async (act) => {
    const card = await cardInAddress(c, act)
    return card ? cardPage(c, act, card) : notFound(c)
  }),
)

methodPages.post('/methods/:key/take-up', async (c) => {
  const { values, list } = await formOf(c)
  return carryingOver(c, async (act, card) => {
    const say = methodLifeWords(c.var.locale)
    const seen = await freeObservations(act)
    const { typed, errors, read } = readTakeUp(c.var.locale, values, list('observations'), seen)
    if (!read) return cardPage(c, act, card, { takeUp: { typed, errors } })
    const id = await takeUpMethod(act, { from: { card: card.key, number: card.version }, ...read })
    return back(c, card, id === null ? say.takenBefore : say.taken)
  })
})

methodPages.post('/methods/:key/step', async (c) => {
  const { values } = await formOf(c)
  return carryingOver(c, async (act, card) => {
    const say = methodLifeWords(c.var.locale)
    const method = await takenUp(act, card)
    if (!method) return null
    // Pressed on a page that was older than the last step.
    if (values.from !== method.state) return back(c, card, say.stale)
    const { typed, errors, read } = readStep(c.var.locale, values, method.state)
    if (!read) return cardPage(c, act, card, { step: { typed, errors } })
    const moved = await moveMethod(act, method.id, { from: method.state, ...read })
    return back(c, card, moved ? say.saved : say.stale)
  })
})

methodPages.post('/methods/:key/wording', (c) =>
  carryingOver(c, async (act, card) => {
    const method = await takenUp(act, card)
    const [newest] = method ? await versionsOf(act, method.id) : []
    if (!method || !newest) return null
    if (newest.number < card.version) await addVersion(act, method.id, { number: card.version, own: null })
    return back(c, card, methodLifeWords(c.var.locale).saved)
  }),
)

/** Those the house wrote itself; for nobody else. */
async function ownCards(act: Acting, methods: readonly Method[]): Promise<MethodCard[]> {
  const own = methods.filter(({ card }) => card === null)
  if (own.length === 0) return []
  const versions = await versionsOf(act)
  return own.flatMap(
    (method) =>
      cardOf(
        method,
        versions.find(({ methodId }) => methodId === method.id),
      ) ?? [],
  )
}

async function cardInAddress(c: PageContext, act: Acting): Promise<MethodCard | null> {
  const key = c.req.param('key')
  const is = (card: MethodCard) => card.key === key
  const shipped = methodCards().find(is)
  if (shipped || act.actor.role === 'visitor') return shipped ?? null
  return (await ownCards(act, await methodsOf(act))).find(is) ?? null
}

/** What was seen and belongs to no method yet, and whether on a journey or from an expert. */
async function freeObservations(act: Acting): Promise<Seen[]> {
  const experts = new Set((await mobilitiesOf(act)).filter(comesHere).map(({ id }) => id))
  const free = (await observationsOf(act)).filter(({ methodId }) => methodId === null)
  return free.map((one) => ({ ...one, origin: experts.has(one.mobilityId) ? 'expert' : 'mobility' }))
}

const takenUp = async (act: Acting, card: MethodCard): Promise<Method | null> =>
  (await methodsOf(act)).find((method) => (method.card ?? method.id) === card.key) ?? null

async function carryingOver(
  c: PageContext,
  work: (act: Acting, card: MethodCard) => Promise<Response | null>,
): Promise<Response> {
  const done = await withActor(c.var.ground, actorOf(c), async (act) => {
    const card = await cardInAddress(c, act)
    return card && work(act, card)
  })
  return done ?? notFound(c)
}

function back(c: PageContext, card: MethodCard, notice: string): Response {
  leaveNotice(c, notice)
  return c.redirect(`/methods/${card.key}`, 303)
}

function ownPage(c: PageContext, seen: readonly Seen[], typed: OwnTyped, errors: OwnErrors) {
  const { locale } = c.var
  const say = methodLifeWords(locale).own
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      back: { href: '/methods', label: methodWords(locale).back },
    },
    <OwnForm locale={locale} seen={seen} typed={typed} errors={errors} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function cardPage(
  c: PageContext,
  act: Acting,
  card: MethodCard,
  given: {
    takeUp?: { typed: TakeUpTyped; errors: TakeUpErrors }
    step?: { typed: StepTyped; errors: StepErrors }
  } = {},
): Promise<Response> {
  const { locale } = c.var
  const words = card.words[locale]
  const life = await lifePart(c, act, card, given)
  const wrong = Object.keys({ ...given.takeUp?.errors, ...given.step?.errors }).length > 0
  return page(
    c,
    {
      title: words.name,
      lead: words.purpose,
      back: { href: '/methods', label: methodWords(locale).back },
    },
    <>
      <Split aside={<MethodFacts locale={locale} card={card} />}>
        <MethodText locale={locale} card={card} />
        {life?.body}
      </Split>
      {life?.thread}
    </>,
    wrong ? 422 : 200,
  )
}

async function lifePart(
  c: PageContext,
  act: Acting,
  card: MethodCard,
  given: Parameters<typeof cardPage>[3],
) {
  const { locale } = c.var
  const may = carries(act)
  const { role } = act.actor
  if (!may && role !== 'coordinator' && role !== 'host') return null
  const method = await takenUp(act, card)
  // A host comes here from a trial of their community, and finds the way back to it.
  if (role === 'host') {
    const thread = method && (await threadPart(act, locale, { stage: 'method', id: method.id }))
    return { body: null, thread }
  }
  if (!method) {
    if (!may) return { body: <Note>{methodLifeWords(locale).notYet}</Note>, thread: null }
    const free = await freeObservations(act)
    const { takeUp = { typed: nothingTaken, errors: {} } } = given ?? {}
    return { body: <TakeUp locale={locale} card={card} observations={free} {...takeUp} />, thread: null }
  }
  const steps = await stepsOf(act, method.id)
  const [version] = await versionsOf(act, method.id)
  const thread = await threadPart(act, locale, { stage: 'method', id: method.id })
  const { step = { typed: { to: '', why: '' }, errors: {} } } = given ?? {}
  const names = await accountNames(
    act,
    steps.flatMap(({ byAccount }) => byAccount ?? []),
  )
  const body = (
    <MethodLife
      locale={locale}
      card={card}
      method={method}
      version={version}
      steps={steps}
      names={names}
      step={may ? step : null}
    />
  )
  return { body, thread }
}
