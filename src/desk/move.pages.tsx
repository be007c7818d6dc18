/** Offers of people between coordinators: which there are. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { movesOf, type Move } from '../people/move.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { daysBetween, type Day } from '../platform/day.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { daysText } from './span.words.ts'
import { leftAlone } from './move.choose.ts'
import { moveWords } from './move.words.ts'

export const movePages = new Hono<PageEnv>()

/** Answers are told for so long. */
const lately = 14

type MovesView = { today: Day; moves: readonly Move[]; names: ReadonlyMap<string, string>; alone: number }

movePages.get('/moves', async (c) => {
  const view = await withActor(c.var.ground, actorOf(c), async (act): Promise<MovesView> => {
    const moves = await movesOf(act, { since: act.today.subtract({ days: lately }) })
    return { today: act.today, moves, names: await namesIn(act, moves), alone: await leftAlone(act) }
  })
  return showAll(c, view)
})

/** Everybody who has a part in these offers. */
export const namesIn = (act: Acting, moves: readonly Move[]) =>
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
  { fromId, toId, state }: Move,
  names: ReadonlyMap<string, string>,
  own: string | undefined,
): string {
  const say = moveWords(locale)
  const from = fromId === null ? say.nobody : (names.get(fromId) ?? '')
  const to = names.get(toId) ?? ''
  // The group's title says which way it goes.
  if (state === 'offered' && toId === own) return from
  return state === 'offered' && fromId === own ? to : say.fromTo(from, to)
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
