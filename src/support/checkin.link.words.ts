import { words } from '../platform/words.ts'

/** The check-in by a link, around the questions: for somebody without an account. It says nothing about whoever opened it. */
export const linkCheckinWords = words(
  {
    readers: 'sinu koordinaator ja organisatsiooni juht',
    once: 'See link töötab ühe korra. Sinu kohta see leht midagi ei näita.',
    close: 'Selle lehe võid nüüd sulgeda. Järgmiseks korraks on uus link.',
    already: {
      title: 'Vastus on juba kohal',
      lead: 'Saime selle kätte, teist korda pole vaja saata.',
      call: (when: string) => `Kui palusid helistada, helistatakse sulle ${when}.`,
      change: 'Kui tahad midagi muuta või lisada, helista oma koordinaatorile.',
    },
    over: {
      title: 'See link ei tööta',
      lead: 'Iga link töötab ühe korra ja mõne päeva. Kui oled siit juba vastanud, on vastus kohal.',
      what: 'Mida saad teha',
      steps: [
        'Kui sul on oma leht, logi sisse ja anna endast märku seal.',
        'Muidu helista oma koordinaatorile. Põhjust pole vaja, piisab sellest, et helistad.',
        'Kui kirjutasid aadressi paberilt, vaata üle, kas kõik tähed ja numbrid on õiged.',
      ],
      signIn: 'Logi sisse',
    },
  },
  {
    en: {
      readers: 'your coordinator and the head of the organisation',
      once: 'This link works once. This page shows nothing about you.',
      close: 'You can close this page now. For the next time there is a new link.',
      already: {
        title: 'Your answer has arrived already',
        lead: 'We have it; there is no need to send it again.',
        call: (when) => `If you asked for a call, you will be called ${when}.`,
        change: 'If you want to change or add something, call your coordinator.',
      },
      over: {
        title: 'This link does not work',
        lead: 'Each link works once, and for some days. If you have answered from here, your answer has arrived.',
        what: 'What you can do',
        steps: [
          'If you have a page of your own, sign in and check in there.',
          'Otherwise call your coordinator. You need no reason; calling is enough.',
          'If you typed the address from paper, look whether all letters and digits are right.',
        ],
        signIn: 'Sign in',
      },
    },
    ru: {
      readers: 'ваш координатор и руководитель организации',
      once: 'Эта ссылка срабатывает один раз. О вас эта страница ничего не показывает.',
      close: 'Страницу можно закрыть. В следующий раз будет новая ссылка.',
      already: {
        title: 'Ваш ответ уже у нас',
        lead: 'Мы его получили, отправлять ещё раз не нужно.',
        call: (when) => `Если вы просили о звонке, вам позвонят ${when}.`,
        change: 'Если хотите что-то изменить или добавить, позвоните своему координатору.',
      },
      over: {
        title: 'Эта ссылка не работает',
        lead: 'Каждая ссылка срабатывает один раз и действует несколько дней. Если вы уже ответили отсюда, ответ у нас.',
        what: 'Что можно сделать',
        steps: [
          'Если у вас есть своя страница, войдите и дайте о себе знать там.',
          'Иначе позвоните своему координатору. Повод не нужен, достаточно позвонить.',
          'Если вы набирали адрес с бумаги, проверьте, все ли буквы и цифры верны.',
        ],
        signIn: 'Войти',
      },
    },
  },
)
