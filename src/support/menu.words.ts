import { publicWords } from '../platform/words.ts'

/** How bringing a list is called in the menu, which stands around pages of every language. */
export const menuWords = publicWords(
  { import: 'Too nimekiri' },
  {
    en: { import: 'Bring a list' },
    ru: { import: 'Загрузить список' },
    fi: { import: 'Tuo luettelo' },
    nb: { import: 'Hent inn en liste' },
  },
)
