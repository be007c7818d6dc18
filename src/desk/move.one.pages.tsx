/** One offer of people: what the receiver sees of them before answering, the answer, and taking it back. */
import { Hono } from 'hono'
import { readNames } from '../people/identity.store.ts'
import { identityWords } from '../people/identity.words.ts'
import { answerMove, movesOf, withdrawMove, type Move } from '../people/move.store.ts'
import { answerProblem } from '../people/move.ts'
import { peopleById } from '../people/person.store.ts'
import { asHouse, withActor, type Acting } from '../platform/actor.ts'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { Checkboxes } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
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
import { caseloadWords } from './caseload.words.ts'
import { namesIn } from './move.pages.tsx'
import { moveWords } from './move.words.ts'
import { passOn } from './pass-on.ts'
import { quoted } from './person-log.tsx'

export const moveOnePages = new Hono<PageEnv>()

const reasonLength = 500

type One = {
  move: Move
  names: ReadonlyMap<string, string>
  /** The names of those whom the actor sees. */
  seen: ReadonlyMap<string, string>
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
    seen: await namesSeen(
      act,
      move.people.map(({ personId }) => personId),
    ),
    mayAnswer: open && role === 'coordinator' && move.toId === accountId,
    mayWithdraw: open && (role === 'lead' || move.fromId === accountId || move.offeredBy === accountId),
  }
}

async function namesSeen(act: Acting, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await peopleById(act, ids)
  if (people.size === 0) return new Map()
  await act.audit(
    'list',
    'desk.move',
    [...people.values()].map(({ auditSubject }) => auditSubject),
  )
  return readNames(act, [...people.keys()])
}

moveOnePages.get('/moves/:id', async (c) => {
  const one = await withActor(c.var.ground, actorOf(c), (act) => readOne(act, c.req.param('id')))
  return one
    ? showOne(c, one, { accepted: one.move.people.map(({ code }) => code), reason: '' })
    : notFound(c)
})

moveOnePages.post('/moves/:id/answer', async (c) => {
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

moveOnePages.post('/moves/:id/withdraw', async (c) => {
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
          ...(move.note && !one.mayAnswer ? [{ label: say.note, value: move.note }] : []),
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
          {move.note && <Note>{quoted(locale, move.note)}</Note>}
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
              who={one.seen.get(person.personId) ?? person.code}
              code={one.seen.has(person.personId) ? person.code : undefined}
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
