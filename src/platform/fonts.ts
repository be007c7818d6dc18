import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asset, type Asset } from './asset.ts'

/**
 * Commissioner (OFL), variable from 400 to 700, in three subsets: browsers fetch only those whose letters a page shows.
 * The ranges are those the files were cut by (the package's `unicode.json`).
 */
const subsets = ['latin', 'latin-ext', 'cyrillic'] as const
export type Subset = (typeof subsets)[number]

function packageFile(path: string): string {
  return fileURLToPath(import.meta.resolve(`@fontsource-variable/commissioner/${path}`))
}

const ranges: Record<string, string> = JSON.parse(readFileSync(packageFile('unicode.json'), 'utf8'))

function fontAsset(subset: Subset): Asset {
  const bytes = readFileSync(packageFile(`files/commissioner-${subset}-wght-normal.woff2`))
  return asset(`commissioner-${subset}`, 'woff2', 'font/woff2', bytes)
}

export const fonts: Record<Subset, Asset> = {
  latin: fontAsset('latin'),
  'latin-ext': fontAsset('latin-ext'),
  cyrillic: fontAsset('cyrillic'),
}

/**
 * The `@font-face` rules. The fallback is Arial stretched to Commissioner's metrics, so that lines do not jump when
 * the font arrives.
 */
export const fontFaces = [
  ...subsets.map(
    (subset) =>
      `@font-face{font-family:Commissioner;font-weight:400 700;font-display:swap;` +
      `src:url(${fonts[subset].href}) format("woff2");unicode-range:${ranges[subset] ?? 'U+0-10FFFF'}}`,
  ),
  `@font-face{font-family:"Commissioner fallback";src:local("Arial"),local("Liberation Sans");` +
    `size-adjust:98.4%;ascent-override:103.3%;descent-override:20.9%;line-gap-override:0%}`,
].join('\n')
