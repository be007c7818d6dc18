/** The questions about who takes part and what is agreed before: shown, read and checked in one place. */
import { oneLine, lettersOf } from '../platform/letters.ts'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText, readNearDate } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { TextArea, TextField } from '../platform/parts/text-field.tsx'
import type { Locale } from '../platform/words.ts'
import {
  mostOutcomes,
  parts,
  reportStates,
  type Agreement,
  type NewParticipation,
  type Outcome,
  type Participation,
} from './participation.ts'
import { participationWords } from './participation.words.ts'
import { removalWords } from './removal.words.ts'

export type Values = Record<string, string>

/** What stands in the fields, and what is wrong with them, by name. */
export type Typed = { values: Values; errors: Errors; dates: Record<string, DateText> }
export const typed = (values: Values, dates: Typed['dates'] = {}): Typed => ({ values, errors: {}, dates })
export const isRight = ({ errors }: Typed) => Object.keys(errors).length === 0
const within = (text: string, most: number) => lettersOf(text) >= 2 && lettersOf(text) <= most

export const nobodyYet = typed({ account: '', name: '', part: 'participant' })

/** @param free colleagues who are not written down yet */
export function readParticipant(
  locale: Locale,
  values: Values,
  free: readonly { id: string }[],
): { form: Typed; given: NewParticipation | null } {
  const say = participationWords(locale).errors
  const name = oneLine(values.name ?? '')
  const account = values.account ?? ''
  const form = typed({ account, name, part: values.part ?? '' })
  const part = parts.find((one) => one === values.part)
  const accountId = free.find(({ id }) => id === account)?.id ?? null
  if (account !== '' && name !== '') form.errors.account = say.account
  else if (account !== '' && accountId === null) form.errors.account = say.twice
  else if (account === '' && !within(name, 120)) form.errors.name = say.name
  if (!part) form.errors.part = say.part
  return { form, given: part && isRight(form) ? { accountId, name, part } : null }
}

export function ParticipantFields(props: {
  locale: Locale
  form: Typed
  free: readonly { id: string; name: string }[]
}) {
  const { locale, form, free } = props
  const say = participationWords(locale)
  return (
    <>
      <Select
        locale={locale}
        name="account"
        label={say.account}
        empty={say.noAccount}
        options={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.values.account}
        error={form.errors.account}
      />
      <TextField
        locale={locale}
        name="name"
        label={say.name}
        required={false}
        value={form.values.name}
        error={form.errors.name}
        maxlength={120}
      />
      <PartField locale={locale} form={form} />
    </>
  )
}

function PartField({ locale, form }: { locale: Locale; form: Typed }) {
  const say = participationWords(locale)
  return (
    <Radios
      locale={locale}
      name="part"
      label={say.part}
      options={parts.map((value) => ({ value, label: say.parts[value] }))}
      value={form.values.part}
      error={form.errors.part}
    />
  )
}

export const agreementTyped = (one: Participation, outcomes: readonly Outcome[]): Typed =>
  typed(
    {
      part: one.part,
      how: one.how,
      responsible: one.responsible,
      report: one.reportState,
      ...outcomesTyped(outcomes),
    },
    { agreedOn: dateText(one.agreedOn), reportOn: dateText(one.reportOn) },
  )

export type Worded = { worded: { id: string; text: string }[]; more: string[] }

/** The outcomes that are there, worded anew, and those that are added; what is wrong goes to `errors`. */
export function readOutcomes(
  locale: Locale,
  values: Values,
  outcomes: readonly Outcome[],
  errors: Errors,
): Worded {
  const say = participationWords(locale).errors
  const worded = outcomes.map(({ id, number }) => {
    const text = oneLine(values[`text-${number}`] ?? '')
    if (!within(text, 500)) errors[`text-${number}`] = say.text
    return { id, text }
  })
  const more = (values.more ?? '').split('\n').map(oneLine).filter(Boolean)
  if (!more.every((text) => within(text, 500)) || (outcomes.at(-1)?.number ?? 0) + more.length > mostOutcomes)
    errors.more = say.more
  return { worded, more }
}

