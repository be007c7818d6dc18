import type { Rights, StoreRight } from '../platform/room.ts'

const withSight: StoreRight = ['coordinator', 'lead', 'supporter', 'participant', 'system']

export const rights: Rights = {
  routes: {},
  tables: {
    'tasks.task': {
      coordinator: { see: 'sight', add: 'sight', change: 'sight' },
      lead: { see: 'organisation', add: 'organisation', change: 'organisation' },
      // Done by anyone: a talk that a supporter had closes what waited, and so does the person's own answer.
      supporter: { see: 'sight', add: 'sight', change: 'sight' },
      participant: { see: 'sight', add: 'sight', change: 'sight' },
      // An answer by a link waits to be read, and ends silence.
      bearer: { see: 'sight', add: 'sight', change: 'sight' },
      system: { see: 'organisation', add: 'organisation', change: 'organisation', erase: 'organisation' },
    },
    'tasks.digest': { system: { see: 'organisation', add: 'organisation', erase: 'organisation' } },
    // It goes with its task.
    'tasks.told': { system: { see: 'organisation', add: 'organisation' } },
  },
  stores: {
    'tasks/task.store.ts openTasks': withSight,
    'tasks/task.store.ts closeTasks': [...withSight, 'bearer'],
    'tasks/task.store.ts listOpenTasks': [...withSight, 'bearer'],
    'tasks/task.store.ts everOpened': withSight,
    'tasks/task.store.ts moveTasks': withSight,
    'tasks/task.store.ts takeStep': withSight,
    'tasks/task.store.ts giveTasks': withSight,
    'tasks/task.store.ts takeTasks': [...withSight, 'bearer'],
    'tasks/task.store.ts eraseTasks': ['system'],
    'tasks/watch.store.ts watchTasks': ['system'],
    'tasks/digest.store.ts writeDigests': ['system'],
    'tasks/urgent.store.ts tellUrgent': ['system'],
  },
}
