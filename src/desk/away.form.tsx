/** What the forms of an absence share: whom they choose from, what keeps one from being written down, and who could stand in. */
import { coveredRoles, type AbsenceProblem } from '../access/absence.ts'
import { absencesFrom, type Absence } from '../access/absence.store.ts'
import { listColleagues, type Colleague } from '../access/account.store.ts'
import { roleWords } from '../access/role.words.ts'
import type { Acting } from '../platform/actor.ts'
import type { Day } from '../platform/day.ts'
import { Select } from '../platform/parts/choices.tsx'
import type { DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import type { Locale } from '../platform/words.ts'
import { awayWords } from './away.words.ts'

/** What the forms choose from. */
export type Around = {
  today: Day
  own: string
  lead: boolean
  /** Whose absence may be said here. */
  absentable: readonly Colleague[]
  colleagues: readonly Colleague[]
  absences: readonly Absence[]
}

export type Given = { who: string; from: DateText; until: DateText; substitute: string }
export type Problems = Errors<'who' | 'from' | 'until' | 'substitute'>
export type Problem = AbsenceProblem | 'from-missing' | 'until-wrong' | 'substitute-role'

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

export async function readAround(act: Acting): Promise<Around> {
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

export function errorsOf(locale: Locale, problems: readonly Problem[]): Problems {
  const say = awayWords(locale).problems
  return Object.fromEntries(problems.toReversed().map((problem) => [fieldOf[problem], say[problem]]))
}

export function Substitute(props: {
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

export function called(locale: Locale, { name, roles }: Colleague): string {
  const says = roles
    .filter((role) => coveredRoles.some((one) => one === role))
    .map((role) => roleWords(locale)[role].toLocaleLowerCase(locale))
  return `${name}, ${says.join(', ')}`
}
