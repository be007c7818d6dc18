/** `npm start`. */
import { isForOperator, startPlatform } from './start.ts'

try {
  process.exitCode = await startPlatform(process.env)
} catch (error) {
  console.error(isForOperator(error) ? error.message : error)
  process.exitCode = 1
}
