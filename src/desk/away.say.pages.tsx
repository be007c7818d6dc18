/** Saying that somebody is away, with a look at what follows. */
import { Hono } from 'hono'
import { absenceProblem } from '../access/absence.ts'
import { sayAway } from '../access/absence.store.ts'
import type { Colleague } from '../access/account.store.ts'
import { settleCoversFor } from '../people/cover.store.ts'
import { listPeople } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate } from '../platform/parts/date-field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { CheckAnswers } from '../platform/parts/outcome.tsx'
import { Card, Ticks } from '../platform/parts/surface.tsx'
import { actorOf, formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import {
  called,
  errorsOf,
  readAround,
  Substitute,
  substitutesFor,
  type Around,
  type Given,
  type Problem,
  type Problems,
} from './away.form.tsx'
import { awayWords } from './away.words.ts'
import { spanInSentence } from './span.words.ts'

export const awaySayPages = new Hono<PageEnv>()

awaySayPages.get('/away/new', async (c) => {
  const around = await withActor(c.var.ground, actorOf(c), readAround)
  const asked = c.req.query('for') ?? around.own
  const who = around.absentable.some(({ id }) => id === asked) ? asked : ''
  return askNew(c, around, { who, from: dateText(around.today), until: dateText(null), substitute: '' }, {})
})

awaySayPages.post('/away/new', async (c) => {
  const { locale, ground } = c.var
  const { text, values } = await formOf(c)
  const from = readDate(values, 'from')
  const until = readDate(values, 'until')
  const sure = text('sure') === 'yes'
  const result = await withActor(ground, actorOf(c), async (act) => {
    const around = await readAround(act)
    const who = around.lead ? text('who') : around.own
    const given: Given = { who, from: from.text, until: until.text, substitute: text('substitute') }
    const absent = around.absentable.find(({ id }) => id === who)
    const substitutes = absent ? substitutesFor(absent, around.colleagues) : []
    const substitute = substitutes.find(({ id }) => id === given.substitute)
    const wanted = absent &&
      from.day && {
        accountId: absent.id,
        from: from.day,
        until: until.day,
        substituteId: substitute?.id ?? null,
      }
    const problems: Problem[] = [
      ...(from.state === 'ok' ? [] : (['from-missing'] as const)),
      ...(until.state === 'wrong' ? (['until-wrong'] as const) : []),
      ...(given.substitute !== '' && absent && !substitute ? (['substitute-role'] as const) : []),
    ]
    const problem =
      wanted && problems.length === 0 ? absenceProblem(wanted, around.absences, act.today) : null
    if (problem) problems.push(problem)
    const errors = {
      ...(absent ? {} : { who: awayWords(locale).form.needWho }),
      ...errorsOf(locale, problems),
    }
    if (!wanted || Object.keys(errors).length > 0) return { around, given, errors }
    const ready = {
      absent,
      substitute: substitute ?? null,
      wanted,
      people: await peopleOf(act, absent, around),
    }
    if (!sure) return { around, given, errors: {}, ready }
    await sayAway(act, wanted)
    await settleCoversFor(act)
    return { around, given, errors: {}, ready, done: true }
  })
  if ('done' in result && result.done) {
    leaveNotice(c, awayWords(locale).saved)
    return c.redirect('/away', 303)
  }
  if ('ready' in result && result.ready) return check(c, result.around, result.given, result.ready)
  return askNew(c, result.around, result.given, result.errors)
})

/** How many the substitute would see: of a coordinator their people; of the only lead everybody. */
async function peopleOf(act: Acting, absent: Colleague, { colleagues }: Around): Promise<number> {
  const everybody =
    absent.roles.includes('lead') &&
    !colleagues.some(({ id, roles }) => id !== absent.id && roles.includes('lead'))
  const people = await listPeople(act)
  return people.filter(({ coordinatorId }) => everybody || coordinatorId === absent.id).length
}

function askNew(c: PageContext, around: Around, given: Given, errors: Problems) {
  const { locale } = c.var
  const say = awayWords(locale).form
  const self = around.absentable.find(({ id }) => id === around.own)
  const others = around.lead
    ? around.colleagues.filter(({ roles }) => roles.includes('coordinator') || roles.includes('lead'))
    : self
      ? substitutesFor(self, around.colleagues)
      : []
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      width: 'narrow',
      back: { href: '/away', label: awayWords(locale).toList },
    },
    <Card>
      <Form locale={locale} action="/away/new" errors={errors} guard>
        {around.lead && (
          <Select
            locale={locale}
            name="who"
            label={say.who}
            error={errors.who}
            value={given.who}
            options={around.absentable.map((one) => ({ value: one.id, label: called(locale, one) }))}
          />
        )}
        <DateField locale={locale} name="from" label={say.from} error={errors.from} value={given.from} />
        <DateField
          locale={locale}
          name="until"
          label={say.until}
          hint={say.untilHint}
          required={false}
          error={errors.until}
          value={given.until}
        />
        <Substitute locale={locale} options={others} value={given.substitute} error={errors.substitute} />
        <Acts>
          <Button>{say.next}</Button>
        </Acts>
      </Form>
    </Card>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

type Ready = {
  absent: Colleague
  substitute: Colleague | null
  wanted: { from: Day; until: Day | null }
  people: number
}

function check(c: PageContext, around: Around, given: Given, { absent, substitute, wanted, people }: Ready) {
  const { locale } = c.var
  const words = awayWords(locale)
  const say = words.check
  const span = spanInSentence(locale, wanted, around.today)
  const stands = absent.roles.includes('coordinator') || absent.roles.includes('lead')
  const follows = substitute
    ? [
        substitute.roles.includes('coordinator')
          ? say.sees(substitute.name, people, span)
          : say.seesAll(substitute.name),
        say.newcomers,
        say.after,
        say.told,
      ]
    : [stands ? say.alone : say.supporter]
  const back = `/away/new?for=${absent.id}`
  return page(
    c,
    { title: say.title, width: 'narrow', back: { href: back, label: words.form.title } },
    <Card>
      <CheckAnswers
        locale={locale}
        action="/away/new"
        button={say.save}
        fields={{
          who: absent.id,
          substitute: substitute?.id ?? '',
          ...Object.fromEntries(
            (['from', 'until'] as const).flatMap((name) =>
              Object.entries(given[name]).map(([part, value]) => [`${name}-${part}`, value]),
            ),
          ),
          sure: 'yes',
        }}
        facts={[
          { label: say.who, value: absent.name, changeHref: around.lead ? back : undefined },
          { label: say.from, value: longDay(locale, wanted.from), changeHref: back },
          {
            label: say.until,
            value: wanted.until ? longDay(locale, wanted.until) : say.unknown,
            changeHref: back,
          },
          ...(stands
            ? [{ label: say.substitute, value: substitute?.name ?? words.form.nobody, changeHref: back }]
            : []),
        ]}
      >
        <Ticks items={follows.map((label) => ({ label, open: true }))} />
      </CheckAnswers>
    </Card>,
  )
}
