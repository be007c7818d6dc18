import { Hono } from 'hono'
import type { PageEnv } from '../platform/web.tsx'

export const trialPages = new Hono<PageEnv>()
