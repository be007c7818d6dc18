import { words } from '../platform/words.ts'

export const findWords = words(
  {
    label: 'Nimi, kood või telefon',
    found: (text: string) => `Otsing: ${text}`,
    old: 'Otsing on aegunud. Otsi uuesti.',
  },
  {
    en: {
      label: 'Name, code or telephone',
      found: (text) => `Search: ${text}`,
      old: 'The search has expired. Please search again.',
    },
    ru: {
      label: 'Имя, код или телефон',
      found: (text) => `Поиск: ${text}`,
      old: 'Срок поиска истёк. Поищите ещё раз.',
    },
  },
)
