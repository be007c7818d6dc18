/** The ways out: signing out, and quick exit to a page that anybody may be reading. */
import { Hono } from 'hono'
import { neutralPage, type PageEnv } from '../platform/web.tsx'
import { leaveSession } from './visitor.ts'

export const leavePages = new Hono<PageEnv>()

leavePages.post('/sign-out', async (c) => {
  await leaveSession(c, 'signed out')
  c.header('clear-site-data', '"cache", "storage"')
  return c.redirect('/', 303)
})

leavePages.post('/leave', async (c) => {
  await leaveSession(c, 'quick exit')
  // Also which language was chosen: nothing of the visit stays in this browser but its history.
  c.header('clear-site-data', '"cache", "cookies", "storage"')
  return c.redirect(neutralPage, 303)
})
