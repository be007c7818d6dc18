/** Around every test file. */
import { dropAfterFile } from './database.ts'

dropAfterFile()
