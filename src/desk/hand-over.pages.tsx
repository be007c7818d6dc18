/** Handing a person over to a colleague: choose, check, confirm. Sight and all that waits go along. */
import { Hono } from 'hono'
import { accountName, listColleagues, type Colleague } from '../access/account.store.ts'
import { readNames } from '../people/identity.store.ts'
import { personByCode, type Person } from '../people/person.store.ts'
import { handOver } from '../people/sight.store.ts'
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
import { giveTasks } from '../tasks/task.store.ts'
import { handOverWords } from './hand-over.words.ts'

export const handOverPages = new Hono<PageEnv>()

type HandOver = {
  person: Person
  name: string
  now: string | null
  /** Everybody who could go on. */
  others: readonly Colleague[]
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
    if (about && to && sure) {
      await giveTasks(act, about.person.id, to.id)
      await handOver(act, about.person.id, to.id)
      await act.audit('change', 'people.sight', [about.person.auditSubject])
    }
    return about && { ...about, to }
  })
  if (!found) return notFound(c)
  const { to, person } = found
  if (!to) return choose(c, found, text('to'), say.toMissing)
  if (!sure) return check(c, found, to)
  leaveNotice(c, say.done(person.code))
  // Whoever gave the person away does not see them any more.
  return c.redirect(actorOf(c).role === 'lead' ? `/people/${person.code}` : '/people', 303)
})

async function readHandOver(act: Acting, code: string): Promise<HandOver | null> {
  const person = await personByCode(act, code)
  const name = person && (await readNames(act, [person.id])).get(person.id)
  if (!name) return null
  const colleagues = await listColleagues(act, ['coordinator'])
  return {
    person,
    name,
    now: person.coordinatorId && (await accountName(act, person.coordinatorId)),
    others: colleagues.filter((one) => one.id !== person.coordinatorId),
  }
}

function choose(c: PageContext, { person, others }: HandOver, chosen: string, error?: string) {
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
    others.length === 0 ? (
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

function check(c: PageContext, { person, name, now }: HandOver, to: Colleague) {
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
        button={say.confirm}
        fields={{ to: to.id, sure: 'yes' }}
        facts={[
          { label: say.person, value: name },
          { label: say.now, value: now ?? say.nobody },
          { label: say.then, value: to.name, changeHref: back },
        ]}
      >
        <Ticks items={say.follows.map((label) => ({ label, open: true }))} />
      </CheckAnswers>
    </Card>,
  )
}
