import { words } from '../platform/words.ts'

/** For anybody who answers, and on the poster. */
export const pulseAnswerWords = words(
  {
    title: 'Küsimused kogukonnale',
    codeLead: 'Kood on plakatil: kaheksa tähte.',
    code: 'Kood',
    codeHint: 'Suured ja väikesed tähed on samad, sidekriipsu võib ära jätta.',
    go: 'Edasi',
    codeErrors: {
      empty: 'Kirjuta kood',
      wrong: 'Selle koodiga ei saa praegu vastata. Vaata tähed üle; võib-olla on aeg läbi',
    },
    lead: 'Kaheksa küsimust, umbes kaks minutit. Vasta neile, millele tahad.',
    howTitle: 'Mis vastusest saab',
    how: [
      'Nime, aega ja seadet ei panda vastuse juurde kirja.',
      'Sinu vastust ei näe keegi eraldi.',
      'Näidatakse ainult keskmist, ja siis, kui vastajaid on vähemalt viis. Seejärel vastused kustutatakse.',
      'Saadetud vastust ei saa tagasi võtta: keegi ei tea, milline neist on sinu oma.',
    ],
    trustTitle: 'Inimesed üldiselt',
    distanceTitle: 'Üks inimene',
    skip: 'Jätan vastamata',
    send: 'Saada vastused',
    after: 'Usalduse küsimused: Euroopa sotsiaaluuringu järgi, oma sõnadega. Teised küsimused on meie omad.',
    errors: {
      nothing: 'Vasta vähemalt ühele küsimusele',
      scale: 'Vali number 0 kuni 10 või jäta vastamata',
      choice: 'Vali üks vastus või jäta vastamata',
    },
    done: {
      title: 'Aitäh',
      what: 'Vastused on kohal. Seda lehte võid nüüd kinni panna.',
      next: [
        'Vasta ainult üks kord: topeltvastust me ära ei tunne.',
        'Tulemust räägib kogukonnale selle arendaja või kontaktisik.',
      ] as string[],
    },
    over: {
      title: 'Siin ei saa praegu vastata',
      lead: 'Kood ei kehti, või on vastamise aeg läbi. Midagi ei salvestatud.',
      again: 'Kirjuta kood uuesti',
    },
    poster: {
      title: 'Mida sina arvad?',
      lead: (about: string, until: string) => `${about} · vastata saab ${until}`,
      how: 'Suuna telefoni kaamera ruudule või kirjuta aadress:',
      code: 'Kood',
      promise: 'Kaheksa küsimust, kaks minutit. Nime ei küsita, üksikut vastust ei näe keegi.',
      qr: 'Ruutkood, mis avab küsimused',
    },
  },
  {
    en: {
      title: 'Questions for the community',
      codeLead: 'The code stands on the poster: eight letters.',
      code: 'Code',
      codeHint: 'Capital and small letters are the same, and the hyphen can be left out.',
      go: 'Go on',
      codeErrors: {
        empty: 'Write the code',
        wrong: 'This code opens nothing now. Look at the letters again; perhaps the time is over',
      },
      lead: 'Eight questions, about two minutes. Answer those you want to.',
      howTitle: 'What becomes of your answer',
      how: [
        'No name, time or device is written down with your answer.',
        'Nobody sees your answer by itself.',
        'Only the mean is shown, and only if five people or more have answered. Then the answers are erased.',
        'An answer that is sent cannot be taken back: nobody knows which of them is yours.',
      ],
      trustTitle: 'People in general',
      distanceTitle: 'One person',
      skip: 'I leave this out',
      send: 'Send the answers',
      after:
        'The questions about trust follow the European Social Survey, in our own words. The others are ours.',
      errors: {
        nothing: 'Answer at least one question',
        scale: 'Choose a number from 0 to 10, or leave it out',
        choice: 'Choose one answer, or leave it out',
      },
      done: {
        title: 'Thank you',
        what: 'Your answers have arrived. You can close this page now.',
        next: [
          'Answer only once: we cannot tell when somebody answers twice.',
          'Your community hears the result from its developer or contact person.',
        ] as string[],
      },
      over: {
        title: 'Nothing can be answered here now',
        lead: 'The code is not valid, or the time for answers is over. Nothing was kept.',
        again: 'Write the code again',
      },
      poster: {
        title: 'What do you think?',
        lead: (about: string, until: string) => `${about} · answers ${until}`,
        how: 'Point your telephone’s camera at the square, or write the address:',
        code: 'Code',
        promise: 'Eight questions, two minutes. No name is asked, and nobody sees a single answer.',
        qr: 'Square code that opens the questions',
      },
    },
    ru: {
      title: 'Вопросы сообществу',
      codeLead: 'Код указан на плакате: восемь букв.',
      code: 'Код',
      codeHint: 'Буквы латинские. Большие и маленькие одинаковы, дефис можно не писать.',
      go: 'Дальше',
      codeErrors: {
        empty: 'Напишите код',
        wrong: 'По этому коду сейчас нельзя ответить. Проверьте буквы; возможно, срок прошёл',
      },
      lead: 'Восемь вопросов, около двух минут. Отвечайте на те, на которые хотите.',
      howTitle: 'Что будет с ответом',
      how: [
        'Имя, время и устройство вместе с ответом не записываются.',
        'Ваш ответ никто не видит отдельно.',
        'Показывают только среднее, и только если ответили хотя бы пять человек. Затем ответы удаляют.',
        'Отправленный ответ нельзя отозвать: никто не знает, какой из них ваш.',
      ],
      trustTitle: 'Люди вообще',
      distanceTitle: 'Один человек',
      skip: 'Не буду отвечать',
      send: 'Отправить ответы',
      after:
        'Вопросы о доверии составлены по Европейскому социальному исследованию нашими словами. Остальные вопросы наши.',
      errors: {
        nothing: 'Ответьте хотя бы на один вопрос',
        scale: 'Выберите число от 0 до 10 или оставьте без ответа',
        choice: 'Выберите один ответ или оставьте без ответа',
      },
      done: {
        title: 'Спасибо',
        what: 'Ответы получены. Эту страницу можно закрыть.',
        next: [
          'Отвечайте только один раз: повторный ответ мы не распознаем.',
          'О результате сообществу расскажет специалист по развитию или контактное лицо.',
        ] as string[],
      },
      over: {
        title: 'Здесь сейчас нельзя ответить',
        lead: 'Код не действует, или срок для ответов прошёл. Ничего не сохранено.',
        again: 'Написать код ещё раз',
      },
      poster: {
        title: 'Что думаете вы?',
        lead: (about: string, until: string) => `${about} · ответить можно ${until}`,
        how: 'Наведите камеру телефона на квадрат или введите адрес:',
        code: 'Код',
        promise: 'Восемь вопросов, две минуты. Имя не спрашивают, отдельный ответ не видит никто.',
        qr: 'Квадратный код, который открывает вопросы',
      },
    },
  },
)
