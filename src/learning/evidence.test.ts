import { expect, test } from 'vitest'
import { packageOf } from './evidence.ts'

const took = (id: string) => ({ id, part: 'participant' as const })

test('of each who goes to learn, a funder usually asks for three papers', () => {
  const evidence = [
    { kind: 'agreement' as const, participationId: 'a' },
    { kind: 'agreement' as const, participationId: 'b' },
    { kind: 'certificate' as const, participationId: 'b' },
    // About the whole mobility: nobody's certificate.
    { kind: 'certificate' as const, participationId: null },
  ]
  const all = [took('a'), took('b'), { id: 'c', part: 'accompanying' as const }]
  expect(packageOf({ kind: 'job-shadowing' }, all, evidence)).toEqual([
    { kind: 'agreement', there: 2, of: 2 },
    { kind: 'attendance', there: 0, of: 2 },
    { kind: 'certificate', there: 1, of: 2 },
  ])
})

test('of a group and of a guest, the programme and who was there', () => {
  const evidence = [{ kind: 'programme' as const, participationId: null }]
  for (const kind of ['group', 'expert'] as const)
    expect(packageOf({ kind }, [took('a')], evidence)).toEqual([
      { kind: 'programme', there: 1, of: 1 },
      { kind: 'attendance', there: 0, of: 1 },
    ])
})

test('where nobody is written down yet, nothing is missed', () => {
  expect(packageOf({ kind: 'course' }, [], [])).toEqual([])
})
