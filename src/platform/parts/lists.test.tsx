import { describe, expect, test } from 'vitest'
import { Group, JumpCounts, Row } from './group.tsx'
import { HelpList } from './help.tsx'
import { Pager } from './list-tools.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Capacity, Chip, Tag } from './tag.tsx'

describe('a table', () => {
  const columns = [
    {
      key: 'name',
      label: 'Nimi',
      rowHeader: true,
      sortable: true,
      cell: (row: { name: string }) => row.name,
    },
    { key: 'due', label: 'Tähtaeg', sortable: true, cell: () => 'täna' },
    { key: 'act', label: 'Tegevus', labelHidden: true, cell: () => <a href="#">Ava</a> },
  ]
  const html = String(
    <Table
      locale="et"
      caption="Inimesed"
      columns={columns}
      rows={[{ name: '<Marko>' }]}
      sort={{ by: 'due', direction: 'ascending', href: (by, direction) => `?sort=${by}&dir=${direction}` }}
    />,
  )

  test('says which way it is sorted, and its link turns it round', () => {
    expect(html).toMatch(/aria-sort="ascending"><a href="\?sort=due&amp;dir=descending">/)
    expect(html).toMatch(/aria-sort="none"><a href="\?sort=name&amp;dir=ascending">/)
  })

  test('carries its labels along for phones, and stays a table for screen readers', () => {
    expect(html).toContain('<th scope="row" role="rowheader" data-label="Nimi">&lt;Marko&gt;</th>')
    expect(html).toContain('<td role="cell" data-label="Tähtaeg">täna</td>')
    expect(html).toContain('<td role="cell"><a href="#">Ava</a></td>')
    expect(html).toContain('role="table"')
  })
})

describe('a row', () => {
  const row = (
    <Row
      who="Liis"
      code="K2-15"
      href="/people/K2-15"
      action={{ label: 'Helista', icon: 'phone', href: 'tel:+3725550000' }}
    >
      Palus abi.
    </Row>
  )

  test('names in every action whom it is about, for those who hear it alone', () => {
    expect(String(row)).toContain('<span>Helista</span><span class="unseen">: Liis</span>')
  })

  test('changes something only by POST', () => {
    const html = String(
      <Row who="Koht" action={{ label: 'Kinnita', post: '/tasks/1/done', fields: { version: '3' } }}>
        Puudu on sinu jah-sõna.
      </Row>,
    )
    expect(html).toContain('<form method="post" action="/tasks/1/done" class="post">')
    expect(html).toContain('<input type="hidden" name="version" value="3"/>')
  })

  test('lies in a group that its own heading names', () => {
    const html = String(
      <Group id="asked" title="Palus abi" count={2} tone="lamp">
        {row}
      </Group>,
    )
    expect(html).toContain('aria-labelledby="asked-title"')
    expect(html).toContain('<h2 id="asked-title">Palus abi<span class="count"> 2</span></h2>')
  })
})

test('a count of nought is said and leads nowhere', () => {
  const html = String(<JumpCounts label="Lühidalt" items={[{ href: '#a', count: 0, label: 'vaikib' }]} />)
  expect(html).toContain('<span><b>0</b> vaikib</span>')
  expect(html).not.toContain('href')
})

test('a pager says where the reader is, and has no links beyond the ends', () => {
  const at = (page: number) =>
    String(<Pager locale="et" page={page} pageSize={25} total={58} href={(to) => `?page=${to}`} />)
  expect(at(1)).not.toContain('rel="prev"')
  expect(at(2)).toContain('26–50, kokku 58')
  expect(at(3)).toContain('51–58, kokku 58')
  expect(at(3)).not.toContain('rel="next"')
  expect(String(<Pager locale="et" page={1} pageSize={25} total={25} href={() => ''} />)).not.toContain('nav')
})

test('a change link says what it changes', () => {
  const html = String(
    <SummaryList
      locale="ru"
      facts={[
        { label: 'Место', value: 'Рапла', changeHref: '/x' },
        { label: 'Код', value: 'K7-42' },
      ]}
    />,
  )
  expect(html).toContain('<a href="/x">Изменить<span class="unseen">: Место</span></a>')
  expect(html.match(/<a /g)).toHaveLength(1)
})

test('meaning never hangs on colour alone', () => {
  expect(String(<Tag tone="mist">vaikib</Tag>)).toMatch(/<svg.*<span>vaikib<\/span>/)
  expect(String(<Capacity locale="et" free={2} all={4} />)).toContain('2 vaba 4-st')
  expect(String(<Chip locale="en" href="#" label="Rapla" />)).toContain('aria-label="Remove: Rapla"')
})

test('a help number is dialled without its spaces', () => {
  const html = String(
    <HelpList contacts={[{ name: '116 006', tel: '+372 116 006', about: 'ööpäev läbi' }]} />,
  )
  expect(html).toContain('href="tel:+372116006"')
  expect(html).toContain('<b>116 006</b>')
})
