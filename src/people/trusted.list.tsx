/** Whom the person named, each with the very sentence that will be said. */
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Card, Note, Plain, Ticks } from '../platform/parts/surface.tsx'
import { longDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import type { Side } from './trusted.form.tsx'
import { ifAsked, mostTrusted, sentenceFor, type Saying, type TrustedContact } from './trusted.ts'
import { trustedWords } from './trusted.words.ts'

export type TrustedView = {
  locale: Locale
  side: Side
  /** Where the page is, such as `/me/trusted`. */
  base: string
  saying: Saying
  contacts: readonly TrustedContact[]
}

export function TrustedList({ view }: { view: TrustedView }) {
  const { locale, base, contacts, side } = view
  const say = trustedWords(locale)
  return (
    <>
      {contacts.map((contact) => (
        <Named view={view} contact={contact} />
      ))}
      {contacts.length < mostTrusted && (
        <Acts>
          <ButtonLink href={`${base}/add`} kind="soft" icon="plus">
            {say.addMore}
          </ButtonLink>
        </Acts>
      )}
      <Card title={say[side].withdraw.title} lead={say[side].withdraw.lead}>
        <PostButton action={`${base}/withdraw`} kind="line">
          {say.withdraw}
        </PostButton>
      </Card>
    </>
  )
}

function Named({ view, contact }: { view: TrustedView; contact: TrustedContact }) {
  const { locale, side, base, saying } = view
  const say = trustedWords(locale)
  const { id, name, phone, relation, ownWords, endsOn, place } = contact
  return (
    <Card title={name}>
      <p class="sub">
        {[relation, phone].filter(Boolean).join(' · ')}
        {view.contacts.length > 1 && (
          <>
            <br />
            {say.order(place)}
          </>
        )}
      </p>
      <Sayings locale={locale} contact={contact} saying={saying} />
      {ownWords && (
        <>
          <h3>{say[side].wordsShown}</h3>
          <p>{ownWords}</p>
        </>
      )}
      {endsOn && <p class="sub">{say.until(longDay(locale, endsOn))}</p>}
      <div class="acts">
        <ButtonLink href={`${base}/${id}/change`} kind="line" about={name}>
          {say.change}
        </ButtonLink>
        {place > 1 && (
          <PostButton action={`${base}/${id}/first`} kind="line" about={name}>
            {say.first}
          </PostButton>
        )}
        <PostButton action={`${base}/${id}/remove`} kind="line" about={name}>
          {say.remove}
        </PostButton>
      </div>
    </Card>
  )
}

/** What is said, and what is answered to a question for more. */
export function Sayings(props: {
  locale: Locale
  contact: Pick<TrustedContact, 'language' | 'telling'>
  saying: Saying
}) {
  const { locale, contact, saying } = props
  const say = trustedWords(locale)
  return (
    <>
      <h3>{contact.language === locale ? say.says : say.saysIn[contact.language]}</h3>
      <Note>
        <p class="said" lang={contact.language}>
          {sentenceFor(contact, saying)}
        </p>
      </Note>
      <p class="sub">{say.gap}</p>
      <h3>{say.ifAsked}</h3>
      <p lang={contact.language}>{ifAsked(contact.language, saying.person)}</p>
    </>
  )
}

/** How it works, for the person; how to talk about it, for staff. */
export function Promises({ locale, side }: { locale: Locale; side: Side }) {
  const { title, last, only, gone, tell } = trustedWords(locale)[side].promises
  return (
    <Plain title={title}>
      <Ticks items={[last, only, gone, tell].map((label) => ({ label }))} />
    </Plain>
  )
}
