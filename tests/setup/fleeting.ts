/** A house in which nothing that is written stays: every transaction comes to its end and is taken back. */
import type { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { visitorOf } from '../../src/access/visitor.ts'
import type { Database, Tx } from '../../src/platform/database.ts'
import { openWeb, type PageEnv } from '../../src/platform/web.tsx'
import { rooms, takenBack, type Matrix } from './matrix.ts'

/** The app of a house once more, over the same database. */
export function openFleeting({ house: { ground } }: Matrix): Hono<PageEnv> {
  return openWeb({
    ground: { ...ground, web: takingBack(ground.web), signin: takingBack(ground.signin) },
    rooms,
    visitorOf,
  })
}

function takingBack(database: Kysely<Database>): Kysely<Database> {
  const transaction = () => ({
    execute: <T>(work: (tx: Tx) => Promise<T>) =>
      takenBack((then: (tx: Tx) => Promise<never>) => database.transaction().execute(then), work),
  })
  return new Proxy(database, {
    get(target, name) {
      if (name === 'transaction') return transaction
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
