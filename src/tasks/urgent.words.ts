import { words } from '../platform/words.ts'

/** That somebody asked to be called, and until when we promised: no name, and no word that says what this house is for. */
export const urgentWords = words(
  {
    subject: {
      asked: 'Tugevus: palutakse helistada',
      soon: 'Tugevus: palutakse helistada, aeg hakkab täis saama',
      late: 'Tugevus: palutakse helistada, lubatud aeg on möödas',
    },
    what: {
      asked: 'Keegi palus endale helistada.',
      soon: 'Keegi palus endale helistada ja ootab veel.',
      late: 'Keegi palus endale helistada ja ootab veel. Lubatud aeg on möödas, sellepärast kirjutame sulle.',
    },
    instead: 'Kolleeg, kelle hooleks see on, on ära. Palun helista sina.',
    promise: (day: string, time: string) => `Lubasime helistada hiljemalt: ${day}, kell\u00a0${time}.`,
    done: 'Kui kõne on kirja pandud, me enam ei tuleta meelde.',
    open: 'Vaata, kellele helistada',
    why: 'See kiri tuleb alati, kui keegi palub helistada.',
    change: 'Muuda teavitusi',
    sms: {
      asked: 'Tugevus: keegi palus endale helistada.',
      soon: 'Tugevus: keegi palus endale helistada ja ootab veel.',
      late: 'Tugevus: keegi palus endale helistada ja ootab veel. Lubatud aeg on möödas.',
    },
    smsPromise: (day: string, time: string) => `Lubatud hiljemalt ${day} kell ${time}.`,
  },
  {
    en: {
      subject: {
        asked: 'Tugevus: a call is asked for',
        soon: 'Tugevus: a call is asked for, time is running out',
        late: 'Tugevus: a call is asked for, the promised time is over',
      },
      what: {
        asked: 'Somebody asked to be called.',
        soon: 'Somebody asked to be called and is still waiting.',
        late: 'Somebody asked to be called and is still waiting. The promised time is over: that is why we write to you.',
      },
      instead: 'The colleague who would do it is away. Please make the call yourself.',
      promise: (day, time) => `We promised to call by: ${day}, ${time}.`,
      done: 'Once the call is written down we stop reminding.',
      open: 'See whom to call',
      why: 'This mail always comes when somebody asks to be called.',
      change: 'Change notifications',
      sms: {
        asked: 'Tugevus: somebody asked to be called.',
        soon: 'Tugevus: somebody asked to be called and is still waiting.',
        late: 'Tugevus: somebody asked to be called and is still waiting. The time is over.',
      },
      smsPromise: (day, time) => `Promised by ${day}, ${time}.`,
    },
    ru: {
      subject: {
        asked: 'Tugevus: просят позвонить',
        soon: 'Tugevus: просят позвонить, время на исходе',
        late: 'Tugevus: просят позвонить, обещанное время прошло',
      },
      what: {
        asked: 'Один человек просит ему позвонить.',
        soon: 'Один человек просит ему позвонить и ещё ждёт.',
        late: 'Один человек просил ему позвонить и ещё ждёт. Обещанное время прошло, поэтому мы пишем вам.',
      },
      instead: 'Коллеги, который этим занимается, нет на месте. Пожалуйста, позвоните вы.',
      promise: (day, time) => `Мы обещали позвонить не позже: ${day}, ${time}.`,
      done: 'Когда звонок будет записан, мы перестанем напоминать.',
      open: 'Посмотреть, кому позвонить',
      why: 'Это письмо приходит всегда, когда кто-то просит позвонить.',
      change: 'Изменить уведомления',
      sms: {
        asked: 'Tugevus: просят позвонить.',
        soon: 'Tugevus: просят позвонить, человек ещё ждёт.',
        late: 'Tugevus: просят позвонить, время прошло.',
      },
      smsPromise: (day, time) => `Обещали до ${day}, ${time}.`,
    },
  },
)
