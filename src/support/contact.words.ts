import { plural, words } from '../platform/words.ts'

export const contactWords = words(
  {
    title: 'Võta ühendust',
    asked: {
      title: 'Palus helistada',
      callBy: (when: string) => `Lubasime helistada ${when}.`,
      late: 'See aeg on möödas. Helista kohe ja ütle, et sul on kahju, et nii läks.',
      noWords: 'Sõnu ta juurde ei kirjutanud.',
    },
    silent: {
      title: 'Pole endast märku andnud',
      checkins: (n: number, days: string) =>
        n === 1 ? `Üks märguanne jäi tulemata: ${days}.` : `${n} märguannet jäi tulemata: ${days}.`,
      checkup: (date: string) => `Vestlus jäi pidamata: ${date}.`,
      means: 'Vaikus ei ütle muud, kui et on aeg ise ühendust võtta.',
      doesNot:
        'See ei tähenda libastumist ega huvi puudumist. Telefon võib olla katki, töö võib võtta kogu aja, jõud võib olla otsas.',
      begin:
        'Alusta lihtsalt: „Tere, mõtlesin sinu peale ja tahtsin kuulda, kuidas sul läheb.“ Tulemata jäänud märguande kohta aru ära küsi.',
    },
    unread: {
      title: 'Saatis vastuse, mida keegi pole veel lugenud',
      look: 'Loe vastust',
    },
    nothing: 'Praegu ei oota siin midagi. Ühendust võid ikka võtta.',
    form: {
      title: 'Pane kirja, mis juhtus',
      way: 'Kuidas?',
      reached: 'Kas ta vastas?',
      reachedYes: 'Jah',
      reachedNo: 'Ei vastanud',
      what: 'Mis juhtus?',
      whatHint: 'Paar lauset: kuidas tal läheb, mida pakkusid, milles kokku leppisite.',
      on: 'Millal?',
    },
    errors: {
      way: 'Vali, kuidas ühendust võtsid',
      reached: 'Vali, kas ta vastas',
      what: 'Kirjuta paar sõna sellest, mis juhtus',
      tooLong: 'Tee tekst lühemaks: siia mahub 5000 tähemärki',
    },
    closed: 'Kirjas. Siin ei oota enam midagi.',
    noted: 'Kirjas.',
  },
  {
    en: {
      title: 'Get in touch',
      asked: {
        title: 'Asked for a call',
        callBy: (when) => `We promised to call ${when}.`,
        late: 'That time has passed. Call now and say you are sorry it got late.',
        noWords: 'There were no words with it.',
      },
      silent: {
        title: 'Has not been heard from',
        checkins: (n, days) =>
          n === 1 ? `One check-in did not come: ${days}.` : `${n} check-ins did not come: ${days}.`,
        checkup: (date) => `A check-up was not held: ${date}.`,
        means: 'Silence says nothing but that it is time to get in touch yourself.',
        doesNot:
          'It does not mean a lapse, nor a lack of interest. The phone may be broken, work may take all the time, the strength may have run out.',
        begin:
          'Begin simply: “Hello, I was thinking of you and wanted to hear how you are.” Do not ask them to account for a check-in that did not come.',
      },
      unread: {
        title: 'Sent an answer that nobody has read yet',
        look: 'Read the answer',
      },
      nothing: 'Nothing is waiting here right now. You can get in touch all the same.',
      form: {
        title: 'Write down what happened',
        way: 'How?',
        reached: 'Did they answer?',
        reachedYes: 'Yes',
        reachedNo: 'No answer',
        what: 'What happened?',
        whatHint: 'A sentence or two: how they are, what you offered, what you agreed.',
        on: 'When?',
      },
      errors: {
        way: 'Choose how you got in touch',
        reached: 'Choose whether they answered',
        what: 'Write a few words about what happened',
        tooLong: 'Make the text shorter: there is room for 5000 characters',
      },
      closed: 'Noted. Nothing is waiting here any more.',
      noted: 'Noted.',
    },
    ru: {
      title: 'Свяжитесь с человеком',
      asked: {
        title: 'Просьба позвонить',
        callBy: (when) => `Мы обещали позвонить ${when}.`,
        late: 'Это время прошло. Позвоните сейчас и скажите, что вам жаль, что так вышло.',
        noWords: 'Слов к просьбе не было.',
      },
      silent: {
        title: 'Давно нет вестей',
        checkins: (n, days) =>
          `${plural('ru', n, { one: 'Не пришёл', few: 'Не пришли', many: 'Не пришло', other: 'Не пришли' })} ${n} ${plural('ru', n, { one: 'отклик', few: 'отклика', many: 'откликов', other: 'отклика' })}: ${days}.`,
        checkup: (date) => `Беседа не состоялась: ${date}.`,
        means: 'Молчание говорит только о том, что пора самим выйти на связь.',
        doesNot:
          'Это не значит, что был срыв или пропал интерес. Мог сломаться телефон, из-за работы могло не хватить времени, могло просто не остаться сил.',
        begin:
          'Начните просто: «Здравствуйте, я о вас думаю и хочу услышать, как вы». Не просите объяснять, почему отклика не было.',
      },
      unread: {
        title: 'Пришёл ответ, который ещё никто не прочитал',
        look: 'Прочитать ответ',
      },
      nothing: 'Сейчас здесь ничего не ждёт. Выйти на связь можно всё равно.',
      form: {
        title: 'Запишите, что было',
        way: 'Как?',
        reached: 'Был ли ответ?',
        reachedYes: 'Да',
        reachedNo: 'Не было',
        what: 'Что было?',
        whatHint: 'Пара предложений: как дела, что вы предложили, о чём договорились.',
        on: 'Когда?',
      },
      errors: {
        way: 'Выберите, как вы выходили на связь',
        reached: 'Выберите, был ли ответ',
        what: 'Напишите пару слов о том, что было',
        tooLong: 'Сократите текст: сюда помещается 5000 знаков',
      },
      closed: 'Записано. Здесь больше ничего не ждёт.',
      noted: 'Записано.',
    },
  },
)
