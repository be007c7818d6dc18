import type { Child } from 'hono/jsx'
import { Icon } from '../icons.tsx'
import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'

export type Column<Row> = {
  /** Sent as the sort key. */
  key: string
  label: string
  cell: (row: Row) => Child
  /** Right-aligned, in figures of equal width. */
  number?: boolean | undefined
  /** Names the row; one column has it. */
  rowHeader?: boolean | undefined
  sortable?: boolean | undefined
  /** As wide as the list on phones. */
  full?: boolean | undefined
  /** The label is not shown, as above a column of buttons. */
  labelHidden?: boolean | undefined
}

export type Sort = {
  by: string
  direction: 'ascending' | 'descending'
  href: (by: string, direction: Sort['direction']) => string
}

/**
 * A real table on wide screens, a labelled list on phones. Sorting is by links.
 *
 * The roles say again what the elements are: laid out as a list, browsers would no longer tell.
 */
export function Table<Row>(props: {
  locale: Locale
  caption: string
  /** The heading above already says it. */
  captionHidden?: boolean | undefined
  columns: Column<Row>[]
  rows: readonly Row[]
  sort?: Sort | undefined
  /** Columns keep their widths however long the words are. */
  fixed?: boolean | undefined
}) {
  const { sort } = props
  const say = partWords(props.locale)
  return (
    <div class="table-wrap">
      <table
        class={['list', props.fixed && 'fixed', sort && 'sortable'].filter(Boolean).join(' ')}
        role="table"
      >
        <caption class={props.captionHidden ? 'unseen' : undefined}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.columns.map((column) => {
              const on = sort?.by === column.key
              const turn = on && sort?.direction === 'ascending' ? 'descending' : 'ascending'
              return (
                <th
                  scope="col"
                  role="columnheader"
                  class={column.number ? 'num' : undefined}
                  aria-sort={column.sortable && sort ? (on ? sort.direction : 'none') : undefined}
                >
                  {column.sortable && sort ? (
                    <a href={sort.href(column.key, turn)}>
                      {column.label}
                      {on && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
                      <span class="unseen">, {say[turn]}</span>
                    </a>
                  ) : (
                    <span class={column.labelHidden ? 'unseen' : undefined}>{column.label}</span>
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <tr role="row">
              {props.columns.map((column) =>
                column.rowHeader ? (
                  <th scope="row" role="rowheader" data-label={column.label}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    role="cell"
                    class={
                      [column.number && 'num', column.full && 'full'].filter(Boolean).join(' ') || undefined
                    }
                    data-label={column.labelHidden ? undefined : column.label}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
