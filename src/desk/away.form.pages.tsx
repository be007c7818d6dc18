/** Saying that somebody is away, with a look at what follows; changing it; being back. */
import { Hono } from 'hono'
import { absenceProblem, coveredRoles, type AbsenceProblem } from '../access/absence.ts'
import {
  absenceById,
  absencesFrom,
  changeAway,
  endAway,
  sayAway,
  type Absence,
} from '../access/absence.store.ts'
import { listColleagues, type Colleague } from '../access/account.store.ts'
import { roleWords } from '../access/role.words.ts'
import { settleCovers } from '../people/cover.store.ts'
import { listPeople } from '../people/person.store.ts'
import { asHouse, withActor, type Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { Acts, Button, PostButton } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, readDate, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { CheckAnswers } from '../platform/parts/outcome.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain, Ticks } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { awayWords, spanInSentence } from './away.words.ts'

export const awayFormPages = new Hono<PageEnv>()

/** What the forms choose from. */
type Around = {
  today: Day
  own: string
  lead: boolean
  /** Whose absence may be said here. */
  absentable: readonly Colleague[]
  colleagues: readonly Colleague[]
  absences: readonly Absence[]
}

type Given = { who: string; from: DateText; until: DateText; substitute: string }
type Problems = Errors<'who' | 'from' | 'until' | 'substitute'>
type Problem = AbsenceProblem | 'from-missing' | 'until-wrong' | 'substitute-role'

const fieldOf: Record<Problem, keyof Problems> = {
  'from-missing': 'from',
  'from-past': 'from',
  overlap: 'from',
  'covers-another': 'from',
  'until-wrong': 'until',
  'until-before-from': 'until',
  'until-past': 'until',
  'substitute-away': 'substitute',
  'substitute-role': 'substitute',
}

async function readAround(act: Acting): Promise<Around> {
  const colleagues = await listColleagues(act, coveredRoles)
  const own = act.actor.accountId ?? ''
  const lead = act.actor.role === 'lead'
  return {
    today: act.today,
    own,
    lead,
    absentable: lead ? colleagues : colleagues.filter(({ id }) => id === own),
    colleagues,
    absences: (await absencesFrom(act, act.today.subtract({ days: 60 }))).filter(({ why }) => why === 'said'),
  }
}

/** Who could stand in: a coordinator for a coordinator, a lead or a coordinator for a lead, nobody for a supporter. */
export function substitutesFor(absent: Colleague, colleagues: readonly Colleague[]): Colleague[] {
  const wanted = absent.roles.includes('lead')
    ? (['coordinator', 'lead'] as const)
    : absent.roles.includes('coordinator')
      ? (['coordinator'] as const)
      : []
  return colleagues.filter(
    ({ id, roles }) => id !== absent.id && roles.some((role) => wanted.some((one) => one === role)),
  )
}

awayFormPages.get('/away/new', async (c) => {
  const around = await withActor(c.var.ground, actorOf(c), readAround)
  const asked = c.req.query('for') ?? around.own
  const who = around.absentable.some(({ id }) => id === asked) ? asked : ''
  return askNew(c, around, { who, from: dateText(around.today), until: dateText(null), substitute: '' }, {})
})

awayFormPages.post('/away/new', async (c) => {
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
    await asHouse(act, (house) => settleCovers(house))
    return { around, given, errors: {}, ready, done: true }
  })
  if ('done' in result && result.done) {
    leaveNotice(c, awayWords(locale).saved)
    return c.redirect('/away', 303)
  }
  if ('ready' in result && result.ready) return check(c, result.around, result.given, result.ready)
  return askNew(c, result.around, result.given, result.errors)
})

function errorsOf(locale: Locale, problems: readonly Problem[]): Problems {
  const say = awayWords(locale).problems
  return Object.fromEntries(problems.toReversed().map((problem) => [fieldOf[problem], say[problem]]))
}

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

function Substitute(props: {
  locale: Locale
  options: readonly Colleague[]
  value: string
  error: string | undefined
}) {
  const { locale, options } = props
  const say = awayWords(locale)
  if (options.length === 0) return <p>{say.check.supporter}</p>
  return (
    <Select
      locale={locale}
      name="substitute"
      label={say.form.substitute}
      hint={say.form.substituteHint}
      error={props.error}
      value={props.value}
      empty={say.form.nobody}
      options={options.map((one) => ({ value: one.id, label: called(locale, one) }))}
    />
  )
}

