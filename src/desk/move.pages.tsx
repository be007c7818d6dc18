/** Offers of people between coordinators: which there are, and one of them with its answer. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { identityWords } from '../people/identity.words.ts'
import { answerMove, movesOf, withdrawMove, type Move } from '../people/move.store.ts'
import { answerProblem } from '../people/move.ts'
import { peopleById } from '../people/person.store.ts'
import { asHouse, withActor, type Acting } from '../platform/actor.ts'
import { daysBetween, type Day } from '../platform/day.ts'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Split, Stack } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { longDay, numericDay } from '../platform/words.dates.ts'
import { isLocale, type Locale } from '../platform/words.ts'
import { pathwayStates } from '../support/pathway.store.ts'
import { daysText } from './away.words.ts'
import { caseloadWords } from './caseload.words.ts'
import { leftAlone } from './move.choose.ts'
import { moveWords } from './move.words.ts'
import { passOn } from './pass-on.ts'

export const movePages = new Hono<PageEnv>()

/** Answers are told for so long. */
const lately = 14
const reasonLength = 500

type MovesView = { today: Day; moves: readonly Move[]; names: ReadonlyMap<string, string>; alone: number }

movePages.get('/moves', async (c) => {
  const view = await withActor(c.var.ground, actorOf(c), async (act): Promise<MovesView> => {
    const moves = await movesOf(act, { since: act.today.subtract({ days: lately }) })
    return { today: act.today, moves, names: await namesIn(act, moves), alone: await leftAlone(act) }
  })
  return showAll(c, view)
})

const namesIn = (act: Acting, moves: readonly Move[]) =>
  accountNames(
    act,
    moves.flatMap(({ fromId, toId, offeredBy }) => [fromId ?? toId, toId, offeredBy]),
  )

function showAll(c: PageContext, { today, moves, names, alone }: MovesView) {
  const { locale, visitor } = c.var
  const say = moveWords(locale)
  const own = visitor?.accountId
  const lead = visitor?.role === 'lead'
  const open = moves.filter(({ state }) => state === 'offered')
  const toMe = open.filter(({ toId }) => toId === own)
  const groups = [
    { id: 'to-you', title: say.toYou, moves: lead ? [] : toMe },
    { id: 'by-you', title: say.byYou, moves: lead ? [] : open.filter((move) => !toMe.includes(move)) },
    { id: 'open', title: say.open, moves: lead ? open : [] },
    { id: 'lately', title: say.lately, moves: moves.filter(({ state }) => state !== 'offered') },
  ].filter((group) => group.moves.length > 0)
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      actions: (
        <ButtonLink href="/moves/new" icon="arrow-right">
          {say.offer}
        </ButtonLink>
      ),
    },
    <Stack>
      {alone > 0 && (
        <Card id="without" title={say.without}>
          <p>{say.withoutText(alone)}</p>
          <Acts>
            <ButtonLink href="/moves/new?from=none" kind="soft">
              {say.withoutDo}
            </ButtonLink>
          </Acts>
        </Card>
      )}
      {groups.length === 0 && alone === 0 && <Empty title={say.none}>{say.noneText}</Empty>}
      {groups.map((group) => (
        <Group id={group.id} title={group.title} count={group.moves.length}>
          {group.moves.map((move) => (
            <Row
              who={whoIn(locale, move, names, own)}
              sub={subOf(locale, move, today)}
              action={{
                label: move.state === 'offered' && move.toId === own && !lead ? say.answer : say.look,
                href: `/moves/${move.id}`,
                icon: 'eye',
              }}
            >
              {say.people(move.people.length)}
            </Row>
          ))}
        </Group>
      ))}
    </Stack>,
  )
}

function whoIn(
  locale: Locale,
  { fromId, toId }: Move,
  names: ReadonlyMap<string, string>,
  own: string | undefined,
): string {
  const say = moveWords(locale)
  const from = fromId === null ? say.nobody : (names.get(fromId) ?? '')
  if (toId === own) return say.from(from)
  const to = names.get(toId) ?? ''
  return fromId === own ? say.to(to) : say.fromTo(from, to)
}

function subOf(locale: Locale, { state, offeredOn, people }: Move, today: Day): string {
  const say = moveWords(locale)
  const days = daysBetween(offeredOn, today)
  if (state === 'offered') return days === 0 ? say.sinceToday : say.since(daysText(locale, days))
  const taken = people.filter((one) => one.state === 'accepted').length
  return state === 'accepted' && taken < people.length
    ? `${say.states[state]}: ${say.people(taken)}`
    : say.states[state]
}

type One = {
  move: Move
  names: ReadonlyMap<string, string>
  /** Codes that lead to a page for this actor. */
  seen: ReadonlySet<string>
  mayAnswer: boolean
  mayWithdraw: boolean
}

async function readOne(act: Acting, id: string): Promise<One | null> {
  const [move] = await movesOf(act, { id })
  if (!move) return null
  const { accountId, role } = act.actor
  const open = move.state === 'offered'
  return {
    move,
    names: await namesIn(act, [move]),
    seen: new Set(
      (
        await peopleById(
          act,
          move.people.map(({ personId }) => personId),
        )
      ).keys(),
    ),
    mayAnswer: open && role === 'coordinator' && move.toId === accountId,
    mayWithdraw: open && (role === 'lead' || move.fromId === accountId || move.offeredBy === accountId),
  }
}

movePages.get('/moves/:id', async (c) => {
  const one = await withActor(c.var.ground, actorOf(c), (act) => readOne(act, c.req.param('id')))
  return one
    ? showOne(c, one, { accepted: one.move.people.map(({ code }) => code), reason: '' })
    : notFound(c)
})

