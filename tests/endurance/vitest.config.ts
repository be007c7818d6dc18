import { defineConfig } from 'vitest/config'
import suite from '../../vitest.config.ts'

/** What takes too long for every run: `npx vitest run --config tests/endurance/vitest.config.ts`. */
export default defineConfig({
  ...suite,
  test: { ...suite.test, include: ['tests/endurance/**/*.test.ts'], exclude: [] },
})
