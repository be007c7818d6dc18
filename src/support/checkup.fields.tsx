/** The questions of a check-up as fields, for holding one and for correcting one. */
import { Checkboxes, Radios } from '../platform/parts/choices.tsx'
import { DateField } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import { aboutWords } from './about-person.words.ts'
import { checkupWays } from './checkup-record.ts'
import { helpAtHand, needQuestions, noHelp, type CheckupText, type ReadCheckup } from './checkup.form.ts'
import { helpKinds, type HelpKind } from './checkup.ts'
import { checkupWords } from './checkup.words.ts'
import { helpWords } from './help.words.ts'

const atHand = new Set<HelpKind>(helpAtHand)

export function CheckupFields(props: {
  locale: Locale
  text: CheckupText
  errors: Errors | undefined
  /** Since when the first question asks. */
  since: string
}) {
  const { locale, text, errors } = props
  const common = aboutWords(locale)
  const say = checkupWords(locale).form
  const help = helpWords(locale)
  const hints: Record<(typeof needQuestions)[number] | 'agreed', string | undefined> = {
    weeklyUse: props.since,
    symptoms: say.symptomsHint,
    wantsHelp: undefined,
    agreed: say.agreedHint,
  }
  const answers = [
    { value: 'yes', label: common.yes },
    { value: 'no', label: common.no },
    { value: 'unknown', label: common.unknown },
  ]
  return (
    <>
      <Radios
        locale={locale}
        name="way"
        label={say.way}
        error={errors?.['way']}
        value={text.way}
        options={checkupWays.map((way) => ({ value: way, label: say.ways[way] }))}
      />
      <DateField
        locale={locale}
        name="on"
        label={say.on}
        hint={common.dayHint}
        error={errors?.['on']}
        value={text.on}
      />
      {([...needQuestions, 'agreed'] as const).map((name) => (
        <Radios
          locale={locale}
          name={name}
          label={say[name]}
          hint={hints[name]}
          error={errors?.[name]}
          value={text[name]}
          options={answers}
        />
      ))}
      <div class="halves">
        <Checkboxes
          locale={locale}
          name="help"
          label={say.help}
          hint={say.helpHint}
          values={text.help}
          options={[
            ...helpAtHand.map((kind) => ({ value: kind, label: help.kinds[kind] })),
            { value: noHelp, label: help.none },
          ]}
        />
        <Checkboxes
          locale={locale}
          name="onward"
          label={say.onward}
          hint={say.helpHint}
          values={text.help}
          options={helpKinds
            .filter((kind) => !atHand.has(kind))
            .map((kind) => ({ value: kind, label: help.kinds[kind] }))}
        />
      </div>
      <TextArea
        locale={locale}
        name="notes"
        label={say.notes}
        hint={say.notesHint}
        required={false}
        error={errors?.['notes']}
        value={text.notes}
        rows={5}
      />
    </>
  )
}

/** In the order of the fields. */
export function checkupErrors(locale: Locale, { faults }: ReadCheckup): Errors | undefined {
  if (!faults) return undefined
  const say = checkupWords(locale).errors
  const errors: Errors = {}
  const add = (field: 'way' | 'agreed' | 'notes') => {
    const fault = faults.rest.find((each) => each.field === field)
    if (fault) errors[field] = say[fault.what]
  }
  add('way')
  if (faults.day) errors['on'] = aboutWords(locale).dayFault[faults.day]
  add('agreed')
  add('notes')
  return errors
}
