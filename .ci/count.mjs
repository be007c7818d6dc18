// Sums up what .ci/run has left in its folder: vitest's reports (*.json) and the marks *.passed and *.failed.
// Prints "N passed, N failed" and exits 1 unless all passed.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2]
const names = readdirSync(folder)
let passed = names.filter((name) => name.endsWith('.passed')).length
let failed = 0
const failing = []

for (const name of names.filter((found) => found.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  for (const file of report.testResults) {
    const tests = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of tests) failing.push(`${name}: ${file.name}: ${test.fullName}`)
    // A file that could not be loaded, or failed around its tests, has no failing test of its own.
    if (file.status === 'failed' && tests.length === 0) {
      failed += 1
      failing.push(`${name}: ${file.name}: ${file.message}`)
    }
  }
}
for (const name of names.filter((found) => found.endsWith('.failed'))) {
  // The mark of a test run only adds to its report where the report knows of no failure, such as an error outside of tests.
  const counted = failing.some((line) => line.startsWith(`${name.replace(/failed$/, 'json')}:`))
  if (counted) continue
  failed += 1
  failing.push(name.replace(/\.failed$/, ': failed'))
}

for (const line of failing) console.log(line)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