function called(locale: Locale, { name, roles }: Colleague): string {
  const says = roles
    .filter((role) => coveredRoles.some((one) => one === role))
    .map((role) => roleWords(locale)[role].toLocaleLowerCase(locale))
  return `${name}, ${says.join(', ')}`
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

type One = { around: Around; absence: Absence; absent: Colleague }

/** One's own, and for the lead anybody's; what is over is not changed. */
async function readOne(act: Acting, id: string): Promise<One | null> {
  const around = await readAround(act)
  const absence = await absenceById(act, id)
  const absent = absence && around.absentable.find((one) => one.id === absence.accountId)
  const over = absence?.until && isBefore(absence.until, act.today)
  return absence && absent && absence.why === 'said' && !over ? { around, absence, absent } : null
}

awayFormPages.get('/away/:id', async (c) => {
  const one = await withActor(c.var.ground, actorOf(c), (act) => readOne(act, c.req.param('id')))
  if (!one) return notFound(c)
  const { until, substituteId } = one.absence
  return showOne(c, one, { until: dateText(until), substitute: substituteId ?? '' }, {})
})

awayFormPages.post('/away/:id', async (c) => {
  const { locale, ground } = c.var
  const { text, values } = await formOf(c)
  const until = readDate(values, 'until')
  const result = await withActor(ground, actorOf(c), async (act) => {
    const one = await readOne(act, c.req.param('id'))
    if (!one) return null
    const { absence, absent, around } = one
    const substitute = substitutesFor(absent, around.colleagues).find(({ id }) => id === text('substitute'))
    const substituteId = substitute?.id ?? null
    const others = around.absences.filter(({ id }) => id !== absence.id)
    // A day long ago is no obstacle to what was said then.
    const problem =
      until.state === 'wrong'
        ? 'until-wrong'
        : text('substitute') !== '' && !substitute
          ? 'substitute-role'
          : absenceProblem(
              {
                ...absence,
                from: isBefore(absence.from, act.today) ? act.today : absence.from,
                until: until.day,
                substituteId,
              },
              others,
              act.today,
            )
    const errors: Problems = problem ? errorsOf(locale, [problem]) : {}
    if (problem === null) {
      await changeAway(act, absence.id, { until: until.day, substituteId })
      await asHouse(act, (house) => settleCovers(house))
    }
    return { one, errors }
  })
  if (!result) return notFound(c)
  if (Object.keys(result.errors).length > 0) {
    // What concerns the beginning is told where something can be done about it.
    const errors = result.errors.from ? { until: result.errors.from, ...result.errors } : result.errors
    return showOne(c, result.one, { until: until.text, substitute: text('substitute') }, errors)
  }
  leaveNotice(c, awayWords(locale).changed)
  return c.redirect('/away', 303)
})

awayFormPages.post('/away/:id/end', async (c) => {
  const ended = await withActor(c.var.ground, actorOf(c), async (act) => {
    const one = await readOne(act, c.req.param('id'))
    if (!one || !(await endAway(act, one.absence.id))) return false
    await asHouse(act, (house) => settleCovers(house))
    return true
  })
  if (!ended) return notFound(c)
  leaveNotice(c, awayWords(c.var.locale).ended)
  return c.redirect('/away', 303)
})

function showOne(
  c: PageContext,
  { around, absence, absent }: One,
  given: Pick<Given, 'until' | 'substitute'>,
  errors: Problems,
) {
  const { locale } = c.var
  const words = awayWords(locale)
  const say = words.one
  const here = `/away/${absence.id}`
  const begun = !isBefore(around.today, absence.from)
  const own = absent.id === around.own
  return page(
    c,
    {
      title: words.form.title,
      heading: absent.name,
      width: 'narrow',
      back: { href: '/away', label: words.toList },
    },
    <Stack>
      <Card title={say.toChange}>
        <Form locale={locale} action={here} errors={errors} guard>
          <SummaryList
            locale={locale}
            facts={[{ label: words.check.from, value: longDay(locale, absence.from) }]}
          />
          <DateField
            locale={locale}
            name="until"
            label={words.form.until}
            hint={words.form.untilHint}
            required={false}
            error={errors.until}
            value={given.until}
          />
          <Substitute
            locale={locale}
            options={substitutesFor(absent, around.colleagues)}
            value={given.substitute}
            error={errors.substitute}
          />
          <Acts>
            <Button>{say.save}</Button>
          </Acts>
        </Form>
      </Card>
      <Plain title={begun ? say.backTitle : say.cancelTitle}>
        <p>{begun ? say.backText : say.cancelText}</p>
        <PostButton action={`${here}/end`} kind="soft">
          {begun ? (own ? say.back : say.backOther) : say.cancel}
        </PostButton>
      </Plain>
    </Stack>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}
