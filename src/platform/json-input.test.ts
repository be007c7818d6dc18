import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { must, readInput, readJson } from './json-input.ts'

function problem(text: string): { line: number; message: string } {
  const read = readJson(text)
  if (!('message' in read)) throw new Error('this was read without a problem')
  return read
}

function located(text: string) {
  const read = readJson(text)
  if ('message' in read) throw new Error(read.message)
  return read
}

describe('what is not JSON is told with its line and what was expected', () => {
  test.each([
    ['', 1, 'is empty; JSON is needed'],
    ['\n \n', 3, 'is empty; JSON is needed'],
    ['{\n  "a": 1,\n}', 3, 'a field name in straight quotation marks (and no comma before }), found "}"'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 'a comma or } after the value, found "\\""'],
    ['{"a" 1}', 1, 'a colon after the field name, found "1"'],
    ['{\n"a": [1, 2,\n]}', 3, 'a value (no comma before ]), found "]"'],
    ['[1\n2]', 2, 'a comma or ] after the value, found "2"'],
    ['{\n"a": “Rada”}', 2, 'straight quotation marks "), found "“"'],
    ["{'a': 1}", 1, 'a field name in straight quotation marks'],
    ['{"a": "b\n"}', 1, 'the closing quotation mark on the same line'],
    ['{"a":\n"b', 2, 'a closing quotation mark, found the end'],
    ['{"a":\n"b\\', 2, 'a closing quotation mark, found the end'],
    ['["\\x"]', 1, 'a backslash in "\\x" stands before the wrong sign'],
    ['{"a": 01}', 1, 'a comma or } after the value, found "1"'],
    ['{"a": .5}', 1, 'expected a value'],
    ['{"a": undefined}', 1, 'expected a value'],
    ['{"a": tru}', 1, 'expected a value'],
    ['{} // the end', 1, 'nothing more after the end, found "/"'],
    ['{"a":', 1, 'expected a value (text needs straight quotation marks "), found the end'],
    ['😀', 1, 'found "😀"'],
  ])('%j', (text, line, message) => {
    const found = problem(text)
    expect(found.line).toBe(line)
    expect(found.message).toContain(message)
  })

  test('a field written twice is refused, not silently replaced', () => {
    expect(problem('{"a": {\n"b": 1,\n"b": 2}}')).toEqual({ line: 3, message: 'has "a.b" twice' })
  })

  test('endless nesting is refused instead of exhausting the stack', () => {
    expect(problem('['.repeat(100_000)).message).toBe('is nested more than 100 deep')
    expect(problem('{"a":'.repeat(100_000)).message).toBe('is nested more than 100 deep')
  })
})

test('a byte order mark and Windows line ends are no mistakes, and lines are still counted', () => {
  const read = located('\uFEFF{\r\n  "a": [\r\n    1,\r\n    "õ"\r\n  ]\r\n}\r\n')
  expect(read.value).toEqual({ a: [1, 'õ'] })
  expect(read.lineOf(['a', 1])).toBe(4)
})

test('a field called __proto__ is a field like any other', () => {
  const read = readInput(z.strictObject({}), '{"__proto__": {"admin": true}}')
  expect(read.problems).toEqual([{ field: '__proto__', line: 1, message: 'is not a field here' }])
})

test('reads exactly what JSON.parse reads, and refuses exactly what it refuses', () => {
  const json = fc.oneof(
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(value, null, 2)),
  )
  const spoilt = fc
    .tuple(json, fc.nat(), fc.constantFrom('', ',', '"', '\\', '\n', '{', ']', '0', 'x', '\u0001', '-', '.'))
    .map(([text, at, sign]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + sign + text.slice(place + 1)
    })
  fc.assert(
    fc.property(fc.oneof(json, spoilt, fc.string()), (text) => {
      let expected: unknown
      let valid = true
      try {
        expected = JSON.parse(text)
      } catch {
        valid = false
      }
      const read = readJson(text)
      if ('message' in read) expect(valid && !/ twice$/.test(read.message)).toBe(false)
      else {
        expect(valid).toBe(true)
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(expected))
      }
    }),
    { numRuns: 2000 },
  )
})

test('knows the line of every value, however it is nested', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = JSON.stringify({ value }, null, 1)
      const lines = text.split('\n')
      const read = located(text)
      walk(JSON.parse(text), [])

      function walk(part: unknown, path: (string | number)[]): void {
        const line = lines[read.lineOf(path) - 1] ?? ''
        const name = path.at(-1)
        if (typeof name === 'string') expect(line.trim().startsWith(`${JSON.stringify(name)}:`)).toBe(true)
        if (part === null || typeof part !== 'object') {
          expect(line.replace(/,$/, '').endsWith(JSON.stringify(part))).toBe(true)
        } else if (Array.isArray(part)) part.forEach((each, index) => walk(each, [...path, index]))
        else for (const [key, each] of Object.entries(part)) walk(each, [...path, key])
      }
    }),
  )
})

describe('what does not fit the schema', () => {
  const schema = z.strictObject({
    name: z.string(),
    steps: z.array(z.strictObject({ months: z.int(must('a whole number of months')) })),
    on: z.boolean(),
  })

  test('is told all at once, in the order of the lines, in words without jargon', () => {
    const text = '{\n "name": 5,\n "steps": [\n  { "months": 1.5 },\n  { }\n ],\n "colour": "red"\n}'
    expect(readInput(schema, text).problems).toEqual([
      { field: 'on', line: 1, message: 'is missing' },
      { field: 'name', line: 2, message: 'must be text in quotation marks' },
      { field: 'steps[0].months', line: 4, message: 'must be a whole number of months' },
      { field: 'steps[1].months', line: 5, message: 'is missing' },
      { field: 'colour', line: 7, message: 'is not a field here' },
    ])
  })

  test('is told of the whole where the whole is the wrong thing', () => {
    expect(readInput(schema, '[]').problems).toEqual([
      { field: '', line: 1, message: 'must be an object { … }' },
    ])
    expect(readInput(schema, '"x"').problems).toEqual([
      { field: '', line: 1, message: 'must be an object { … }' },
    ])
  })

  test('and what fits comes through', () => {
    const text = '{"name": "n", "steps": [{"months": 2}], "on": true}'
    expect(readInput(schema, text)).toEqual({
      value: { name: 'n', steps: [{ months: 2 }], on: true },
      problems: null,
    })
  })
})
