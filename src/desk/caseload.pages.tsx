/** The caseload: everybody the actor sees, to be searched, narrowed, sorted and paged by links. */
import { Hono } from 'hono'
import { accountNames, listColleagues, type Colleague } from '../access/account.store.ts'
import { readCode } from '../people/code.ts'
import { coveredPeople } from '../people/cover.store.ts'
import { readIdentities } from '../people/identity.store.ts'
import { peopleById, personByCode } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Select } from '../platform/parts/choices.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Empty, Filters, Finding, Pager, SearchBox } from '../platform/parts/list-tools.tsx'
import { Card, Note, Plain } from '../platform/parts/surface.tsx'
import { actorOf, formOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { listCaseload } from '../support/caseload.store.ts'
import { pathwayStates } from '../support/pathway.store.ts'
import {
  chosen,
  fieldsOf,
  hrefOf,
  pageOf,
  pageSize,
  readQuery,
  showChoices,
  type CaseloadQuery,
} from './caseload.ts'
import { List, type CaseloadView } from './caseload.list.tsx'
import { caseloadWords } from './caseload.words.ts'
import { openWords, sealWords } from './find.ts'
import { findWords } from './find.words.ts'

export const caseloadPages = new Hono<PageEnv>()

caseloadPages.get('/people', async (c) => {
  const { ground, visitor } = c.var
  const query = readQuery(c.req.query())
  const words = query.find && visitor ? openWords(ground.keys, visitor.sessionId, query.find) : null
  const view = await withActor(ground, actorOf(c), (act) => readList(act, query, words))
  return show(c, view)
})

caseloadPages.post('/people', async (c) => {
  const { ground, visitor } = c.var
  const { text, values } = await formOf(c)
  const words = text('words')
  const query = readQuery({ ...values, find: '', page: '' })
  const code = readCode(words)
  const person = code && (await withActor(ground, actorOf(c), (act) => personByCode(act, code)))
  if (person) return c.redirect(`/people/${person.code}`, 303)
  const find = words && visitor ? sealWords(ground.keys, visitor.sessionId, words) : null
  return c.redirect(hrefOf(query, { find }), 303)
})

async function readList(act: Acting, query: CaseloadQuery, words: string | null): Promise<CaseloadView> {
  const caseload = await listCaseload(act)
  // Telephone numbers are opened only when digits are searched for.
  const identities =
    words !== null && /\d/.test(words)
      ? await readIdentities(
          act,
          caseload.map((line) => line.personId),
        )
      : null
  const all = caseload.map((line) => ({ ...line, phones: identities?.get(line.personId)?.phones ?? [] }))
  const found = chosen(all, query, words)
  const { lines, page: at } = pageOf(found, query.page)
  const shown = await peopleById(
    act,
    lines.map((line) => line.personId),
  )
  const subjects = [...shown.values()].map((person) => person.auditSubject)
  if (subjects.length > 0) await act.audit('list', 'desk.caseload', subjects)
  return {
    today: act.today,
    timeZone: act.actor.timeZone,
    query: { ...query, page: at, find: words === null ? null : query.find },
    words,
    everybody: all.length,
    asked: all.filter((line) => line.openTasks.some((task) => task.kind === 'help')).length,
    total: found.length,
    lines,
    coordinators: await accountNames(
      act,
      lines.flatMap((line) => line.coordinatorId ?? []),
    ),
    colleagues: await chosenFrom(act),
    seesAnswers: act.actor.role !== 'supporter',
  }
}

/** Whose people there are to choose from: a lead sees everybody's, whoever stands in also those of the absent. */
async function chosenFrom(act: Acting): Promise<Colleague[] | null> {
  const coordinators = await listColleagues(act, ['coordinator'])
  if (act.actor.role === 'lead') return coordinators
  if (act.actor.role !== 'coordinator') return null
  const covered = await coveredPeople(act)
  if (covered.size === 0) return null
  const answered = await peopleById(act, [...covered.keys()])
  const theirs = new Set([
    act.actor.accountId,
    ...[...answered.values()].map((person) => person.coordinatorId),
  ])
  return coordinators.filter(({ id }) => theirs.has(id))
}

function show(c: PageContext, view: CaseloadView) {
  const { locale, visitor } = c.var
  const say = caseloadWords(locale)
  const mayAdd = visitor?.role === 'coordinator' || visitor?.role === 'lead'
  const expired = c.req.query('find') !== undefined && view.words === null
  const head = {
    title: say.title,
    lead:
      view.everybody === 0
        ? undefined
        : say.lead(view.everybody) + (view.asked > 0 ? say.askedLead(view.asked) : ''),
    actions: mayAdd && (
      <>
        <ButtonLink href="/people/new" icon="plus">
          {say.add}
        </ButtonLink>
        <ButtonLink href="/import" kind="line" icon="upload">
          {say.bring}
        </ButtonLink>
        <ButtonLink href="/moves" kind="line" icon="arrow-right">
          {say.moves}
        </ButtonLink>
      </>
    ),
  }
  if (view.everybody === 0) {
    return page(
      c,
      head,
      <Empty title={say.empty.title}>{mayAdd ? say.empty.staff : say.empty.supporter}</Empty>,
    )
  }
  return page(
    c,
    head,
    <>
      {expired && <Note>{findWords(locale).old}</Note>}
      <Finding>
        <SearchBox
          locale={locale}
          method="post"
          action="/people"
          name="words"
          label={findWords(locale).label}
          value={view.words ?? ''}
          fields={fieldsOf({ ...view.query, page: 1, find: null })}
        />
        <Narrow locale={locale} view={view} />
      </Finding>
      {view.total === 0 ? (
        <Empty title={say.noMatch.title} action={{ href: '/people', label: say.noMatch.clear }}>
          {say.noMatch.lead}
        </Empty>
      ) : (
        <Card>
          <List locale={locale} view={view} />
          <Pager
            locale={locale}
            page={view.query.page}
            pageSize={pageSize}
            total={view.total}
            href={(at) => hrefOf(view.query, { page: at })}
          />
        </Card>
      )}
      {mayAdd && (
        <Plain title={say.take}>
          <Stack>
            <p>{say.takeAbout}</p>
            <Acts>
              <ButtonLink href="/people/export.xlsx" kind="line" icon="download" download>
                {say.excel}
              </ButtonLink>
              <ButtonLink href="/people/export.csv" kind="line" icon="download" download>
                {say.csv}
              </ButtonLink>
            </Acts>
          </Stack>
        </Plain>
      )}
    </>,
  )
}

/** The filters, and those in force as chips that take them off. */
function Narrow({ locale, view }: { locale: Locale; view: CaseloadView }) {
  const say = caseloadWords(locale)
  const { query, colleagues } = view
  const coordinator = colleagues?.find((one) => one.id === query.coordinator)?.name
  const on = [
    ...(view.words
      ? [{ label: findWords(locale).found(view.words), removeHref: hrefOf(query, { find: null }) }]
      : []),
    ...(query.show ? [{ label: say.shows[query.show], removeHref: hrefOf(query, { show: null }) }] : []),
    ...(query.state ? [{ label: say.states[query.state], removeHref: hrefOf(query, { state: null }) }] : []),
    ...(coordinator
      ? [{ label: `${say.coordinator}: ${coordinator}`, removeHref: hrefOf(query, { coordinator: null }) }]
      : []),
  ]
  const kept = fieldsOf({ ...query, page: 1, state: null, show: null, coordinator: null })
  return (
    <Filters locale={locale} action="/people" fields={kept} on={on} clearHref="/people">
      <Select
        locale={locale}
        name="show"
        label={say.show}
        empty={say.everybody}
        value={query.show ?? ''}
        options={showChoices.map((one) => ({ value: one, label: say.shows[one] }))}
      />
      <Select
        locale={locale}
        name="state"
        label={say.state}
        empty={say.everybody}
        value={query.state ?? ''}
        options={pathwayStates.map((one) => ({ value: one, label: say.states[one] }))}
      />
      {colleagues && (
        <Select
          locale={locale}
          name="coordinator"
          label={say.coordinator}
          empty={say.everybody}
          value={query.coordinator ?? ''}
          options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
        />
      )}
    </Filters>
  )
}
