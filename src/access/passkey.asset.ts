/** The script of the pages that make or show a passkey, bundled with the library's browser half. */
import { buildSync } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { asset } from '../platform/asset.ts'
import { serveAsset } from '../platform/assets.ts'

const built = buildSync({
  entryPoints: [fileURLToPath(new URL('./passkey.script.js', import.meta.url))],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: ['safari15.6', 'chrome109', 'firefox115'],
  legalComments: 'none',
})

export const passkeyScript = serveAsset(
  asset('passkey', 'js', 'text/javascript; charset=utf-8', built.outputFiles[0]?.text ?? ''),
)
