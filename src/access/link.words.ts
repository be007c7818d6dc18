import { words } from '../platform/words.ts'

export const linkWords = words(
  {
    title: 'Tere tulemast',
    lead: (organisation: string) => `Sinu uks on siin: ${organisation}.`,
    once: 'See aadress toimib ühe korra. Järgmisel korral sisene oma e-posti aadressiga.',
    enter: 'Sisene',
    over: 'See aadress enam ei toimi',
    overLead: 'Seda on juba kasutatud või on see aegunud. Sisene oma e-posti aadressiga või küsi uus kutse.',
  },
  {
    en: {
      title: 'Welcome',
      lead: (organisation) => `Your door is here: ${organisation}.`,
      once: 'This address works once. Next time, sign in with your e-mail address.',
      enter: 'Come in',
      over: 'This address no longer works',
      overLead:
        'It was used already, or its time is over. Sign in with your e-mail address, or ask for a new invitation.',
    },
    ru: {
      title: 'Добро пожаловать',
      lead: (organisation) => `Ваша дверь здесь: ${organisation}.`,
      once: 'Эта ссылка действует один раз. В следующий раз войдите по адресу электронной почты.',
      enter: 'Войти',
      over: 'Эта ссылка больше не действует',
      overLead:
        'Ею уже воспользовались, или её срок истёк. Войдите по электронной почте или попросите новое приглашение.',
    },
  },
)
