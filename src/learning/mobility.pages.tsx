/** A mobility: its facts and what was seen on it, adding and changing. */
import { Hono } from 'hono'
import type { Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Tag } from '../platform/parts/tag.tsx'
import { formOf, leaveNotice, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import {
  carries,
  daysText,
  leads,
  mobilityHref,
  onMobility,
  onProject,
  periodOf,
  projectHref,
  whereIs,
} from './about-mobility.tsx'
import { Drafts } from './draft.form.tsx'
import { draftPages } from './draft.pages.tsx'
import { draftsOf } from './draft.store.ts'
import { evidencePart, packagePart } from './evidence.part.tsx'
import {
  MobilityFields,
  mobilityTyped,
  readMobility,
  type MobilityErrors,
  type MobilityTyped,
} from './mobility.form.tsx'
import { addMobility, changeMobility, observationsOf, projectOf } from './mobility.store.ts'
import { comesHere, type Mobility } from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'
import { methodsOf } from './method.store.ts'
import { observationPages } from './observation.pages.tsx'
import { Diary } from './observation.part.tsx'
import { observationWords } from './observation.words.ts'
import { photoPages } from './photo.pages.tsx'
import { photoCounts } from './photo.store.ts'
import { outcomesSeen } from './participation.store.ts'
import { participantsPart } from './participation.part.tsx'
import { projectPages } from './project.pages.tsx'
import { removalWords } from './removal.words.ts'
import { threadPart } from './thread.part.tsx'

export const mobilityPages = new Hono<PageEnv>()
mobilityPages.route('/', projectPages)
mobilityPages.route('/', observationPages)
mobilityPages.route('/', draftPages)
mobilityPages.route('/', photoPages)

mobilityPages.get('/projects/:id/mobilities/new', (c) =>
  onProject(c, async (_, project) => formPage(c, addingTo(c, project), mobilityTyped(), {})),
)

mobilityPages.post('/projects/:id/mobilities/new', async (c) => {
  const { values } = await formOf(c)
  return onProject(c, async (act, project) => {
    const { typed, errors, mobility } = readMobility(c.var.locale, { ...values, state: 'draft' }, null)
    if (!mobility) return formPage(c, addingTo(c, project), typed, errors)
    const { state: _, ...rest } = mobility
    const id = await addMobility(act, project.id, rest)
    leaveNotice(c, mobilityWords(c.var.locale).saved)
    return c.redirect(mobilityHref({ id }), 303)
  })
})

mobilityPages.get('/mobilities/:id', (c) => onMobility(c, (act, mobility) => onePage(c, act, mobility)))

mobilityPages.get('/mobilities/:id/change', (c) =>
  onMobility(c, async (_, mobility) => formPage(c, changing(c, mobility), mobilityTyped(mobility), {})),
)

mobilityPages.post('/mobilities/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onMobility(c, async (act, before) => {
    const seen = await observationsOf(act, { mobilityId: before.id })
    const { typed, errors, mobility } = readMobility(c.var.locale, values, { mobility: before, seen })
    if (!mobility) return formPage(c, changing(c, before), typed, errors)
    await changeMobility(act, before.id, mobility)
    leaveNotice(c, mobilityWords(c.var.locale).saved)
    return c.redirect(mobilityHref(before), 303)
  })
})

type Asked = {
  isNew: boolean
  title: string
  over: string
  lead?: string
  from: string
  action: string
  remove?: string
}

const addingTo = (c: PageContext, project: { id: string; title: string }): Asked => {
  const { add: title, addLead: lead } = mobilityWords(c.var.locale)
  const action = projectHref(project, 'mobilities/new')
  return { isNew: true, title, over: project.title, lead, from: projectHref(project), action }
}

const changing = (c: PageContext, mobility: Mobility): Asked => {
  const { change: title } = mobilityWords(c.var.locale)
  const action = mobilityHref(mobility, 'change')
  const remove = mobilityHref(mobility, 'remove')
  return { isNew: false, title, over: mobility.title, from: mobilityHref(mobility), action, remove }
}

function formPage(c: PageContext, asked: Asked, typed: MobilityTyped, errors: MobilityErrors) {
  const { locale } = c.var
  const { isNew, title, over, lead, from, action, remove } = asked
  return page(
    c,
    { title, over, lead, width: 'narrow', back: { href: from, label: over } },
    <div class="stack">
      <Form locale={locale} action={action} errors={errors} guard>
        <MobilityFields locale={locale} typed={typed} errors={errors} isNew={isNew} />
        <Acts>
          <Button>{mobilityWords(locale).save}</Button>
        </Acts>
      </Form>
      {remove && (
        <p>
          <a href={remove}>{removalWords(locale).titles.mobility}</a>
        </p>
      )}
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function onePage(c: PageContext, act: Acting, mobility: Mobility) {
  const { locale } = c.var
  const [say, seeing] = [mobilityWords(locale), observationWords(locale)]
  const project = await projectOf(act, mobility.projectId)
  const seen = await observationsOf(act, { mobilityId: mobility.id })
  const facts = [
    { label: say.kindShort, value: say.kinds[mobility.kind] },
    comesHere(mobility)
      ? { label: say.fromShort, value: `${mobility.host}, ${whereIs(locale, mobility)}` }
      : { label: say.hostShort, value: mobility.host },
    { label: say.dayCount, value: daysText(locale, mobility) },
    ...(mobility.purpose === ''
      ? []
      : [{ label: say.purpose, value: <span class="as-written">{mobility.purpose}</span> }]),
    {
      label: say.stateShort,
      value: <Tag tone={mobility.state === 'complete' ? 'done' : 'time'}>{say.states[mobility.state]}</Tag>,
    },
  ]
  return page(
    c,
    {
      title: mobility.title,
      over: project?.title,
      lead: comesHere(mobility)
        ? periodOf(locale, mobility)
        : `${whereIs(locale, mobility)}, ${periodOf(locale, mobility)}`,
      ...(project && { back: { href: projectHref(project), label: project.title } }),
      actions: carries(act) ? (
        <ButtonLink href={mobilityHref(mobility, 'observations/new')} icon="plus">
          {seeing.add}
        </ButtonLink>
      ) : undefined,
    },
    <>
      <Split
        aside={
          <>
            <Card>
              <SummaryList locale={locale} facts={facts} />
              {leads(act) && (
                <p>
                  <a href={mobilityHref(mobility, 'change')}>{say.change}</a>
                </p>
              )}
            </Card>
            {await participantsPart(act, locale, mobility)}
            {await packagePart(act, locale, mobility)}
          </>
        }
      >
        <div class="stack">
          <Drafts locale={locale} drafts={await draftsOf(act, mobility.id)} />
          {seen.length === 0 ? (
            <Empty title={seeing.none}>{carries(act) && seeing.noneHint}</Empty>
          ) : (
            <Card title={seeing.title}>
              <Diary
                locale={locale}
                seen={seen}
                methods={await methodsOf(act)}
                expected={await outcomesSeen(act, mobility.id)}
                photos={await photoCounts(act, mobility.id)}
              />
            </Card>
          )}
          {await evidencePart(act, locale, mobility)}
        </div>
      </Split>
      {await threadPart(act, locale, { stage: 'mobility', id: mobility.id })}
    </>,
  )
}
