import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readinessCommand } from './readiness.command.ts'
import { dimensionKeys } from './readiness.ts'

const asked = {
  dimensions: ['leadership'] as unknown,
  interviews: [{ combined: { leadership: 3.5 } }] as unknown,
}

function answered(change: object): unknown {
  const { output, exitCode } = readinessCommand(JSON.stringify({ ...asked, ...change }))
  expect(output).not.toContain('\n')
  expect(exitCode).toBe(0)
  return JSON.parse(output)
}

function refusal(stdin: string): string {
  const { output, exitCode } = readinessCommand(stdin)
  expect(exitCode).toBe(1)
  const { error, ...rest } = Object(JSON.parse(output))
  expect(rest).toEqual({})
  return String(error)
}

const scoreNeeded = 'must be a number from 1 to 9 with at most two decimals'

describe('tugevus readiness', () => {
  test('answers the example of its handbook, letter by letter', () => {
    expect(readinessCommand(JSON.stringify(asked)).output).toBe(
      '{"dimensions":{"leadership":{"score":3.5,"stage":3,"interviews":1}},"overall":{"score":3.5,"stage":3},"first":["leadership"]}',
    )
  })

  test('answers for a whole community', () => {
    const interviews = [
      {
        combined: {
          climate: 3.99,
          leadership: 2,
          knowledge: 3,
          efforts: 1,
          efforts_known: 1,
          resources: 4.25,
        },
      },
      { combined: { climate: 4, leadership: 2.5, knowledge: 3, efforts: 1.5, efforts_known: 1.5 } },
      { combined: { climate: 4.01, leadership: 3, knowledge: 4, efforts: 1, efforts_known: 1 } },
    ]
    expect(answered({ dimensions: dimensionKeys, interviews })).toEqual({
      dimensions: {
        climate: { score: 4, stage: 4, interviews: 3 },
        leadership: { score: 2.5, stage: 2, interviews: 3 },
        knowledge: { score: 3.33, stage: 3, interviews: 3 },
        efforts: { score: 1.17, stage: 1, interviews: 3 },
        efforts_known: { score: 1.17, stage: 1, interviews: 3 },
        resources: { score: 4.25, stage: 4, interviews: 1 },
      },
      // (4 + 2.5 + 10/3 + 7/6 + 7/6 + 4.25) ÷ 6 = 16.41666… ÷ 6
      overall: { score: 2.74, stage: 2 },
      first: ['efforts', 'efforts_known'],
    })
  })

  test('says null of a dimension that nobody scored, and leaves it out of the rest', () => {
    expect(answered({ dimensions: ['climate', 'leadership'] })).toEqual({
      dimensions: {
        climate: { score: null, stage: null, interviews: 0 },
        leadership: { score: 3.5, stage: 3, interviews: 1 },
      },
      overall: { score: 3.5, stage: 3 },
      first: ['leadership'],
    })
    expect(answered({ interviews: [{ combined: {} }] })).toEqual({
      dimensions: { leadership: { score: null, stage: null, interviews: 0 } },
      overall: null,
      first: [],
    })
  })

  test('does not count a dimension that was not asked for', () => {
    expect(answered({ interviews: [{ combined: { leadership: 3.5, climate: 1 } }] })).toEqual(answered({}))
  })

  test('still checks the score of a dimension that was not asked for', () => {
    const interviews = [{ combined: { leadership: 3.5, climate: 0 } }]
    expect(refusal(JSON.stringify({ ...asked, interviews }))).toBe(
      `interviews[0].combined.climate: ${scoreNeeded}`,
    )
  })

  test('reads what a sum of decimals leaves behind as the decimal it means', () => {
    const stdin = '{"dimensions":["climate"],"interviews":[{"combined":{"climate":3.3000000000000003}}]}'
    expect(JSON.parse(readinessCommand(stdin).output)).toMatchObject({ overall: { score: 3.3 } })
    expect(answered({ interviews: [{ combined: { leadership: 4 - 1e-15 } }] })).toMatchObject({
      overall: { score: 4, stage: 4 },
    })
  })

  test.each(['dimensions', 'interviews'])('names %s where it is missing', (name) => {
    const rest = Object.fromEntries(Object.entries(asked).filter(([key]) => key !== name))
    expect(refusal(JSON.stringify(rest))).toBe(`${name}: is missing`)
  })

  test.each([
    [{ dimensions: [] }, 'dimensions: must be a list of at least one dimension'],
    [{ dimensions: null }, 'dimensions: must be a list'],
    [{ dimensions: 'leadership' }, 'dimensions: must be a list'],
    [{ dimensions: ['mood'] }, 'dimensions[0]: must be one of: climate, leadership, knowledge, efforts'],
    [{ dimensions: ['__proto__'] }, 'dimensions[0]: must be one of'],
    [{ dimensions: [1] }, 'dimensions[0]: must be one of'],
    [{ dimensions: ['leadership', 'climate', 'leadership'] }, 'dimensions[2]: is the same as dimensions[0]'],
    [{ interviews: [] }, 'interviews: must be a list of at least one interview'],
    [{ interviews: {} }, 'interviews: must be a list'],
    [{ interviews: [null] }, 'interviews[0]: must be an object'],
    [{ interviews: [{}] }, 'interviews[0].combined: is missing'],
    [{ interviews: [{ combined: null }] }, 'interviews[0].combined: must be an object'],
    [{ interviews: [{ combined: [] }] }, 'interviews[0].combined: must be an object'],
    [{ interviews: [{ combined: {}, scorer: 'Mari' }] }, 'interviews[0].scorer: is not a field here'],
    [
      { interviews: [{ combined: {} }, { combined: { mood: 3 } }] },
      'interviews[1].combined.mood: is not a field here',
    ],
    [{ note: '' }, 'note: is not a field here'],
  ])('refuses %j', (change, expected) => {
    expect(refusal(JSON.stringify({ ...asked, ...change }))).toContain(expected)
  })

  test.each([
    '0',
    '0.99',
    '-3.5',
    '9.01',
    '10',
    '3.125',
    '3.999',
    '1e999',
    '"3.5"',
    'null',
    'true',
    '[3]',
    '{}',
  ])('refuses %s as a score', (score) => {
    const stdin = `{"dimensions":["leadership"],"interviews":[{"combined":{"leadership":4}},{"combined":{"leadership":${score}}}]}`
    expect(refusal(stdin)).toBe(`interviews[1].combined.leadership: ${scoreNeeded}`)
  })

  test.each(['', '   ', 'leadership', '{"dimensions":', '[]', 'null', '5', '{}{}', '\u0000'])(
    'refuses %j and says what was needed',
    (stdin) => {
      expect(refusal(stdin)).toMatch(/^input (is empty|is not JSON|must be an object)/)
    },
  )

  test('refuses a score that stands there twice', () => {
    const stdin = '{"dimensions":["climate"],"interviews":[{"combined":{"climate":3,"climate":4}}]}'
    expect(refusal(stdin)).toBe('input has "interviews[0].combined.climate" twice')
  })

  test('names everything that is wrong at once', () => {
    const error = refusal('{"dimensions":["mood"],"interviews":[{"combined":{"climate":0}}]}')
    expect(error).toContain('dimensions[0]: ')
    expect(error).toContain('; interviews[0].combined.climate: ')
  })

  test('gives either one answer or one error, whatever it is given', () => {
    const score = fc.oneof(
      fc.integer({ min: 90, max: 910 }).map((hundredths) => hundredths / 100),
      fc.jsonValue(),
    )
    const input = fc.record(
      {
        dimensions: fc.array(fc.constantFrom(...dimensionKeys, 'mood'), { maxLength: 3 }),
        interviews: fc.array(
          fc.record({ combined: fc.dictionary(fc.constantFrom(...dimensionKeys), score) }),
        ),
      },
      { requiredKeys: [] },
    )
    const stdin = fc.oneof(
      fc.string(),
      fc.json(),
      input.map((value) => JSON.stringify(value)),
    )
    fc.assert(
      fc.property(stdin, (text) => {
        const { output, exitCode } = readinessCommand(text)
        expect(output).not.toContain('\n')
        const keys = Object.keys(Object(JSON.parse(output)))
        expect(keys).toEqual(exitCode === 0 ? ['dimensions', 'overall', 'first'] : ['error'])
      }),
      { numRuns: 500 },
    )
  })

  test('prints its answer alone, and an error beside it: then nothing stands on standard output', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const run = (input: string) =>
      spawnSync(process.execPath, ['tools/run.mjs', 'src/cli.ts', 'readiness'], {
        cwd: root,
        input,
        encoding: 'utf8',
      })
    const good = run(JSON.stringify(asked))
    expect({ status: good.status, stderr: good.stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(good.stdout)).toMatchObject({ overall: { score: 3.5, stage: 3 } })
    const bad = run('{"dimensions":["leadership"]}')
    expect({ status: bad.status, stdout: bad.stdout }).toEqual({ status: 1, stdout: '' })
    expect(bad.stderr).toBe('{"error":"interviews: is missing"}\n')
  })
})
