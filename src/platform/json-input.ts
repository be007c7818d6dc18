/**
 * JSON that a human wrote: read strictly, and every problem told in plain words with its field and line.
 *
 * `JSON.parse` is not enough here: it forgets where a value stood, and of a name written twice it silently keeps the
 * second.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'

/** One thing that is wrong. `field` is such as `checkups.afterDays[2]`, and empty for the text as a whole. */
export type InputProblem = { field: string; line: number; message: string }

export type ReadInput<T> = { value: T; problems: null } | { value: null; problems: InputProblem[] }

/** Text → value of `schema`, or all that is wrong with it, in the order of its lines. */
export function readInput<T>(schema: z.ZodType<T>, text: string): ReadInput<T> {
  const json = readJson(text)
  if ('message' in json) return { value: null, problems: [{ field: '', ...json }] }
  const result = schema.safeParse(json.value, { error: plainly })
  if (result.success) return { value: result.data, problems: null }
  const problems = result.error.issues
    .flatMap((issue): { path: PropertyKey[]; message: string }[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a field here' }))
        : [{ path: issue.path, message: issue.message }],
    )
    .map(({ path, message }) => ({ field: fieldName(path), line: json.lineOf(path), message }))
  return { value: null, problems: problems.toSorted((a, b) => a.line - b.line) }
}

/** `file:line: field what is wrong`, as the operator reads it. */
export function toldIn(file: string, { field, line, message }: InputProblem): string {
  return `${file}:${line}: ${field === '' ? message : `${field} ${message}`}`
}

/** All that is wrong, in one line for whoever sent it: `field: what it must be`, joined by `; `. */
export function toldAtOnce(problems: readonly Pick<InputProblem, 'field' | 'message'>[]): string {
  return problems
    .map(({ field, message }) => (field === '' ? `input ${message}` : `${field}: ${message}`))
    .join('; ')
}

/** The value of a file of content, or an error with one line for each thing to mend. */
export function readContent<T>(
  schema: z.ZodType<T>,
  { file, bytes, Failure }: { file: string; bytes: Uint8Array; Failure: new (message: string) => Error },
): T {
  const { value, problems } = readInput(schema, new TextDecoder().decode(bytes))
  if (problems === null) return value
  throw new Failure(problems.map((problem) => toldIn(file, problem)).join('\n'))
}

/**
 * The values of a folder of content, one file for each, by the name of the file without its ending.
 *
 * @param folder where the files are; `at` is how the operator calls it, such as `content/methods`
 * @param names what their names must be like, and how to say so; any if not given
 * @throws `Failure` with what is wrong in all files
 */
export function readContentFolder<T extends object>(
  schema: z.ZodType<T>,
  given: {
    folder: string
    at: string
    names?: { like: RegExp; must: string }
    Failure: new (message: string) => Error
  },
): (T & { key: string })[] {
  const { folder, at, names, Failure } = given
  const wrong: string[] = []
  const all: (T & { key: string })[] = []
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  for (const name of files.toSorted()) {
    const file = `${at}/${name}`
    try {
      if (names && !names.like.test(name)) throw new Failure(`${file}:1: the name must be ${names.must}`)
      const bytes = readFileSync(join(folder, name))
      all.push({ key: name.replace('.json', ''), ...readContent(schema, { file, bytes, Failure }) })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      wrong.push(error.message)
    }
  }
  if (wrong.length > 0) throw new Failure(wrong.join('\n'))
  return all
}

/** For a schema's `error`: `text` where the value is wrong, and "is missing" where there is none. */
export function must(text: string) {
  return {
    error: (issue: { input?: unknown }) => (issue.input === undefined ? 'is missing' : `must be ${text}`),
  }
}

const kinds: Record<string, string> = {
  string: 'text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object { … }',
  array: 'a list [ … ]',
}

function plainly(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? issue.expected}`
  return undefined
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? String(part) : `${name}.${String(part)}`,
    '',
  )
}

export type LocatedJson = {
  value: unknown
  /** The line, from 1, of the value at `path`; for one that is missing, of the innermost part that is there. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Far deeper than anything a person writes, and far from the end of the stack. */
const DEEPEST = 100

class JsonProblem extends Error {
  override name = 'JsonProblem'
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/** RFC 8259, with a byte order mark allowed and a name written twice in one object refused. */
export function readJson(text: string): LocatedJson | { line: number; message: string } {
  try {
    return readLocated(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (error) {
    if (error instanceof JsonProblem) return { line: error.line, message: error.message }
    throw error
  }
}

function readLocated(text: string): LocatedJson {
  const lines = new Map<string, number>()
  let at = 0
  let line = 1

  skipSpace()
  if (at === text.length) throw new JsonProblem(line, 'is empty; JSON is needed')
  const value = readValue([])
  skipSpace()
  if (at < text.length) fail('nothing more after the end')
  return {
    value,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const known = lines.get(JSON.stringify(path.slice(0, length)))
        if (known !== undefined) return known
      }
      return lines.get('[]') ?? 1
    },
  }

  function fail(expected: string): never {
    const found =
      at < text.length ? JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : 'the end'
    throw new JsonProblem(line, `is not JSON: expected ${expected}, found ${found}`)
  }

  function skipSpace(): void {
    for (; at < text.length; at += 1) {
      const sign = text[at]
      if (sign === '\n') line += 1
      else if (sign !== ' ' && sign !== '\t' && sign !== '\r') return
    }
  }

  function readValue(path: (string | number)[]): unknown {
    if (path.length > DEEPEST) throw new JsonProblem(line, `is nested more than ${DEEPEST} deep`)
    const place = JSON.stringify(path)
    if (!lines.has(place)) lines.set(place, line)
    const sign = text[at]
    if (sign === '{') return readObject(path)
    if (sign === '[') return readList(path)
    if (sign === '"') return readText()
    for (const [word, value] of [
      ['true', true] as const,
      ['false', false] as const,
      ['null', null] as const,
    ]) {
      if (text.startsWith(word, at)) {
        at += word.length
        return value
      }
    }
    const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
    number.lastIndex = at
    const digits = number.exec(text)?.[0]
    if (digits === undefined) fail('a value (text needs straight quotation marks ")')
    at += digits.length
    return Number(digits)
  }

  function readObject(path: (string | number)[]): unknown {
    const object = {}
    at += 1
    skipSpace()
    if (text[at] === '}') {
      at += 1
      return object
    }
    for (;;) {
      if (text[at] !== '"') fail('a field name in straight quotation marks (and no comma before })')
      const nameLine = line
      const name = readText()
      if (Object.hasOwn(object, name)) {
        throw new JsonProblem(nameLine, `has ${JSON.stringify(fieldName([...path, name]))} twice`)
      }
      const inside = [...path, name]
      lines.set(JSON.stringify(inside), nameLine)
      skipSpace()
      if (text[at] !== ':') fail('a colon after the field name')
      at += 1
      skipSpace()
      // Defined, not assigned: a field called __proto__ is a field like any other and is then refused by name.
      Object.defineProperty(object, name, {
        value: readValue(inside),
        enumerable: true,
        writable: true,
        configurable: true,
      })
      skipSpace()
      if (text[at] === '}') {
        at += 1
        return object
      }
      if (text[at] !== ',') fail('a comma or } after the value')
      at += 1
      skipSpace()
    }
  }

  function readList(path: (string | number)[]): unknown[] {
    const list: unknown[] = []
    at += 1
    skipSpace()
    if (text[at] === ']') {
      at += 1
      return list
    }
    for (;;) {
      if (text[at] === ']') fail('a value (no comma before ])')
      list.push(readValue([...path, list.length]))
      skipSpace()
      if (text[at] === ']') {
        at += 1
        return list
      }
      if (text[at] !== ',') fail('a comma or ] after the value')
      at += 1
      skipSpace()
    }
  }

  function readText(): string {
    const start = at
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) {
      if (text.charCodeAt(at) < 0x20) fail('the closing quotation mark on the same line')
      if (text[at] === '\\') at += 1
    }
    if (at >= text.length) {
      at = text.length
      fail('a closing quotation mark')
    }
    at += 1
    const written = text.slice(start, at)
    try {
      return String(JSON.parse(written))
    } catch {
      throw new JsonProblem(line, `is not JSON: a backslash in ${written} stands before the wrong sign`)
    }
  }
}
