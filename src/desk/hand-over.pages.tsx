/** One person goes to a colleague: choose, check, offer. It is the same offer as of many; what a lead takes upon themself is done at once. */
import { Hono } from 'hono'
import { accountName, listColleagues, type Colleague } from '../access/account.store.ts'
import { readNames } from '../people/identity.store.ts'
import { NotOfferableError, offerMove, onOffer } from '../people/move.store.ts'
import { personByCode, type Person } from '../people/person.store.ts'
import { isResponsible } from '../people/sight.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { CheckAnswers } from '../platform/parts/outcome.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { listCaseload } from '../support/caseload.store.ts'
import { handOverWords } from './hand-over.words.ts'
import { carried } from './move.choose.ts'
import { moveWords } from './move.words.ts'
import { passOn } from './pass-on.ts'

export const handOverPages = new Hono<PageEnv>()

type HandOver = {
  person: Person
  name: string
  now: string | null
  /** Everybody who could go on. */
  others: readonly Colleague[]
  /** It waits for somebody's answer already. */
  offered: boolean
}

handOverPages.get('/people/:code/hand-over', async (c) => {
  const found = await withActor(c.var.ground, actorOf(c), (act) => readHandOver(act, c.req.param('code')))
  return found ? choose(c, found, '') : notFound(c)
})

handOverPages.post('/people/:code/hand-over', async (c) => {
  const { text } = await formOf(c)
  const { locale } = c.var
  const say = handOverWords(locale)
  const sure = text('sure') === 'yes'
  const found = await withActor(c.var.ground, actorOf(c), async (act) => {
    const about = await readHandOver(act, c.req.param('code'))
    const to = about?.others.find((one) => one.id === text('to'))
    if (about && to && sure && !about.offered) await give(act, about.person, to)
    return about && { ...about, to }
  })
  if (!found) return notFound(c)
  const { to, person } = found
  if (found.offered) return c.redirect('/moves', 303)
  if (!to) return choose(c, found, text('to'), say.toMissing)
  const now = isAtOnce(c, to)
  if (!sure) return check(c, found, to, now)
  leaveNotice(c, now ? say.done(person.code) : moveWords(locale).sent)
  return c.redirect(`/people/${person.code}`, 303)
})

/** Nobody is asked for what they take by themselves. */
const isAtOnce = (c: PageContext, to: Colleague) =>
  actorOf(c).role === 'lead' && to.id === actorOf(c).accountId

async function give(act: Acting, person: Person, to: Colleague): Promise<void> {
  if (act.actor.role === 'lead' && to.id === act.actor.accountId) {
    await passOn(act, [person.id], to.id)
    await act.audit('change', 'people.sight.taken', [person.auditSubject])
    return
  }
  const line = (await listCaseload(act)).find(({ personId }) => personId === person.id)
  if (!line) throw new NotOfferableError()
  await offerMove(act, { toId: to.id, note: null, people: [carried(line)] })
}

async function readHandOver(act: Acting, code: string): Promise<HandOver | null> {
  const person = await personByCode(act, code)
  const name = person && (await readNames(act, [person.id])).get(person.id)
  if (!name || !(await isResponsible(act, person.id))) return null
  const colleagues = await listColleagues(act, ['coordinator'])
  return {
    person,
    name,
    now: person.coordinatorId && (await accountName(act, person.coordinatorId)),
    others: colleagues.filter((one) => one.id !== person.coordinatorId),
    offered: (await onOffer(act, [person.id])).size > 0,
  }
}

function choose(c: PageContext, { person, others, offered }: HandOver, chosen: string, error?: string) {
  const { locale } = c.var
  const say = handOverWords(locale)
  const back = `/people/${person.code}`
  return page(
    c,
    {
      title: say.title,
      code: person.code,
      lead: say.lead,
      width: 'narrow',
      back: { href: back, label: say.toPerson },
    },
    offered ? (
      <Empty title={say.offered} action={{ href: '/moves', label: moveWords(locale).title }} />
    ) : others.length === 0 ? (
      <Empty title={say.none} />
    ) : (
      <Card>
        <Form locale={locale} action={`${back}/hand-over`} errors={error ? { to: error } : {}}>
          <Radios
            locale={locale}
            name="to"
            label={say.to}
            layout="column"
            error={error}
            value={chosen}
            options={others.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Acts>
            <Button>{say.next}</Button>
          </Acts>
        </Form>
      </Card>
    ),
    error ? 422 : 200,
  )
}

function follows(locale: Locale, to: Colleague): readonly string[] {
  const { sees, until, goes } = moveWords(locale).check.follows
  return [sees(to.name), until, goes]
}

function check(c: PageContext, { person, name, now }: HandOver, to: Colleague, atOnce: boolean) {
  const { locale } = c.var
  const say = handOverWords(locale)
  const back = `/people/${person.code}/hand-over`
  return page(
    c,
    { title: say.checkTitle, code: person.code, width: 'narrow', back: { href: back, label: say.title } },
    <Card>
      <CheckAnswers
        locale={locale}
        action={back}
        button={atOnce ? say.confirm : moveWords(locale).check.send}
        fields={{ to: to.id, sure: 'yes' }}
        facts={[
          { label: say.person, value: name },
          { label: say.now, value: now ?? say.nobody },
          { label: say.then, value: to.name, changeHref: back },
        ]}
      >
        <Ticks items={(atOnce ? say.follows : follows(locale, to)).map((label) => ({ label, open: true }))} />
      </CheckAnswers>
    </Card>,
  )
}
