/** Projects: the list of them, one with its mobilities, adding and changing. */
import { Hono } from 'hono'
import { withActor, type Acting } from '../platform/actor.ts'
import { Acts, Button, ButtonLink } from '../platform/parts/button.tsx'
import { Form } from '../platform/parts/form.tsx'
import { Empty } from '../platform/parts/list-tools.tsx'
import { Strip } from '../platform/parts/summary-list.tsx'
import { Card } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { Tag } from '../platform/parts/tag.tsx'
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
import {
  daysText,
  leads,
  mobilityHref,
  onProject,
  periodOf,
  projectHref,
  whereIs,
} from './about-mobility.tsx'
import { missingPart } from './missing.part.tsx'
import { addProject, changeProject, mobilitiesOf, projectsOf } from './mobility.store.ts'
import type { Mobility, Project } from './mobility.ts'
import { mobilityWords } from './mobility.words.ts'
import {
  ProjectFields,
  projectTyped,
  readProject,
  type ProjectErrors,
  type ProjectTyped,
} from './project.form.tsx'
import { projectExportWords } from './project.export.words.ts'
import { projectWords } from './project.words.ts'
import { removalWords } from './removal.words.ts'
import { projectThread } from './thread.part.tsx'

export const projectPages = new Hono<PageEnv>()

projectPages.get('/projects', async (c) => {
  const { projects, mobilities, writes, notices } = await withActor(
    c.var.ground,
    actorOf(c),
    async (act) => ({
      projects: await projectsOf(act),
      mobilities: await mobilitiesOf(act),
      writes: leads(act),
      // Whoever coordinates mobilities begins here.
      notices: act.actor.role === 'mobility_lead' ? await noticesPart(c, act) : null,
    }),
  )
  const { locale } = c.var
  const say = projectWords(locale)
  return page(
    c,
    {
      title: say.title,
      lead: say.lead,
      actions: writes ? (
        <ButtonLink href="/projects/new" icon="plus">
          {say.add}
        </ButtonLink>
      ) : undefined,
    },
    <>
      {notices}
      {projects.length === 0 ? (
        <Empty title={say.none}>{writes ? say.noneHint : say.noneToSee}</Empty>
      ) : (
        <Card>
          <ProjectTable locale={locale} projects={projects} mobilities={mobilities} />
        </Card>
      )}
    </>,
  )
})

projectPages.get('/projects/new', (c) => formPage(c, null, projectTyped(), {}))

projectPages.post('/projects/new', async (c) => {
  const { typed, errors, project } = readProject(c.var.locale, (await formOf(c)).values)
  if (!project) return formPage(c, null, typed, errors)
  const id = await withActor(c.var.ground, actorOf(c), (act) => addProject(act, project))
  leaveNotice(c, projectWords(c.var.locale).saved)
  return c.redirect(projectHref({ id }), 303)
})

projectPages.get('/projects/:id', (c) => onProject(c, (act, project) => onePage(c, act, project)))

projectPages.get('/projects/:id/change', (c) =>
  onProject(c, async (_, project) => formPage(c, project, projectTyped(project), {})),
)

projectPages.post('/projects/:id/change', async (c) => {
  const { values } = await formOf(c)
  return onProject(c, async (act, before) => {
    const { typed, errors, project } = readProject(c.var.locale, values)
    if (!project) return formPage(c, before, typed, errors)
    await changeProject(act, before.id, project)
    leaveNotice(c, projectWords(c.var.locale).saved)
    return c.redirect(projectHref(before), 303)
  })
})

