import { plural, publicWords } from './words.ts'

export const webWords = publicWords(
  {
    notFound: 'Seda lehte ei ole',
    notFoundLead: 'Võib-olla on aadress vale või pole see leht sinu jaoks avatud.',
    home: 'Avalehele',
    broken: 'Midagi läks meil valesti',
    brokenLead: 'Viga on meie poolel ja me saame sellest teada. Sinu sisestatut ei salvestatud.',
    brokenId: (id: string) => `Kui sellest teada annad, lisa juurde kood ${id}.`,
    crossSite: 'Seda ei saa siit saata',
    crossSiteLead: 'Vorm tuli teiselt lehelt. Ava leht uuesti ja saada sealt.',
    tooLarge: 'Fail on liiga suur',
    tooLargeLead:
      'Midagi ei salvestatud. Mine tagasi ja vali väiksem fail: vormil on kirjas, kui suur see võib olla.',
    tooOften: 'Proovi natukese aja pärast uuesti',
    tooOftenLead: (minutes: number) =>
      minutes === 1 ? 'Katseid oli palju. Oota üks minut.' : `Katseid oli palju. Oota ${minutes} minutit.`,
    privacy: 'Andmekaitse',
    accessibility: 'Ligipääsetavus',
    before: 'Enne päeva',
  },
  {
    en: {
      notFound: 'There is no such page',
      notFoundLead: 'The address may be wrong, or the page is not open to you.',
      home: 'To the front page',
      broken: 'Something went wrong on our side',
      brokenLead: 'The fault is ours and we will hear of it. What you entered was not saved.',
      brokenId: (id) => `If you tell us about it, mention the code ${id}.`,
      crossSite: 'This cannot be sent from here',
      crossSiteLead: 'The form came from another site. Open the page again and send it from there.',
      tooLarge: 'The file is too large',
      tooLargeLead:
        'Nothing was saved. Go back and choose a smaller file: the form says how large it may be.',
      tooOften: 'Please try again in a while',
      tooOftenLead: (minutes) =>
        minutes === 1
          ? 'There were many tries. Wait one minute.'
          : `There were many tries. Wait ${minutes} minutes.`,
      privacy: 'Privacy',
      accessibility: 'Accessibility',
      before: 'Before the day',
    },
    ru: {
      notFound: 'Такой страницы нет',
      notFoundLead: 'Возможно, адрес неверен или эта страница для вас закрыта.',
      home: 'На главную',
      broken: 'У нас что-то пошло не так',
      brokenLead: 'Ошибка на нашей стороне, и мы о ней узнаем. Введённое не сохранилось.',
      brokenId: (id) => `Если сообщите об этом, назовите код ${id}.`,
      crossSite: 'Отсюда это отправить нельзя',
      crossSiteLead: 'Форма пришла с другого сайта. Откройте страницу заново и отправьте оттуда.',
      tooLarge: 'Файл слишком большой',
      tooLargeLead:
        'Ничего не сохранилось. Вернитесь и выберите файл поменьше: в форме написано, каким он может быть.',
      tooOften: 'Попробуйте немного позже',
      tooOftenLead: (minutes) =>
        minutes === 1
          ? 'Попыток было много. Подождите минуту.'
          : `Попыток было много. Подождите ${minutes} ${plural('ru', minutes, { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' })}.`,
      privacy: 'Защита данных',
      accessibility: 'Доступность',
      before: 'Перед началом дня',
    },
    fi: {
      notFound: 'Tätä sivua ei ole',
      notFoundLead: 'Osoite voi olla väärä, tai sivu ei ole avoinna sinulle.',
      home: 'Etusivulle',
      broken: 'Meillä meni jotain vikaan',
      brokenLead: 'Vika on meidän, ja saamme siitä tiedon. Kirjoittamaasi ei tallennettu.',
      brokenId: (id) => `Jos kerrot siitä meille, mainitse koodi ${id}.`,
      crossSite: 'Tätä ei voi lähettää täältä',
      crossSiteLead: 'Lomake tuli toiselta sivustolta. Avaa sivu uudelleen ja lähetä sieltä.',
      tooLarge: 'Tiedosto on liian suuri',
      tooLargeLead:
        'Mitään ei tallennettu. Palaa takaisin ja valitse pienempi tiedosto: lomakkeessa kerrotaan, kuinka suuri se saa olla.',
      tooOften: 'Yritä hetken päästä uudelleen',
      tooOftenLead: (minutes) =>
        minutes === 1
          ? 'Yrityksiä oli paljon. Odota yksi minuutti.'
          : `Yrityksiä oli paljon. Odota ${minutes} minuuttia.`,
      privacy: 'Tietosuoja',
      accessibility: 'Saavutettavuus',
      before: 'Ennen päivää',
    },
    nb: {
      notFound: 'Denne siden finnes ikke',
      notFoundLead: 'Adressen kan være feil, eller siden er ikke åpen for deg.',
      home: 'Til forsiden',
      broken: 'Noe gikk galt hos oss',
      brokenLead: 'Feilen er vår, og vi får beskjed om den. Det du skrev, ble ikke lagret.',
      brokenId: (id) => `Hvis du sier fra om det, oppgi koden ${id}.`,
      crossSite: 'Dette kan ikke sendes herfra',
      crossSiteLead: 'Skjemaet kom fra et annet nettsted. Åpne siden på nytt og send derfra.',
      tooLarge: 'Filen er for stor',
      tooLargeLead:
        'Ingenting ble lagret. Gå tilbake og velg en mindre fil: i skjemaet står det hvor stor den kan være.',
      tooOften: 'Prøv igjen om litt',
      tooOftenLead: (minutes) =>
        minutes === 1
          ? 'Det ble mange forsøk. Vent ett minutt.'
          : `Det ble mange forsøk. Vent ${minutes} minutter.`,
      privacy: 'Personvern',
      accessibility: 'Tilgjengelighet',
      before: 'Før dagen',
    },
  },
)
