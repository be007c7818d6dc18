/** Taking along everything the house keeps of a person, as one file that other programs can read. */
import { Hono } from 'hono'
import { personByCode, personOfAccount, type Person } from '../people/person.store.ts'
import { withActor, type Acting } from '../platform/actor.ts'
import { dayAt } from '../platform/day.ts'
import type { Room } from '../platform/room.ts'
import { actorOf, notFound, type PageContext, type PageEnv } from '../platform/web.tsx'
import { takeWords } from './take.words.ts'

export function takePages(below: readonly Room[]): Hono<PageEnv> {
  const routes = new Hono<PageEnv>()
  routes.get('/me/take', (c) => take(c, below, personOfAccount))
  // For somebody without a page of their own. It holds more than they see there: the lead looks through it before giving it.
  routes.get('/people/:code/take', (c) => take(c, below, (act) => personByCode(act, c.req.param('code'))))
  return routes
}

async function take(
  c: PageContext,
  below: readonly Room[],
  find: (act: Acting) => Promise<Person | null>,
): Promise<Response> {
  const { ground, locale, visitor } = c.var
  const actor = actorOf(c)
  const taken = await withActor(ground, actor, async (act) => {
    const person = await find(act)
    if (!person) return null
    await act.audit('export', 'desk.take', [person.auditSubject])
    return { code: person.code, rooms: await takenOf(act, below, person.id) }
  })
  if (!taken) return notFound(c)
  const now = ground.clock.now()
  const file = {
    made: now,
    by: `Tugevus, ${visitor?.organisation.name ?? ''}`,
    code: taken.code,
    ...taken.rooms,
  }
  return c.body(JSON.stringify(file, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${takeWords(locale).file}-${dayAt(now, actor.timeZone)}.json"`,
  })
}

async function takenOf(
  act: Acting,
  below: readonly Room[],
  personId: string,
): Promise<Record<string, unknown>> {
  const rooms: Record<string, unknown> = {}
  for (const room of below) {
    if (room.take) rooms[room.name] = await room.take(act, personId)
  }
  return rooms
}