export const outcomesTyped = (outcomes: readonly Outcome[]): Values => ({
  more: '',
  ...Object.fromEntries(outcomes.map(({ number, text }) => [`text-${number}`, text])),
})

export type ReadAgreement = Worded & { agreement: Agreement }

export function readAgreement(
  locale: Locale,
  values: Values,
  outcomes: readonly Outcome[],
): { form: Typed; read: ReadAgreement | null } {
  const say = participationWords(locale).errors
  const [agreed, reported] = [readNearDate(values, 'agreedOn'), readNearDate(values, 'reportOn')]
  const { how = '', responsible = '' } = values
  const form = typed(values, { agreedOn: agreed.text, reportOn: reported.text })
  const { errors } = form
  const part = parts.find((one) => one === values.part)
  const reportState = reportStates.find((one) => one === values.report)
  if (!part) errors.part = say.part
  const { worded, more } = readOutcomes(locale, values, outcomes, errors)
  if (lettersOf(how) > 2000) errors.how = say.how
  if (lettersOf(responsible) > 1000) errors.responsible = say.responsible
  if (agreed.state === 'wrong') errors.agreedOn = say.day
  if (!reportState) errors.report = say.report
  else if (reportState !== 'none' && !reported.day) errors.reportOn = say.reportOn
  if (!part || !reportState || !isRight(form)) return { form, read: null }
  const reportOn = reportState === 'none' ? null : reported.day
  const agreement = { part, how, responsible, agreedOn: agreed.day, reportState, reportOn }
  return { form, read: { agreement, worded, more } }
}

export function OutcomeFields(props: { locale: Locale; form: Typed; outcomes: readonly Outcome[] }) {
  const { locale, form, outcomes } = props
  const { values, errors } = form
  const say = participationWords(locale)
  return (
    <>
      {outcomes.map(({ id, number }, place) => (
        <div>
          <TextArea
            locale={locale}
            name={`text-${number}`}
            label={say.text(place + 1)}
            rows={2}
            value={values[`text-${number}`]}
            error={errors[`text-${number}`]}
            maxlength={500}
          />
          <p>
            <a href={`/outcomes/${id}/remove`}>
              {removalWords(locale).titles.outcome}
              <span class="unseen">: {place + 1}</span>
            </a>
          </p>
        </div>
      ))}
      <TextArea
        locale={locale}
        name="more"
        label={say.more}
        hint={say.moreHint}
        required={false}
        value={values.more}
        error={errors.more}
      />
    </>
  )
}

export function AgreementFields(props: { locale: Locale; form: Typed; outcomes: readonly Outcome[] }) {
  const { locale, form, outcomes } = props
  const { values, errors, dates } = form
  const say = participationWords(locale)
  return (
    <>
      <PartField locale={locale} form={form} />
      <OutcomeFields locale={locale} form={form} outcomes={outcomes} />
      <TextArea
        locale={locale}
        name="how"
        label={say.how}
        hint={say.howHint}
        required={false}
        value={values.how}
        error={errors.how}
        maxlength={2000}
      />
      <TextArea
        locale={locale}
        name="responsible"
        label={say.responsible}
        hint={say.responsibleHint}
        required={false}
        rows={3}
        value={values.responsible}
        error={errors.responsible}
        maxlength={1000}
      />
      <DateField
        locale={locale}
        name="agreedOn"
        label={say.agreedOn}
        required={false}
        value={dates.agreedOn}
        error={errors.agreedOn}
      />
      <Radios
        locale={locale}
        name="report"
        label={say.report}
        options={reportStates.map((value) => ({ value, label: say.reports[value] }))}
        value={values.report}
        error={errors.report}
      />
      <DateField
        locale={locale}
        name="reportOn"
        label={say.reportOn}
        required={false}
        value={dates.reportOn}
        error={errors.reportOn}
      />
    </>
  )
}
