import { words } from '../platform/words.ts'

/** The file's name, which may lie about on a shared computer: it says nothing of what it is about. */
export const takeWords = words(
  { file: 'minu-andmed' },
  { en: { file: 'my-data' }, ru: { file: 'moi-dannye' } },
)
