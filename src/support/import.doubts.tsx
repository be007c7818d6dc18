/** The doubtful rows of a preview: each with its reasons, and a fix beside every one. */
import type { Child } from 'hono/jsx'
import type { Colleague } from '../access/account.store.ts'
import { municipalitiesByName } from '../platform/municipalities.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Checkbox, Radios, Select, type Choice } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { longDay } from '../platform/words.dates.ts'
import { locales, type Locale } from '../platform/words.ts'
import type { CheckedRow } from './caseload-file.check.ts'
import { isConfirmable, type Doubt } from './caseload-file.ts'
import { columnWords, doubtSentence, languageName } from './caseload-file.words.ts'
import { EMPTY, fixField, fixFor, okField, rowField, skipField, wasField, writtenDay } from './import.fix.ts'
import type { Plan } from './import.plan.ts'
import { rowFacts, rowTitle } from './import.row.tsx'
import { previewWords } from './import.preview.words.ts'
import type { Choices } from './import.ts'

export type Doubts = {
  locale: Locale
  action: string
  rows: readonly CheckedRow[]
  plan: Pick<Plan, 'checked' | 'colleagues'>
  choices: Choices
  errors: Errors
}

export function DoubtfulRows(props: Doubts & { fields: Record<string, string> }) {
  const { locale, rows } = props
  const say = previewWords(locale)
  const marks = Object.fromEntries(rows.map(({ source }) => [rowField(source.row), 'on']))
  return (
    <Form
      locale={locale}
      action={props.action}
      errors={props.errors}
      fields={{ ...props.fields, ...marks }}
      guard
    >
      <p>{say.doubts.lead}</p>
      {rows.map((checked) => (
        <DoubtfulRow {...props} checked={checked} />
      ))}
      <Acts>
        <Button kind="soft">{say.doubts.save}</Button>
      </Acts>
    </Form>
  )
}

function DoubtfulRow(props: Doubts & { checked: CheckedRow }) {
  const { locale, checked } = props
  const say = previewWords(locale)
  const { row } = checked.source
  const asksWhetherSame = checked.doubts.some((doubt) => fixOf(props, checked, doubt).kind === 'same')
  const boxes = checked.doubts.filter(
    (doubt) =>
      isConfirmable(doubt) && doubt.column !== 'coordinator' && fixOf(props, checked, doubt).kind !== 'same',
  )
  return (
    <section class="card" id={`row-${row}`} aria-label={rowTitle(locale, checked)}>
      <div class="thirds">
        <div>
          <h3>{rowTitle(locale, checked)}</h3>
          {rowFacts(locale, checked.values).map((fact) => (
            <p class="sub">{fact}</p>
          ))}
        </div>
        <div class="form">
          {checked.doubts.map((doubt) => (
            <FixField {...props} doubt={doubt} />
          ))}
        </div>
        <div>
          <div class="picks column">
            {boxes.map((doubt) => (
              <Checkbox
                name={okField(row, doubt.column)}
                label={
                  boxes.length > 1 ? `${columnWords(locale)[doubt.column]}: ${say.doubts.ok}` : say.doubts.ok
                }
              />
            ))}
            {!asksWhetherSame && <Checkbox name={skipField(row)} label={say.doubts.skip} />}
          </div>
        </div>
      </div>
    </section>
  )
}

function fixOf({ plan, choices }: Doubts, checked: CheckedRow, doubt: Doubt) {
  return fixFor(checked, doubt, {
    headings: plan.checked.headings,
    corrections: choices.answers.corrections,
  })
}

function FixField(props: Doubts & { checked: CheckedRow; doubt: Doubt }): Child {
  const { locale, checked, doubt, plan } = props
  const say = previewWords(locale).doubts
  const fix = fixOf(props, checked, doubt)
  const name = fixField(checked.source.row, doubt.column)
  const reason = doubtSentence(locale, doubt)
  const error = props.errors[name]
  const field = {
    locale,
    name,
    label: columnWords(locale)[doubt.column],
    // What the file says is no fault of the reader's: only what they have typed can be one.
    hint: error === undefined ? reason : undefined,
    error,
  }
  switch (fix.kind) {
    case 'text':
      return (
        <>
          <input type="hidden" name={wasField(checked.source.row, doubt.column)} value={fix.prefill} />
          <TextField {...field} value={fix.prefill} maxlength={1000} />
        </>
      )
    case 'days':
      return (
        <Radios
          {...field}
          options={fix.days.map((date) => ({ value: writtenDay(date), label: longDay(locale, date) }))}
        />
      )
    case 'same':
      return (
        <Radios
          {...field}
          label={say.sameOrOther}
          layout="column"
          options={[
            { value: 'other', label: say.other, hint: otherRow(locale, plan, fix.row) },
            { value: 'same', label: say.same },
          ]}
        />
      )
    case 'municipality':
      return fix.likely.length > 1 ? (
        <Radios {...field} options={[...fix.likely.map(asChoice), { value: EMPTY, label: say.leaveEmpty }]} />
      ) : (
        <Select {...field} value={fix.prefill} options={municipalityChoices(fix.likely, say.leaveEmpty)} />
      )
    case 'language':
      return (
        <Select
          {...field}
          value={fix.prefill}
          options={locales.map((one) => ({ value: one, label: languageName(locale, one) }))}
        />
      )
    case 'coordinator':
      return <Select {...field} options={colleagueChoices(plan.colleagues)} />
  }
}

/** Whom the row resembles. */
function otherRow(locale: Locale, { checked }: Pick<Plan, 'checked'>, row: number): string | undefined {
  const other = checked.rows.find(({ source }) => source.row === row)
  return other && [rowTitle(locale, other), ...rowFacts(locale, other.values)].join(' · ')
}

const asChoice = (name: string): Choice => ({ value: name, label: name })

function municipalityChoices(likely: readonly string[], leaveEmpty: string): Choice[] {
  const names = municipalitiesByName.map(({ name }) => name)
  return [
    ...likely.map(asChoice),
    { value: EMPTY, label: leaveEmpty },
    ...names.filter((name) => !likely.includes(name)).map(asChoice),
  ]
}

/** By name: what is chosen takes the place of the cell, as if it had stood there. */
function colleagueChoices(colleagues: readonly Colleague[]): Choice[] {
  return colleagues.map(({ name }) => ({ value: name, label: name }))
}
