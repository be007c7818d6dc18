import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { asset } from './asset.ts'
import { fontFaces } from './fonts.ts'

/** In the order in which they win: a later layer beats an earlier one whatever the selectors are. */
export const layers = ['reset', 'tokens', 'base', 'layout', 'parts', 'charts', 'print'] as const

function layerText(layer: (typeof layers)[number]): string {
  return readFileSync(new URL(`./style/${layer}.css`, import.meta.url), 'utf8')
}

const source = [
  `@layer ${layers.join(',')};`,
  fontFaces,
  ...layers.map((layer) => `@layer ${layer}{${layerText(layer)}}`),
].join('\n')

/** The one stylesheet, without comments and spaces. Nothing is rewritten: the target would otherwise unfold our fallbacks. */
export const stylesheet = asset(
  'style',
  'css',
  'text/css; charset=utf-8',
  transformSync(source, { loader: 'css', minifyWhitespace: true, legalComments: 'none' }).code,
)
