/** The list of methods: searched, narrowed down, each with where it is from and what is known. */
import { Select } from '../platform/parts/choices.tsx'
import { Empty, Filters, Finding, SearchBox } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import type { Locale } from '../platform/words.ts'
import { abstinences, evidenceLevels, type MethodCard } from './method.ts'
import { methodWords } from './method.words.ts'

export type Wanted = { q: string; country: string; evidence: string; abstinence: string }
type Choice = Exclude<keyof Wanted, 'q'>

const choices: Record<Choice, readonly string[]> = {
  country: ['FI', 'NO', 'EE'],
  evidence: evidenceLevels,
  abstinence: abstinences,
}

export function readWanted(query: (name: string) => string | undefined): Wanted {
  const chosen = (name: Choice) => choices[name].find((one) => one === query(name)) ?? ''
  return {
    q: (query('q') ?? '').slice(0, 100),
    country: chosen('country'),
    evidence: chosen('evidence'),
    abstinence: chosen('abstinence'),
  }
}

export const fits = (card: MethodCard, wanted: Wanted) =>
  (Object.keys(choices) as Choice[]).every((name) => wanted[name] === '' || wanted[name] === card[name])

function without(wanted: Wanted, name: Choice): string {
  const rest = Object.entries(wanted).filter(([key, value]) => key !== name && value !== '')
  return `/methods${rest.length > 0 ? `?${new URLSearchParams(rest)}` : ''}`
}

/** What each choice is called, by its value. */
function named(locale: Locale): Record<Choice, { label: string; values: Record<string, string> }> {
  const say = methodWords(locale)
  return {
    country: { label: say.country, values: say.countries },
    evidence: { label: say.evidence, values: say.evidences },
    abstinence: { label: say.abstinence, values: say.abstinences },
  }
}

export function MethodTools({ locale, wanted }: { locale: Locale; wanted: Wanted }) {
  const say = methodWords(locale)
  const names = named(locale)
  const { q, ...rest } = wanted
  const on = (Object.keys(choices) as Choice[]).flatMap((name) => {
    const label = names[name].values[wanted[name]]
    return label === undefined ? [] : [{ label, removeHref: without(wanted, name) }]
  })
  return (
    <Finding>
      <SearchBox locale={locale} action="/methods" label={say.search} value={q} fields={rest} />
      <Filters locale={locale} action="/methods" on={on} clearHref="/methods" fields={q === '' ? {} : { q }}>
        {(Object.keys(choices) as Choice[]).map((name) => (
          <Select
            locale={locale}
            name={name}
            label={names[name].label}
            empty={say.all}
            options={choices[name].map((value) => ({ value, label: names[name].values[value] ?? value }))}
            value={wanted[name]}
          />
        ))}
      </Filters>
    </Finding>
  )
}

/** @param states by the key of a card, how far it is here; only for those who carry methods over */
export function MethodList(props: {
  locale: Locale
  cards: readonly MethodCard[]
  states: ReadonlyMap<string, string>
}) {
  const { locale, cards, states } = props
  const say = methodWords(locale)
  if (cards.length === 0) {
    return (
      <Empty title={say.noneFound.title} action={{ href: '/methods', label: say.noneFound.action }}>
        {say.noneFound.text}
      </Empty>
    )
  }
  return (
    <Card>
      <Table
        locale={locale}
        caption={say.title}
        captionHidden
        rows={cards}
        columns={[
          {
            key: 'name',
            label: say.one,
            rowHeader: true,
            cell: ({ key, words }) => <a href={`/methods/${key}`}>{words[locale].name}</a>,
          },
          { key: 'purpose', label: say.purpose, full: true, cell: ({ words }) => words[locale].purpose },
          { key: 'country', label: say.country, cell: ({ country }) => country && say.countries[country] },
          { key: 'evidence', label: say.evidence, cell: ({ evidence }) => say.evidences[evidence] },
          {
            key: 'abstinence',
            label: say.abstinence,
            cell: ({ abstinence }) => say.abstinences[abstinence],
          },
          ...(states.size > 0
            ? [{ key: 'state', label: say.here, cell: ({ key }: MethodCard) => states.get(key) ?? '–' }]
            : []),
        ]}
      />
    </Card>
  )
}
