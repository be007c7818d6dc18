import { words } from '../platform/words.ts'

/** The mail to whoever answers for the house. Its subject is seen on locked screens. */
export const noticedWords = words(
  {
    subject: 'Kolleeg ei ole kohal',
    text: (name: string, since: string) =>
      `${name} ei ole alates ${since} sisse loginud ja tema inimestel on tähtajad möödas.`,
    toDo: 'Helista talle. Kui ta tööle ei tule, määra asendaja.',
    look: 'Vaata, kes on ära',
    noLead: 'Ka ühtegi juhti ei ole kohal. Palun võta ühendust juhiga või anna kellelegi juhi roll.',
  },
  {
    en: {
      subject: 'A colleague is not here',
      text: (name, since) =>
        `${name} has not signed in since ${since}, and their people’s tasks are past their day.`,
      toDo: 'Call them. If they are not coming to work, appoint a substitute.',
      look: 'See who is away',
      noLead: 'No head of the organisation is here either. Please reach one, or give somebody that role.',
    },
    ru: {
      subject: 'Коллеги нет на месте',
      text: (name, since) => `${name}: нет входа с ${since}, сроки по людям прошли.`,
      toDo: 'Позвоните. Если коллега не выйдет на работу, назначьте замещающего.',
      look: 'Посмотреть, кого нет',
      noLead:
        'Ни одного руководителя тоже нет на месте. Свяжитесь с руководителем или дайте кому-нибудь эту роль.',
    },
  },
)
