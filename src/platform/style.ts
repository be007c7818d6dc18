import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { asset } from './asset.ts'
import { fontFaces } from './fonts.ts'

/** In the order in which they win: a later layer beats an earlier one whatever the selectors are. */
const layers = {
  reset: ['reset'],
  tokens: ['tokens'],
  base: ['base'],
  layout: ['layout', 'bar'],
  parts: [
    'buttons',
    'surfaces',
    'rows',
    'tags',
    'facts',
    'outcome',
    'help',
    'forms',
    'choices',
    'lists',
    'front',
    'places',
    'month',
  ],
  charts: ['charts'],
  print: ['print'],
} as const

function file(name: string): string {
  return readFileSync(new URL(`./style/${name}.css`, import.meta.url), 'utf8')
}

/** The dark tokens are bare declarations: pages show them by what the reader's system prefers, the gallery by choice. */
export const darkTokens = file('tokens-dark')
export const lightTokens = file('tokens')

const source = [
  `@layer ${Object.keys(layers).join(',')};`,
  fontFaces,
  ...Object.entries(layers).map(([layer, files]) => `@layer ${layer}{${files.map(file).join('\n')}}`),
  // On screens only: paper is white.
  `@layer tokens{@media screen and (prefers-color-scheme:dark){:root{${darkTokens}}}}`,
].join('\n')

/** The one stylesheet, without comments and spaces; nothing else is rewritten. */
export const stylesheet = asset(
  'style',
  'css',
  'text/css; charset=utf-8',
  transformSync(source, { loader: 'css', minifyWhitespace: true, legalComments: 'none' }).code,
)
