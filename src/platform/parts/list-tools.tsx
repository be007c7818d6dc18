import type { Child } from 'hono/jsx'
import { Icon } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { Button } from './button.tsx'
import { partWords } from './parts.words.ts'
import { Chip } from './tag.tsx'

/** Links to the page before and after, and where the reader is. Nothing for a single page. */
export function Pager(props: {
  locale: Locale
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}) {
  const pages = Math.max(1, Math.ceil(props.total / props.pageSize))
  if (pages === 1) return null
  const say = partWords(props.locale)
  const from = (props.page - 1) * props.pageSize + 1
  const to = Math.min(props.total, props.page * props.pageSize)
  return (
    <nav class="pager" aria-label={say.pages}>
      {props.page > 1 && (
        <a href={props.href(props.page - 1)} rel="prev">
          <Icon name="arrow-left" />
          {say.previousPage}
        </a>
      )}
      <span aria-current="page">{say.shown(from, to, props.total)}</span>
      {props.page < pages && (
        <a href={props.href(props.page + 1)} rel="next">
          {say.nextPage}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}

/** A GET form of fields that narrow a list; folded behind a link on phones. `on` are the filters in force. */
export function Filters(props: {
  locale: Locale
  action: string
  children: Child
  on?: { label: string; removeHref: string }[] | undefined
  /** Takes all filters off; shown from two on. */
  clearHref?: string | undefined
  /** Hidden fields, such as the sort order. */
  fields?: Record<string, string> | undefined
}) {
  const say = partWords(props.locale)
  return (
    <div class="filtering">
      <a class="btn line fold-link" href="#filters">
        <Icon name="filter" />
        {say.filters}
      </a>
      <form
        class="filters fold"
        id="filters"
        method="get"
        action={props.action}
        role="search"
        aria-label={say.filters}
      >
        {Object.entries(props.fields ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <Button kind="line">{say.filter}</Button>
      </form>
      {props.on && props.on.length > 0 && (
        <p class="chips">
          {props.on.map((filter) => (
            <Chip locale={props.locale} href={filter.removeHref} label={filter.label} />
          ))}
          {props.clearHref && props.on.length > 1 && <a href={props.clearHref}>{say.clearFilters}</a>}
        </p>
      )}
    </div>
  )
}

/**
 * One box and a button that search. Where names may be typed, `method` is `post`: an address is kept by browsers and
 * proxies.
 */
export function SearchBox(props: {
  locale: Locale
  action: string
  label: string
  method?: 'get' | 'post' | undefined
  name?: string | undefined
  value?: string | undefined
  /** Hidden fields, such as the filters in force. */
  fields?: Record<string, string> | undefined
}) {
  return (
    <form class="search" method={props.method ?? 'get'} action={props.action} role="search">
      <label for="search-box">{props.label}</label>
      <div>
        <input
          id="search-box"
          type="search"
          name={props.name ?? 'q'}
          value={props.value ?? ''}
          maxlength={100}
          autocomplete="off"
        />
        {Object.entries(props.fields ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="line">{partWords(props.locale).search}</Button>
      </div>
    </form>
  )
}

/** A search box and filters that belong to one list, side by side on wide screens. */
export function Finding({ children }: { children: Child }) {
  return <div class="finding">{children}</div>
}

/** Views of one thing, as links. */
export function Tabs(props: {
  label: string
  items: { href: string; label: string; current?: boolean | undefined }[]
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.items.map((item) => (
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </a>
      ))}
    </nav>
  )
}

/** An empty list says why it is empty and what to do next. */
export function Empty(props: {
  title: string
  children?: Child
  action?: { href: string; label: string } | undefined
}) {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      {props.children && <p>{props.children}</p>}
      {props.action && (
        <p>
          <a href={props.action.href}>{props.action.label}</a>
        </p>
      )}
    </div>
  )
}
