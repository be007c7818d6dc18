import { words } from '../platform/words.ts'
import { counted, ruPeople } from './count.words.ts'

export const meWords = words(
  {
    title: 'Minu leht',
    hello: (name: string) => `Tere, ${name}`,
    lead: 'Tore, et tulid.',
    step: {
      over: 'Järgmine samm',
      called: (when: string) => `Sulle helistatakse ${when}`,
      calledSoon: 'Sulle helistatakse',
      calledText: (name: string | null) =>
        name ? `Palve on kohal. Helistab ${name} või tema asendaja.` : 'Palve on kohal.',
      checkup: (when: string) => `${when}: vestlus`,
      checkupNow: 'Aeg rääkida',
      checkupText: (name: string | null) =>
        name
          ? `${name} võtab sinuga ühendust. Räägite, kuidas läheb ja mis aitaks.`
          : 'Sinuga võetakse ühendust. Räägite, kuidas läheb ja mis aitaks.',
      asked: 'Varsti võetakse sinuga ühendust',
      askedText: (name: string | null) =>
        name
          ? `${name} küsib, kas jätkutugi sulle sobib. Sina otsustad.`
          : 'Sinult küsitakse, kas jätkutugi sulle sobib. Sina otsustad.',
      paused: 'Praegu on paus',
      pausedUntil: (when: string) => `Paus, jätkame ${when}`,
      pausedText: 'Pausi ajal ei küsi keegi midagi. Kui tahad varem rääkida, siis helista või jätka.',
      resume: 'Jätka või muuda',
      ended: 'Jätkutugi on lõpetatud',
      endedText: 'Uks on lahti. Kui tahad jälle alustada, saad seda teha siin.',
      again: 'Alusta uuesti',
      none: 'Praegu ei ole midagi ees',
      noneText: 'Kui tahad rääkida, anna endast märku või helista.',
    },
    checkin: {
      title: 'Anna endast märku',
      open: (last: string) =>
        `Kolm küsimust, umbes minut. Vasta neile, millele tahad. Ootame ${last}, hiljem sobib ka.`,
      openLonger: (last: string) =>
        `Täna veidi rohkem küsimusi, umbes kolm minutit. Vasta neile, millele tahad. Ootame ${last}, hiljem sobib ka.`,
      until: (when: string) => `kuni ${when}`,
      today: 'täna',
      closed:
        'Praegu ei pea vastama. Kui tahad midagi öelda või soovid, et sulle helistataks, saad seda teha kohe.',
      last: (when: string) => `Viimati andsid endast märku ${when}.`,
      begin: 'Alusta',
      beginNow: 'Ütle kohe',
    },
    people: {
      title: 'Sinu inimesed',
      coordinator: 'koordinaator',
      covered: (name: string, until: string) =>
        until === ''
          ? `Praegu vastab sulle tema asemel ${name}.`
          : `Tema asemel vastab sulle ${until} ${name}.`,
      none: 'Sinu koordinaator ei ole veel kirjas.',
      call: 'Palu, et sulle helistataks',
      trusted: 'Kellelt küsida, kui sind kätte ei saa',
    },
    curve: {
      title: 'Sinu kaheksa nädalat',
      last: (when: string, parts: string) => `Viimati ${when}: ${parts}.`,
    },
    data: {
      title: 'Sinu andmed',
      looked: (n: number) =>
        n === 0
          ? 'Sel kuul ei ole keegi vaadanud'
          : n === 1
            ? 'Sel kuul vaatas su andmeid üks inimene'
            : `Sel kuul vaatas su andmeid ${counted('et', n)} inimest`,
      pause: 'Tee paus, muuda või lõpeta',
      take: 'Võta oma andmed kaasa',
      erase: 'Kustuta oma andmed',
    },
    notYet: {
      title: 'Sinu leht ei ole veel valmis',
      lead: 'Räägi oma koordinaatoriga: ta saab selle avada.',
    },
  },
  {
    en: {
      title: 'My page',
      hello: (name) => `Hello, ${name}`,
      lead: 'Good that you came.',
      step: {
        over: 'Next step',
        called: (when) => `You will be called ${when}`,
        calledSoon: 'You will be called',
        calledText: (name) =>
          name
            ? `Your request has arrived. ${name} calls, or somebody standing in.`
            : 'Your request has arrived.',
        checkup: (when) => `${when}: a check-up`,
        checkupNow: 'Time to talk',
        checkupText: (name) =>
          name
            ? `${name} will get in touch. You talk about how things are and what would help.`
            : 'Somebody will get in touch. You talk about how things are and what would help.',
        asked: 'Somebody will get in touch soon',
        askedText: (name) =>
          name
            ? `${name} will ask whether continuing support suits you. You decide.`
            : 'You will be asked whether continuing support suits you. You decide.',
        paused: 'There is a pause now',
        pausedUntil: (when) => `A pause, we go on ${when}`,
        pausedText: 'During a pause nobody asks anything. If you want to talk earlier, call or go on.',
        resume: 'Go on or change it',
        ended: 'Continuing support has ended',
        endedText: 'The door is open. If you want to begin again, you can do it here.',
        again: 'Begin again',
        none: 'Nothing is ahead right now',
        noneText: 'If you want to talk, check in or call.',
      },
      checkin: {
        title: 'Check in',
        open: (last) =>
          `Three questions, about a minute. Answer those you want to. We wait ${last}; later is fine too.`,
        openLonger: (last) =>
          `A few more questions today, about three minutes. Answer those you want to. We wait ${last}; later is fine too.`,
        until: (when) => `until ${when}`,
        today: 'today',
        closed:
          'Nothing needs an answer now. If you want to say something, or to be called, you can do it at once.',
        last: (when) => `Your last check-in was ${when}.`,
        begin: 'Begin',
        beginNow: 'Say it now',
      },
      people: {
        title: 'Your people',
        covered: (name, until) =>
          until === ''
            ? `${name} answers you in their place now.`
            : `${name} answers you in their place ${until}.`,
        coordinator: 'coordinator',
        none: 'You have no coordinator here yet.',
        call: 'Ask to be called',
        trusted: 'Whom to ask if we cannot reach you',
      },
      curve: {
        title: 'Your eight weeks',
        last: (when, parts) => `Last time, ${when}: ${parts}.`,
      },
      data: {
        title: 'Your data',
        looked: (n) =>
          n === 0
            ? 'Nobody has looked this month'
            : n === 1
              ? 'One person looked at your data this month'
              : `${counted('en', n)} people looked at your data this month`,
        pause: 'Pause, change or stop',
        take: 'Take your data along',
        erase: 'Erase your data',
      },
      notYet: {
        title: 'Your page is not ready yet',
        lead: 'Talk to your coordinator, who can open it.',
      },
    },
    ru: {
      title: 'Моя страница',
      hello: (name) => `Здравствуйте, ${name}`,
      lead: 'Хорошо, что вы здесь.',
      step: {
        over: 'Следующий шаг',
        called: (when) => `Вам позвонят ${when}`,
        calledSoon: 'Вам позвонят',
        calledText: (name) =>
          name ? `Просьба получена. Позвонит ${name} или другой сотрудник.` : 'Просьба получена.',
        checkup: (when) => `${when}: беседа`,
        checkupNow: 'Пора поговорить',
        checkupText: (name) =>
          name
            ? `С вами свяжется ${name}. Вы поговорите о том, как дела и что могло бы помочь.`
            : 'С вами свяжутся. Вы поговорите о том, как дела и что могло бы помочь.',
        asked: 'Скоро с вами свяжутся',
        askedText: (name) =>
          name
            ? `${name} спросит, подходит ли вам последующая поддержка. Решаете вы.`
            : 'Вас спросят, подходит ли вам последующая поддержка. Решаете вы.',
        paused: 'Сейчас пауза',
        pausedUntil: (when) => `Пауза, продолжим ${when}`,
        pausedText:
          'Во время паузы никто ни о чём не спрашивает. Если захотите поговорить раньше, позвоните или прервите паузу.',
        resume: 'Продолжить или изменить',
        ended: 'Поддержка завершена',
        endedText: 'Дверь открыта. Если захотите начать снова, это можно сделать здесь.',
        again: 'Начать снова',
        none: 'Сейчас впереди ничего нет',
        noneText: 'Если захотите поговорить, дайте о себе знать или позвоните.',
      },
      checkin: {
        title: 'Дайте о себе знать',
        open: (last) =>
          `Три вопроса, около минуты. Отвечайте на те, на какие хотите. Ждём ${last}, позже тоже можно.`,
        openLonger: (last) =>
          `Сегодня вопросов немного больше, около трёх минут. Отвечайте на те, на какие хотите. Ждём ${last}, позже тоже можно.`,
        until: (when) => `до ${when}`,
        today: 'сегодня',
        closed:
          'Сейчас отвечать не нужно. Если хотите что-то сказать или попросить о звонке, это можно сделать сразу.',
        last: (when) => `В последний раз вы дали о себе знать ${when}.`,
        begin: 'Начать',
        beginNow: 'Сказать сейчас',
      },
      people: {
        title: 'Ваши люди',
        covered: (name, until) =>
          until === '' ? `Сейчас за вас отвечает ${name}.` : `За вас отвечает ${until} ${name}.`,
        coordinator: 'координатор',
        none: 'Ваш координатор пока не указан.',
        call: 'Попросить о звонке',
        trusted: 'Кого спросить, если с вами не связаться',
      },
      curve: {
        title: 'Ваши восемь недель',
        last: (when, parts) => `В последний раз, ${when}: ${parts}.`,
      },
      data: {
        title: 'Ваши данные',
        looked: (n) =>
          n === 0
            ? 'В этом месяце никто не смотрел'
            : `В этом месяце ваши данные смотрели: ${counted('ru', n)} ${ruPeople(n)}`,
        pause: 'Сделать паузу, изменить или завершить',
        take: 'Взять свои данные с собой',
        erase: 'Удалить свои данные',
      },
      notYet: {
        title: 'Ваша страница ещё не готова',
        lead: 'Поговорите со своим координатором: страницу открывает координатор.',
      },
    },
  },
)
