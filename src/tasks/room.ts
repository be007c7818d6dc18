/** What waits for a human. It has no pages of its own: the desk shows it. */
import { Hono } from 'hono'
import type { Room } from '../platform/room.ts'
import type { PageEnv } from '../platform/web.tsx'
import { rights } from './rights.ts'
import { eraseTasks, takeTasks } from './task.store.ts'
import { tellingJobs } from './telling.job.ts'
import { taskJobs } from './watch.store.ts'

export const tasksRoom: Room = {
  name: 'tasks',
  routes: new Hono<PageEnv>(),
  rights,
  jobs: [...taskJobs, ...tellingJobs],
  take: takeTasks,
  erase: eraseTasks,
}
