/** Offering people to a colleague: choose them and who goes on, look at what follows, offer. */
import { Hono } from 'hono'
import type { Colleague } from '../access/account.store.ts'
import { offerMove, NotOfferableError } from '../people/move.store.ts'
import { withActor } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkboxes, Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { CheckAnswers } from '../platform/parts/outcome.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { actorOf, formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { caseloadWords } from './caseload.words.ts'
import { carried, fromOf, readChoice, type Candidate, type Choice, type From } from './move.choose.ts'
import { moveWords } from './move.words.ts'
import { passOn } from './pass-on.ts'

export const moveNewPages = new Hono<PageEnv>()

/** As long as a short letter. */
const noteLength = 500

type Given = { codes: readonly string[]; to: string; note: string }

moveNewPages.get('/moves/new', async (c) => {
  const from = fromOf(c.req.query('from'))
  const choice = await withActor(c.var.ground, actorOf(c), (act) => readChoice(act, from))
  const all = c.req.query('all') === '1' || from.kind === 'without'
  const codes = all ? choice.people.filter(({ offered }) => !offered).map(({ code }) => code) : []
  return choose(c, choice, from, { codes, to: '', note: '' }, {})
})

moveNewPages.post('/moves/new', async (c) => {
  const { locale, ground } = c.var
  const form = await formOf(c)
  const say = moveWords(locale).choose
  const sure = form.text('sure') === 'yes'
  const given: Given = {
    // Once looked over, they come back as one field.
    codes: sure ? form.text('people').split(' ') : form.list('person'),
    to: form.text('to'),
    note: form.text('note').slice(0, noteLength),
  }
  const from = fromOf(form.text('from'))
  try {
    const result = await withActor(ground, actorOf(c), async (act) => {
      const choice = await readChoice(act, from)
      const to = choice.coordinators.find(({ id }) => id === given.to)
      const people = choice.people.filter(
        ({ code, offered, coordinatorId }) =>
          given.codes.includes(code) && !offered && coordinatorId !== given.to,
      )
      const errors: Errors<'person' | 'to'> = {
        ...(people.length > 0 ? {} : { person: say.needPeople }),
        ...(to ? (choice.away.has(to.id) ? { to: say.toAway } : {}) : { to: say.needTo }),
      }
      if (!to || Object.keys(errors).length > 0) return { choice, errors }
      // Nobody is asked for what they take by themselves.
      const now = act.actor.role === 'lead' && to.id === act.actor.accountId
      if (!sure) return { choice, errors, ready: { to, people, now } }
      const ids = people.map(({ personId }) => personId)
      if (now) await passOn(act, ids, to.id)
      else await offerMove(act, { toId: to.id, note: given.note || null, people: people.map(carried) })
      return { choice, errors, ready: { to, people, now }, done: true }
    })
    if ('done' in result && result.ready) {
      leaveNotice(c, result.ready.now ? moveWords(locale).done : moveWords(locale).sent)
      return c.redirect('/moves', 303)
    }
    if ('ready' in result && result.ready) return check(c, from, given, result.ready)
    return choose(c, result.choice, from, given, result.errors)
  } catch (error) {
    // Somebody else has offered one of them in this moment.
    if (!(error instanceof NotOfferableError)) throw error
    leaveNotice(c, moveWords(locale).gone)
    return c.redirect('/moves', 303)
  }
})

const fieldOf = (from: From) => (from.kind === 'without' ? 'none' : from.kind === 'of' ? from.accountId : '')

function choose(c: PageContext, choice: Choice, from: From, given: Given, errors: Errors<'person' | 'to'>) {
  const { locale, visitor } = c.var
  const say = moveWords(locale).choose
  const lead = visitor?.role === 'lead'
  const others = choice.coordinators.filter(({ id }) => lead || id !== visitor?.accountId)
  const query = fieldOf(from) ? `from=${fieldOf(from)}&` : ''
  const all = given.codes.length > 0
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      back: { href: '/moves', label: moveWords(locale).title },
    },
    <Stack>
      {lead && <Whose locale={locale} choice={choice} from={from} />}
      {choice.people.length === 0 ? (
        <Empty title={say.nobodyHere} />
      ) : others.length === 0 ? (
        <Empty title={say.noOthers} />
      ) : (
        <Card>
          <Form locale={locale} action="/moves/new" errors={errors} fields={{ from: fieldOf(from) }}>
            <p>
              <a href={all ? `/moves/new?${query}` : `/moves/new?${query}all=1`}>
                {all ? say.none : say.all}
              </a>
            </p>
            <Checkboxes
              locale={locale}
              name="person"
              label={say.people}
              error={errors.person}
              values={given.codes}
              options={choice.people.map((one) => ({
                value: one.code,
                label: one.name,
                hint: hintOf(locale, one),
                disabled: one.offered,
              }))}
            />
            <Select
              locale={locale}
              name="to"
              label={say.to}
              error={errors.to}
              value={given.to}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea
              locale={locale}
              name="note"
              label={say.note}
              hint={say.noteHint}
              required={false}
              rows={3}
              maxlength={noteLength}
              value={given.note}
            />
            <Acts>
              <Button>{say.next}</Button>
            </Acts>
          </Form>
        </Card>
      )}
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function hintOf(locale: Locale, one: Candidate): string {
  const say = moveWords(locale).choose
  return [
    one.name === one.code ? '' : one.code,
    caseloadWords(locale).states[one.state],
    one.offered ? say.offered : one.openTasks.length > 0 ? say.waits(one.openTasks.length) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The lead passes on anybody's people: a coordinator's at a time, so that the list stays short. */
function Whose({ locale, choice, from }: { locale: Locale; choice: Choice; from: From }) {
  const say = moveWords(locale)
  return (
    <Form locale={locale} action="/moves/new" method="get">
      <Select
        locale={locale}
        name="from"
        label={say.choose.of}
        empty={say.choose.everybody}
        value={fieldOf(from)}
        options={[
          { value: 'none', label: say.without },
          ...choice.coordinators.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button kind="line">{say.choose.show}</Button>
    </Form>
  )
}

type Ready = { to: Colleague; people: readonly Candidate[]; now: boolean }

function check(c: PageContext, from: From, given: Given, { to, people, now }: Ready) {
  const { locale } = c.var
  const words = moveWords(locale)
  const say = words.check
  const back = fieldOf(from) ? `/moves/new?from=${fieldOf(from)}` : '/moves/new'
  return page(
    c,
    { title: say.title, width: 'narrow', back: { href: back, label: words.choose.title } },
    <Card>
      <CheckAnswers
        locale={locale}
        action="/moves/new"
        button={now ? say.take : say.send}
        fields={{
          from: fieldOf(from),
          people: people.map(({ code }) => code).join(' '),
          to: to.id,
          note: given.note,
          sure: 'yes',
        }}
        facts={[
          { label: say.people, value: people.map(({ name }) => name).join(', '), changeHref: back },
          { label: say.to, value: to.name, changeHref: back },
          ...(now ? [] : [{ label: say.note, value: given.note || say.noNote, changeHref: back }]),
        ]}
      >
        <Ticks
          items={(now
            ? say.followsNow
            : [say.follows.sees(to.name), say.follows.until, say.follows.goes]
          ).map((label) => ({ label, open: true }))}
        />
      </CheckAnswers>
    </Card>,
  )
}
