/** What somebody is asked about a training, and what all have said, as numbers. */
import { Acts, Button } from '../platform/parts/button.tsx'
import { Radios, Scale } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import type { DayNotice } from '../platform/room.ts'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import type { Locale } from '../platform/words.ts'
import { uses, type Asking, type Counted, type Pairs, type Said } from './evaluation.ts'
import type { Waiting } from './evaluation.store.ts'
import { evaluationWords } from './evaluation.words.ts'
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

export type SaidTyped = Record<keyof Said, string>
export type SaidErrors = Errors<keyof Said>
export const nothingSaid: SaidTyped = { confidence: '', useful: '', used: '' }

const isLater = (asking: Asking) => asking === 'months-3' || asking === 'months-9'

/** `said` is null where something is wrong; what is not asked at this time is not read. */
export function readSaid(locale: Locale, values: Record<string, string>, asking: Asking) {
  const say = evaluationWords(locale).errors
  const typed: SaidTyped = {
    confidence: values.confidence ?? '',
    useful: values.useful ?? '',
    used: values.used ?? '',
  }
  const used = isLater(asking) ? (uses.find((one) => one === typed.used) ?? null) : null
  const useful = asking === 'after' && /^[1-5]$/.test(typed.useful) ? Number(typed.useful) : null
  const errors: SaidErrors = {}
  if (isLater(asking) && used === null) errors.used = say.used
  if (asking === 'after' && useful === null) errors.useful = say.useful
  const confidence = !isLater(asking) && /^(\d|10)$/.test(typed.confidence) ? Number(typed.confidence) : null
  if (!isLater(asking) && confidence === null) errors.confidence = say.confidence
  const said: Said | null = Object.keys(errors).length > 0 ? null : { confidence, useful, used }
  return { typed, errors, said }
}

export function SayForm(props: {
  locale: Locale
  action: string
  asking: Asking
  typed: SaidTyped
  errors: SaidErrors
}) {
  const { locale, asking, typed, errors } = props
  const say = evaluationWords(locale)
  const [confidenceLow, confidenceHigh] = say.confidenceEnds
  const [usefulLow, usefulHigh] = say.usefulEnds
  return (
    <Card title={say.title} lead={say.lead}>
      <Form locale={locale} action={props.action} errors={errors}>
        {isLater(asking) && (
          <Radios
            locale={locale}
            name="used"
            label={say.used}
            options={uses.map((value) => ({ value, label: say.uses[value] }))}
            value={typed.used}
            error={errors.used}
          />
        )}
        {asking === 'after' && (
          <Scale
            locale={locale}
            name="useful"
            label={say.useful}
            from={1}
            to={5}
            ends={[usefulLow, usefulHigh]}
            value={typed.useful}
            error={errors.useful}
          />
        )}
        {!isLater(asking) && (
          <Scale
            locale={locale}
            name="confidence"
            label={say.confidence}
            ends={[confidenceLow, confidenceHigh]}
            value={typed.confidence}
            error={errors.confidence}
          />
        )}
        <Acts>
          <Button>{say.send}</Button>
        </Acts>
      </Form>
    </Card>
  )
}

/** Each figure with how many said it of how many; nothing of fewer than five. */
export function SaidPart(props: { locale: Locale; each: readonly Counted[]; pairs: Pairs }) {
  const { locale, each, pairs } = props
  const say = evaluationWords(locale)
  const figure = (value: number | null) =>
    value === null
      ? say.tooFew
      : value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  if (each.length === 0) return null
  const isOpen = each.some((one) => one.asking === 'after' && one.isOpen)
  return (
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
                asking !== 'after' ? '–' : isOpen ? say.stillOpen : figure(useful),
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
            {say.pairs(pairs.pairs)}{' '}
            {pairs.before === null || pairs.after === null
              ? isOpen
                ? say.stillOpen
                : say.tooFew
              : `${say.pairsMoved(figure(pairs.before), figure(pairs.after))} ${say.noComparison}`}
          </p>
        )}
      </div>
    </Card>
  )
}
