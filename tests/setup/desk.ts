/** A house with the rooms that the desk composes, and three people in it: one in the coordinator's sight, one of a colleague, one of another organisation. */
import { deskRoom } from '../../src/desk/room.ts'
import { peopleRoom } from '../../src/people/room.ts'
import { supportRoom } from '../../src/support/room.ts'
import { tasksRoom } from '../../src/tasks/room.ts'
import { openHouse, type House } from './house.ts'
import { seedPeople, type SeededPeople } from './people.ts'

export type Desk = House & { people: SeededPeople }

export async function openDesk(): Promise<Desk> {
  const below = [peopleRoom, tasksRoom, supportRoom]
  const house = await openHouse({ rooms: [...below, deskRoom(below)] })
  return { ...house, people: await seedPeople(house) }
}

/** What a reader sees of a page: no tags, entities as letters, spaces as one. */
export function textOf(html: string): string {
  const letters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return html
    .replace(/<(script|style|svg|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => letters[name] ?? '')
    .replace(/\s+/g, ' ')
}

/** What stands in the browser's tab. */
export function titleOf(html: string): string {
  return /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
}
