/** One person's page: who they are, what they agreed to, and everything else that can be done. */
import { identityWords } from '../people/identity.words.ts'
import { municipalityWithCode } from '../platform/municipalities.ts'
import { SummaryList, type Fact } from '../platform/parts/summary-list.tsx'
import { LinkList, Plain } from '../platform/parts/surface.tsx'
import { longDay } from '../platform/words.dates.ts'
import { isLocale } from '../platform/words.ts'
import { Lines } from './lines.tsx'
import { hrefOf, manages, type PersonView } from './person.view.ts'
import { personWords } from './person.words.ts'

export function Details({ view }: { view: PersonView }) {
  const { locale, record, today } = view
  const say = personWords(locale).identity
  const { identity, person, pathway } = record
  if (!identity) return null
  const { birthDate, email, phones } = identity
  const municipality = person.municipality && municipalityWithCode(person.municipality)?.name
  const facts: Fact[] = [
    {
      label: say.phone,
      value:
        phones.length > 0 ? (
          <Lines
            lines={phones.map((phone) => (
              <a href={telHref(phone)}>{phone}</a>
            ))}
          />
        ) : (
          say.notKnown
        ),
    },
    { label: say.email, value: email ? <a href={`mailto:${email}`}>{email}</a> : say.notKnown },
    {
      label: say.birthDate,
      value: birthDate
        ? `${longDay(locale, birthDate)}, ${say.age(birthDate.until(today, { largestUnit: 'year' }).years)}`
        : say.notKnown,
    },
    { label: say.municipality, value: municipality ?? say.notKnown },
    {
      label: say.language,
      value: isLocale(person.language) ? identityWords(locale).languages[person.language] : person.language,
    },
    ...(pathway ? [{ label: say.left, value: longDay(locale, pathway.leftOn) }] : []),
  ]
  return (
    <Plain title={say.title}>
      <SummaryList locale={locale} facts={facts} />
      {manages(view) && (
        <p>
          <a href={hrefOf(view, 'identity')}>{say.change}</a>
        </p>
      )}
    </Plain>
  )
}

export const telHref = (phone: string) => `tel:${phone.replaceAll(/[^+\d]/g, '')}`

export function Consents({ view }: { view: PersonView }) {
  const { locale, record } = view
  const say = personWords(locale).consents
  const purposes: Readonly<Record<string, string>> = say.purposes
  return (
    <Plain title={say.title}>
      {record.consents.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <SummaryList
          locale={locale}
          facts={record.consents.map((consent) => ({
            label: purposes[consent.purpose] ?? consent.purpose,
            value: say[consent.state](longDay(locale, consent.onDay)),
          }))}
        />
      )}
      {manages(view) && (
        <p>
          <a href={hrefOf(view, 'looked')}>{say.looked}</a>
        </p>
      )}
    </Plain>
  )
}

/** Everything else that can be done here, for those who manage. */
export function More({ view }: { view: PersonView }) {
  const { locale, record, viewer } = view
  const say = personWords(locale).more
  if (!manages(view)) return null
  const { pathway } = record
  return (
    <Plain title={say.title}>
      <LinkList
        items={[
          ...(pathway && pathway.state !== 'to-be-asked'
            ? ([
                { href: hrefOf(view, 'checkup'), icon: 'calendar', label: say.checkup },
                { href: hrefOf(view, 'checkin'), icon: 'message', label: say.checkin },
                { href: hrefOf(view, 'lapse'), icon: 'diamond', label: say.lapse },
                { href: hrefOf(view, 'pathway'), icon: 'pause', label: say.pathway },
                { href: hrefOf(view, 'way'), icon: 'message', label: say.way },
              ] as const)
            : []),
          ...(record.responsible
            ? ([
                { href: hrefOf(view, 'supporter'), icon: 'people', label: say.supporter },
                { href: hrefOf(view, 'hand-over'), icon: 'arrow-right', label: say.handOver },
              ] as const)
            : []),
          { href: hrefOf(view, 'trusted'), icon: 'question', label: say.trusted },
          ...(record.responsible && record.person.accountId === null
            ? [{ href: hrefOf(view, 'invite'), icon: 'mail' as const, label: say.invite }]
            : []),
          ...(viewer.role === 'lead'
            ? ([
                { href: hrefOf(view, 'take'), icon: 'download', label: say.take },
                { href: hrefOf(view, 'erase'), icon: 'close', label: say.erase },
              ] as const)
            : []),
        ]}
      />
    </Plain>
  )
}
