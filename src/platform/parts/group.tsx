import type { Child } from 'hono/jsx'
import type { IconName } from '../icons.tsx'
import { ButtonLink, PostButton } from './button.tsx'

/** `lamp` is for people who asked for help; `mist` for silence. */
export type GroupTone = 'lamp' | 'mist' | 'plain'

/** A titled list of rows, each about somebody, with one next action. */
export function Group(props: {
  id: string
  title: string
  count?: number | undefined
  note?: string | undefined
  tone?: GroupTone | undefined
  /** Shown under the rows, such as a link to all of them. */
  more?: Child | undefined
  children: Child
}) {
  return (
    <section
      class="group"
      id={props.id}
      data-tone={props.tone ?? 'plain'}
      aria-labelledby={`${props.id}-title`}
    >
      <header>
        <h2 id={`${props.id}-title`}>
          {props.title}
          {props.count !== undefined && <span class="count"> {props.count}</span>}
        </h2>
        {props.note && <p>{props.note}</p>}
      </header>
      <ul class="rows">{props.children}</ul>
      {props.more && <p class="more">{props.more}</p>}
    </section>
  )
}

export type RowAction = {
  label: string
  icon?: IconName | undefined
  /** The one filled button kind of the page; for people who asked for help. */
  main?: boolean | undefined
} & ({ href: string } | { post: string; fields?: Record<string, string> | undefined })

/** One row: who, what about, and the one next action (its accessible name ends with `who`). */
export function Row(props: {
  who: string
  href?: string | undefined
  code?: string | undefined
  /** Small and grey, after the text. */
  sub?: Child | undefined
  /** The text is what somebody said: it is set larger. */
  said?: boolean | undefined
  action?: RowAction | undefined
  children: Child
}) {
  const { action } = props
  return (
    <li class="row">
      <p class="who">
        {props.href ? <a href={props.href}>{props.who}</a> : <b>{props.who}</b>}
        {props.code && <small>{props.code}</small>}
      </p>
      <div>
        <p class={props.said ? 'said' : undefined}>{props.children}</p>
        {props.sub && <p class="sub">{props.sub}</p>}
      </div>
      {action &&
        ('href' in action ? (
          <ButtonLink
            href={action.href}
            kind={action.main ? 'act' : 'calm'}
            icon={action.icon}
            about={props.who}
          >
            {action.label}
          </ButtonLink>
        ) : (
          <PostButton
            action={action.post}
            fields={action.fields}
            kind={action.main ? 'act' : 'calm'}
            icon={action.icon}
            about={props.who}
          >
            {action.label}
          </PostButton>
        ))}
    </li>
  )
}

/** Counts at the top of a page that jump to their groups. A count of nought is shown and does not jump. */
export function JumpCounts(props: {
  label: string
  items: { href: string; count: number; label: string; tone?: GroupTone | undefined }[]
}) {
  return (
    <nav class="jump" aria-label={props.label}>
      {props.items.map((item) =>
        item.count > 0 ? (
          <a href={item.href} data-tone={item.tone}>
            <b>{item.count}</b> {item.label}
          </a>
        ) : (
          <span>
            <b>{item.count}</b> {item.label}
          </span>
        ),
      )}
    </nav>
  )
}
