import { publicWords } from '../platform/words.ts'

/** What the administrator's and the head's places are called in the menu, which stands around pages of every language. */
export const menuWords = publicWords(
  { admin: 'Haldus', organisation: 'Organisatsioon' },
  {
    en: { admin: 'Administration', organisation: 'Organisation' },
    ru: { admin: 'Управление', organisation: 'Организация' },
    fi: { admin: 'Hallinta', organisation: 'Organisaatio' },
    nb: { admin: 'Administrasjon', organisation: 'Organisasjon' },
  },
)
