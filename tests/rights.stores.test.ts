/**
 * The rights matrix, store functions: each is called as every role, about people at every distance. Where the role may not, or the
 * person is none of its business, nothing is shown and nothing is written.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../src/access/account.store.ts'
import type { StoreRight } from '../src/platform/room.ts'
import { houseCalls as ownHouseCalls, storeCalls as ownStoreCalls } from './rights.calls.ts'
import { communityCalls } from './rights.communities.calls.ts'
import { coverCalls } from './rights.cover.calls.ts'
import { importCalls, waiting } from './rights.import.calls.ts'
import { learningCalls } from './rights.learning.calls.ts'
import { placeCalls } from './rights.places.calls.ts'
import { planCalls } from './rights.plan.calls.ts'
import { readinessCalls } from './rights.readiness.calls.ts'
import { pulseCalls } from './rights.pulse.calls.ts'
import { trainingCalls } from './rights.training.calls.ts'
import { supportCalls, supportHouseCalls } from './rights.support.calls.ts'
import { asLead, judged, tryCall, type Call, type HouseCall, type Trial } from './setup/calls.ts'
import { openFootprints } from './setup/footprint.ts'
import {
  attempt,
  openMatrix,
  roleOf,
  rooms,
  triers,
  type Matrix,
  type Trier,
  type Whose,
} from './setup/matrix.ts'
import type { SeededPerson } from './setup/people.ts'
import { fillRows } from './setup/rows.ts'

let matrix: Matrix
let trial: Trial
let guestId: string
const src = fileURLToPath(new URL('../src', import.meta.url))
const declared = new Map<string, StoreRight>(rooms.flatMap((room) => Object.entries(room.rights.stores)))
const storeCalls = { ...ownStoreCalls, ...coverCalls, ...supportCalls }
const houseCalls: Record<string, HouseCall> = {
  ...ownHouseCalls,
  ...supportHouseCalls,
  ...importCalls,
  ...communityCalls,
  ...placeCalls,
  ...planCalls,
  ...readinessCalls,
  ...pulseCalls,
  ...learningCalls,
  ...trainingCalls,
}

beforeAll(async () => {
  matrix = await openMatrix()
  await fillRows(matrix)
  trial = { ...matrix, footprints: await openFootprints(matrix.owner) }
  guestId = await matrix.house.act('system', (act) =>
    createAccount(act, {
      name: 'K0-00',
      email: 'kylaline@esimene.test',
      roles: ['participant'],
      locale: 'et',
    }),
  )
})
afterAll(() => matrix.close())

describe('the stores', () => {
  test('declare every function that reaches the database, and each has its call here', async () => {
    const exported: string[] = []
    for (const path of sources('.store.ts')) {
      const module: Record<string, unknown> = await import(pathToFileURL(join(src, path)).href)
      for (const [name, value] of Object.entries(module)) {
        if (typeof value !== 'function') continue
        const reaches =
          value.constructor.name === 'AsyncFunction' || /\.tx\b|ground\.(web|signin|jobs)/.test(String(value))
        if (reaches) exported.push(`${path} ${name}`)
      }
    }
    expect([...declared.keys()].sort()).toEqual(exported.sort())
    const acting = exported.filter((key) =>
      declared.get(key)?.every((who) => who !== 'signin' && who !== 'jobs'),
    )
    expect([...Object.keys(storeCalls), ...Object.keys(houseCalls), ...waiting].sort()).toEqual(acting)
  })

  test('alone know SQL, but for the ground and a few that are named here', () => {
    const others = sources('.ts', '.tsx').filter(
      (path) =>
        !/^platform\/|\.store\.ts$|\.test\.tsx?$/.test(path) &&
        /\.tx\b|ground\.(web|signin|jobs)\b/.test(readFileSync(join(src, path), 'utf8')),
    )
    expect(others.sort()).toEqual([
      'access/door.ts',
      'access/sweep.ts',
      'backup.command.ts',
      'cli.ts',
      'learning/method.search.ts',
      'simulation/measure.ts',
      'simulation/post.ts',
      'simulation/simulate.ts',
      'site/invented.history.ts',
      'support/record-audit.ts',
      'support/sight-check.ts',
      'support/support.takeaway.ts',
      'support/turn.ts',
    ])
  })
})

describe('a store function about a person', () => {
  test.each(triers)(
    'comes to nothing for a %s who may not, or of whom it is none of the business',
    async (trier) => {
      expect(await trespasses(trier)).toEqual([])
    },
  )

  test.each(triers)('does something for a %s who may', async (trier) => {
    expect(await idle(trier)).toEqual([])
  })
})

/** What a trier gets done without a right to it. */
async function trespasses(trier: Trier): Promise<string[]> {
  const found: string[] = []
  await matrix.as(trier, async (act) => {
    for (const [key, call] of Object.entries(storeCalls)) {
      const may = declared.get(key)?.includes(roleOf(trier)) ?? false
      for (const [whose, person] of subjects()) {
        if (may && concerns(trier, whose)) continue
        const { shown, written } = await tryCall(trial, act, call, person)
        if (shown || written) found.push(`${trier}: ${key} ${shown ? 'shows' : 'writes'} ${whose}`)
      }
    }
  })
  return found
}

