/** Who is asked about a training, and what all have said, as numbers. */
import type { DayNotice } from '../platform/room.ts'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import type { Locale } from '../platform/words.ts'
import { isLater, type Counted, type MethodPairs, type Pairs, type Told } from './evaluation.ts'
import type { Waiting } from './evaluation.store.ts'
import { evaluationWords } from './evaluation.words.ts'
import type { NamedVersion } from './taught.ts'
import { sessionHref } from './training.part.tsx'
import { trainingWords } from './training.words.ts'

/** What somebody is asked, as notices above their day and their trainings. */
export function askedNotices(locale: Locale, waiting: readonly Waiting[]): DayNotice[] {
  const say = evaluationWords(locale)
  return waiting.map(({ session, title }) => ({
    text: say.asked(title),
    action: { label: say.send, href: sessionHref(session) },
  }))
}

type Figures = { each: readonly Counted[]; pairs: Pairs; methods: readonly MethodPairs[] }

/** Each figure with how many said it of how many; nothing of fewer than five, and nothing that tells what everybody said. */
export function SaidPart(props: Figures & { locale: Locale; names: readonly NamedVersion[] }) {
  const { locale, each, pairs } = props
  const say = evaluationWords(locale)
  const there = each[0]?.of
  if (there === undefined) return null
  const isOpen = each.some((one) => one.asking === 'after' && one.isOpen)
  const { before, after } = pairs
  return (
    <>
      <Card title={say.results}>
        <div class="stack">
          <Table
            locale={locale}
            caption={say.results}
            captionHidden
            rows={each}
            columns={[
              {
                key: 'asking',
                label: trainingWords(locale).when,
                rowHeader: true,
                cell: ({ asking }) => say.askings[asking],
              },
              { key: 'said', label: say.answered, cell: ({ said, of }) => say.answeredOf(said, of) },
              {
                key: 'useful',
                label: say.meanUseful,
                cell: ({ asking, useful, isOpen }) =>
                  asking === 'after' ? meanText(locale, useful, isOpen) : '–',
              },
              {
                key: 'used',
                label: say.usedLabel,
                cell: ({ asking, used, said, isOpen }) =>
                  !isLater(asking)
                    ? '–'
                    : isOpen
                      ? say.stillOpen
                      : used === null
                        ? say.tooFew
                        : say.usedOf(used, said),
              },
            ]}
          />
          {pairs.pairs > 0 && (
            <p>
              {say.pairs(pairs.pairs, there)}{' '}
              {before === null || after === null
                ? meanText(locale, null, isOpen)
                : `${say.pairsMoved(meanText(locale, before), meanText(locale, after))} ${say.noComparison}`}
            </p>
          )}
          <AtTheEnds
            locale={locale}
            told={[before, after, ...each.flatMap(({ useful, used }) => [useful, used])]}
          />
        </div>
      </Card>
      <MethodsPart {...props} there={there} isOpen={isOpen} />
    </>
  )
}

/** How sure people are of each method, before and after. */
function MethodsPart(props: {
  locale: Locale
  methods: readonly MethodPairs[]
  names: readonly NamedVersion[]
  there: number
  isOpen: boolean
}) {
  const { locale, methods, names, there, isOpen } = props
  if (methods.length === 0) return null
  const say = evaluationWords(locale)
  const told = methods.flatMap(({ before, after }) => [before, after])
  return (
    <Card title={say.byMethod}>
      <div class="stack">
        <Table
          locale={locale}
          caption={say.byMethod}
          captionHidden
          rows={methods}
          columns={[
            {
              key: 'method',
              label: say.method,
              rowHeader: true,
              cell: ({ versionId }) => names.find((one) => one.versionId === versionId)?.name ?? '–',
            },
            {
              key: 'both',
              label: say.both,
              full: true,
              cell: ({ pairs }) => say.answeredOf(pairs, there),
            },
            { key: 'before', label: say.before, cell: ({ before }) => meanText(locale, before, isOpen) },
            { key: 'after', label: say.after, cell: ({ after }) => meanText(locale, after, isOpen) },
          ]}
        />
        {told.some((one) => one !== null) && <p class="sub">{say.noComparison}</p>}
        <AtTheEnds locale={locale} told={told} />
      </div>
    </Card>
  )
}

/** Why some figure is not told exactly. */
function AtTheEnds({ locale, told }: { locale: Locale; told: readonly (Told | null)[] }) {
  if (told.every((one) => one === null || one.bound === 'exactly')) return null
  return <p class="sub">{evaluationWords(locale).atTheEnds}</p>
}

/** With one decimal; a bound is never rounded past the end of the scale. */
function meanText(locale: Locale, told: Told | null, isOpen = false): string {
  const say = evaluationWords(locale)
  if (told === null) return isOpen ? say.stillOpen : say.tooFew
  const { value, bound } = told
  const tenths = value * 10
  const round = bound === 'exactly' ? Math.round : bound === 'at-least' ? Math.floor : Math.ceil
  // What is a little off in the last bit is not a tenth less.
  const text = (round(Number(tenths.toFixed(6))) / 10).toLocaleString(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return bound === 'exactly' ? text : say.bounds[bound](text)
}
