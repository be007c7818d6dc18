/** What there was with one person, by day: check-ins, contacts, check-ups, lapses, changes of the pathway. */
import { dayAt, Temporal, type Day, type Moment } from '../platform/day.ts'
import type { TimesItem } from '../platform/parts/times.tsx'
import { dayAndMonth, numericDay, timeOfDay } from '../platform/words.dates.ts'
import { fullLocaleOf, type Locale } from '../platform/words.ts'
import { aboutWords } from '../support/about-person.words.ts'
import type { GivenAnswer } from '../support/checkin-answer.store.ts'
import type { CheckinEntry } from '../support/checkin.store.ts'
import type { CheckupEntry } from '../support/checkup.store.ts'
import type { Contact } from '../support/contact.store.ts'
import { helpWords } from '../support/help.words.ts'
import type { Lapse } from '../support/lapse.store.ts'
import type { PathwayChange } from '../support/pathway-change.store.ts'
import { pathwayWords } from '../support/pathway.words.ts'
import { isNeed } from '../support/pathway.ts'
import { wholeDay } from '../support/when.words.ts'
import { personLogWords } from './person-log.words.ts'
import { pathWords } from './person-path.words.ts'

export type LogEntry = { on: Day; at: Moment | null } & (
  | { kind: 'checkin'; answer: GivenAnswer }
  | { kind: 'contact'; contact: Contact }
  | { kind: 'checkup'; checkup: CheckupEntry }
  | { kind: 'lapse'; lapse: Lapse }
  | { kind: 'change'; change: PathwayChange }
)

export type LogRecord = {
  checkins: readonly CheckinEntry[]
  contacts: readonly Contact[]
  checkups: readonly CheckupEntry[]
  lapses: readonly Lapse[]
  changes: readonly PathwayChange[]
}

/** Everything that was, the newest first. What did not come is in the picture, not here: nothing was said then. */
export function logOf(record: LogRecord, timeZone: string): LogEntry[] {
  const entries: LogEntry[] = [
    ...record.checkins.flatMap(({ answer }): LogEntry[] =>
      answer ? [{ kind: 'checkin', on: answer.givenOn, at: answer.givenAt, answer }] : [],
    ),
    ...record.contacts.map((contact): LogEntry => ({
      kind: 'contact',
      on: contact.onDay,
      at: contact.recordedAt,
      contact,
    })),
    ...record.checkups.flatMap((checkup): LogEntry[] =>
      checkup.heldOn === null
        ? checkup.state === 'missed'
          ? [{ kind: 'checkup', on: checkup.dueOn, at: null, checkup }]
          : []
        : [{ kind: 'checkup', on: checkup.heldOn, at: checkup.record?.recordedAt ?? null, checkup }],
    ),
    ...record.lapses.map((lapse): LogEntry => ({
      kind: 'lapse',
      on: lapse.happenedOn,
      at: lapse.recordedAt,
      lapse,
    })),
    ...record.changes.map((change): LogEntry => ({
      kind: 'change',
      on: dayAt(change.at, timeZone),
      at: change.at,
      change,
    })),
  ]
  return entries.sort(
    (a, b) =>
      Temporal.PlainDate.compare(b.on, a.on) ||
      (a.at && b.at ? Temporal.Instant.compare(b.at, a.at) : Number(a.at === null) - Number(b.at === null)),
  )
}

export type LogView = {
  locale: Locale
  today: Day
  timeZone: string
  /** Of the accounts that wrote. */
  names: ReadonlyMap<string, string>
  /** Where the page of the person is; null where the reader may correct nothing. */
  correctAt: string | null
}

export function logItem(entry: LogEntry, view: LogView): TimesItem {
  const { locale } = view
  const when =
    entry.on.year === view.today.year ? dayAndMonth(locale, entry.on) : numericDay(locale, entry.on)
  return { when, datetime: entry.on.toString(), ...said(entry, view) }
}

