import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { assets, fontHref, scriptHref, styleHref } from './assets.ts'
import { darkTokens, lightTokens, stylesheet } from './style.ts'

const text = new TextDecoder().decode(stylesheet.bytes)

async function served(path: string): Promise<Response> {
  return await assets.request(path)
}

describe('what a browser loads', () => {
  test('is at most 10 kB of style and 10 kB of script, gzipped', async () => {
    expect(gzipSync(stylesheet.bytes, { level: 9 }).length).toBeLessThanOrEqual(10_000)
    const script = new Uint8Array(await (await served(scriptHref)).arrayBuffer())
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(10_000)
  })

  test('may be kept for ever, because its address changes with it', async () => {
    for (const path of [
      styleHref,
      scriptHref,
      fontHref('latin'),
      fontHref('latin-ext'),
      fontHref('cyrillic'),
    ]) {
      const answer = await served(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(path).toMatch(/\.[\w-]{10}\.(css|js|woff2)$/)
    }
    expect((await served('/assets/style.css')).status).toBe(404)
  })

  test('comes from nowhere else', () => {
    for (const [, address] of text.matchAll(/url\(([^)]*)\)/g)) expect(address).toMatch(/^"?\/assets\//)
    expect(text).not.toContain('@import')
  })

  test('is understood by phones that get no more updates', () => {
    expect(text).not.toContain('light-dark(')
    expect(text).not.toContain('color-mix(')
    // Nested rules.
    expect(text).not.toMatch(/[{;]\s*&/)
  })
})

function tokens(declarations: string): Map<string, string> {
  return new Map(
    [...declarations.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
}

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

describe.each([
  ['light', lightTokens],
  ['dark', darkTokens],
])('the %s colours', (_, declarations) => {
  const colours = tokens(declarations)
  const pair = (a: string, b: string) => contrast(colours.get(a) ?? '#000', colours.get(b) ?? '#000')

  test('let letters be read', () => {
    for (const ground of ['ground', 'surface', 'honey-soft', 'spruce-soft']) {
      for (const ink of ['ink', 'ink-2'])
        expect(pair(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    for (const [ink, ground] of [
      ['spruce', 'ground'],
      ['spruce', 'surface'],
      ['spruce', 'honey-soft'],
      ['spruce', 'spruce-soft'],
      ['on-spruce', 'spruce'],
      ['on-spruce', 'spruce-2'],
      ['on-honey', 'honey'],
      ['sky', 'surface'],
      ['sky', 'sky-soft'],
      ['mist', 'mist-soft'],
      ['rowan', 'surface'],
      ['rowan', 'rowan-soft'],
    ] as const) {
      expect(pair(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('let controls and focus be seen', () => {
    for (const mark of ['line-2', 'focus']) {
      for (const ground of ['ground', 'surface']) {
        expect(pair(mark, ground), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })
})
