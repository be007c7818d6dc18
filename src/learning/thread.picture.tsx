/** A thread drawn from left to right on wide screens, and told stage by stage on narrow ones. Each member leads to its own page. */
import type { Locale } from '../platform/words.ts'
import { layoutOf, linesOf } from './thread.layout.ts'
import { threadStages, type Thread } from './thread.ts'
import { threadWords } from './thread.words.ts'

/** What is said of a member, and where its page is; null where whoever looks has none. */
export type Told = { label: string; sub: string; href: string | null }

type Given = {
  locale: Locale
  thread: Thread
  told: ReadonlyMap<string, Told>
  /** Whose page this is. */
  at: string | null
  /** Those from which it has not gone on. */
  short: ReadonlySet<string>
}

const box = { width: 158, height: 62, gap: 26, between: 12, top: 26 }

export function ThreadPicture(given: Given) {
  return (
    <div class="chart thread">
      <Drawing {...given} />
      <Steps {...given} />
    </div>
  )
}

function Drawing({ locale, thread, told, at, short }: Given) {
  const say = threadWords(locale)
  const { stages, spots, rows } = layoutOf(thread)
  // As wide with few stages as with most, so that letters are of one size.
  const columns = Math.max(6, stages.length)
  const left = (column: number) => column * (box.width + box.gap) + 1
  const top = (row: number) => box.top + row * (box.height + box.between)
  const width = columns * (box.width + box.gap) - box.gap + 2
  const height = top(rows) + (short.size > 0 ? 20 : 0)
  const ends = [...thread.next].flatMap(([from, list]) =>
    list.map((to) => [spots.get(from), spots.get(to)] as const),
  )
  return (
    <svg
      class="w-l mini"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={say.title}
    >
      {stages.map((stage, column) => (
        <text class="c-name" x={left(column)} y={14}>
          {say.stages[stage]}
        </text>
      ))}
      {ends.map(([from, to]) => {
        if (!from || !to) return null
        const [x1, y1] = [left(from.column) + box.width, top(from.row) + box.height / 2]
        const [x2, y2] = [left(to.column), top(to.row) + box.height / 2]
        const bend = Math.min(box.gap, x2 - x1) / 2
        return (
          <path
            class="c-base"
            d={`M${x1} ${y1}H${x2 - 2 * bend}C${x2 - bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
          />
        )
      })}
      {short.size > 0 && (
        <text x={1} y={height - 4}>
          {say.shortHint}
        </text>
      )}
      {[...spots].map(([id, { column, row }]) => {
        const { label = '', sub = '', href = null } = told.get(id) ?? {}
        const lines = linesOf(label, 19, sub === '' ? 3 : 2)
        const face = (
          <>
            <title>{label}</title>
            <rect
              class={id === at ? 'here' : short.has(id) ? 'short' : undefined}
              x={left(column)}
              y={top(row)}
              width={box.width}
              height={box.height}
              rx={6}
            />
            {lines.map((line, number) => (
              <text class="c-name" x={left(column) + 9} y={top(row) + 19 + number * 16}>
                {line}
              </text>
            ))}
            {sub !== '' && (
              <text x={left(column) + 9} y={top(row) + 19 + lines.length * 16}>
                {linesOf(sub, 22, 1)[0]}
              </text>
            )}
          </>
        )
        return href === null || id === at ? <g>{face}</g> : <a href={href}>{face}</a>
      })}
    </svg>
  )
}

function Steps({ locale, thread, told, at, short }: Given) {
  const say = threadWords(locale)
  return (
    <ol class="thread-steps">
      {threadStages
        .filter((stage) => thread.ids[stage].length > 0)
        .map((stage) => (
          <li>
            <b>{say.stages[stage]}</b>
            <ul>
              {thread.ids[stage].map((id) => {
                const { label = '', sub = '', href = null } = told.get(id) ?? {}
                const more = [sub, id === at ? say.here : '', short.has(id) ? say.short.toLowerCase() : '']
                const rest = more.filter((one) => one !== '').join(' · ')
                return (
                  <li aria-current={id === at ? 'true' : undefined}>
                    {href === null || id === at ? <span>{label}</span> : <a href={href}>{label}</a>}
                    {rest !== '' && <span class="sub"> {rest}</span>}
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
    </ol>
  )
}
