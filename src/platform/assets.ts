import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { asset, type Asset } from './asset.ts'
import { fonts, type Subset } from './fonts.ts'
import { stylesheet } from './style.ts'

/** Small and progressive: every page works without them. */
export const scripts = ['quick-exit', 'copy', 'leaving', 'unsent', 'progress'] as const

const script = asset(
  'page',
  'js',
  'text/javascript; charset=utf-8',
  scripts.map((name) => readFileSync(new URL(`./scripts/${name}.js`, import.meta.url), 'utf8')).join('\n'),
)

const served = new Map<string, Asset>(
  [stylesheet, script, ...Object.values(fonts)].map((one) => [one.href, one]),
)

/** Adds a room's own file, such as a script that only its pages need. */
export function serveAsset(one: Asset): Asset {
  served.set(one.href, one)
  return one
}

export const styleHref = stylesheet.href
export const scriptHref = script.href

export function fontHref(subset: Subset): string {
  return fonts[subset].href
}

/** Serves `/assets/*`; an address names its content, so it may be kept for a year. */
export const assets = new Hono().get('/assets/:name', (c) => {
  const found = served.get(c.req.path)
  if (!found) return c.notFound()
  return c.body(found.bytes, 200, {
    'Content-Type': found.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  })
})
