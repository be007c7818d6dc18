import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../icons.tsx'

/** Work lies on a surface. `id` lets pages link to it and names it by its title. */
export function Card(props: {
  title?: string | undefined
  id?: string | undefined
  lead?: Child | undefined
  children: Child
}) {
  return (
    <section class="card" id={props.id} aria-label={props.title}>
      {props.title && <h2>{props.title}</h2>}
      {props.lead && <p class="card-lead">{props.lead}</p>}
      {props.children}
    </section>
  )
}

/** Reference lies bare under hairlines. */
export function Plain(props: { title: string; id?: string | undefined; children: Child }) {
  return (
    <section class="plain" id={props.id} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** A calm notice in the flow of a page. */
export function Note({ children }: { children: Child }) {
  return <div class="note">{children}</div>
}

/** What is to be known before the work, each with its one next action; nothing where there is nothing. */
export function Notices(props: {
  label: string
  notices: readonly { text: string; action?: { label: string; href: string } | undefined }[]
}) {
  if (props.notices.length === 0) return null
  return (
    <ul class="notices" aria-label={props.label}>
      {props.notices.map(({ text, action }) => (
        <li class="note">
          <p>{text}</p>
          {action && (
            <p>
              <a href={action.href}>{action.label}</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Links in rows with an icon before and an arrow after: what a person can go to. */
export function LinkList(props: { items: { href: string; label: string; icon?: IconName | undefined }[] }) {
  return (
    <ul class="links">
      {props.items.map((item) => (
        <li>
          <a href={item.href}>
            {item.icon && <Icon name={item.icon} />}
            <span>{item.label}</span>
            <Icon name="arrow-right" />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What was done or helps, each with a tick; `open` ones with a circle. */
export function Ticks(props: { items: { label: Child; open?: boolean | undefined }[] }) {
  return (
    <ul class="ticks">
      {props.items.map((item) => (
        <li class={item.open ? 'open' : undefined}>
          <Icon name={item.open ? 'circle' : 'check'} />
          <span>{item.label}</span>
        </li>
      ))}
    </ul>
  )
}
