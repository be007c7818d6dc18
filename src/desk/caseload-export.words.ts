import { words } from '../platform/words.ts'

/** Names of files, in letters that every system keeps. */
export const exportWords = words({ file: 'nimekiri' }, { en: { file: 'list' }, ru: { file: 'spisok' } })