/** What comes to nothing although the trier may. */
async function idle(trier: Trier, rights: ReadonlyMap<string, StoreRight> = declared): Promise<string[]> {
  const found: string[] = []
  // What most supporters are told is not enough for everything: the one who is told all stands for them.
  if (trier === 'supporter') return found
  await matrix.as(trier, async (act) => {
    for (const [key, call] of Object.entries(storeCalls)) {
      if (!rights.get(key)?.includes(roleOf(trier))) continue
      for (const [whose, person] of subjects()) {
        if (!concerns(trier, whose)) continue
        const { shown, written, silent } = await tryCall(trial, act, call, person)
        if (!(silent ? written : shown)) found.push(`${trier}: ${key} about ${whose}`)
      }
    }
  })
  return found
}

describe('this test can fail:', () => {
  test('a store that row-level security does not protect is found', async () => {
    await matrix.owner.query('alter table support.contact disable row level security')
    const found = await trespasses('host')
    await matrix.owner.query('alter table support.contact enable row level security')
    expect(found).toContain('host: support/contact.store.ts contactsOf shows foreign')
  })

  test('a role that is declared and may not is found', async () => {
    const rights = new Map(declared).set('support/lapse.store.ts recordLapse', ['coordinator', 'participant'])
    expect(await idle('participant', rights)).toEqual([
      'participant: support/lapse.store.ts recordLapse about sight',
    ])
  })
})

describe('a store function about the house', () => {
  test.each(triers)('does for a %s what is declared, and nothing with another house', async (trier) => {
    const { house, footprints } = trial
    const there = { ...house, guestId }
    const wrong: string[] = []
    await matrix.as(trier, async (act) => {
      const mark = async () => ({
        own: await footprints.ofOrganisation(act.tx, house.organisation.id),
        other: await footprints.ofOrganisation(act.tx, house.other.id),
      })
      // What a call does is always taken back, so that this holds before each that nothing is prepared for.
      const untouched = await mark()
      for (const [key, { before, own, other }] of Object.entries(houseCalls)) {
        const may = declared.get(key)?.includes(roleOf(trier)) ?? false
        const did = { shown: false, written: false, silent: false, elsewhere: false }
        await attempt(act.tx, async () => {
          if (before) await asLead(act, house.organisation, before)
          const was = before ? await mark() : untouched
          const writes = await footprints.writes(act.tx)
          const result = await own(act, there)
          const is = writes === (await footprints.writes(act.tx)) ? was : await mark()
          Object.assign(did, judged(result, was.own !== is.own), { elsewhere: was.other !== is.other })
          return true
        })
        if (may && !(did.silent ? did.written : did.shown))
          wrong.push(`${key}: declared, but comes to nothing`)
        if (!may && (did.shown || did.written)) wrong.push(`${key}: not declared`)
        const reaches = () => attempt(act.tx, async () => judged(await other?.(act, house), false).shown)
        if (did.elsewhere || (other && (await reaches()))) wrong.push(`${key}: reaches another house`)
      }
    })
    expect(wrong).toEqual([])
  })
})

describe('what a room contributes', () => {
  test.each(triers)(
    'tells and erases for a %s nothing about a person who is none of the business',
    async (trier) => {
      const wrong: string[] = []
      await matrix.as(trier, async (act) => {
        for (const { name, day, personPart, take, erase } of rooms) {
          const calls: [string, Call | undefined][] = [
            [
              'day',
              day && (async (by, { id }) => (await day(by, 'et')).filter(({ personId }) => personId === id)),
            ],
            ['personPart', personPart && ((by, { id }) => personPart(by, id, 'et'))],
            ['take', take && ((by, { id }) => take(by, id))],
            ['erase', erase && ((by, { id }) => erase(by, id))],
          ]
          for (const [what, call] of calls) {
            for (const [whose, person] of subjects()) {
              const mayErase = trier === 'system' && whose !== 'foreign'
              if (!call || (what === 'erase' ? mayErase : concerns(trier, whose))) continue
              const { shown, written } = await tryCall(trial, act, call, person)
              if (shown || written)
                wrong.push(`${trier}: ${what} of ${name} ${shown ? 'shows' : 'writes'} ${whose}`)
            }
          }
        }
      })
      expect(wrong).toEqual([])
    },
  )
})

function subjects(): [Whose, SeededPerson][] {
  const { mine, colleagues, foreign } = matrix.people
  return [
    ['sight', mine],
    ['organisation', colleagues],
    ['foreign', foreign],
  ]
}

function concerns(trier: Trier, whose: Whose): boolean {
  if (whose === 'organisation') return trier === 'lead' || trier === 'system'
  return (
    whose === 'sight' &&
    ['coordinator', 'lead', 'supporter', 'confidant', 'participant', 'system', 'bearer'].includes(trier)
  )
}

function sources(...endings: string[]): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
}
