/** `npm start`. */
import { isForOperator } from './for-operator.ts'

try {
  // Loaded here and not above, because content is read while loading: a broken file of it gets one clear line too.
  const { startPlatform } = await import('./start.ts')
  process.exitCode = await startPlatform(process.env)
} catch (error) {
  console.error(isForOperator(error) ? error.message : error)
  process.exitCode = 1
}
