import { publicWords } from '../platform/words.ts'

/** What the desk's places are called in the menu, which stands around pages of every language. */
export const menuWords = publicWords(
  {
    day: 'Minu päev',
    developing: 'Minu töö',
    calendar: 'Kalender',
    people: 'Inimesed',
    away: 'Kes on ära',
    me: 'Minu leht',
  },
  {
    en: {
      day: 'My day',
      developing: 'My work',
      calendar: 'Calendar',
      people: 'People',
      away: 'Who is away',
      me: 'My page',
    },
    ru: {
      day: 'Мой день',
      developing: 'Моя работа',
      calendar: 'Календарь',
      people: 'Люди',
      away: 'Кто отсутствует',
      me: 'Моя страница',
    },
    fi: {
      day: 'Päiväni',
      developing: 'Työni',
      calendar: 'Kalenteri',
      people: 'Ihmiset',
      away: 'Ketkä ovat poissa',
      me: 'Oma sivu',
    },
    nb: {
      day: 'Min dag',
      developing: 'Mitt arbeid',
      calendar: 'Kalender',
      people: 'Mennesker',
      away: 'Hvem er borte',
      me: 'Min side',
    },
  },
)