movePages.post('/moves/:id/answer', async (c) => {
  const { locale, ground } = c.var
  const form = await formOf(c)
  const say = moveWords(locale)
  const reason = form.text('reason').slice(0, reasonLength)
  const codes = form.text('answer') === 'decline' ? [] : form.list('person')
  const result = await withActor(ground, actorOf(c), async (act) => {
    const one = await readOne(act, c.req.param('id'))
    if (!one?.mayAnswer) return null
    const { people, fromId, toId, id } = one.move
    const accepted = people.filter(({ code }) => codes.includes(code)).map(({ personId }) => personId)
    const all = people.map(({ personId }) => personId)
    if (answerProblem(all, accepted, reason)) return { one, error: say.one.needReason }
    const taken = await answerMove(act, id, { accepted, reason: reason || null })
    if (taken === null) return null
    const subjects = await asHouse(act, async (house) => {
      const current = await peopleById(house, taken)
      // Whoever has gone to somebody else meanwhile is no longer the giver's to give.
      const still = [...current.values()].filter(({ coordinatorId }) => coordinatorId === fromId)
      await passOn(
        house,
        still.map((person) => person.id),
        toId,
      )
      return still.map(({ auditSubject }) => auditSubject)
    })
    if (subjects.length > 0) await act.audit('change', 'people.sight.taken', subjects)
    return { one, taken: subjects.length }
  })
  if (!result) return notFound(c)
  if ('error' in result) return showOne(c, result.one, { accepted: codes, reason }, result.error)
  leaveNotice(c, result.taken > 0 ? say.accepted(result.taken) : say.declined)
  return c.redirect(result.taken > 0 ? '/people' : '/moves', 303)
})

movePages.post('/moves/:id/withdraw', async (c) => {
  const done = await withActor(c.var.ground, actorOf(c), async (act) => {
    const one = await readOne(act, c.req.param('id'))
    return one?.mayWithdraw === true && (await withdrawMove(act, one.move.id))
  })
  if (!done) return notFound(c)
  leaveNotice(c, moveWords(c.var.locale).withdrawn)
  return c.redirect('/moves', 303)
})

function showOne(
  c: PageContext,
  one: One,
  given: { accepted: readonly string[]; reason: string },
  error?: string,
) {
  const { locale, visitor } = c.var
  const words = moveWords(locale)
  const say = words.one
  const { move, names } = one
  const waitsForRole =
    move.state === 'offered' && move.toId === visitor?.accountId && visitor.role !== 'coordinator'
  const about = (
    <Plain title={say.about}>
      <SummaryList
        locale={locale}
        facts={[
          { label: say.fromWho, value: move.fromId ? (names.get(move.fromId) ?? '') : words.nobody },
          { label: say.toWho, value: names.get(move.toId) ?? '' },
          { label: say.when, value: longDay(locale, move.offeredOn) },
          { label: say.state, value: words.states[move.state] },
          ...(move.note ? [{ label: say.note, value: move.note }] : []),
          ...(move.reason ? [{ label: say.reason, value: move.reason }] : []),
        ]}
      />
    </Plain>
  )
  return page(
    c,
    {
      title: say.title,
      lead: say.lead(move.people.length),
      back: { href: '/moves', label: say.back },
    },
    <Split aside={about}>
      {one.mayAnswer ? (
        <Card>
          <Form locale={locale} action={`/moves/${move.id}/answer`} errors={error ? { reason: error } : {}}>
            <Checkboxes
              locale={locale}
              name="person"
              label={say.accept}
              hint={say.acceptHint}
              values={given.accepted}
              options={move.people.map((person) => ({
                value: person.code,
                label: person.code,
                hint: factsOf(locale, person),
              }))}
            />
            <TextArea
              locale={locale}
              name="reason"
              label={say.reason2}
              hint={say.reasonHint}
              required={false}
              rows={2}
              maxlength={reasonLength}
              value={given.reason}
              error={error}
            />
            <Acts>
              <Button name="answer" value="accept">
                {say.take}
              </Button>
              <Button name="answer" value="decline" kind="line">
                {say.decline}
              </Button>
            </Acts>
          </Form>
        </Card>
      ) : (
        <Group id="people" title={say.people} count={move.people.length}>
          {move.people.map((person) => (
            <Row
              who={person.code}
              href={one.seen.has(person.personId) ? `/people/${person.code}` : undefined}
              sub={move.state === 'offered' ? undefined : words.states[person.state]}
            >
              {factsOf(locale, person)}
            </Row>
          ))}
        </Group>
      )}
      {waitsForRole && <p>{say.asCoordinator}</p>}
      {one.mayWithdraw && (
        <Plain title={say.withdraw}>
          <p>{say.withdrawText}</p>
          <PostButton action={`/moves/${move.id}/withdraw`} kind="line">
            {say.withdraw}
          </PostButton>
        </Plain>
      )}
    </Split>,
    error ? 422 : 200,
  )
}

/** What may be known of somebody before they are accepted. */
function factsOf(locale: Locale, person: Move['people'][number]): string {
  const say = moveWords(locale)
  const state = pathwayStates.find((one) => one === person.pathState)
  return [
    person.municipality && (municipalityWithCode(person.municipality)?.name ?? ''),
    isLocale(person.language) ? identityWords(locale).languages[person.language] : person.language,
    state ? caseloadWords(locale).states[state] : say.one.noPath,
    person.leftOn && say.one.left(numericDay(locale, person.leftOn)),
    person.openTasks > 0 && say.choose.waits(person.openTasks),
  ]
    .filter(Boolean)
    .join(' · ')
}