function formPage(c: PageContext, project: Project | null, typed: ProjectTyped, errors: ProjectErrors) {
  const { locale } = c.var
  const say = projectWords(locale)
  return page(
    c,
    {
      title: project ? say.change : say.add,
      over: project?.title,
      width: 'narrow',
      back: project
        ? { href: projectHref(project), label: project.title }
        : { href: '/projects', label: say.title },
    },
    <div class="stack">
      <Form
        locale={locale}
        action={project ? projectHref(project, 'change') : '/projects/new'}
        errors={errors}
        guard
      >
        <ProjectFields locale={locale} typed={typed} errors={errors} />
        <Acts>
          <Button>{say.save}</Button>
        </Acts>
      </Form>
      {project && (
        <p>
          <a href={projectHref(project, 'remove')}>{removalWords(locale).titles.project}</a>
        </p>
      )}
    </div>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

async function onePage(c: PageContext, act: Acting, project: Project) {
  const { locale } = c.var
  const say = projectWords(locale)
  const mobilities = await mobilitiesOf(act, project.id)
  const facts = [
    { label: say.when, value: periodOf(locale, project) },
    ...(project.number === '' ? [] : [{ label: say.number, value: project.number }]),
    ...(project.funder === '' ? [] : [{ label: say.funder, value: project.funder }]),
    ...(project.callYear === null ? [] : [{ label: say.callYear, value: String(project.callYear) }]),
  ]
  return page(
    c,
    {
      title: project.title,
      lead: project.summary === '' ? undefined : project.summary,
      back: { href: '/projects', label: say.title },
      actions: leads(act) ? (
        <>
          <ButtonLink href={projectHref(project, 'export.xlsx')} kind="line" icon="download" download>
            {projectExportWords(locale).download}
          </ButtonLink>
          <ButtonLink href={projectHref(project, 'change')} kind="line">
            {say.change}
          </ButtonLink>
          <ButtonLink href={projectHref(project, 'mobilities/new')} icon="plus">
            {say.addMobility}
          </ButtonLink>
        </>
      ) : undefined,
    },
    <div class="stack">
      <Strip facts={facts} />
      {mobilities.length === 0 ? (
        <Empty title={say.noMobilities} />
      ) : (
        <Card>
          <MobilityTable locale={locale} mobilities={mobilities} />
        </Card>
      )}
      {await missingPart(act, locale, mobilities)}
      {await projectThread(act, locale, project.id)}
    </div>,
  )
}

function ProjectTable(props: {
  locale: Locale
  projects: readonly Project[]
  mobilities: readonly Mobility[]
}) {
  const { locale, projects, mobilities } = props
  const say = projectWords(locale)
  return (
    <Table
      locale={locale}
      caption={say.title}
      captionHidden
      rows={projects}
      columns={[
        {
          key: 'name',
          label: say.name,
          rowHeader: true,
          cell: (project: Project) => <a href={projectHref(project)}>{project.title}</a>,
        },
        { key: 'when', label: say.when, cell: (project) => periodOf(locale, project) },
        {
          key: 'mobilities',
          label: say.mobilities,
          cell: ({ id }) => say.count(mobilities.filter(({ projectId }) => projectId === id).length),
        },
        { key: 'funder', label: say.funder, cell: ({ funder }) => funder || '–' },
      ]}
    />
  )
}

function MobilityTable({ locale, mobilities }: { locale: Locale; mobilities: readonly Mobility[] }) {
  const say = mobilityWords(locale)
  return (
    <Table
      locale={locale}
      caption={projectWords(locale).mobilities}
      rows={mobilities}
      columns={[
        {
          key: 'title',
          label: say.name,
          rowHeader: true,
          cell: (mobility: Mobility) => <a href={mobilityHref(mobility)}>{mobility.title}</a>,
        },
        { key: 'kind', label: say.kindShort, cell: ({ kind }) => say.kinds[kind] },
        { key: 'where', label: say.where, cell: (mobility) => whereIs(locale, mobility) },
        { key: 'when', label: say.when, cell: (mobility) => periodOf(locale, mobility) },
        { key: 'days', label: say.dayCount, cell: (mobility) => daysText(locale, mobility) },
        {
          key: 'state',
          label: say.stateShort,
          cell: ({ state }) => <Tag tone={state === 'complete' ? 'done' : 'time'}>{say.states[state]}</Tag>,
        },
      ]}
    />
  )
}
