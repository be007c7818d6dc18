import { publicWords } from '../platform/words.ts'

/** For anybody who answers. */
export const pulseAnswerWords = publicWords(
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
        'Tulemusest räägib kogukonnale selle arendaja või kontaktisik.',
      ] as string[],
    },
    over: {
      title: 'Siin ei saa praegu vastata',
      lead: 'Kood ei kehti, või on vastamise aeg läbi. Midagi ei salvestatud.',
      again: 'Kirjuta kood uuesti',
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
      trustTitle: 'Люди в целом',
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
    },
    fi: {
      title: 'Kysymyksiä yhteisölle',
      codeLead: 'Koodi on julisteessa: kahdeksan kirjainta.',
      code: 'Koodi',
      codeHint: 'Isoilla ja pienillä kirjaimilla ei ole eroa, ja väliviivan voi jättää pois.',
      go: 'Jatka',
      codeErrors: {
        empty: 'Kirjoita koodi',
        wrong: 'Tällä koodilla ei voi nyt vastata. Tarkista kirjaimet; aika voi myös olla päättynyt',
      },
      lead: 'Kahdeksan kysymystä, noin kaksi minuuttia. Vastaa niihin, joihin haluat.',
      howTitle: 'Mitä vastauksellesi tapahtuu',
      how: [
        'Vastauksen yhteyteen ei kirjata nimeä, aikaa eikä laitetta.',
        'Kukaan ei näe vastaustasi erikseen.',
        'Vain keskiarvo näytetään, ja sekin vasta kun vastaajia on vähintään viisi. Sen jälkeen vastaukset poistetaan.',
        'Lähetettyä vastausta ei voi perua: kukaan ei tiedä, mikä niistä on sinun.',
      ],
      trustTitle: 'Ihmiset yleensä',
      distanceTitle: 'Yksi ihminen',
      skip: 'Jätän vastaamatta',
      send: 'Lähetä vastaukset',
      after:
        'Luottamuskysymykset on tehty Euroopan sosiaalitutkimuksen (European Social Survey) pohjalta, omin sanoin. Muut kysymykset ovat omiamme.',
      errors: {
        nothing: 'Vastaa ainakin yhteen kysymykseen',
        scale: 'Valitse luku 0–10 tai jätä vastaamatta',
        choice: 'Valitse yksi vastaus tai jätä vastaamatta',
      },
      done: {
        title: 'Kiitos',
        what: 'Vastaukset tulivat perille. Voit nyt sulkea tämän sivun.',
        next: [
          'Vastaa vain kerran: emme huomaa, jos joku vastaa kahdesti.',
          'Tuloksista kertoo yhteisölle yhteisökehittäjä tai yhteyshenkilö.',
        ],
      },
      over: {
        title: 'Tässä ei voi nyt vastata',
        lead: 'Koodi ei ole voimassa, tai vastausaika on päättynyt. Mitään ei tallennettu.',
        again: 'Kirjoita koodi uudelleen',
      },
    },
    nb: {
      title: 'Spørsmål til lokalsamfunnet',
      codeLead: 'Koden står på plakaten: åtte bokstaver.',
      code: 'Kode',
      codeHint: 'Store og små bokstaver er like, og bindestreken kan utelates.',
      go: 'Videre',
      codeErrors: {
        empty: 'Skriv koden',
        wrong: 'Med denne koden kan man ikke svare nå. Se over bokstavene; kanskje er tiden ute',
      },
      lead: 'Åtte spørsmål, omtrent to minutter. Svar på dem du vil.',
      howTitle: 'Hva som skjer med svaret ditt',
      how: [
        'Navn, tid og enhet skrives ikke ned sammen med svaret.',
        'Ingen får se det enkelte svaret.',
        'Bare gjennomsnittet vises, og bare når minst fem har svart. Deretter slettes svarene.',
        'Et sendt svar kan ikke trekkes tilbake: ingen vet hvilket som er ditt.',
      ],
      trustTitle: 'Folk i alminnelighet',
      distanceTitle: 'Ett menneske',
      skip: 'Jeg hopper over',
      send: 'Send svarene',
      after:
        'Spørsmålene om tillit følger Den europeiske samfunnsundersøkelsen (European Social Survey), med våre egne ord. De andre er våre.',
      errors: {
        nothing: 'Svar på minst ett spørsmål',
        scale: 'Velg et tall fra 0 til 10, eller hopp over',
        choice: 'Velg ett svar, eller hopp over',
      },
      done: {
        title: 'Takk',
        what: 'Svarene har kommet fram. Du kan lukke denne siden nå.',
        next: [
          'Svar bare én gang: vi merker det ikke hvis noen svarer to ganger.',
          'Lokalsamfunnsutvikleren eller kontaktpersonen forteller lokalsamfunnet om resultatet.',
        ],
      },
      over: {
        title: 'Her kan man ikke svare nå',
        lead: 'Koden gjelder ikke, eller tiden for å svare er ute. Ingenting ble lagret.',
        again: 'Skriv koden på nytt',
      },
    },
  },
)
