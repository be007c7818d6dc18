import { Hono } from 'hono'
import type { PageEnv } from '../platform/web.tsx'

export const mobilityPages = new Hono<PageEnv>()