function said(entry: LogEntry, view: LogView): Pick<TimesItem, 'text' | 'sub' | 'by'> {
  const { locale } = view
  const say = personLogWords(locale).log
  const by = (account: string | null) => (account && view.names.get(account)) ?? undefined
  switch (entry.kind) {
    case 'checkin': {
      const { answer } = entry
      return {
        text: joined([checkinText(locale, answer), answer.answers.callMe === true && say.pleaseCall]),
        sub: answer.answers.words ? quoted(locale, answer.answers.words) : undefined,
        by:
          answer.way !== 'telephone'
            ? say.himself(timeOfDay(locale, answer.givenAt, view.timeZone))
            : by(answer.byAccount),
      }
    }
    case 'contact': {
      const { contact } = entry
      const way = `${aboutWords(locale).wayOfContact[contact.way]}.`
      return {
        text: joined([way, !contact.reached && say.notReached, contact.what]),
        by: by(contact.byAccount),
      }
    }
    case 'checkup':
      return checkupSaid(entry.checkup, view)
    case 'lapse': {
      const { lapse } = entry
      const heard =
        Temporal.PlainDate.compare(lapse.toldOn, lapse.happenedOn) === 0
          ? null
          : say.toldOn(wholeDay(locale, lapse.toldOn))
      return {
        text: joined([say.lapse, say.toldBy[lapse.toldBy], heard]),
        sub:
          lapse.note || view.correctAt ? (
            <>
              {lapse.note}
              {view.correctAt && (
                <>
                  {lapse.note && ' · '}
                  <a href={`${view.correctAt}/lapse/${lapse.id}/correct`}>{say.correct}</a>
                </>
              )}
            </>
          ) : undefined,
        by: by(lapse.recordedBy),
      }
    }
    case 'change': {
      const { change } = entry
      return {
        text: sentence(locale, pathwayWords(locale).changed[change.what]),
        sub: change.reason ?? undefined,
        by: by(change.byAccount),
      }
    }
  }
}

function checkupSaid(checkup: CheckupEntry, view: LogView): Pick<TimesItem, 'text' | 'sub' | 'by'> {
  const { locale } = view
  const say = personLogWords(locale).log
  if (checkup.heldOn === null) return { text: say.notHeld }
  const { record } = checkup
  if (!record) return { text: say.checkup.unknown }
  const help = record.help?.map((kind) => helpWords(locale).kinds[kind]) ?? []
  const came =
    record.funnel.agreed === true && record.funnel.stayed14Days === null && record.funnel.arrived !== false
  const at = view.correctAt && `${view.correctAt}/checkup/${checkup.id}`
  return {
    text: joined([say.checkup[record.way], isNeed(record.need) === true && say.need, record.notes]),
    sub:
      help.length > 0 || at ? (
        <>
          {help.length > 0 && new Intl.ListFormat(locale).format(help)}
          {at && (
            <>
              {help.length > 0 && ' · '}
              {came && (
                <>
                  <a href={`${at}/later`}>{say.later}</a>
                  {' · '}
                </>
              )}
              <a href={`${at}/correct`}>{say.correct}</a>
            </>
          )}
        </>
      ) : undefined,
    by: (record.heldBy && view.names.get(record.heldBy)) ?? undefined,
  }
}

function checkinText(locale: Locale, { answers }: GivenAnswer): string {
  const say = pathWords(locale)
  const { checkin } = personLogWords(locale).log
  const parts = [
    answers.wellbeing !== null && say.wellbeing(answers.wellbeing),
    answers.confidence !== null && say.confidence(answers.confidence),
  ].filter((part) => part !== false)
  return parts.length === 0 ? `${checkin}.` : `${checkin}: ${parts.join(', ')}.`
}

/** Said elsewhere in the middle of a line. */
function sentence(locale: Locale, text: string): string {
  return `${text.charAt(0).toLocaleUpperCase(locale)}${text.slice(1)}.`
}

function joined(parts: readonly (string | null | false)[]): string {
  return parts.filter((part) => part !== null && part !== false && part !== '').join(' ')
}

const quotes: Record<'et' | 'en' | 'ru', readonly [string, string]> = {
  et: ['„', '“'],
  en: ['“', '”'],
  ru: ['«', '»'],
}

/** What somebody said, in the marks of the reader's language. */
export function quoted(locale: Locale, words: string): string {
  const [open, close] = quotes[fullLocaleOf(locale)]
  return `${open}${words}${close}`
}

/** The accounts whose names the log needs. */
export function writersOf(entries: readonly LogEntry[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'checkin') return entry.answer.byAccount ?? []
    if (entry.kind === 'contact') return entry.contact.byAccount ?? []
    if (entry.kind === 'checkup') return entry.checkup.record?.heldBy ?? []
    if (entry.kind === 'lapse') return entry.lapse.recordedBy ?? []
    return entry.change.byAccount ?? []
  })
}
