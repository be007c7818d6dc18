import { words } from '../platform/words.ts'

/** What each role is called. */
export const roleWords = words(
  {
    coordinator: 'Koordinaator',
    lead: 'Juht',
    developer: 'Kogukonnaarendaja',
    host: 'Kogukonna kontaktisik',
    supporter: 'Tugiisik',
    participant: 'Osaleja',
    officer: 'Ametnik',
    mobility_lead: 'Õpirännete koordinaator',
    admin: 'Haldur',
  },
  {
    en: {
      coordinator: 'Coordinator',
      lead: 'Head of the organisation',
      developer: 'Community developer',
      host: 'Community contact',
      supporter: 'Support person',
      participant: 'Participant',
      officer: 'Officer',
      mobility_lead: 'Coordinator of mobilities',
      admin: 'Administrator',
    },
    ru: {
      coordinator: 'Координатор',
      lead: 'Руководитель',
      developer: 'Специалист по развитию',
      host: 'Контактное лицо сообщества',
      supporter: 'Опорное лицо',
      participant: 'Участник',
      officer: 'Должностное лицо',
      mobility_lead: 'Координатор учебных поездок',
      admin: 'Администратор',
    },
  },
)
