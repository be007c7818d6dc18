/** One person's page: who asked for help, and what comes next. */
import type { Child } from 'hono/jsx'
import { dayAt, isBefore } from '../platform/day.ts'
import { Group, Row, type RowAction } from '../platform/parts/group.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { shortDay } from '../platform/words.dates.ts'
import { untilDay } from '../support/support-day.words.ts'
import { byWhen, nearDay } from '../support/when.words.ts'
import { atStart } from './count.words.ts'
import { quoted } from './person-log.tsx'
import type { PersonRecord } from './person-record.ts'
import { telHref } from './person.aside.tsx'
import { hrefOf, manages, notes, type PersonView } from './person.view.ts'
import { personWords } from './person.words.ts'

type Step = {
  when: string
  text: Child
  sub?: string | undefined
  said?: boolean
  action?: RowAction | undefined
}

/** Who asked for help comes first and by itself; then what comes next, each with its one action. */
export function NextSteps({ view }: { view: PersonView }) {
  const say = personWords(view.locale).steps
  const help = helpStep(view)
  const steps = stepsOf(view)
  return (
    <>
      {help && (
        <Group id="asked" title={say.askedTitle} tone="lamp">
          <Row who={help.when} sub={help.sub} said={help.said} action={help.action}>
            {help.text}
          </Row>
        </Group>
      )}
      {steps.length > 0 ? (
        <Group id="next" title={say.title}>
          {steps.map((step) => (
            <Row who={step.when} sub={step.sub} action={step.action}>
              {step.text}
            </Row>
          ))}
        </Group>
      ) : (
        <Card title={say.title}>
          <p>{say.none}</p>
        </Card>
      )}
    </>
  )
}

function helpStep(view: PersonView): Step | null {
  const { locale, record, today, timeZone } = view
  const say = personWords(locale).steps
  const help = record.tasks.find((one) => one.kind === 'help')
  if (!help) return null
  const asked = record.checkins.find(({ answer }) => answer?.answers.callMe === true)?.answer
  const words = asked?.answers.words
  return {
    when: atStart(locale, nearDay(locale, dayAt(help.madeAt, timeZone), today)),
    text: words ? quoted(locale, words) : say.help,
    said: Boolean(words),
    sub: help.dueAt ? say.helpBy(byWhen(locale, help.dueAt, today, timeZone)) : undefined,
    action: contact(view, say.do.help),
  }
}

/** To where a contact is written down; who may not write calls. */
function contact(view: PersonView, label: string): RowAction | undefined {
  if (notes(view)) return { label, icon: 'phone', href: hrefOf(view, 'contact') }
  const [phone] = view.record.identity?.phones ?? []
  return phone ? { label: personWords(view.locale).call, icon: 'phone', href: telHref(phone) } : undefined
}

function stepsOf(view: PersonView): Step[] {
  const { locale, record, today } = view
  const say = personWords(locale).steps
  const steps: Step[] = []
  const task = (kind: PersonRecord['tasks'][number]['kind']) => record.tasks.find((one) => one.kind === kind)
  const may = manages(view)
  const silence = task('silence')
  if (silence) {
    steps.push({
      when: atStart(locale, nearDay(locale, silence.dueOn, today)),
      text: say.silence,
      action: contact(view, say.do.silence),
    })
  }
  const undelivered = task('undelivered')
  if (undelivered && may) {
    steps.push({
      when: atStart(locale, nearDay(locale, undelivered.dueOn, today)),
      text: say.undelivered,
      action: { label: say.do.undelivered, icon: 'message', href: hrefOf(view, 'undelivered') },
    })
  }
  const ask = task('ask')
  if (ask && may) {
    steps.push({
      when: atStart(locale, shortDay(locale, ask.dueOn)),
      text: say.ask,
      action: { label: say.do.ask, icon: 'question', href: hrefOf(view, 'ask') },
    })
  }
  const read = task('read')
  if (read && record.sees.has('answers')) {
    steps.push({
      when: atStart(locale, nearDay(locale, read.dueOn, today)),
      text: say.read,
      action: { label: say.do.read, icon: 'eye', href: '#answers' },
    })
  }
  const { checkup } = record
  if (checkup && record.pathway?.state === 'active') {
    steps.push({
      when: atStart(locale, shortDay(locale, checkup.dueOn)),
      text: say.checkup,
      sub:
        checkup.state === 'missed'
          ? say.checkupMissed
          : isBefore(today, checkup.dueOn)
            ? (checkup.reason ?? undefined)
            : say.checkupOpen(nearDay(locale, checkup.lastDay, today)),
      action: notes(view)
        ? { label: say.do.checkup, icon: 'calendar', href: hrefOf(view, 'checkup') }
        : undefined,
    })
  }
  const [checkin] = record.openCheckins
  if (checkin && may) {
    steps.push({
      when: atStart(locale, shortDay(locale, checkin.dueOn)),
      text: task('call') ? say.checkinCall : say.checkin,
      sub: say.checkinUntil(untilDay(locale, checkin.lastDay)),
      action: { label: say.do.checkin, icon: 'message', href: hrefOf(view, 'checkin') },
    })
  }
  return steps
}
