/** The questions about a piece of evidence: shown, read and checked in one place. */
import { fileError } from '../platform/file.words.ts'
import type { CheckedFile, FileProblem } from '../platform/file.ts'
import { oneLine, lettersOf } from '../platform/letters.ts'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { FileField, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { evidenceKinds, MOST_EVIDENCE, type NewEvidence } from './evidence.ts'
import { evidenceWords } from './evidence.words.ts'

export type EvidenceTyped = { file: null; title: string; kind: string; whose: string }
export type EvidenceErrors = Errors<keyof EvidenceTyped>
/** Of whom it may be: an id and a name. */
export type Whom = readonly { id: string; name: string }[]

export const noEvidence: EvidenceTyped = { file: null, title: '', kind: '', whose: '' }

/** @param there how many the mobility has already. `evidence` is null where something is wrong. */
export function readEvidenceForm(
  locale: Locale,
  values: Record<string, string>,
  file: CheckedFile | FileProblem,
  { whom, there }: { whom: Whom; there: number },
): {
  typed: EvidenceTyped
  errors: EvidenceErrors
  evidence: (NewEvidence & { file: CheckedFile }) | null
} {
  const say = evidenceWords(locale).errors
  const typed: EvidenceTyped = {
    file: null,
    title: oneLine(values.title ?? ''),
    kind: values.kind ?? '',
    whose: values.whose ?? '',
  }
  const kind = evidenceKinds.find((one) => one === typed.kind)
  const letters = lettersOf(typed.title)
  const errors: EvidenceErrors = {}
  if (there >= MOST_EVIDENCE) errors.form = say.most(MOST_EVIDENCE)
  if (typeof file === 'string') errors.file = fileError(locale, file, 'document')
  if (!kind) errors.kind = say.kind
  if (letters < 2 || letters > 120) errors.title = say.title
  if (typed.whose !== '' && !whom.some(({ id }) => id === typed.whose)) errors.whose = say.whose
  if (typeof file !== 'string' && kind && Object.keys(errors).length === 0)
    return {
      typed,
      errors,
      evidence: { kind, title: typed.title, participationId: typed.whose || null, file },
    }
  // A browser does not keep it with the page.
  return { typed, errors: { ...errors, file: errors.file ?? say.again }, evidence: null }
}

export function EvidenceFields(props: {
  locale: Locale
  typed: EvidenceTyped
  errors: EvidenceErrors
  whom: Whom
}) {
  const { locale, typed, errors, whom } = props
  const say = evidenceWords(locale)
  return (
    <>
      <FileField locale={locale} name="file" label={say.file} wanted="document" error={errors.file} />
      <Select
        locale={locale}
        name="kind"
        label={say.kind}
        options={evidenceKinds.map((value) => ({ value, label: say.kinds[value] }))}
        value={typed.kind}
        error={errors.kind}
      />
      <TextField
        locale={locale}
        name="title"
        label={say.titleLabel}
        hint={say.titleHint}
        value={typed.title}
        error={errors.title}
        maxlength={120}
      />
      {whom.length > 0 && (
        <Select
          locale={locale}
          name="whose"
          label={say.whose}
          hint={say.whoseHint}
          empty={say.everybodys}
          options={whom.map(({ id, name }) => ({ value: id, label: name }))}
          value={typed.whose}
          error={errors.whose}
        />
      )}
    </>
  )
}
