/** Around every test file. */
import { closeAfterFile } from './browser.ts'
import { dropAfterFile } from './database.ts'

closeAfterFile()
dropAfterFile()
