/** How many hours went into visits in a year, by community and by month, on a page and as a file. */
import { Hono } from 'hono'
import { withActor, type Acting } from '../platform/actor.ts'
import { day, dayAt } from '../platform/day.ts'
import { Icon } from '../platform/icons.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table, type Column } from '../platform/parts/table.tsx'
import { writeCsv } from '../platform/spreadsheet.csv.ts'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { monthAndYear } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { communityHref } from './about-community.tsx'
import { listCommunities } from './community.store.ts'
import type { Community } from './community.ts'
import { hoursOf } from './visit-hours.store.ts'
import { hoursText, readYear, sumOf, type HoursRow, type Sum } from './visit-hours.ts'
import { visitHoursWords } from './visit-hours.words.ts'

export const visitHoursPages = new Hono<PageEnv>()

type Year = { year: number; rows: HoursRow[]; communities: Community[] }

visitHoursPages.get('/hours', (c) => ofYear(c, (year) => hoursPage(c, year)))

visitHoursPages.get('/hours.csv', (c) =>
  ofYear(c, ({ year, rows, communities }) => {
    const { locale } = c.var
    const say = visitHoursWords(locale)
    const lines = communities.flatMap(({ id, name }) =>
      rows
        .filter(({ communityId }) => communityId === id)
        .map(({ month, held, written, quarters, own }) => [
          name,
          monthText(year, month),
          String(held),
          String(written),
          inFile(quarters),
          inFile(own),
        ]),
    )
    const headings = [say.community, say.month, say.held, say.written, say.hours, say.own]
    return c.body(writeCsv({ headings, rows: lines }), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${say.fileName}-${year}.csv"`,
    })
  }),
)

const monthText = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`
/** As spreadsheets here read numbers. */
const inFile = (quarters: number) => String(quarters / 4).replace('.', ',')

async function ofYear(c: PageContext, show: (year: Year) => Response | Promise<Response>): Promise<Response> {
  const actor = actorOf(c)
  const asked = c.req.query('year') ?? ''
  const year = asked === '' ? dayAt(c.var.ground.clock.now(), actor.timeZone).year : readYear(asked)
  if (year === null) {
    const say = visitHoursWords(c.var.locale)
    const action = { href: '/hours', label: say.thisYear }
    return page(c, { title: say.title, width: 'narrow' }, <Empty title={say.wrong} action={action} />, 400)
  }
  return show(
    await withActor(c.var.ground, actor, async (act: Acting) => ({
      year,
      rows: await hoursOf(act, year),
      communities: await listCommunities(act),
    })),
  )
}

function hoursPage(c: PageContext, { year, rows, communities }: Year) {
  const { locale } = c.var
  const say = visitHoursWords(locale)
  const all = sumOf(rows)
  const months = [...new Set(rows.map(({ month }) => month))].sort((a, b) => a - b)
  const visited = communities.filter(({ id }) => rows.some(({ communityId }) => communityId === id))
  return page(
    c,
    { title: `${say.title}, ${year}`, lead: say.lead },
    <div class="stack">
      <nav class="pager" aria-label={say.years}>
        <a href={`/hours?year=${year - 1}`} rel="prev">
          <Icon name="arrow-left" />
          {year - 1}
        </a>
        <a href={`/hours?year=${year + 1}`} rel="next">
          {year + 1}
          <Icon name="arrow-right" />
        </a>
      </nav>
      {rows.length === 0 ? (
        <Empty title={say.none} action={{ href: '/developing', label: say.toWork }}>
          {say.noneText}
        </Empty>
      ) : (
        <>
          <Split
            kind="even"
            aside={
              <Card>
                <SumTable
                  locale={locale}
                  caption={say.byMonth}
                  label={say.month}
                  lines={months.map((month) => ({
                    head: monthAndYear(locale, day(`${monthText(year, month)}-01`)),
                    sum: sumOf(rows.filter((row) => row.month === month)),
                  }))}
                  all={all}
                />
              </Card>
            }
          >
            <Card>
              <SumTable
                locale={locale}
                caption={say.byCommunity}
                label={say.community}
                lines={visited.map((community) => ({
                  head: community.name,
                  href: communityHref(community, 'visits'),
                  sum: sumOf(rows.filter(({ communityId }) => communityId === community.id)),
                }))}
                all={all}
              />
            </Card>
          </Split>
          {all.held > all.written && <p>{say.unwritten(all.held - all.written)}</p>}
          <p>
            <a href={`/hours.csv?year=${year}`}>{say.csv}</a>
          </p>
        </>
      )}
    </div>,
  )
}

type Line = { head: string; href?: string; sum: Sum }

function SumTable(props: {
  locale: Locale
  caption: string
  label: string
  lines: readonly Line[]
  all: Sum
}) {
  const { locale, lines, all } = props
  const say = visitHoursWords(locale)
  const number = (key: keyof Sum, label: string, text: (sum: Sum) => string): Column<Line> => ({
    key,
    label,
    number: true,
    cell: ({ sum }) => text(sum),
  })
  return (
    <Table
      locale={locale}
      caption={props.caption}
      rows={[...lines, { head: say.all, sum: all }]}
      columns={[
        {
          key: 'head',
          label: props.label,
          rowHeader: true,
          cell: ({ head, href }) => (href ? <a href={href}>{head}</a> : head),
        },
        number('held', say.held, ({ held }) => String(held)),
        number('quarters', say.hours, ({ quarters, written }) =>
          written === 0 ? '–' : hoursText(locale, quarters),
        ),
        number('own', say.own, ({ own }) => hoursText(locale, own)),
      ]}
    />
  )
}
