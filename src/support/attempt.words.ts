import { plural, words } from '../platform/words.ts'

/** Of one tap for a try in vain, and of taking it back. */
export const attemptWords = words(
  {
    title: 'Ei saanud kätte?',
    lead: 'Üks vajutus paneb tänase katse kirja.',
    ways: { call: 'Helistasin', message: 'Kirjutasin', visit: 'Käisin kohal' },
    noted: {
      title: 'Kirjas',
      at: (day: string, time: string) => `${day} kell ${time}`,
      call: (when: string) => `Helistasid ${when}, ei saanud kätte.`,
      message: (when: string) => `Kirjutasid ${when}. Kui ta vastab, pane vastus kirja.`,
      visit: (when: string) => `Käisid kohal ${when}, ei saanud kätte.`,
      meeting: (when: string) => `Kohtumine ${when} jäi ära.`,
      trustedReached: (when: string) => `Rääkisid usaldusinimesega ${when}.`,
      trusted: (when: string) => `Helistasid usaldusinimesele ${when}, ei saanud kätte.`,
      back: 'Võta tagasi',
      day: 'Minu päev',
    },
    takenBack: 'Tagasi võetud. See katse ei loe.',
    tooLate: 'Seda katset ei saa enam tagasi võtta.',
    tried: (n: number, days: string) =>
      n === 1 ? `Üks kord proovitud: ${days}.` : `${n} korda proovitud: ${days}.`,
    by: (names: string) => `Proovis: ${names}.`,
  },
  {
    en: {
      title: 'Did not reach them?',
      lead: 'One tap notes today’s try.',
      ways: { call: 'I called', message: 'I wrote', visit: 'I went there' },
      noted: {
        title: 'Noted',
        at: (day, time) => `${day} at ${time}`,
        call: (when) => `You called ${when} and did not reach them.`,
        message: (when) => `You wrote ${when}. If they answer, write the answer down.`,
        visit: (when) => `You went there ${when} and did not reach them.`,
        meeting: (when) => `The meeting ${when} did not happen.`,
        trustedReached: (when) => `You spoke with the trusted contact ${when}.`,
        trusted: (when) => `You called the trusted contact ${when} and did not reach them.`,
        back: 'Take it back',
        day: 'My day',
      },
      takenBack: 'Taken back. This try does not count.',
      tooLate: 'This try can no longer be taken back.',
      tried: (n, days) => (n === 1 ? `Tried once: ${days}.` : `Tried ${n} times: ${days}.`),
      by: (names) => `Tried by: ${names}.`,
    },
    ru: {
      title: 'Не удалось связаться?',
      lead: 'Одно нажатие запишет сегодняшнюю попытку.',
      ways: { call: 'Звонок', message: 'Сообщение', visit: 'Визит' },
      noted: {
        title: 'Записано',
        at: (day, time) => `${day} в ${time}`,
        call: (when) => `Звонок ${when}: связаться не удалось.`,
        message: (when) => `Сообщение ${when}. Если придёт ответ, запишите его.`,
        visit: (when) => `Визит ${when}: связаться не удалось.`,
        meeting: (when) => `Встреча ${when} не состоялась.`,
        trustedReached: (when) => `Разговор с доверенным контактом ${when}.`,
        trusted: (when) => `Звонок доверенному контакту ${when}: связаться не удалось.`,
        back: 'Отменить',
        day: 'Мой день',
      },
      takenBack: 'Отменено. Эта попытка не считается.',
      tooLate: 'Эту попытку уже нельзя отменить.',
      tried: (n, days) =>
        `${n} ${plural('ru', n, { one: 'попытка', few: 'попытки', many: 'попыток', other: 'попытки' })}: ${days}.`,
      by: (names) => `Кто пробовал: ${names}.`,
    },
  },
)
