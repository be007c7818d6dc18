import { Hono } from 'hono'
import type { PageEnv } from '../platform/web.tsx'

export const methodPages = new Hono<PageEnv>()
