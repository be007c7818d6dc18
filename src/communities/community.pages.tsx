/** The list of communities, and adding one. For a contact person: their own; without an account: those that are published. */
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { withActor, type Acting } from '../platform/actor.ts'
import { counties, municipalityWithCode } from '../platform/municipalities.ts'
import { Button, ButtonLink } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import type { Errors } from '../platform/parts/field.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty, Filters, Finding, SearchBox } from '../platform/parts/list-tools.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table, type Column } from '../platform/parts/table.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import { folded } from '../platform/letters.ts'
import {
  actorOf,
  formOf,
  leaveNotice,
  noticesPart,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { lookerOf, communityHref, develops } from './about-community.tsx'
import {
  nothingTyped,
  ProfileFields,
  readProfile,
  type ProfileField,
  type ProfileTyped,
} from './community.form.tsx'
import { addCommunity, listCommunities } from './community.store.ts'
import { communityKinds, communityStates, type Community } from './community.ts'
import { communityTendWords } from './community.tend.words.ts'
import { communityWords } from './community.words.ts'
import { joinWords } from './join.words.ts'

export const communityPages = new Hono<PageEnv>()

type Wanted = { q: string; county: string; kind: string; state: string }

communityPages.get('/communities', async (c) => {
  const wanted: Wanted = {
    q: (c.req.query('q') ?? '').slice(0, 100),
    county: c.req.query('county') ?? '',
    kind: c.req.query('kind') ?? '',
    state: c.req.query('state') ?? '',
  }
  const host = c.var.visitor?.role === 'host'
  const { list, mayAdd, notices } = await withActor(c.var.ground, lookerOf(c), async (act) => ({
    list: await listCommunities(act),
    mayAdd: develops(act),
    notices: host ? await noticesPart(c, act) : null,
  }))
  const [only] = list
  // A contact person mostly has one: the page is it.
  if (host && only && list.length === 1) return c.redirect(communityHref(only), 303)
  return listPage(c, list, mayAdd ? wanted : { ...wanted, state: '' }, mayAdd, notices)
})

communityPages.get('/communities/new', (c) => newPage(c, nothingTyped, {}))

communityPages.post('/communities/new', async (c) => {
  const read = readProfile(c.var.locale, await formOf(c))
  if (read.profile === null) return newPage(c, read.typed, read.errors)
  const { profile } = read
  const added = await withActor(c.var.ground, actorOf(c), (act: Acting) => addCommunity(act, profile, 'talk'))
  leaveNotice(c, communityTendWords(c.var.locale).form.added)
  return c.redirect(communityHref(added), 303)
})

function newPage(c: PageContext, typed: ProfileTyped, errors: Errors<ProfileField>) {
  const { locale } = c.var
  const words = communityWords(locale)
  const tend = communityTendWords(locale)
  const wrong = Object.keys(errors).length > 0
  return page(
    c,
    {
      title: tend.form.newTitle,
      lead: tend.form.newLead,
      width: 'narrow',
      back: { href: '/communities', label: words.back },
    },
    <Form locale={locale} action="/communities/new" errors={errors} guard>
      <ProfileFields locale={locale} typed={typed} errors={errors} />
      <Button>{tend.form.save}</Button>
    </Form>,
    wrong ? 422 : 200,
  )
}

/** `Kehtna vald, Rapla maakond` */
export function whereIs({ municipality }: Pick<Community, 'municipality'>): string {
  const found = municipalityWithCode(municipality)
  return found ? `${found.name}, ${found.county.name}` : municipality
}

function fits(community: Community, { q, county, kind, state }: Wanted): boolean {
  const place = municipalityWithCode(community.municipality)
  return (
    folded(community.name).includes(folded(q)) &&
    (county === '' || place?.county.code === county) &&
    (kind === '' || community.kind === kind) &&
    (state === '' || community.state === state)
  )
}

function listPage(
  c: PageContext,
  all: readonly Community[],
  wanted: Wanted,
  mayAdd: boolean,
  notices: Child,
) {
  const { locale } = c.var
  const words = communityWords(locale)
  const tend = communityTendWords(locale)
  const list = all.filter((community) => fits(community, wanted))
  return page(
    c,
    {
      title: words.title,
      lead: all.length === 0 ? words.lead : `${words.lead} ${words.count(list.length)}`,
      actions: !c.var.visitor ? (
        <ButtonLink href="/join">{joinWords(locale).link}</ButtonLink>
      ) : mayAdd ? (
        <ButtonLink href="/communities/new" icon="plus">
          {tend.add}
        </ButtonLink>
      ) : undefined,
    },
    <>
      {notices}
      {all.length === 0 ? (
        c.var.visitor?.role === 'host' ? (
          <Empty title={tend.noneOfHost} />
        ) : (
          <Empty title={words.none}>{mayAdd ? tend.none : undefined}</Empty>
        )
      ) : (
        <>
          <Finding>
            <SearchBox
              locale={locale}
              action="/communities"
              label={words.search}
              value={wanted.q}
              fields={{ county: wanted.county, kind: wanted.kind, state: wanted.state }}
            />
            <ListFilters locale={locale} wanted={wanted} mayAdd={mayAdd} />
          </Finding>
          {list.length === 0 ? (
            <Empty
              title={words.noneFound.title}
              action={{ href: '/communities', label: words.noneFound.action }}
            >
              {words.noneFound.text}
            </Empty>
          ) : (
            <Card>
              <CommunityTable locale={locale} list={list} states={c.var.visitor !== null} />
            </Card>
          )}
        </>
      )}
    </>,
  )
}

function ListFilters({ locale, wanted, mayAdd }: { locale: Locale; wanted: Wanted; mayAdd: boolean }) {
  const words = communityWords(locale)
  const tend = communityTendWords(locale)
  const without = (name: keyof Wanted) => {
    const rest = Object.entries(wanted).filter(([key, value]) => key !== name && value !== '')
    return `/communities${rest.length > 0 ? `?${new URLSearchParams(rest)}` : ''}`
  }
  const county = counties.find(({ code }) => code === wanted.county)
  const kind = communityKinds.find((one) => one === wanted.kind)
  const state = communityStates.find((one) => one === wanted.state)
  const on = [
    ...(county ? [{ label: county.name, removeHref: without('county') }] : []),
    ...(kind ? [{ label: words.kinds[kind], removeHref: without('kind') }] : []),
    ...(state ? [{ label: tend.states[state], removeHref: without('state') }] : []),
  ]
  return (
    <Filters
      locale={locale}
      action="/communities"
      on={on}
      clearHref="/communities"
      fields={wanted.q === '' ? {} : { q: wanted.q }}
    >
      <Select
        locale={locale}
        name="county"
        label={words.county}
        empty={words.all}
        options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        value={wanted.county}
      />
      <Select
        locale={locale}
        name="kind"
        label={words.columns.kind}
        empty={words.all}
        options={communityKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={wanted.kind}
      />
      {mayAdd && (
        <Select
          locale={locale}
          name="state"
          label={tend.state}
          empty={words.all}
          options={communityStates.map((value) => ({ value, label: tend.states[value] }))}
          value={wanted.state}
        />
      )}
    </Filters>
  )
}

function CommunityTable(props: { locale: Locale; list: readonly Community[]; states: boolean }) {
  const { locale, list, states } = props
  const words = communityWords(locale)
  return (
    <Table
      locale={locale}
      caption={words.title}
      captionHidden
      rows={list}
      columns={[
        {
          key: 'name',
          label: words.columns.name,
          rowHeader: true,
          cell: (one: Community) => <a href={communityHref(one)}>{one.name}</a>,
        },
        { key: 'where', label: words.columns.where, cell: whereIs },
        { key: 'kind', label: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
        ...(states ? [stateColumn(locale)] : []),
        { key: 'trust', label: words.columns.trust, cell: ({ trust }) => words.trusts[trust] },
      ]}
    />
  )
}

function stateColumn(locale: Locale): Column<Community> {
  const tend = communityTendWords(locale)
  return {
    key: 'state',
    label: tend.state,
    cell: ({ state }) =>
      state === 'asked' ? <Tag tone="time">{tend.states[state]}</Tag> : tend.states[state],
  }
}
