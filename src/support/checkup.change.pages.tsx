/** What can be changed of a check-up: its day while it is still to come, its record once it was held, and what came of the help. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { headAbout, onPerson, personHref, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import { changeWords } from './checkup.change.words.ts'
import { checkupErrors, CheckupFields } from './checkup.fields.tsx'
import { checkupText, readCheckup, type CheckupText } from './checkup.form.ts'
import { sinceWords } from './checkup.pages.tsx'
import { checkupsOf, correctCheckup, moveCheckup, openCheckup, type CheckupEntry } from './checkup.store.ts'
import { checkupWords } from './checkup.words.ts'
import type { CheckupNotes } from './checkup-record.ts'
import type { CheckupRecord } from './checkup-record.store.ts'
import { funnelProblems } from './checkup.ts'
import { readComingDay } from './day-answer.ts'
import { pathwayOf } from './pathway.store.ts'
import { wholeDay } from './when.words.ts'

export const checkupChangePages = new Hono<PageEnv>()

checkupChangePages.get('/people/:code/checkup/move', (c) =>
  onPerson(c, 'path', async (act, about) => {
    const open = await openCheckup(act, about.person.id)
    return open && movePage(c, about, open, { to: dateText(null), reason: '' })
  }),
)

checkupChangePages.post('/people/:code/checkup/move', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'path', async (act, about) => {
    const { locale } = c.var
    const { moving } = changeWords(locale)
    const open = await openCheckup(act, about.person.id)
    if (!open) return null
    const to = readComingDay(form.values, 'to', act.today)
    const reason = form.text('reason')
    const errors: Errors = {}
    if (to.day === null) errors['to'] = aboutWords(locale).dayFault[to.fault]
    if (reason === '') errors['reason'] = moving.reasonMissing
    if (reason.length > LONGEST_REASON) errors['reason'] = moving.tooLong
    if (to.day === null || Object.keys(errors).length > 0) {
      return movePage(c, about, open, { to: to.text, reason }, errors)
    }
    if (!(await moveCheckup(act, open.id, to.day, reason))) return null
    leaveNotice(c, moving.done(wholeDay(locale, to.day)))
    return c.redirect(personHref(about), 303)
  })
})

checkupChangePages.get('/people/:code/checkup/:id/correct', (c) =>
  onPerson(c, 'notes', async (act, about) => {
    const held = await heldCheckup(act, about, c.req.param('id'))
    return held && correctPage(c, act, about, held, checkupText(held.record))
  }),
)

checkupChangePages.post('/people/:code/checkup/:id/correct', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'notes', async (act, about) => {
    const { correcting } = changeWords(c.var.locale)
    const held = await heldCheckup(act, about, c.req.param('id'))
    if (!held) return null
    const { record } = held
    const { arrived, stayed14Days } = record.funnel
    const read = readCheckup(form, act.today, { arrived, stayed14Days })
    if (!read.notes) {
      return correctPage(c, act, about, held, read.text, checkupErrors(c.var.locale, read))
    }
    return corrected(c, about, await correctCheckup(act, record.id, read.notes), correcting.done)
  })
})

checkupChangePages.get('/people/:code/checkup/:id/later', (c) =>
  onPerson(c, 'notes', async (act, about) => {
    const held = await heldCheckup(act, about, c.req.param('id'))
    return held && laterPage(c, about, held, laterText(held.record))
  }),
)

checkupChangePages.post('/people/:code/checkup/:id/later', async (c) => {
  const form = await formOf(c)
  return onPerson(c, 'notes', async (act, about) => {
    const { later } = changeWords(c.var.locale)
    const held = await heldCheckup(act, about, c.req.param('id'))
    if (!held) return null
    const { record } = held
    const typed = { arrived: form.text('arrived'), stayed: form.text('stayed') }
    const came = { arrived: yesNo(typed.arrived), stayed14Days: yesNo(typed.stayed) }
    if (funnelProblems({ ...record.funnel, ...came }).length > 0) {
      return laterPage(c, about, held, typed, { stayed: later.contradiction })
    }
    const { heldOn, way, need, help, notes, funnel } = record
    const { inNeed: _, ...asked } = funnel
    const result = await correctCheckup(act, record.id, {
      heldOn,
      way,
      need,
      help,
      notes,
      funnel: { ...asked, ...came },
    })
    return corrected(c, about, result, later.done)
  })
})

const LONGEST_REASON = 1000

const yesNo = (text: string): boolean | null => (text === 'yes' ? true : text === 'no' ? false : null)
const word = (answer: boolean | null) => (answer === null ? 'unknown' : answer ? 'yes' : 'no')

type Held = CheckupEntry & { record: CheckupRecord }

async function heldCheckup(act: Acting, { person }: AboutPerson, checkupId: string): Promise<Held | null> {
  for (const entry of await checkupsOf(act, person.id)) {
    const { record } = entry
    if (record && entry.id === checkupId && entry.heldOn !== null) return { ...entry, record }
  }
  return null
}

function corrected(
  c: PageContext,
  about: AboutPerson,
  { problem }: Awaited<ReturnType<typeof correctCheckup>>,
  done: string,
): Response | null {
  if (problem === 'unknown') return null
  leaveNotice(c, problem ? checkupWords(c.var.locale).errors.again : done)
  return c.redirect(personHref(about), 303)
}

function movePage(
  c: PageContext,
  about: AboutPerson,
  open: { dueOn: CheckupNotes['heldOn'] },
  typed: { to: DateText; reason: string },
  errors?: Errors,
) {
  const { locale } = c.var
  const { moving } = changeWords(locale)
  return page(
    c,
    headAbout(c, about, moving.title, moving.lead(wholeDay(locale, open.dueOn))),
    <Card>
      <Form locale={locale} action={personHref(about, 'checkup/move')} errors={errors}>
        <DateField locale={locale} name="to" label={moving.to} error={errors?.['to']} value={typed.to} />
        <TextField
          locale={locale}
          name="reason"
          label={moving.reason}
          hint={moving.reasonHint}
          error={errors?.['reason']}
          value={typed.reason}
        />
        <Acts>
          <Button>{moving.save}</Button>
        </Acts>
      </Form>
    </Card>,
    errors ? 422 : 200,
  )
}

async function correctPage(
  c: PageContext,
  act: Acting,
  about: AboutPerson,
  { id, dueOn }: Held,
  text: CheckupText,
  errors?: Errors,
) {
  const { locale } = c.var
  const { correcting } = changeWords(locale)
  const pathway = await pathwayOf(act, about.person.id)
  if (!pathway) return null
  const before = (await checkupsOf(act, about.person.id)).find(
    (entry) => entry.heldOn !== null && daysEarlier(entry.dueOn, dueOn),
  )
  return page(
    c,
    headAbout(c, about, correcting.title),
    <Card>
      <p>{correcting.lead}</p>
      <Form locale={locale} action={personHref(about, `checkup/${id}/correct`)} errors={errors} guard talk>
        <CheckupFields
          locale={locale}
          text={text}
          errors={errors}
          since={sinceWords(locale, before ?? null, pathway)}
        />
        <Acts>
          <Button>{correcting.save}</Button>
        </Acts>
      </Form>
    </Card>,
    errors ? 422 : 200,
  )
}

const daysEarlier = (one: CheckupEntry['dueOn'], other: CheckupEntry['dueOn']) => one.until(other).sign > 0

type LaterText = { arrived: string; stayed: string }

const laterText = ({ funnel }: CheckupRecord): LaterText => ({
  arrived: word(funnel.arrived),
  stayed: word(funnel.stayed14Days),
})

function laterPage(
  c: PageContext,
  about: AboutPerson,
  { id, record }: Held,
  typed: LaterText,
  errors?: Errors,
) {
  const { locale } = c.var
  const { later } = changeWords(locale)
  const common = aboutWords(locale)
  const options = [
    { value: 'yes', label: common.yes },
    { value: 'no', label: common.no },
    { value: 'unknown', label: common.unknown },
  ]
  if (record.funnel.agreed === false || record.funnel.inNeed === false) {
    return page(
      c,
      headAbout(c, about, later.title),
      <div class="stack">
        <p>{later.notAgreed}</p>
        <Acts>
          <ButtonLink href={personHref(about, `checkup/${id}/correct`)} kind="soft">
            {later.correct}
          </ButtonLink>
        </Acts>
      </div>,
    )
  }
  return page(
    c,
    headAbout(c, about, later.title, later.lead),
    <Card>
      <Form locale={locale} action={personHref(about, `checkup/${id}/later`)} errors={errors}>
        {(['arrived', 'stayed'] as const).map((name) => (
          <Radios
            locale={locale}
            name={name}
            label={later[name]}
            error={errors?.[name]}
            value={typed[name]}
            options={options}
          />
        ))}
        <Acts>
          <Button>{later.save}</Button>
        </Acts>
      </Form>
    </Card>,
    errors ? 422 : 200,
  )
}
