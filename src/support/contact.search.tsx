/** On the page where people get in touch: one tap for a try in vain, where the search stands, and whom else to ask. */
import { Sayings } from '../people/trusted.list.tsx'
import { firstName } from '../people/name.ts'
import type { TrustedContact } from '../people/trusted.ts'
import { trustedWords } from '../people/trusted.words.ts'
import { dayAt } from '../platform/day.ts'
import { Acts, Button, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { DateField, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Card, Note, Ticks } from '../platform/parts/surface.tsx'
import { TextField } from '../platform/parts/text-field.tsx'
import type { IconName } from '../platform/icons.tsx'
import type { Visitor } from '../platform/web.tsx'
import { timeOfDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { personHref, type AboutPerson } from './about-person.tsx'
import { attemptWords } from './attempt.words.ts'
import type { Contact } from './contact.store.ts'
import type { Waiting } from './contact.waiting.ts'
import { aheadOf, rungsOf, type Rung } from './reaching.ladder.ts'
import type { Search } from './reaching.ts'
import { searchWords } from './search.words.ts'
import { supportContent } from './support.content.ts'
import { nearDay, nearDays } from './when.words.ts'

/** What every part here is told. */
export type SearchView = {
  locale: Locale
  about: AboutPerson
  wait: Waiting
  search: Search | null
  visitor: Visitor
}

const taps: { way: 'call' | 'message' | 'visit'; icon: IconName }[] = [
  { way: 'call', icon: 'phone' },
  { way: 'message', icon: 'message' },
  { way: 'visit', icon: 'pin' },
]

/** Three buttons: whoever stands before a closed door with a phone in the hand needs no form. */
export function Taps({ view: { locale, about } }: { view: SearchView }) {
  const say = attemptWords(locale)
  return (
    <>
      <h3>{say.title}</h3>
      <p class="sub">{say.lead}</p>
      <Acts>
        {taps.map(({ way, icon }) => (
          <PostButton
            action={personHref(about, 'contact')}
            fields={{ way, reached: 'no' }}
            kind="line"
            icon={icon}
          >
            {say.ways[way]}
          </PostButton>
        ))}
      </Acts>
    </>
  )
}

/** What the reader wrote down today, each to be taken back. */
export function NotedToday({ view }: { view: SearchView }) {
  const { locale, about, wait } = view
  const say = attemptWords(locale).noted
  if (wait.own.length === 0) return null
  return (
    <Note>
      <h2>{say.title}</h2>
      <ul class="noted">
        {wait.own.map((contact) => {
          const text = notedText(view, contact)
          return (
            <li>
              <span>{text}</span>
              <PostButton action={personHref(about, `contact/${contact.id}/back`)} kind="calm" about={text}>
                {say.back}
              </PostButton>
            </li>
          )
        })}
      </ul>
      <p>
        <a href="/day">{say.day}</a>
      </p>
    </Note>
  )
}

function notedText({ locale, wait, visitor }: SearchView, contact: Contact): string {
  const say = attemptWords(locale).noted
  const { timeZone } = visitor.organisation
  const day = nearDay(locale, contact.onDay, wait.today)
  const written = dayAt(contact.recordedAt, timeZone)
  const when = contact.onDay.equals(written)
    ? say.at(day, timeOfDay(locale, contact.recordedAt, timeZone))
    : day
  if (contact.way === 'trusted') return contact.reached ? say.trustedReached(when) : say.trusted(when)
  return say[contact.way](when)
}

/** How often it was tried and by whom, whose turn it is, and what comes. */
export function SearchCard({ view }: { view: SearchView }) {
  const { locale, wait, search, visitor } = view
  const say = searchWords(locale)
  const silence = wait.tasks.find(({ kind }) => kind === 'silence')
  if (!silence || !search) return null
  const rules = supportContent().reaching
  // A supporter is not told whether there is somebody else who could be asked: it is the coordinator who asks.
  const told = ({ step, state }: Rung) =>
    visitor.role !== 'supporter' || step !== 'trusted' || state === 'now'
  const text = (rung: Rung) =>
    rungText(locale, visitor.role === 'supporter' && rung.step === 'trusted' ? { ...rung, step: null } : rung)
  const ahead = visitor.role === 'supporter' ? null : aheadOf(rules, search)
  return (
    <Card title={say.title}>
      <Tried view={view} />
      <Ticks
        items={rungsOf(rules, search)
          .filter(told)
          .map((rung) => ({
            label: rung.state === 'now' ? <b>{text(rung)}</b> : text(rung),
            open: rung.state !== 'done',
          }))}
      />
      {ahead && (
        <p>
          {ahead.workingDays === null ? say.unless(ahead.tries) : say.within(ahead.workingDays)}{' '}
          {say.then[ahead.step ?? 'lost']}
        </p>
      )}
    </Card>
  )
}

function rungText(locale: Locale, { step, state }: Rung): string {
  const words: Partial<Record<Rung['state'], string>> = searchWords(locale).rungs[step ?? 'owner']
  return words[state] ?? ''
}

/** How often and on which days it was tried since anything was heard, and by whom. */
export function Tried({ view: { locale, wait } }: { view: Pick<SearchView, 'locale' | 'wait'> }) {
  const say = attemptWords(locale)
  if (wait.tried.length === 0) return null
  const days = wait.tried.map(({ onDay }) => onDay).toReversed()
  return (
    <p class="sub">
      {say.tried(wait.tried.length, nearDays(locale, distinct(days), wait.today))}{' '}
      {wait.triedBy.length > 0 && say.by(new Intl.ListFormat(locale).format(wait.triedBy))}
    </p>
  )
}

function distinct<T extends { toString(): string }>(days: readonly T[]): T[] {
  return [...new Map(days.map((day) => [day.toString(), day])).values()]
}

export type TrustedTyped = { what: string; next: DateText }

/** Whom the person named, the very words to say, and what came of it. */
export function AskTrusted(props: { view: SearchView; typed: TrustedTyped; errors: Errors }) {
  const { view, typed, errors } = props
  const { locale, about, wait } = view
  const say = searchWords(locale).trusted
  if (wait.trusted.length === 0) return null
  const action = personHref(about, 'contact/trusted')
  return (
    <section class="stack" id="trusted" aria-label={say.title}>
      <div>
        <h2>{say.title}</h2>
        <p class="sub">{say.lead}</p>
      </div>
      {wait.trusted.map((contact) => (
        <OneTrusted view={view} contact={contact} />
      ))}
      <Card title={say.came}>
        <Acts>
          <PostButton action={action} fields={{ reached: 'no' }} kind="line" icon="phone">
            {say.notReached}
          </PostButton>
        </Acts>
        <hr />
        <Form locale={locale} action={action} fields={{ reached: 'yes' }} errors={errors}>
          <TextField
            locale={locale}
            name="trustedWhat"
            label={say.what}
            hint={say.whatHint}
            required={false}
            value={typed.what}
            error={errors['trustedWhat']}
          />
          <DateField
            locale={locale}
            name="next"
            label={say.next}
            hint={say.nextHint}
            required={false}
            value={typed.next}
            error={errors['next']}
          />
          <Acts>
            <Button kind="soft">{say.save}</Button>
          </Acts>
        </Form>
      </Card>
    </section>
  )
}

function OneTrusted({ view, contact }: { view: SearchView; contact: TrustedContact }) {
  const { locale, about, visitor } = view
  const { name, relation, phone, ownWords } = contact
  const saying = {
    caller: firstName(visitor.name),
    organisation: visitor.organisation.name,
    person: firstName(about.name),
  }
  return (
    <Card title={relation ? `${name}, ${relation}` : name}>
      <Acts>
        <ButtonLink href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} kind="soft" icon="phone" about={name}>
          {phone}
        </ButtonLink>
      </Acts>
      <Sayings locale={locale} contact={contact} saying={saying} />
      {ownWords && (
        <>
          <h3>{trustedWords(locale).staff.wordsShown}</h3>
          <p>{ownWords}</p>
        </>
      )}
    </Card>
  )
}

/** What can be done once it is the lead's turn, and that the way back stays open. */
export function LastSteps({ view: { locale, about, wait, search } }: { view: SearchView }) {
  const say = searchWords(locale)
  const silence = wait.tasks.find(({ kind }) => kind === 'silence')
  const mayAsk = wait.trusted.length > 0
  if (!silence || (search?.step !== 'lead' && search?.step !== 'lost')) return null
  const ask = mayAsk && (
    <p>
      <a href={`${personHref(about, 'contact')}?ask=trusted#trusted`}>{say.trusted.again}</a>
    </p>
  )
  if (search.step === 'lost') {
    return (
      <Card title={say.lost.title}>
        <p>{say.lost.next(nearDay(locale, silence.dueOn, wait.today))}</p>
        <p>{say.lost.open}</p>
        {ask}
      </Card>
    )
  }
  return (
    <Card title={say.lead.title}>
      <Ticks items={say.lead.items.map((label) => ({ label, open: true }))} />
      {ask}
      <p>{say.lead.danger}</p>
    </Card>
  )
}
