/** A draft is read leniently: what is there is kept, as long as it can be; and one's own unfinished ones are told where one writes. */
import { lettersOf } from '../platform/letters.ts'
import { LinkList, Card, Notices } from '../platform/parts/surface.tsx'
import type { Locale } from '../platform/words.ts'
import { draftWords } from './draft.words.ts'
import type { Draft, NewDraft } from './mobility.ts'
import {
  linkedOutcome,
  typedObservation,
  type Expected,
  type ObservationErrors,
  type ObservationTyped,
} from './observation.form.tsx'
import { observationWords } from './observation.words.ts'
import { linesOf } from './thread.layout.ts'

/** `draft` is null where something is wrong. */
export function readDraft(
  locale: Locale,
  values: Record<string, string>,
  expected: readonly Expected[],
): { typed: ObservationTyped; errors: ObservationErrors; draft: NewDraft | null } {
  const say = draftWords(locale).errors
  const { typed, seen } = typedObservation(values)
  const errors: ObservationErrors = {}
  if (lettersOf(typed.what) < 1 || lettersOf(typed.what) > 4000) errors.what = say.what
  if (lettersOf(typed.thought) > 2000) errors.thought = observationWords(locale).errors.thought
  if (seen.state === 'wrong') errors.seenOn = say.seenOn
  if (lettersOf(typed.seenAt) > 200) errors.seenAt = say.seenAt
  if (Object.keys(errors).length > 0) return { typed, errors, draft: null }
  const { outcome, seenOn: _, ...rest } = typed
  return { typed, errors, draft: { ...rest, seenOn: seen.day, ...linkedOutcome(expected, outcome) } }
}

export const draftHref = ({ id }: Pick<Draft, 'id'>, place = '') => `/drafts/${id}${place && `/${place}`}`

const startOf = ({ what }: Draft) => (linesOf(what, 60, 1)[0] ?? '').replace(/[.,:;]…$/, '…')

/** One's own drafts of a mobility; nothing where there are none. */
export function Drafts({ locale, drafts }: { locale: Locale; drafts: readonly Draft[] }) {
  if (drafts.length === 0) return null
  const say = draftWords(locale)
  return (
    <Card title={say.title} lead={say.lead}>
      <LinkList items={drafts.map((draft) => ({ href: draftHref(draft), label: startOf(draft) }))} />
    </Card>
  )
}

/** Before somebody begins anew. */
export function Unfinished({ locale, drafts }: { locale: Locale; drafts: readonly Draft[] }) {
  const say = draftWords(locale)
  return (
    <Notices
      label={say.title}
      notices={drafts.map((draft) => ({
        text: say.unfinished(startOf(draft)),
        action: { label: say.goOn, href: draftHref(draft) },
      }))}
    />
  )
}
