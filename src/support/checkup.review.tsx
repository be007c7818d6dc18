/** Before a check-up is saved: what will be written down, and the day of the next one with the rule it comes from. */
import type { Day } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { SummaryList, type Fact } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { page, type PageContext } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { headAbout, personHref, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { hiddenFields, needQuestions, type CheckupText } from './checkup.form.ts'
import { checkupWords } from './checkup.words.ts'
import type { CheckupNotes } from './checkup-record.ts'
import { helpWords } from './help.words.ts'
import { isNeed, type Pathway } from './pathway.ts'
import { wholeDay } from './when.words.ts'

export function reviewPage(
  c: PageContext,
  given: {
    about: AboutPerson
    rule: Pathway['checkups']['rule']
    text: CheckupText
    notes: CheckupNotes
    proposed: Day | null
    /** The id of the check-up of an earlier time, or nothing. */
    past: string
    typed?: { next: DateText; reason: string }
    errors?: Errors
  },
) {
  const { locale } = c.var
  const { about, notes, proposed, errors } = given
  const { review } = checkupWords(locale)
  const action = personHref(about, 'checkup')
  const carried = { ...hiddenFields(given.text), ...(given.past ? { for: given.past } : {}) }
  const typed = given.typed ?? { next: dateText(proposed), reason: '' }
  const need = { true: 'yes', false: 'no', null: 'unknown' } as const
  const answer = need[`${isNeed(notes.need)}`]
  return page(
    c,
    headAbout(c, about, review.title),
    <div class="stack">
      <Card>
        <p>
          <b>{review.need[answer]}</b>{' '}
          {proposed && (given.rule === 'fixed' ? review.rule.fixed : review.rule[answer])}
        </p>
        <p>{proposed ? review.proposed(wholeDay(locale, proposed)) : review.noNext}</p>
        <Form locale={locale} action={action} errors={errors} fields={{ ...carried, step: 'save' }}>
          <DateField
            locale={locale}
            name="next"
            label={review.next}
            hint={review.nextHint}
            error={errors?.['next']}
            required={proposed === null ? false : undefined}
            value={typed.next}
          />
          <TextField
            locale={locale}
            name="reason"
            label={review.reason}
            hint={review.reasonHint}
            error={errors?.['reason']}
            value={typed.reason}
            maxlength={300}
          />
          <Acts>
            <Button>{review.save}</Button>
          </Acts>
        </Form>
      </Card>
      <Plain title={review.answers}>
        <SummaryList locale={locale} facts={factsOf(locale, notes)} />
        <form method="post" action={action} class="post">
          {Object.entries({ ...carried, step: 'edit' }).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button kind="line">{review.edit}</Button>
        </form>
      </Plain>
    </div>,
    errors ? 422 : 200,
  )
}

/** A check-up's notes in words. */
export function factsOf(locale: Locale, notes: CheckupNotes): Fact[] {
  const common = aboutWords(locale)
  const { form, review } = checkupWords(locale)
  const help = helpWords(locale)
  const word = (answer: boolean | null) =>
    answer === null ? common.unknown : answer ? common.yes : common.no
  const need = isNeed(notes.need)
  const given =
    notes.help === null
      ? review.nothing
      : notes.help.length === 0
        ? help.none
        : notes.help.map((kind) => help.kinds[kind]).join('; ')
  return [
    { label: form.way, value: form.ways[notes.way] },
    { label: form.on, value: wholeDay(locale, notes.heldOn) },
    ...needQuestions.map((name) => ({ label: form[name], value: word(notes.need[name]) })),
    ...(need === true || notes.funnel.agreed !== null
      ? [{ label: form.agreed, value: word(notes.funnel.agreed) }]
      : []),
    { label: form.helpAll, value: given },
    { label: form.notes, value: notes.notes ?? review.nothing },
  ]
}
