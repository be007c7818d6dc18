import type { Child } from 'hono/jsx'
import { Icon } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

/** Somebody or some number to call. `tel` is what is dialled; `name` is shown, and is often the number itself. */
export type HelpContact = { name: string; tel: string; about: string }

/** The honey surface: a person who helps. Nothing else may be honey. */
export function Lamp(props: { title: string; id?: string | undefined; children: Child }) {
  return (
    <section class="lamp" id={props.id} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Whom to call, as a list of telephone links. */
export function HelpList({ contacts }: { contacts: readonly HelpContact[] }) {
  return (
    <ul class="help">
      {contacts.map((contact) => (
        <li>
          <a href={`tel:${contact.tel.replaceAll(/[^+\d]/g, '')}`}>
            <span class="help-sign">
              <Icon name="phone" />
            </span>
            <span>
              <b>{contact.name}</b>
              <small>{contact.about}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The help card of participant pages: the bar at the foot of a phone jumps to it. */
export function HelpNow({ locale, contacts }: { locale: Locale; contacts: readonly HelpContact[] }) {
  return (
    <Lamp title={partWords(locale).helpNow} id="abi">
      <HelpList contacts={contacts} />
    </Lamp>
  )
}

/** Stays at the foot of a phone's screen on every participant page. */
export function HelpBar({ locale, href }: { locale: Locale; href: string }) {
  const say = partWords(locale)
  return (
    <nav class="help-bar" aria-label={say.helpNow}>
      <a href={href}>
        <Icon name="phone" />
        {say.helpNow}
      </a>
    </nav>
  )
}

/** Leaves at once: the server ends the session and sends the browser to a neutral page. */
export function QuickExit({ locale, action, to }: { locale: Locale; action: string; to: string }) {
  return (
    <form class="quick-exit" method="post" action={action} data-exit={to}>
      <button type="submit" class="btn line">
        <Icon name="exit" />
        <span>{partWords(locale).quickExit}</span>
      </button>
    </form>
  )
}
