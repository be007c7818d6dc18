/** The routes of mobility pages: who may open them. */
import type { Rights } from '../platform/room.ts'

export const mobilityRoutes: Rights['routes'] = {}
