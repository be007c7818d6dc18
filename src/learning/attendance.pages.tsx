/** Who was there: by list, from those who hold the training. */
import { Hono } from 'hono'
import { formOf, type PageEnv } from '../platform/web.tsx'
import { backToSession, onSession } from './about-training.tsx'
import { noteAttendance } from './attendance.store.ts'
import { signupsOf } from './training.store.ts'
import { hasBegun, standing } from './training.ts'
import { trainingWords } from './training.words.ts'

export const attendancePages = new Hono<PageEnv>()

attendancePages.post('/trainings/:id/sessions/:session/attendance', async (c) => {
  const { list } = await formOf(c)
  return onSession(c, async (act, _, session) => {
    if (!hasBegun(session, act.today)) return null
    const { in: inside, waiting } = standing(await signupsOf(act, session.id), session.seats)
    const marked = new Set(list('came'))
    const came = new Map<string, boolean | null>([
      ...inside.map(({ id }): [string, boolean] => [id, marked.has(id)]),
      // Whoever only waited and did not come was not missed.
      ...waiting.map(({ id }): [string, boolean | null] => [id, marked.has(id) ? true : null]),
    ])
    await noteAttendance(act, session, came)
    return backToSession(c, session, trainingWords(c.var.locale).attendanceSaved)
  })
})
