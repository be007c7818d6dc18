/** A lapse that was told: when, by whom, and how to go on from there. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { headAbout, Offers, onPerson, personHref, Reach, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { readPastDay } from './day-answer.ts'
import { correctLapse, lapsesOf, recordLapse, type Lapse, type LapseNotes } from './lapse.store.ts'
import { lapseWords } from './lapse.words.ts'

export const lapsePages = new Hono<PageEnv>()

const LONGEST_NOTE = 2000

type Typed = { happened: DateText; told: DateText; toldBy: string; note: string }

lapsePages.get('/people/:code/lapse', (c) =>
  onPerson(c, 'notes', async (act, about) => {
    const today = dateText(act.today)
    return lapsePage(c, about, { happened: today, told: today, toldBy: '', note: '' })
  }),
)

lapsePages.post('/people/:code/lapse', async (c) => {
  const { values } = await formOf(c)
  return onPerson(c, 'notes', async (act, about) => {
    const { notes, typed, errors } = readLapse(c.var.locale, values, act.today)
    if (!notes) return lapsePage(c, about, typed, errors)
    if ((await recordLapse(act, { ...notes, personId: about.person.id })) === null) return null
    leaveNotice(c, lapseWords(c.var.locale).saved)
    return c.redirect(personHref(about), 303)
  })
})

lapsePages.get('/people/:code/lapse/:id/correct', (c) =>
  onPerson(c, 'notes', async (act, about) => {
    const lapse = await lapseNamed(act, about, c.req.param('id'))
    return lapse && correctPage(c, about, lapse, lapseText(lapse))
  }),
)

lapsePages.post('/people/:code/lapse/:id/correct', async (c) => {
  const { values } = await formOf(c)
  return onPerson(c, 'notes', async (act, about) => {
    const lapse = await lapseNamed(act, about, c.req.param('id'))
    if (!lapse) return null
    const { notes, typed, errors } = readLapse(c.var.locale, values, act.today)
    if (!notes) return correctPage(c, about, lapse, typed, errors)
    if ((await correctLapse(act, lapse.id, notes)) === null) return null
    leaveNotice(c, lapseWords(c.var.locale).corrected)
    return c.redirect(personHref(about), 303)
  })
})

async function lapseNamed(act: Acting, { person }: AboutPerson, id: string): Promise<Lapse | null> {
  return (await lapsesOf(act, person.id)).find((lapse) => lapse.id === id) ?? null
}

const lapseText = ({ happenedOn, toldOn, toldBy, note }: Lapse): Typed => ({
  happened: dateText(happenedOn),
  told: dateText(toldOn),
  toldBy,
  note: note ?? '',
})

type ReadLapse =
  { notes: LapseNotes; typed: Typed; errors?: never } | { notes: null; typed: Typed; errors: Errors }

function readLapse(locale: Locale, values: Record<string, string>, today: Day): ReadLapse {
  const say = lapseWords(locale).errors
  const { dayFault } = aboutWords(locale)
  const happened = readPastDay(values, 'happened', today)
  const told = readPastDay(values, 'told', today)
  const toldBy = (['person', 'other'] as const).find((who) => who === values['toldBy'])
  const note = values['note'] ?? ''
  const typed = { happened: happened.text, told: told.text, toldBy: values['toldBy'] ?? '', note }
  const errors: Errors = {}
  if (happened.day === null) errors['happened'] = dayFault[happened.fault]
  if (!toldBy) errors['toldBy'] = say.toldBy
  if (told.day === null) errors['told'] = dayFault[told.fault]
  else if (happened.day && isBefore(told.day, happened.day)) errors['told'] = say.toldBefore
  if (note.length > LONGEST_NOTE) errors['note'] = say.tooLong
  if (!toldBy || happened.day === null || told.day === null || Object.keys(errors).length > 0) {
    return { notes: null, typed, errors }
  }
  return {
    notes: { happenedOn: happened.day, toldOn: told.day, toldBy, note: note === '' ? null : note },
    typed,
  }
}

function lapsePage(c: PageContext, about: AboutPerson, typed: Typed, errors?: Errors) {
  const { locale } = c.var
  const say = lapseWords(locale)
  return page(
    c,
    headAbout(c, about, say.title, say.lead),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Plain title={say.guide.title}>
        <p>{say.means}</p>
        <ol class="next">
          {say.guide.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Plain>
      <Card title={aboutWords(locale).phones}>
        <Reach locale={locale} about={about} />
      </Card>
      <Card title={say.form.title}>
        <LapseForm locale={locale} action={personHref(about, 'lapse')} typed={typed} errors={errors} />
      </Card>
      <Offers locale={locale} />
    </div>,
    errors ? 422 : 200,
  )
}

function correctPage(c: PageContext, about: AboutPerson, { id }: Lapse, typed: Typed, errors?: Errors) {
  const { locale } = c.var
  const { correcting } = lapseWords(locale)
  const action = personHref(about, `lapse/${id}/correct`)
  return page(
    c,
    headAbout(c, about, correcting.title, correcting.lead),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <Card>
        <LapseForm locale={locale} action={action} typed={typed} errors={errors} />
      </Card>
    </div>,
    errors ? 422 : 200,
  )
}

function LapseForm(props: { locale: Locale; action: string; typed: Typed; errors: Errors | undefined }) {
  const { locale, typed, errors } = props
  const { form } = lapseWords(locale)
  const { dayHint } = aboutWords(locale)
  return (
    <Form locale={locale} action={props.action} guard>
      <DateField
        locale={locale}
        name="happened"
        label={form.happenedOn}
        hint={dayHint}
        error={errors?.['happened']}
        value={typed.happened}
      />
      <Radios
        locale={locale}
        name="toldBy"
        label={form.toldBy}
        error={errors?.['toldBy']}
        value={typed.toldBy}
        layout="column"
        options={[
          { value: 'person', label: form.person },
          { value: 'other', label: form.other, hint: form.otherHint },
        ]}
      />
      <DateField
        locale={locale}
        name="told"
        label={form.toldOn}
        hint={dayHint}
        error={errors?.['told']}
        value={typed.told}
      />
      <TextArea
        locale={locale}
        name="note"
        label={form.note}
        hint={form.noteHint}
        required={false}
        error={errors?.['note']}
        value={typed.note}
        rows={3}
      />
      <Acts>
        <Button>{form.save}</Button>
      </Acts>
    </Form>
  )
}
