/** Who is away and who stands in: the list for all, and saying, changing and ending an absence. */
import { Hono } from 'hono'
import { covers, type Away } from '../access/absence.ts'
import { absencesFrom, awayOn, type Absence } from '../access/absence.store.ts'
import { accountNames, listColleagues, type Colleague } from '../access/account.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { isBefore, type Day } from '../platform/day.ts'
import { Acts, ButtonLink } from '../platform/parts/button.tsx'
import { Group, Row } from '../platform/parts/group.tsx'
import { Stack } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, Plain } from '../platform/parts/surface.tsx'
import { actorOf, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { awayWords } from './away.words.ts'
import { fromDay, spanInList } from './span.words.ts'

/** One's own absences are told for so long after. */
const monthsBack = 6

export const awayPages = new Hono<PageEnv>()

type AwayView = {
  today: Day
  own: string
  lead: boolean
  absences: readonly Absence[]
  /** One's own that are over. */
  past: readonly Absence[]
  noticed: readonly { accountId: string; away: Away; coordinates: boolean }[]
  colleagues: ReadonlyMap<string, Colleague>
  names: ReadonlyMap<string, string>
}

awayPages.get('/away', async (c) => {
  const view = await withActor(c.var.ground, actorOf(c), readAway)
  return show(c, view)
})

async function readAway(act: Acting): Promise<AwayView> {
  const said = (await absencesFrom(act, act.today.subtract({ months: monthsBack }))).filter(
    ({ why }) => why === 'said',
  )
  const over = ({ until }: Absence) => until !== null && isBefore(until, act.today)
  const absences = said.filter((one) => !over(one))
  const past = said.filter((one) => over(one) && one.accountId === act.actor.accountId).toReversed()
  const lead = act.actor.role === 'lead'
  const colleagues = new Map((await listColleagues(act)).map((one) => [one.id, one]))
  const away = lead ? [...(await awayOn(act, act.today))] : []
  const noticed = away.filter(([id, { why }]) => why === 'noticed' && colleagues.has(id))
  return {
    today: act.today,
    own: act.actor.accountId ?? '',
    lead,
    absences: absences.filter(({ accountId }) => colleagues.has(accountId)),
    past,
    noticed: noticed.map(([accountId, one]) => ({
      accountId,
      away: one,
      coordinates: colleagues.get(accountId)?.roles.includes('coordinator') ?? false,
    })),
    colleagues,
    names: await accountNames(act, [
      ...[...absences, ...past].flatMap(({ accountId, substituteId }) => [
        accountId,
        substituteId ?? accountId,
      ]),
      ...noticed.map(([id]) => id),
    ]),
  }
}

function show(c: PageContext, view: AwayView) {
  const { locale } = c.var
  const say = awayWords(locale)
  const weeks = inWeeks(view)
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      actions: (
        <ButtonLink href="/away/new" icon="plus" kind={view.noticed.length > 0 ? 'line' : 'act'}>
          {view.lead ? say.sayAny : say.sayOwn}
        </ButtonLink>
      ),
    },
    <Stack>
      {view.noticed.length > 0 && <Noticed locale={locale} view={view} />}
      {weeks.length === 0 && view.noticed.length === 0 ? (
        <Empty title={say.nobody}>{say.nobodyText}</Empty>
      ) : (
        weeks.map(({ key, absences }) => (
          <Group id={key} title={say[key]} count={absences.length}>
            {absences.map((absence) => (
              <AwayRow locale={locale} view={view} absence={absence} />
            ))}
          </Group>
        ))
      )}
      {view.past.length > 0 && (
        <Plain title={say.past}>
          <SummaryList
            locale={locale}
            facts={view.past.map((absence) => ({
              label: spanInList(locale, absence, view.today),
              value: absence.substituteId
                ? say.covers(view.names.get(absence.substituteId) ?? '')
                : say.coveredByNobody,
            }))}
          />
        </Plain>
      )}
    </Stack>,
  )
}

function Noticed({ locale, view }: { locale: Locale; view: AwayView }) {
  const say = awayWords(locale)
  return (
    <Card id="noticed" title={say.noticed} lead={say.noticedNote}>
      <Stack>
        {view.noticed.map(({ accountId, away, coordinates }) => (
          <div>
            <h3>{view.names.get(accountId)}</h3>
            <p>{say.noticedText(fromDay(locale, away.from, view.today))}</p>
            <Acts>
              <ButtonLink href={`/away/new?for=${accountId}`} about={view.names.get(accountId)}>
                {say.appoint}
              </ButtonLink>
              {coordinates && (
                <ButtonLink
                  href={`/moves/new?from=${accountId}`}
                  kind="line"
                  about={view.names.get(accountId)}
                >
                  {say.moveOn}
                </ButtonLink>
              )}
            </Acts>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function AwayRow({ locale, view, absence }: { locale: Locale; view: AwayView; absence: Absence }) {
  const say = awayWords(locale)
  const { accountId, substituteId } = absence
  const name = view.names.get(accountId) ?? ''
  const roles = view.colleagues.get(accountId)?.roles ?? []
  const substitute = substituteId && view.names.get(substituteId)
  const stands = roles.some((role) => role === 'coordinator' || role === 'lead')
  return (
    <Row
      who={name}
      sub={substitute ? say.covers(substitute) : stands ? say.noCover : say.supporterCover}
      action={
        view.lead || accountId === view.own
          ? { label: say.change, href: `/away/${absence.id}`, icon: 'pencil' }
          : undefined
      }
    >
      {spanInList(locale, { from: absence.from, until: absence.until }, view.today)}
    </Row>
  )
}

/** By weeks from Monday to Sunday: whoever is away in both stands in both, so that each week is the whole truth. */
export function inWeeks({
  absences,
  today,
}: Pick<AwayView, 'absences' | 'today'>): { key: 'thisWeek' | 'nextWeek' | 'later'; absences: Absence[] }[] {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const week = (from: Day, first = from) =>
    absences.filter((absence) =>
      Array.from({ length: 7 }, (_, n) => from.add({ days: n })).some(
        (date) => !isBefore(date, first) && covers(absence, date),
      ),
    )
  const afterNext = monday.add({ weeks: 2 })
  return [
    { key: 'thisWeek' as const, absences: week(monday, today) },
    { key: 'nextWeek' as const, absences: week(monday.add({ weeks: 1 })) },
    { key: 'later' as const, absences: absences.filter(({ from }) => !isBefore(from, afterNext)) },
  ].filter((one) => one.absences.length > 0)
}
