/** What is said when there were too many tries: how long to wait, and nothing about whom it concerns. */
import { message, type PageContext } from '../platform/web.tsx'
import { webWords } from '../platform/web.words.ts'

export function tooOften(c: PageContext, waitMinutes: number): Response | Promise<Response> {
  const words = webWords(c.var.locale)
  c.header('retry-after', String(waitMinutes * 60))
  return message(c, 429, words.tooOften, words.tooOftenLead(waitMinutes))
}
