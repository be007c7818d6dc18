/** The routes of method pages: who may open them. */
import type { Rights } from '../platform/room.ts'

export const methodRoutes: Rights['routes'] = {}
