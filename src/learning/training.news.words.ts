import { plural, publicWords } from '../platform/words.ts'

const ruPeople = (n: number) =>
  plural('ru', n, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })

/** What is told about days of trainings: by mail, where one begins the day, and in one's calendar. */
export const trainingNewsWords = publicWords(
  {
    mail: {
      cancelled: {
        subject: 'Tugevus: koolitus jääb ära',
        text: 'Koolitus, kuhu olid end kirja pannud, jääb ära:',
        more: 'Võib-olla on koolitusel teisi päevi.',
        open: 'Vaata koolitust',
      },
      'moved-up': {
        subject: 'Tugevus: koolitusel on sulle koht',
        text: 'Keegi loobus ja koht, mida ootasid, on nüüd sinu:',
        more: 'Kui sa tulla ei saa, loobu kohast samal lehel: siis saab selle järgmine.',
        open: 'Vaata päeva',
      },
      asked: {
        subject: 'Tugevus: kas koolitusest on kasu olnud?',
        text: 'Käisid koolitusel. Ütle, kas oled seal õpitut kasutanud:',
        more: 'Vastamine võtab minuti. Sinu vastust ei näe keegi, näidatakse ainult arve.',
        open: 'Vasta',
      },
      why: 'Said selle kirja, sest panid end koolitusele kirja.',
    },
    notice: {
      comes: {
        today: (title: string, hours: string, place: string) =>
          `Täna: koolitus „${title}“, ${hours}, ${place}.`,
        tomorrow: (title: string, hours: string, place: string) =>
          `Homme: koolitus „${title}“, ${hours}, ${place}.`,
      },
      gives: {
        today: (title: string, hours: string, place: string) =>
          `Täna annad koolitust „${title}“, ${hours}, ${place}.`,
        tomorrow: (title: string, hours: string, place: string) =>
          `Homme annad koolitust „${title}“, ${hours}, ${place}.`,
      },
      movedUp: (title: string, when: string) => `Sulle vabanes koht: „${title}“, ${when}.`,
      cancelled: (title: string, when: string) => `Jääb ära: „${title}“, ${when}.`,
    },
    toDay: 'Vaata päeva',
    calendar: { comes: 'Koolitus', gives: 'Koolitus, mida annad' },
    cancel: {
      title: 'Kas jätta päev ära?',
      told: (n: number) =>
        n === 0
          ? 'Keegi ei ole kirjas. Päeva tagasi võtta ei saa, aga võid lisada uue.'
          : n === 1
            ? 'Kirja saab 1 inimene, kes on kirjas. Seda tagasi võtta ei saa.'
            : `Kirja saavad kõik ${n} inimest, kes on kirjas või ootavad. Seda tagasi võtta ei saa.`,
      past: 'See päev on möödas: kirja ei saa keegi.',
      yes: 'Jäta päev ära',
      no: 'Ei, päev jääb',
      done: (n: number) =>
        n === 0
          ? 'Päev on ära jäetud.'
          : n === 1
            ? 'Päev on ära jäetud. Kiri läheb 1 inimesele.'
            : `Päev on ära jäetud. Kiri läheb ${n} inimesele.`,
    },
  },
  {
    en: {
      mail: {
        cancelled: {
          subject: 'Tugevus: a training is cancelled',
          text: 'A training that you had signed up for is cancelled:',
          more: 'The training may have other days.',
          open: 'See the training',
        },
        'moved-up': {
          subject: 'Tugevus: there is a seat for you at a training',
          text: 'Somebody withdrew, and the seat that you were waiting for is now yours:',
          more: 'If you cannot come, give the seat back on the same page: the next one gets it.',
          open: 'See the day',
        },
        asked: {
          subject: 'Tugevus: has the training been of use?',
          text: 'You were at a training. Tell us whether you have used what you learnt there:',
          more: 'It takes a minute. Nobody sees your answer, only numbers are shown.',
          open: 'Answer',
        },
        why: 'You get this mail because you signed up for a training.',
      },
      notice: {
        comes: {
          today: (title, hours, place) => `Today: the training “${title}”, ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `Tomorrow: the training “${title}”, ${hours}, ${place}.`,
        },
        gives: {
          today: (title, hours, place) => `Today you give the training “${title}”, ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `Tomorrow you give the training “${title}”, ${hours}, ${place}.`,
        },
        movedUp: (title, when) => `A seat has become yours: “${title}”, ${when}.`,
        cancelled: (title, when) => `Cancelled: “${title}”, ${when}.`,
      },
      toDay: 'See the day',
      calendar: { comes: 'Training', gives: 'Training that you give' },
      cancel: {
        title: 'Cancel this day?',
        told: (n) =>
          n === 0
            ? 'Nobody has signed up. The day cannot be brought back, but you can add another one.'
            : n === 1
              ? 'The one person on the list gets a mail. That cannot be taken back.'
              : `All ${n} people who are on the list or wait get a mail. That cannot be taken back.`,
        past: 'This day has passed: nobody gets a mail.',
        yes: 'Cancel the day',
        no: 'No, keep the day',
        done: (n) =>
          n === 0
            ? 'The day is cancelled.'
            : `The day is cancelled. ${n} ${plural('en', n, { one: 'person gets', other: 'people get' })} a mail.`,
      },
    },
    ru: {
      mail: {
        cancelled: {
          subject: 'Tugevus: тренинг отменён',
          text: 'Обучение, на которое вы записались, отменено:',
          more: 'Возможно, у тренинга есть другие дни.',
          open: 'Посмотреть тренинг',
        },
        'moved-up': {
          subject: 'Tugevus: для вас есть место на тренинге',
          text: 'Кто-то отказался, и место, которого вы ждали, теперь ваше:',
          more: 'Если вы не сможете прийти, откажитесь от места на той же странице: его получит следующий.',
          open: 'Посмотреть день',
        },
        asked: {
          subject: 'Tugevus: пригодился ли тренинг?',
          text: 'Вы были на тренинге. Скажите, применяли ли вы то, чему научились:',
          more: 'Это займёт минуту. Вашего ответа никто не видит, показываем только числа.',
          open: 'Ответить',
        },
        why: 'Вы получили это письмо, потому что записались на тренинг.',
      },
      notice: {
        comes: {
          today: (title, hours, place) => `Сегодня: тренинг «${title}», ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `Завтра: тренинг «${title}», ${hours}, ${place}.`,
        },
        gives: {
          today: (title, hours, place) => `Сегодня вы проводите тренинг «${title}», ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `Завтра вы проводите тренинг «${title}», ${hours}, ${place}.`,
        },
        movedUp: (title, when) => `Для вас освободилось место: «${title}», ${when}.`,
        cancelled: (title, when) => `Отменено: «${title}», ${when}.`,
      },
      toDay: 'Посмотреть день',
      calendar: { comes: 'Обучение', gives: 'Обучение, которое вы проводите' },
      cancel: {
        title: 'Отменить этот день?',
        told: (n) =>
          n === 0
            ? 'Никто не записан. Вернуть день нельзя, но можно добавить новый.'
            : `Письмо получат все, кто записан или ждёт: ${n} ${ruPeople(n)}. Отменить это нельзя.`,
        past: 'Этот день прошёл: писем никто не получит.',
        yes: 'Отменить день',
        no: 'Нет, оставить день',
        done: (n) => (n === 0 ? 'День отменён.' : `День отменён. Письмо получит ${n} ${ruPeople(n)}.`),
      },
    },
    fi: {
      mail: {
        cancelled: {
          subject: 'Tugevus: koulutus on peruttu',
          text: 'Koulutus, johon ilmoittauduit, on peruttu:',
          more: 'Koulutuksella voi olla muita päiviä.',
          open: 'Katso koulutusta',
        },
        'moved-up': {
          subject: 'Tugevus: sinulle on paikka koulutuksessa',
          text: 'Joku perui, ja paikka, jota jonotit, on nyt sinun:',
          more: 'Jos et pääse tulemaan, luovu paikasta samalla sivulla: seuraava saa sen.',
          open: 'Katso päivää',
        },
        asked: {
          subject: 'Tugevus: onko koulutuksesta ollut hyötyä?',
          text: 'Olit koulutuksessa. Kerro, oletko käyttänyt siellä oppimaasi:',
          more: 'Vastaaminen vie minuutin. Kukaan ei näe vastaustasi, vain lukuja näytetään.',
          open: 'Vastaa',
        },
        why: 'Sait tämän viestin, koska ilmoittauduit koulutukseen.',
      },
      notice: {
        comes: {
          today: (title, hours, place) => `Tänään: koulutus ”${title}”, ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `Huomenna: koulutus ”${title}”, ${hours}, ${place}.`,
        },
        gives: {
          today: (title, hours, place) => `Tänään pidät koulutuksen ”${title}”, ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `Huomenna pidät koulutuksen ”${title}”, ${hours}, ${place}.`,
        },
        movedUp: (title, when) => `Sinulle vapautui paikka: ”${title}”, ${when}.`,
        cancelled: (title, when) => `Peruttu: ”${title}”, ${when}.`,
      },
      toDay: 'Katso päivää',
      calendar: { comes: 'Koulutus', gives: 'Koulutus, jonka pidät' },
      cancel: {
        title: 'Perutaanko tämä päivä?',
        told: (n) =>
          n === 0
            ? 'Kukaan ei ole ilmoittautunut. Päivää ei saa takaisin, mutta voit lisätä uuden.'
            : n === 1
              ? 'Listalla oleva henkilö saa viestin. Sitä ei voi perua.'
              : `Kaikki ${n} listalla tai jonossa olevaa saavat viestin. Sitä ei voi perua.`,
        past: 'Tämä päivä on ohi: kukaan ei saa viestiä.',
        yes: 'Peru päivä',
        no: 'Ei, päivä pidetään',
        done: (n) =>
          n === 0
            ? 'Päivä on peruttu.'
            : n === 1
              ? 'Päivä on peruttu. 1 henkilö saa viestin.'
              : `Päivä on peruttu. ${n} henkilöä saa viestin.`,
      },
    },
    nb: {
      mail: {
        cancelled: {
          subject: 'Tugevus: et kurs er avlyst',
          text: 'Et kurs du hadde meldt deg på, er avlyst:',
          more: 'Kurset kan ha andre dager.',
          open: 'Se kurset',
        },
        'moved-up': {
          subject: 'Tugevus: det er plass til deg på et kurs',
          text: 'Noen meldte seg av, og plassen du ventet på, er nå din:',
          more: 'Kan du ikke komme, gi fra deg plassen på samme side: da får den neste den.',
          open: 'Se dagen',
        },
        asked: {
          subject: 'Tugevus: har kurset vært til nytte?',
          text: 'Du var på et kurs. Fortell om du har brukt det du lærte der:',
          more: 'Det tar et minutt. Ingen ser svaret ditt, bare tall vises.',
          open: 'Svar',
        },
        why: 'Du får denne e-posten fordi du meldte deg på et kurs.',
      },
      notice: {
        comes: {
          today: (title, hours, place) => `I dag: kurset «${title}», ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `I morgen: kurset «${title}», ${hours}, ${place}.`,
        },
        gives: {
          today: (title, hours, place) => `I dag holder du kurset «${title}», ${hours}, ${place}.`,
          tomorrow: (title, hours, place) => `I morgen holder du kurset «${title}», ${hours}, ${place}.`,
        },
        movedUp: (title, when) => `Du har fått en plass: «${title}», ${when}.`,
        cancelled: (title, when) => `Avlyst: «${title}», ${when}.`,
      },
      toDay: 'Se dagen',
      calendar: { comes: 'Kurs', gives: 'Kurs som du holder' },
      cancel: {
        title: 'Avlyse denne dagen?',
        told: (n) =>
          n === 0
            ? 'Ingen er påmeldt. Dagen kan ikke hentes tilbake, men du kan legge til en ny.'
            : n === 1
              ? 'Den ene som står på listen, får en e-post. Det kan ikke gjøres om.'
              : `Alle ${n} som er påmeldt eller venter, får en e-post. Det kan ikke gjøres om.`,
        past: 'Denne dagen er over: ingen får e-post.',
        yes: 'Avlys dagen',
        no: 'Nei, dagen blir holdt',
        done: (n) =>
          n === 0
            ? 'Dagen er avlyst.'
            : `Dagen er avlyst. ${n} ${n === 1 ? 'person' : 'personer'} får e-post.`,
      },
    },
  },
)
