import { words } from '../platform/words.ts'

export const linkWords = words(
  {
    title: 'Tere tulemast',
    lead: (organisation: string) => `Siit pääsed sisse: ${organisation}.`,
    once: 'See link toimib ühe korra. Järgmisel korral sisene oma e-posti aadressiga.',
    enter: 'Sisene',
    over: 'See link enam ei toimi',
    overLead: 'Seda on juba kasutatud või on see aegunud. Sisene oma e-posti aadressiga või küsi uus kutse.',
  },
  {
    en: {
      title: 'Welcome',
      lead: (organisation) => `This is your way in: ${organisation}.`,
      once: 'This link works once. Next time, sign in with your e-mail address.',
      enter: 'Come in',
      over: 'This link no longer works',
      overLead:
        'It was used already, or its time is over. Sign in with your e-mail address, or ask for a new invitation.',
    },
    ru: {
      title: 'Добро пожаловать',
      lead: (organisation) => `Здесь ваш вход: ${organisation}.`,
      once: 'Эта ссылка действует один раз. В следующий раз войдите по адресу электронной почты.',
      enter: 'Войти',
      over: 'Эта ссылка больше не действует',
      overLead:
        'Ею уже воспользовались, или её срок истёк. Войдите по адресу электронной почты или попросите новое приглашение.',
    },
  },
)
