/** The routes of trial pages: who may open them. */
import type { Rights } from '../platform/room.ts'

export const trialRoutes: Rights['routes'] = {}
