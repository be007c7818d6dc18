/** The questions about a whole file, as one form. */
import { Temporal } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Radios, Select } from '../platform/parts/choices.tsx'
import { Columns } from '../platform/parts/layout.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { cellText, type Row } from '../platform/spreadsheet.cells.ts'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { readDay } from './caseload-file.dates.ts'
import { meanings, type Meaning } from './caseload-file.headings.ts'
import { columns } from './caseload-file.ts'
import { columnWords } from './caseload-file.words.ts'
import type { Plan } from './import.plan.ts'
import { previewWords } from './import.preview.words.ts'
import {
  columnField,
  coordinatorField,
  coordinatorNameField,
  type headingRows,
  LEFT_OUT,
  NO_HEADINGS,
  samplesOf,
  type Questions,
} from './import.questions.ts'
import type { Choices } from './import.ts'

export function FileQuestions(props: {
  locale: Locale
  action: string
  questions: Questions
  plan: Plan
  choices: Choices
  /** The account that asks. */
  me: string | null
  headings: ReturnType<typeof headingRows>
  errors: Errors
}) {
  const { locale, questions, plan } = props
  const say = previewWords(locale).questions
  const { answers } = props.choices
  return (
    <Card title={say.title} id="file" lead={say.lead}>
      <Form
        locale={locale}
        action={props.action}
        errors={props.errors}
        fields={Object.fromEntries(
          questions.coordinators.map(({ name }, place) => [coordinatorNameField(place), name]),
        )}
      >
        {questions.slash !== null && (
          <Radios
            locale={locale}
            name="slash"
            label={say.slash(questions.slash)}
            hint={say.slashHint}
            value={answers.slashOrder ?? ''}
            options={slashChoices(locale, questions.slash)}
          />
        )}
        {questions.sheets.length > 0 && (
          <Radios
            locale={locale}
            name="sheet"
            label={say.sheet}
            value={plan.checked.sheet}
            options={questions.sheets.map((name) => ({ value: name, label: name }))}
          />
        )}
        {questions.headingRow && (
          <Select
            locale={locale}
            name="heading-row"
            label={say.headingRow}
            empty={null}
            value={String(props.headings.now ?? '')}
            options={[
              ...props.headings.rows.map((row) => ({
                value: String(row.row),
                label: say.headingRowIs(row.row, beginning(row)),
              })),
              { value: NO_HEADINGS, label: say.noHeadings },
            ]}
          />
        )}
        {questions.columns.length + questions.coordinators.length > 0 && (
          <Columns count={2}>
            {questions.columns.map(({ index, text, meaning }) => {
              const samples = samplesOf(plan.checked, index).join(', ')
              return (
                <Select
                  locale={locale}
                  name={columnField(index)}
                  label={say.column(text)}
                  hint={samples === '' ? undefined : say.samples(samples)}
                  empty={null}
                  value={meaning ?? LEFT_OUT}
                  options={[
                    { value: LEFT_OUT, label: say.leaveOut },
                    ...meanings.map((one) => ({ value: one, label: meaningName(locale, one) })),
                  ]}
                />
              )
            })}
            {questions.coordinators.map(({ name, people, accountId }, place) => (
              <Select
                locale={locale}
                name={coordinatorField(place)}
                label={name === '' ? say.nobodyNamed : say.coordinator(name)}
                hint={say.peopleHint(people)}
                error={props.errors[coordinatorField(place)]}
                value={accountId ?? ''}
                options={plan.colleagues.map((one) => ({
                  value: one.id,
                  label: one.id === props.me ? say.me(one.name) : one.name,
                }))}
              />
            ))}
          </Columns>
        )}
        <Acts>
          <Button kind="soft">{say.save}</Button>
        </Acts>
      </Form>
    </Card>
  )
}

function slashChoices(locale: Locale, text: string) {
  const say = previewWords(locale).questions
  const choice = (slashOrder: 'dmy' | 'mdy', label: (date: string) => string) => {
    // No day is in the future for this question, and no year too early.
    const read = readDay(
      { kind: 'text', text },
      { today: new Temporal.PlainDate(2099, 12, 31), about: 'event', slashOrder },
    )
    return { value: slashOrder, label: label(read.kind === 'day' ? longDay(locale, read.day) : text) }
  }
  return [choice('dmy', say.dayFirst), choice('mdy', say.monthFirst)]
}

function beginning({ cells }: Row): string {
  const text = cells
    .map(cellText)
    .filter((one) => one !== '')
    .join(', ')
    .replace(/\s+/g, ' ')
  return text.length > 50 ? `${text.slice(0, 49)}…` : text
}

function meaningName(locale: Locale, meaning: Meaning): string {
  const column = columns.find((one) => one === meaning)
  const { names } = previewWords(locale).questions
  if (column !== undefined) return columnWords(locale)[column]
  return meaning === 'firstName' || meaning === 'middleName' || meaning === 'lastName'
    ? names[meaning]
    : meaning
}
