/** How a method was changed for where it is used: written down beside what must stay, and read with where it was tried. */
import { Hono } from 'hono'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, Button } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, LinkList, Plain, Ticks } from '../platform/parts/surface.tsx'
import {
  actorOf,
  formOf,
  leaveNotice,
  notFound,
  page,
  type PageContext,
  type PageEnv,
} from '../platform/web.tsx'
import { longDay, numericDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import {
  AdaptationFields,
  adaptationTyped,
  readAdaptation,
  type AdaptationErrors,
  type AdaptationTyped,
} from './adaptation.form.tsx'
import { adaptationWords } from './adaptation.words.ts'
import { threadPart } from './thread.part.tsx'
import { trialDays } from './trial.part.tsx'
import { addAdaptation, trialsOf } from './trial.store.ts'
import { takenUp, type Tried } from './tried.ts'

export const adaptationPages = new Hono<PageEnv>()

adaptationPages.get('/adaptations/new', (c) =>
  about(c, async (act) => {
    const { offered, find } = await takenUp(act, c.var.locale)
    const asked = c.req.query('version')
    if (asked === undefined) return choosePage(c, offered)
    const tried = find({ versionId: asked, adaptationId: null })
    return tried && formPage(c, tried, adaptationTyped(act.today), {})
  }),
)

adaptationPages.post('/adaptations/new', async (c) => {
  const form = await formOf(c)
  return about(c, async (act) => {
    const { find } = await takenUp(act, c.var.locale)
    const tried = find({ versionId: form.text('version'), adaptationId: null })
    if (!tried) return null
    const { typed, errors, adaptation } = readAdaptation(c.var.locale, form, act.today)
    if (!adaptation) return formPage(c, tried, typed, errors)
    const id = await addAdaptation(act, tried.version.id, adaptation)
    leaveNotice(c, adaptationWords(c.var.locale).saved)
    return c.redirect(`/adaptations/${id}`, 303)
  })
})

adaptationPages.get('/adaptations/:id', (c) =>
  about(c, async (act) => {
    const { locale } = c.var
    const say = adaptationWords(locale)
    const { adaptations, find } = await takenUp(act, locale)
    const adaptation = adaptations.find(({ id }) => id === c.req.param('id'))
    const tried = adaptation && find({ versionId: adaptation.versionId, adaptationId: adaptation.id })
    if (!tried) return null
    const trials = (await trialsOf(act, { versionIds: [adaptation.versionId] })).filter(
      ({ adaptationId }) => adaptationId === adaptation.id,
    )
    const { planned, phase, what, nature, fidelity, reasons, decidedBy, onDay, description } = adaptation
    const thread = await threadPart(act, locale, { stage: 'adaptation', id: adaptation.id })
    return page(
      c,
      { title: say.title, over: titleOf(locale, tried) },
      <>
        <Split aside={<Core locale={locale} tried={tried} />}>
          <Card>
            <p class="prose">{description}</p>
            <SummaryList
              locale={locale}
              facts={[
                { label: say.onDay, value: longDay(locale, onDay) },
                { label: say.phase, value: say.phases[phase] },
                { label: say.planned, value: say.plannedness[planned] },
                { label: say.what, value: what.map((one) => say.whats[one]).join('; ') },
                { label: say.nature, value: nature.map((one) => say.natures[one]).join('; ') },
                { label: say.fidelityLabel, value: say.fidelityNames[fidelity] },
                ...(reasons === '' ? [] : [{ label: say.reasons, value: reasons }]),
                ...(decidedBy === '' ? [] : [{ label: say.decidedBy, value: decidedBy }]),
              ]}
            />
          </Card>
          <Plain title={say.tried}>
            {trials.length === 0 ? (
              <p>{say.notTried}</p>
            ) : (
              <LinkList
                items={trials.map((trial) => ({
                  href: `/trials/${trial.id}`,
                  label: `${trial.about}, ${trialDays(locale, trial, numericDay)}`,
                }))}
              />
            )}
          </Plain>
        </Split>
        {thread}
      </>,
    )
  }),
)

async function about(c: PageContext, work: (act: Acting) => Promise<Response | null>): Promise<Response> {
  return (await withActor(c.var.ground, actorOf(c), work)) ?? notFound(c)
}

const titleOf = (locale: Locale, { name, version }: Tried) =>
  version.number === 1 ? name : `${name}, ${adaptationWords(locale).version(version.number)}`

/** Which of those that are taken up, as a link each. */
function choosePage(c: PageContext, offered: ReadonlyMap<string, Tried>) {
  const say = adaptationWords(c.var.locale)
  const versions = [...offered.values()].filter(({ adaptation }) => adaptation === null)
  return page(
    c,
    { title: say.newTitle, lead: versions.length === 0 ? undefined : say.choose, width: 'narrow' },
    versions.length === 0 ? (
      <Empty title={say.none}>{say.noneHint}</Empty>
    ) : (
      <LinkList
        items={versions.map(({ name, version }) => ({
          href: `/adaptations/new?version=${version.id}`,
          label: name,
        }))}
      />
    ),
  )
}

function formPage(c: PageContext, tried: Tried, typed: AdaptationTyped, errors: AdaptationErrors) {
  const { locale } = c.var
  const say = adaptationWords(locale)
  return page(
    c,
    { title: say.newTitle, over: titleOf(locale, tried), width: 'narrow' },
    <Form
      locale={locale}
      action="/adaptations/new"
      fields={{ version: tried.version.id }}
      errors={errors}
      guard
    >
      <Core locale={locale} tried={tried} />
      <AdaptationFields locale={locale} typed={typed} errors={errors} />
      <Acts>
        <Button>{say.save}</Button>
      </Acts>
    </Form>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function Core({ locale, tried: { core } }: { locale: Locale; tried: Tried }) {
  const say = adaptationWords(locale)
  return (
    <Plain title={say.core}>
      {core.length === 0 ? (
        <p>{say.noCore}</p>
      ) : (
        <>
          <Ticks items={core.map((label) => ({ label }))} />
          <p class="sub">{say.coreLead}</p>
        </>
      )}
    </Plain>
  )
}
