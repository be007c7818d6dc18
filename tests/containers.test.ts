/**
 * The files for containers name only what is there. No image is built here: what they run is the same as everywhere, and is tried by
 * hand as docs/decisions/052 says.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfig } from '../src/platform/config.ts'

const top = fileURLToPath(new URL('..', import.meta.url))
const read = (name: string) => readFileSync(join(top, name), 'utf8')
const dockerfile = read('Dockerfile')
const compose = read('compose.yaml')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** The names that the program reads. */
const known = new Set(all(read('src/platform/config.ts'), /^ {2}([A-Z_]+): /gm))

test('every setting that is given is one that the program knows', () => {
  const program = compose.slice(compose.indexOf('  program:'), compose.indexOf('  database:'))
  const given = [
    ...all(program, /^ {6}([A-Z_]+): /gm),
    ...all(dockerfile, /^(?:ENV | {4})([A-Z_]+)=/gm).filter((name) => name !== 'NODE_ENV'),
  ]
  expect(given.length).toBeGreaterThan(10)
  expect(given.filter((name) => !known.has(name))).toEqual([])
  expect(known.has('DATABASE_URL')).toBe(true)
})

test('settings that are left empty are as if they were not given', () => {
  const names = all(compose, /\$\{([A-Z_]+):-\}/g)
  expect(names.length).toBeGreaterThan(5)
  const config = readConfig(Object.fromEntries(names.map((name) => [name, ''])))
  expect(config).toEqual(readConfig({}))
})

test('what .env.example asks for is what compose.yaml takes, and what it must have stands there', () => {
  const asked = all(read('.env.example'), /^([A-Z_]+)=/gm)
  const taken = new Set(all(compose, /\$\{([A-Z_]+)[:}]/g))
  expect(asked.filter((name) => !taken.has(name))).toEqual([])
  expect(all(compose, /\$\{([A-Z_]+):\?/g).filter((name) => !asked.includes(name))).toEqual([])
})

test('what is copied and run is there, and what is kept out stays out', () => {
  const copied = dockerfile
    .split('\n')
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1))
  expect(copied.filter((path) => !existsSync(join(top, path)))).toEqual([])
  const run = [...all(dockerfile, /"((?:tools|src)\/[^"]+)"/g), ...all(dockerfile, /\/app\/(\S+\.\w+)/g)]
  expect(run).toEqual(expect.arrayContaining(['tools/run.mjs', 'src/main.ts', 'src/cli.ts']))
  expect(run.filter((path) => !existsSync(join(top, path)))).toEqual([])
  const ignored = read('.dockerignore').split('\n')
  expect(ignored[1]).toBe('*')
  const letIn = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1))
  expect(new Set(letIn)).toEqual(new Set(copied))
})

test('the parts find each other', () => {
  expect(read('Caddyfile')).toContain('reverse_proxy program:3000')
  expect(dockerfile).toContain('EXPOSE 3000')
  expect(readConfig({}).port).toBe(3000)
  expect(compose).toContain('@database:5432/tugevus')
  for (const volume of ['/data', '/backups']) {
    expect(dockerfile).toContain(`"${volume}"`)
    expect(compose).toContain(`:${volume}\n`)
  }
  // As nobody who could do harm.
  expect(dockerfile).toMatch(/^USER node$/m)
})

test('the program looked after is asked where it answers', () => {
  expect(dockerfile).toContain("fetch('http://127.0.0.1:3000/health')")
})
