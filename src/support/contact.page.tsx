/** The page on which people get in touch: why somebody waits, how to reach them, where the search stands, and what happened. */
import { visitorIn } from '../access/visitor.ts'
import { Temporal, type Day } from '../platform/day.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Radios } from '../platform/parts/choices.tsx'
import { DateField, dateText, type DateText } from '../platform/parts/date-field.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { ErrorSummary, Form } from '../platform/parts/form.tsx'
import { Lamp } from '../platform/parts/help.tsx'
import { Card, Note } from '../platform/parts/surface.tsx'
import { TextArea } from '../platform/parts/text-field.tsx'
import { page, type PageContext } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { headAbout, Offers, personHref, Reach, type AboutPerson } from './about-person.tsx'
import { aboutWords } from './about-person.words.ts'
import {
  AskTrusted,
  LastSteps,
  NotedToday,
  SearchCard,
  Taps,
  Tried,
  type SearchView,
  type TrustedTyped,
} from './contact.search.tsx'
import { contactWays } from './contact.store.ts'
import type { Waiting } from './contact.waiting.ts'
import { contactWords } from './contact.words.ts'
import type { Search } from './reaching.ts'
import { byWhen, nearDays } from './when.words.ts'

type Typed = { way: string; reached: string; what: string }
const nothing: Typed = { way: '', reached: '', what: '' }

type Shown = {
  wait: Waiting
  search: Search | null
  typed?: Typed
  on: DateText
  errors?: Errors
  /** What was typed of what the trusted contact said. */
  trusted?: { typed: TrustedTyped; errors: Errors }
}

export function contactPage(c: PageContext, about: AboutPerson, shown: Shown) {
  const { locale } = c.var
  const { wait, search, typed = nothing, on, errors, trusted } = shown
  const say = contactWords(locale)
  const common = aboutWords(locale)
  const visitor = visitorIn(c)
  const view: SearchView = { locale, about, wait, search, visitor }
  // Whose turn it is stands first.
  const asks =
    wait.trusted.length > 0 &&
    (search?.step === 'trusted' || trusted !== undefined || c.req.query('ask') === 'trusted')
  return page(
    c,
    headAbout(c, about, say.title),
    <div class="stack">
      {errors && <ErrorSummary locale={locale} errors={errors} />}
      <NotedToday view={view} />
      {asks && (
        <AskTrusted
          view={view}
          typed={trusted?.typed ?? { what: '', next: dateText(null) }}
          errors={trusted?.errors ?? {}}
        />
      )}
      {asks && <SearchCard view={view} />}
      <Why locale={locale} about={about} wait={wait} timeZone={visitor.organisation.timeZone} />
      <Card title={common.phones}>
        <Reach locale={locale} about={about} />
        <Taps view={view} />
      </Card>
      {!asks && <SearchCard view={view} />}
      <LastSteps view={view} />
      {about.mayNote ? (
        <Card title={say.form.title}>
          <ContactForm locale={locale} about={about} typed={typed} on={on} errors={errors} />
        </Card>
      ) : (
        <Note>{common.noNotes}</Note>
      )}
      <Offers locale={locale} />
    </div>,
    errors || trusted ? 422 : 200,
  )
}

function ContactForm(props: {
  locale: Locale
  about: AboutPerson
  typed: Typed
  on: DateText
  errors: Errors | undefined
}) {
  const { locale, about, typed, on, errors } = props
  const say = contactWords(locale)
  const common = aboutWords(locale)
  return (
    <Form locale={locale} action={personHref(about, 'contact')} guard>
      <Radios
        locale={locale}
        name="way"
        label={say.form.way}
        error={errors?.['way']}
        value={typed.way}
        options={contactWays.map((way) => ({ value: way, label: common.wayOfContact[way] }))}
      />
      <Radios
        locale={locale}
        name="reached"
        label={say.form.reached}
        error={errors?.['reached']}
        value={typed.reached}
        options={[
          { value: 'yes', label: say.form.reachedYes },
          { value: 'no', label: say.form.reachedNo },
        ]}
      />
      <TextArea
        locale={locale}
        name="what"
        label={say.form.what}
        hint={say.form.whatHint}
        error={errors?.['what']}
        value={typed.what}
        rows={5}
      />
      <DateField
        locale={locale}
        name="on"
        label={say.form.on}
        hint={common.dayHint}
        error={errors?.['on']}
        value={on}
      />
      <Acts>
        <Button>{common.save}</Button>
      </Acts>
    </Form>
  )
}

function Why(props: { locale: Locale; about: AboutPerson; wait: Waiting; timeZone: string }) {
  const { locale, about, wait, timeZone } = props
  const say = contactWords(locale)
  const { today } = wait
  const help = wait.tasks.find((task) => task.kind === 'help')
  const silence = wait.tasks.find((task) => task.kind === 'silence')
  const unread = wait.tasks.find((task) => task.kind === 'read')
  const days = (dates: readonly Day[]) => nearDays(locale, dates, today)
  return (
    <>
      {help && (
        <Lamp title={say.asked.title}>
          {wait.said && <blockquote class="said">{wait.said}</blockquote>}
          {wait.said === null && <p>{say.asked.noWords}</p>}
          {help.dueAt && <p>{say.asked.callBy(byWhen(locale, help.dueAt, today, timeZone))}</p>}
          {help.dueAt && Temporal.Instant.compare(help.dueAt, wait.now) < 0 && <p>{say.asked.late}</p>}
        </Lamp>
      )}
      {silence && (
        <Card title={say.silent.title}>
          {wait.missed.checkins.length > 0 && (
            <p>{say.silent.checkins(wait.missed.checkins.length, days(wait.missed.checkins))}</p>
          )}
          {wait.missed.checkups.length > 0 && <p>{say.silent.checkup(days(wait.missed.checkups))}</p>}
          <p>
            <b>{say.silent.means}</b> {say.silent.doesNot}
          </p>
          <p>{say.silent.begin}</p>
        </Card>
      )}
      {unread && !help && (
        <Card title={say.unread.title}>
          <Acts>
            <ButtonLink href={personHref(about)} kind="calm">
              {say.unread.look}
            </ButtonLink>
          </Acts>
        </Card>
      )}
      {!help && !silence && !unread && <p>{say.nothing}</p>}
      {!silence && <Tried view={{ locale, wait }} />}
    </>
  )
}
