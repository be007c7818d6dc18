import type { Child } from 'hono/jsx'

/**
 * Main work and an aside that falls below it on phones.
 * `split`: an aside of 20rem after; `even`: of 25rem; `side`: of 22rem before.
 */
export function Split(props: {
  kind?: 'split' | 'even' | 'side' | undefined
  aside: Child
  children: Child
}) {
  const kind = props.kind ?? 'split'
  const aside = <aside class="stack">{props.aside}</aside>
  return (
    <div class={kind === 'split' ? 'split' : `split ${kind}`}>
      {kind === 'side' && aside}
      <div class="stack">{props.children}</div>
      {kind !== 'side' && aside}
    </div>
  )
}

/** Two or three equal columns on wide screens. */
export function Columns({ count, children }: { count: 2 | 3; children: Child }) {
  return <div class={count === 2 ? 'halves' : 'thirds'}>{children}</div>
}

/** Things under each other with even space between. */
export function Stack({ children }: { children: Child }) {
  return <div class="stack">{children}</div>
}
