import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { day } from '../platform/day.ts'
import {
  chosen,
  hrefOf,
  nextStepOf,
  pageOf,
  readQuery,
  showChoices,
  sortKeys,
  type CaseloadQuery,
  type Line,
} from './caseload.ts'
import { pathwayStates } from '../support/pathway.store.ts'

const plain = readQuery({})

function line(code: string, given: Partial<Line> = {}): Line {
  return {
    personId: code,
    code,
    name: `Eesnimi ${code}`,
    phones: [],
    coordinatorId: null,
    municipality: null,
    language: 'et',
    state: 'active',
    stateSince: day('2026-01-01'),
    pausedUntil: null,
    leftOn: day('2026-01-01'),
    nextCheckupOn: null,
    lastHeldOn: null,
    lastAnswer: null,
    openTasks: [],
    ...given,
  }
}

const task = (kind: Line['openTasks'][number]['kind'], dueOn: string) => ({
  kind,
  dueOn: day(dueOn),
  step: null,
  escalatedTo: null,
  dueAt: null,
})
const codes = (lines: readonly Line[]) => lines.map((one) => one.code)

describe('the caseload', () => {
  test('begins with those who asked for help, then the silent, then by what is due next', () => {
    const lines = [
      line('A1-01', { nextCheckupOn: day('2026-12-01') }),
      line('A1-02', { openTasks: [task('silence', '2026-11-10')] }),
      line('A1-03', { openTasks: [task('help', '2026-11-23')] }),
      line('A1-04'),
      line('A1-05', { openTasks: [task('ask', '2026-11-25')] }),
    ]
    expect(codes(chosen(lines, plain, null))).toEqual(['A1-03', 'A1-02', 'A1-05', 'A1-01', 'A1-04'])
  })

  test('sorts names by the family name, as Estonian readers expect', () => {
    const lines = [
      line('A1-01', { name: 'Anu Õun' }),
      line('A1-02', { name: 'Zoja Aas' }),
      line('A1-03', { name: 'Mari Saar' }),
      line('A1-04', { name: 'Mari Šaar' }),
    ]
    const byName: CaseloadQuery = { ...plain, sort: 'name' }
    expect(codes(chosen(lines, byName, null))).toEqual(['A1-02', 'A1-03', 'A1-04', 'A1-01'])
    expect(codes(chosen(lines, { ...byName, order: 'descending' }, null))[0]).toBe('A1-01')
  })

  test('puts what is not known last in either order: unknown is not early and not late', () => {
    const answer = (on: string) => ({ givenOn: day(on), wellbeing: 5, confidence: null, pleaseCall: null })
    const lines = [
      line('A1-01'),
      line('A1-02', { lastAnswer: answer('2026-11-01') }),
      line('A1-03', { lastAnswer: answer('2026-11-20') }),
    ]
    expect(codes(chosen(lines, { ...plain, sort: 'checkin' }, null))).toEqual(['A1-02', 'A1-03', 'A1-01'])
    expect(codes(chosen(lines, { ...plain, sort: 'checkin', order: 'descending' }, null))).toEqual([
      'A1-03',
      'A1-02',
      'A1-01',
    ])
  })

  test('narrows by state, coordinator, silence, a request for help and search words together', () => {
    const kadri = '00000000-0000-4000-8000-000000000001'
    const lines = [
      line('A1-01', { coordinatorId: kadri, openTasks: [task('silence', '2026-11-10')] }),
      line('A1-02', { openTasks: [task('silence', '2026-11-10')] }),
      line('A1-03', { coordinatorId: kadri, state: 'paused' }),
    ]
    const of = (change: Partial<CaseloadQuery>, words: string | null = null) =>
      codes(chosen(lines, { ...plain, ...change }, words))
    expect(of({ coordinator: kadri })).toEqual(['A1-01', 'A1-03'])
    expect(of({ show: 'silent' })).toEqual(['A1-01', 'A1-02'])
    expect(of({ show: 'silent', coordinator: kadri })).toEqual(['A1-01'])
    expect(of({ state: 'paused' })).toEqual(['A1-03'])
    expect(of({ show: 'asked' })).toEqual([])
    expect(of({}, 'a102')).toEqual(['A1-02'])
  })

  test('shows every person on exactly one page, whatever the order', () => {
    const some = fc.array(
      fc.record({
        state: fc.constantFrom(...pathwayStates),
        days: fc.option(fc.integer({ min: 0, max: 900 }), { nil: null }),
        silent: fc.boolean(),
      }),
      { maxLength: 230 },
    )
    fc.assert(
      fc.property(some, fc.constantFrom(...sortKeys), fc.boolean(), (list, sort, down) => {
        const lines = list.map(({ state, days, silent }, i) =>
          line(`A1-${String(i).padStart(3, '0')}`, {
            state,
            nextCheckupOn: days === null ? null : day('2026-01-01').add({ days }),
            openTasks: silent ? [task('silence', '2026-11-10')] : [],
          }),
        )
        const all = chosen(lines, { ...plain, sort, order: down ? 'descending' : 'ascending' }, null)
        const pages = Array.from({ length: Math.max(1, Math.ceil(all.length / 50)) }, (_, i) =>
          pageOf(all, i + 1),
        )
        expect(pages.flatMap((one) => codes(one.lines))).toEqual(codes(all))
        expect(codes(all).sort()).toEqual(codes(lines).sort())
        expect(pageOf(all, 999).page).toBe(pages.length)
      }),
      { numRuns: 60 },
    )
  })

  test('keeps what is asked for in its address, and nothing else', () => {
    const query = fc.record({
      state: fc.constantFrom(null, ...pathwayStates),
      show: fc.constantFrom(null, ...showChoices),
      coordinator: fc.constantFrom(null, '00000000-0000-4000-8000-000000000001'),
      sort: fc.constantFrom(...sortKeys),
      order: fc.constantFrom('ascending' as const, 'descending' as const),
      page: fc.constantFrom(1),
      find: fc.constantFrom(null, 'c2VhbGVk'),
    })
    fc.assert(
      fc.property(query, (asked) => {
        const address = new URL(hrefOf(asked), 'http://localhost')
        expect(readQuery(Object.fromEntries(address.searchParams))).toEqual(asked)
      }),
    )
    expect(hrefOf(plain)).toBe('/people')
  })

  test('understands no nonsense in an address, and shows the plain list', () => {
    expect(
      readQuery({
        state: 'x',
        show: "' or 1=1",
        coordinator: '../',
        sort: 'name; drop',
        order: 'up',
        page: '-3',
      }),
    ).toEqual(plain)
  })

  test('names the most pressing step: help, silence, a first talk, an unread answer, the next check-up', () => {
    const all = line('A1-01', {
      nextCheckupOn: day('2026-12-01'),
      openTasks: [task('ask', '2026-11-25'), task('silence', '2026-11-10'), task('help', '2026-11-23')],
    })
    expect(nextStepOf(all).kind).toBe('help')
    expect(nextStepOf({ ...all, openTasks: all.openTasks.slice(0, 2) }).kind).toBe('silence')
    expect(nextStepOf({ ...all, openTasks: all.openTasks.slice(0, 1) }).kind).toBe('ask')
    expect(nextStepOf({ ...all, openTasks: [task('read', '2026-11-24')] }).kind).toBe('read')
    expect(nextStepOf({ ...all, openTasks: [] })).toEqual({ kind: 'checkup', on: day('2026-12-01') })
    expect(nextStepOf({ ...all, openTasks: [], state: 'paused' })).toEqual({ kind: 'paused', until: null })
    expect(nextStepOf({ ...all, openTasks: [], state: 'ended' }).kind).toBe('none')
  })
})
