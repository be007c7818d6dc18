import type { Rights } from '../platform/room.ts'

export const rights: Rights = {
  routes: {
    'POST /sign-out': { who: ['anyone'] },
    'POST /leave': { who: ['anyone'] },
  },
  tables: {},
  stores: {},
}
