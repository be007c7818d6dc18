/** What people sent and nobody has read, one after the other: read in one sitting, and marked together. */
import { Hono } from 'hono'
import { accountNames } from '../access/account.store.ts'
import { readNames } from '../people/identity.store.ts'
import { peopleById, personByCode, type Person } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Temporal, type Day, type Moment } from '../platform/day.ts'
import { Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Times } from '../platform/parts/times.tsx'
import { actorOf, formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { GivenAnswer } from '../support/checkin-answer.store.ts'
import { checkinsOf, markRead } from '../support/checkin.store.ts'
import { listOpenTasks } from '../tasks/task.store.ts'
import { dayAnswersWords } from './day-answers.words.ts'
import { answerItem } from './person.answers.tsx'

export const dayAnswersPages = new Hono<PageEnv>()

/** People on one page: a sitting of some minutes. */
const peopleShown = 20

type Unread = { person: Person; name: string | null; answers: GivenAnswer[] }
type View = {
  today: Day
  now: Moment
  timeZone: string
  unread: Unread[]
  waiting: number
  names: Map<string, string>
}

dayAnswersPages.get('/day/answers', async (c) => {
  const view = await withActor(c.var.ground, actorOf(c), readUnread)
  return show(c, view)
})

dayAnswersPages.post('/day/answers', async (c) => {
  const form = await formOf(c)
  const shownAt = momentOrNull(form.text('shown-at'))
  await withActor(c.var.ground, actorOf(c), async (act) => {
    if (shownAt === null) return
    for (const code of form.list('code').slice(0, peopleShown)) {
      const person = await personByCode(act, code)
      if (person) await markRead(act, person.id, shownAt)
    }
  })
  if (shownAt !== null) leaveNotice(c, dayAnswersWords(c.var.locale).noted)
  return c.redirect(shownAt === null ? '/day/answers' : '/day', 303)
})

function momentOrNull(text: string): Moment | null {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}

async function readUnread(act: Acting): Promise<View> {
  const tasks = await listOpenTasks(act, { kinds: ['read'] })
  const ids = tasks.slice(0, peopleShown).map(({ personId }) => personId)
  const people = await peopleById(act, ids)
  const names = await readNames(act, ids)
  const unread: Unread[] = []
  for (const id of ids) {
    const person = people.get(id)
    if (!person) continue
    const answers = (await checkinsOf(act, id)).flatMap(({ answer }) =>
      answer && answer.readAt === null ? [answer] : [],
    )
    unread.push({ person, name: names.get(id) ?? null, answers })
  }
  const writers = unread.flatMap(({ answers }) => answers.flatMap(({ byAccount }) => byAccount ?? []))
  return {
    today: act.today,
    now: act.now,
    timeZone: act.actor.timeZone,
    unread,
    waiting: tasks.length,
    names: await accountNames(act, writers),
  }
}

function show(c: PageContext, view: View) {
  const { locale } = c.var
  const say = dayAnswersWords(locale)
  const { unread, waiting } = view
  return page(
    c,
    {
      title: say.title,
      lead: unread.length === 0 ? undefined : say.lead,
      width: 'narrow',
      back: { href: '/day', label: say.back },
    },
    unread.length === 0 ? (
      <Empty title={say.none.title}>{say.none.text}</Empty>
    ) : (
      <div class="stack">
        {unread.map(({ person, name, answers }) => (
          <Card title={name ?? person.code}>
            <Times items={answers.map((answer) => answerItem({ ...view, locale }, answer))} />
            <p>
              <a href={`/people/${person.code}`} aria-label={`${say.open}: ${name ?? person.code}`}>
                {say.open}
              </a>
            </p>
          </Card>
        ))}
        <Form locale={locale} action="/day/answers">
          {unread.map(({ person }) => (
            <input type="hidden" name="code" value={person.code} />
          ))}
          <input type="hidden" name="shown-at" value={view.now.toString()} />
          <Button icon="check">{say.all}</Button>
        </Form>
        {waiting > unread.length && <p class="sub">{say.more(waiting)}</p>}
      </div>
    ),
  )
}
