import { words } from '../platform/words.ts'

/** On the poster of a pulse. */
export const pulsePosterWords = words(
  {
    title: 'Mida sina arvad?',
    lead: (about: string, until: string) => `${about} · vastata saab ${until}`,
    how: 'Suuna telefoni kaamera ruudule või kirjuta aadress:',
    code: 'Kood',
    promise: 'Kaheksa küsimust, kaks minutit. Nime ei küsita, üksikut vastust ei näe keegi.',
    qr: 'Ruutkood, mis avab küsimused',
  },
  {
    en: {
      title: 'What do you think?',
      lead: (about: string, until: string) => `${about} · answers ${until}`,
      how: 'Point your telephone’s camera at the square, or write the address:',
      code: 'Code',
      promise: 'Eight questions, two minutes. No name is asked, and nobody sees a single answer.',
      qr: 'Square code that opens the questions',
    },
    ru: {
      title: 'Что думаете вы?',
      lead: (about: string, until: string) => `${about} · ответить можно ${until}`,
      how: 'Наведите камеру телефона на QR-код или введите адрес:',
      code: 'Код',
      promise: 'Восемь вопросов, две минуты. Имя не спрашивают, отдельный ответ не видит никто.',
      qr: 'QR-код, который открывает вопросы',
    },
  },
)
