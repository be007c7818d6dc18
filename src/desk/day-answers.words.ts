import { words } from '../platform/words.ts'

export const dayAnswersWords = words(
  {
    title: 'Lugemata vastused',
    lead: 'Loe need ühe korraga läbi. Kes vajab kõnet, selle juures ava leht ja kirjuta, mis sai kokku lepitud.',
    open: 'Ava leht',
    all: 'Kõik need on loetud',
    noted: 'Vastused on loetud.',
    more: (n: number) => `Seejärel tulevad järgmised, kokku on ootel ${n} inimese vastused.`,
    none: { title: 'Kõik vastused on loetud', text: 'Uued ilmuvad siia, kui keegi vastab.' },
    back: 'Minu päev',
    fromDay: (n: number) => `Loe ühe korraga, ootel on ${n} inimese vastused`,
  },
  {
    en: {
      title: 'Answers to read',
      lead: 'Read them in one go. Where somebody needs a call, open their page and write down what was agreed.',
      open: 'Open the page',
      all: 'I have read all of these',
      noted: 'The answers are read.',
      more: (n) => `Then come the next ones; the answers of ${n} people are waiting in all.`,
      none: { title: 'All answers are read', text: 'New ones appear here when somebody answers.' },
      back: 'My day',
      fromDay: (n) => `Read the answers of ${n} people in one go`,
    },
    ru: {
      title: 'Непрочитанные ответы',
      lead: 'Прочитайте их за один раз. Если кому-то нужен звонок, откройте страницу человека и запишите, о чём договорились.',
      open: 'Открыть страницу',
      all: 'Всё это прочитано',
      noted: 'Ответы прочитаны.',
      more: (n) => `Затем появятся следующие. Всего людей, чьи ответы ждут: ${n}.`,
      none: { title: 'Все ответы прочитаны', text: 'Новые появятся здесь, когда кто-нибудь ответит.' },
      back: 'Мой день',
      fromDay: (n) => `Прочитать все ответы за один раз (людей: ${n})`,
    },
  },
)
