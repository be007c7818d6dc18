import { describe, expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { missingOf } from './missing.ts'

const today = day('2026-11-28')
const over = { id: 'm', endsOn: day('2024-03-08') }
const nobody = { id: 'p', mobilityId: 'm', agreedOn: null, confirmedOn: null, reportState: 'none' as const }
const learner = { ...nobody, part: 'participant' as const }
const done = {
  ...learner,
  agreedOn: day('2024-02-01'),
  confirmedOn: day('2024-03-10'),
  reportState: 'sent' as const,
}
const file = (kind: 'agreement' | 'programme' | 'attendance' | 'certificate', of: string | null) => ({
  mobilityId: 'm',
  kind,
  participationId: of,
})

describe('what is missing of a mobility that is over', () => {
  test('begins with who took part', () => {
    expect(missingOf({ ...over, kind: 'job-shadowing' }, [], [], today)).toEqual([
      { gap: 'people', count: 1 },
    ])
    expect(missingOf({ ...over, kind: 'job-shadowing', endsOn: today }, [], [], today)).toEqual([])
  })

  test('is told of each who took part, and not of those of other mobilities', () => {
    const people = [learner, { ...done, id: 'q' }, { ...learner, id: 'r', mobilityId: 'other' }]
    const files = [file('agreement', 'q'), file('attendance', 'p'), file('attendance', 'q')]
    expect(missingOf({ ...over, kind: 'course' }, people, files, today)).toEqual([
      { gap: 'agreed', count: 1 },
      { gap: 'confirmed', count: 1 },
      { gap: 'reported', count: 1 },
      { gap: 'agreement', count: 1 },
      { gap: 'certificate', count: 2 },
    ])
  })

  test('a group has a programme instead of agreements, and a guest writes no report', () => {
    expect(
      missingOf({ ...over, kind: 'group' }, [{ ...done, agreedOn: null }], [file('programme', null)], today),
    ).toEqual([{ gap: 'attendance', count: 1 }])
    const guest = { ...nobody, part: 'expert' as const }
    expect(
      missingOf(
        { ...over, kind: 'expert' },
        [guest],
        [file('programme', null), file('attendance', null)],
        today,
      ),
    ).toEqual([])
  })

  test('of one who went alone, a file about the whole mobility is theirs', () => {
    const files = [file('agreement', null), file('attendance', null), file('certificate', 'p')]
    expect(missingOf({ ...over, kind: 'job-shadowing' }, [done], files, today)).toEqual([])
    const two = [done, { ...done, id: 'q' }]
    expect(missingOf({ ...over, kind: 'job-shadowing' }, two, files, today)).toContainEqual({
      gap: 'agreement',
      count: 2,
    })
  })
})
