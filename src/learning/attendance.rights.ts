/** Who may do what about who was there: those who hold trainings note it, and everybody who has the code says it of themselves. */
import type { Rights } from '../platform/room.ts'
import { coming, everybody, holders, holding } from './training.rights.ts'

export const attendanceRights: Rights = {
  routes: {
    'GET /trainings/:id/sessions/:session/poster': holding,
    'POST /trainings/:id/sessions/:session/attendance': holding,
    'GET /here/:token': coming,
    'POST /here/:token': coming,
  },
  tables: {},
  stores: {
    'learning/attendance.store.ts noteAttendance': holders,
    'learning/attendance.store.ts sessionByCode': everybody,
    'learning/attendance.store.ts attend': everybody.filter((who) => who !== 'system'),
    'learning/attendance.store.ts closeSessions': ['system'],
  },
}
