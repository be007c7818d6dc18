/** A project taken along as a file that Excel opens, for a report or a colleague's own tables. */
import { Hono } from 'hono'
import type { PageEnv } from '../platform/web.tsx'
import { leads, onProject } from './about-mobility.tsx'
import { projectXlsx } from './project.export.ts'
import { projectExportWords } from './project.export.words.ts'
import { wholeMembers } from './thread.whole.ts'

export const projectExportPages = new Hono<PageEnv>()

projectExportPages.get('/projects/:id/export.xlsx', (c) =>
  onProject(c, async (act, project) => {
    if (!leads(act)) return null
    const { locale } = c.var
    await act.audit('export', 'learning.project', [])
    const bytes = await projectXlsx(locale, await wholeMembers(act), project.id)
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${projectExportWords(locale).file}-${act.today}.xlsx"`,
    })
  }),
)
