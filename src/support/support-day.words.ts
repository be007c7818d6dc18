import { daysBetween, dayAt, type Day, type Moment } from '../platform/day.ts'
import { timeOfDay } from '../platform/words.dates.ts'
import { fullLocaleOf, plural, words, type Locale } from '../platform/words.ts'

/** The sentences of My day. A day stands in them as `onDay` and `dayAndHour` give it; names and codes never do. */
export const supportDayWords = words(
  {
    asked: {
      text: 'Palus helistada.',
      when: (asked: string) => `Palus ${asked}.`,
      promise: (by: string) => `Lubasime helistada ${by}.`,
      late: 'See aeg on möödas.',
      action: 'Helista',
    },
    silent: {
      checkins: (n: number) =>
        n === 1 ? 'Üks märguanne jäi tulemata.' : `${startCount('et', n)} märguannet jäi tulemata.`,
      checkup: (on: string) => `Vestlus ${on} jäi pidamata.`,
      nothing: 'Pole endast märku andnud.',
      spoken: (on: string) => `Viimati rääkisite ${on}.`,
      neverSpoken: 'Rääkinud te veel ei ole.',
      tried: (n: number, on: string) =>
        n === 1 ? `Proovitud üks kord, ${on}.` : `Proovitud ${count('et', n)} korda, viimati ${on}.`,
      yourTurn: 'Koordinaator on proovinud ja ei ole kätte saanud. Palun proovi sina.',
      supportersTurn: 'Nüüd proovib tugiisik.',
      trustedTurn: 'Helista inimesele, keda võib küsida.',
      leadsTurn: 'Juht otsib ka.',
      lost: 'Kontakt on kadunud. Proovime iga kolme kuu tagant, tee siia jääb lahti.',
      action: 'Helista',
    },
    raised: {
      toLead: 'Juht teab ka.',
      limit: 'Tähtaeg on möödas.',
      absent: 'See, kelle hooleks see on, ei ole praegu tööl.',
      searched: 'Teised on proovinud ja ei ole kätte saanud. Nüüd on sinu kord.',
    },
    call: {
      text: 'Märguanne telefonitsi.',
      action: 'Helista',
    },
    undelivered: {
      text: 'Sõnum ei jõudnud kohale.',
      sub: 'Kontrolli aadressi ja helista. Seni küsime märguannet telefonitsi.',
      action: 'Vaata',
    },
    horizon: {
      text: 'Kokkulepitud aastad on täis. Leppige kokku, kuidas edasi.',
      left: (ago: string) => `Rehabilitatsioonist lahkus ${ago}.`,
      action: 'Lepi kokku',
    },
    checkup: {
      first: 'Esimene jätkuvestlus.',
      next: 'Jätkuvestlus.',
      left: (ago: string) => `Rehabilitatsioonist lahkus ${ago}.`,
      spoken: (on: string) => `Viimati rääkisite ${on}.`,
      over: (due: string, last: string) => `Oli kavas ${due}, aega on ${last}.`,
      action: 'Ava vestlus',
    },
    ask: {
      text: 'Küsi, kas jätkutugi sobib.',
      left: (ago: string) => `Rehabilitatsioonist lahkus ${ago}.`,
      over: (due: string) => `Oli kavas ${due}.`,
      action: 'Küsi',
    },
    read: {
      numbers: (wellbeing: number | null, confidence: number | null) =>
        wellbeing === null && confidence === null
          ? 'Saatis märguande.'
          : `Saatis märguande: ${[
              wellbeing === null ? [] : `enesetunne ${wellbeing}`,
              confidence === null ? [] : `kindlus ${confidence}`,
            ]
              .flat()
              .join(', ')}.`,
      when: (sent: string) => `Saatis ${sent}.`,
      promise: (by: string) => `Lubasime lugeda hiljemalt ${by}.`,
      action: 'Loe',
    },
    today: 'täna',
    yesterday: 'eile',
    tomorrow: 'homme',
    at: (date: string, time: string) => `${date} kell ${time}`,
    by: (date: string, time: string) => `${date} kella ${time}-ks`,
    days: (n: number) => `${n} ${plural('et', n, { one: 'päev', other: 'päeva' })} tagasi`,
    months: (n: number) => `${n} ${plural('et', n, { one: 'kuu', other: 'kuud' })} tagasi`,
    years: (n: number) => `${n} ${plural('et', n, { one: 'aasta', other: 'aastat' })} tagasi`,
  },
  {
    en: {
      asked: {
        text: 'Asked to be called.',
        when: (asked) => `Asked ${asked}.`,
        promise: (by) => `We promised to call ${by}.`,
        late: 'That time has passed.',
        action: 'Call',
      },
      silent: {
        checkins: (n) =>
          `${startCount('en', n)} ${plural('en', n, { one: 'check-in', other: 'check-ins' })} did not come.`,
        checkup: (on) => `The check-up ${on} was not held.`,
        nothing: 'Has not been in touch.',
        spoken: (on) => `You last spoke ${on}.`,
        neverSpoken: 'You have not spoken yet.',
        tried: (n, on) => (n === 1 ? `Tried once, ${on}.` : `Tried ${count('en', n)} times, last ${on}.`),
        yourTurn: 'The coordinator has tried and could not reach them. Please try yourself.',
        supportersTurn: 'It is the support person’s turn to try.',
        trustedTurn: 'Call the person who may be asked.',
        leadsTurn: 'The head of the organisation is looking too.',
        lost: 'Contact is lost. We try every three months, and the way back stays open.',
        action: 'Call',
      },
      raised: {
        toLead: 'The head of the organisation knows too.',
        limit: 'Its time has passed.',
        absent: 'Nobody whose task this is is at work now.',
        searched: 'The others have tried and could not reach them. Now it is your turn.',
      },
      call: {
        text: 'A check-in by telephone.',
        action: 'Call',
      },
      undelivered: {
        text: 'A message did not arrive.',
        sub: 'Check the address and call. Until then check-ins are taken by telephone.',
        action: 'Look',
      },
      horizon: {
        text: 'The agreed years are over. Agree together how to go on.',
        left: (ago) => `Left rehabilitation ${ago}.`,
        action: 'Agree',
      },
      checkup: {
        first: 'First check-up.',
        next: 'Check-up.',
        left: (ago) => `Left rehabilitation ${ago}.`,
        spoken: (on) => `You last spoke ${on}.`,
        over: (due, last) => `It was due ${due}; there is time until ${last}.`,
        action: 'Open check-up',
      },
      ask: {
        text: 'Ask whether continuing support suits them.',
        left: (ago) => `Left rehabilitation ${ago}.`,
        over: (due) => `It was planned ${due}.`,
        action: 'Ask',
      },
      read: {
        numbers: (wellbeing, confidence) =>
          wellbeing === null && confidence === null
            ? 'Sent a check-in.'
            : `Sent a check-in: ${[
                wellbeing === null ? [] : `wellbeing ${wellbeing}`,
                confidence === null ? [] : `confidence ${confidence}`,
              ]
                .flat()
                .join(', ')}.`,
        when: (sent) => `Sent ${sent}.`,
        promise: (by) => `We promised to read it ${by} at the latest.`,
        action: 'Read',
      },
      today: 'today',
      yesterday: 'yesterday',
      tomorrow: 'tomorrow',
      at: (date, time) => `${date} at ${time}`,
      by: (date, time) => `${date} by ${time}`,
      days: (n) => `${n} ${plural('en', n, { one: 'day', other: 'days' })} ago`,
      months: (n) => `${n} ${plural('en', n, { one: 'month', other: 'months' })} ago`,
      years: (n) => `${n} ${plural('en', n, { one: 'year', other: 'years' })} ago`,
    },
    ru: {
      asked: {
        text: 'Просьба позвонить.',
        when: (asked) => `Просьба пришла ${asked}.`,
        promise: (by) => `Мы обещали позвонить ${by}.`,
        late: 'Это время прошло.',
        action: 'Позвонить',
      },
      silent: {
        checkins: (n) =>
          plural('ru', n, {
            one: `${startCount('ru', n)} отклик не пришёл.`,
            few: `${startCount('ru', n)} отклика не пришли.`,
            many: `${startCount('ru', n)} откликов не пришло.`,
            other: `${startCount('ru', n)} отклика не пришли.`,
          }),
        checkup: (on) => `Беседа ${on} не состоялась.`,
        nothing: 'Вестей нет.',
        spoken: (on) => `Последний разговор был ${on}.`,
        neverSpoken: 'Разговора ещё не было.',
        tried: (n, on) =>
          n === 1
            ? `Одна попытка, ${on}.`
            : `${startCount('ru', n)} ${plural('ru', n, { one: 'попытка', few: 'попытки', many: 'попыток', other: 'попытки' })}, последняя ${on}.`,
        yourTurn: 'Координатор пытался связаться, но не смог. Попробуйте, пожалуйста, вы.',
        supportersTurn: 'Теперь очередь опорного лица.',
        trustedTurn: 'Позвоните человеку, которого можно спросить.',
        leadsTurn: 'Руководитель тоже ищет.',
        lost: 'Связь потеряна. Мы пробуем раз в три месяца, путь сюда остаётся открытым.',
        action: 'Позвонить',
      },
      raised: {
        toLead: 'Руководитель тоже знает.',
        limit: 'Срок прошёл.',
        absent: 'Сейчас на работе нет никого, чьё это дело.',
        searched: 'Другие пробовали и не смогли связаться. Теперь ваша очередь.',
      },
      call: {
        text: 'Отклик по телефону.',
        action: 'Позвонить',
      },
      undelivered: {
        text: 'Сообщение не дошло.',
        sub: 'Проверьте адрес и позвоните. Пока отклик берём по телефону.',
        action: 'Посмотреть',
      },
      horizon: {
        text: 'Условленные годы прошли. Договоритесь вместе, как дальше.',
        left: (ago) => `Реабилитация завершена ${ago}.`,
        action: 'Договориться',
      },
      checkup: {
        first: 'Первая контрольная беседа.',
        next: 'Контрольная беседа.',
        left: (ago) => `Реабилитация завершена ${ago}.`,
        spoken: (on) => `Последний разговор был ${on}.`,
        over: (due, last) => `Планировалась ${due}, время есть до ${last} включительно.`,
        action: 'Открыть беседу',
      },
      ask: {
        text: 'Спросите, подходит ли последующая поддержка.',
        left: (ago) => `Реабилитация завершена ${ago}.`,
        over: (due) => `Разговор планировался ${due}.`,
        action: 'Спросить',
      },
      read: {
        numbers: (wellbeing, confidence) =>
          wellbeing === null && confidence === null
            ? 'Пришёл отклик.'
            : `Пришёл отклик: ${[
                wellbeing === null ? [] : `самочувствие ${wellbeing}`,
                confidence === null ? [] : `уверенность ${confidence}`,
              ]
                .flat()
                .join(', ')}.`,
        when: (sent) => `Отправлено ${sent}.`,
        promise: (by) => `Мы обещали прочитать не позже ${by}.`,
        action: 'Прочитать',
      },
      today: 'сегодня',
      yesterday: 'вчера',
      tomorrow: 'завтра',
      at: (date, time) => `${date} в ${time}`,
      by: (date, time) => `${date} до ${time}`,
      days: (n) => `${n} ${plural('ru', n, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })} назад`,
      months: (n) =>
        `${n} ${plural('ru', n, { one: 'месяц', few: 'месяца', many: 'месяцев', other: 'месяца' })} назад`,
      years: (n) => `${n} ${plural('ru', n, { one: 'год', few: 'года', many: 'лет', other: 'года' })} назад`,
    },
  },
)

/** From eleven on figures read better than words. */
const counts: Record<'et' | 'en' | 'ru', readonly string[]> = {
  et: ['null', 'üks', 'kaks', 'kolm', 'neli', 'viis', 'kuus', 'seitse', 'kaheksa', 'üheksa', 'kümme'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ru: ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'],
}

function count(locale: 'et' | 'en' | 'ru', n: number): string {
  return counts[locale][n] ?? String(n)
}

function startCount(locale: 'et' | 'en' | 'ru', n: number): string {
  const word = count(locale, n)
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
}

const months = {
  et: 'jaanuaril veebruaril märtsil aprillil mail juunil juulil augustil septembril oktoobril novembril detsembril',
  en: 'January February March April May June July August September October November December',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
}

function monthOf(locale: Locale, date: Day): string {
  return months[fullLocaleOf(locale)].split(' ')[date.month - 1] ?? ''
}

/** `5. novembril`, `on 5 November`, `5 ноября`; with the year where it is not this one. */
export function onDay(locale: Locale, date: Day, today: Day): string {
  const month = monthOf(locale, date)
  const year = date.year === today.year ? '' : ` ${date.year}`
  if (locale === 'et') return `${date.day}. ${month}${year}`
  if (locale === 'ru') return year === '' ? `${date.day} ${month}` : `${date.day} ${month}${year} года`
  return `on ${date.day} ${month}${year}`
}

/** The last day on which there is time: `3. detsembrini`, `3 December`, `3 декабря`. */
export function untilDay(locale: Locale, date: Day): string {
  const month = monthOf(locale, date)
  if (locale === 'et') return `${date.day}. ${month.slice(0, -1)}ni`
  return `${date.day} ${month}`
}

/** `täna`, `eile`, `homme`, otherwise as `onDay`. */
export function nearOrOn(locale: Locale, date: Day, today: Day): string {
  const say = supportDayWords(locale)
  const away = daysBetween(today, date)
  if (away === 0) return say.today
  if (away === -1) return say.yesterday
  return away === 1 ? say.tomorrow : onDay(locale, date, today)
}

/** `eile kell 21.15`. */
export function atHour(locale: Locale, moment: Moment, today: Day, timeZone: string): string {
  const date = nearOrOn(locale, dayAt(moment, timeZone), today)
  return supportDayWords(locale).at(date, timeOfDay(locale, moment, timeZone))
}

/** `täna kella 10.40-ks`. */
export function byHour(locale: Locale, moment: Moment, today: Day, timeZone: string): string {
  const date = nearOrOn(locale, dayAt(moment, timeZone), today)
  return supportDayWords(locale).by(date, timeOfDay(locale, moment, timeZone))
}

/** How long ago somebody left: days for two months, months for two years. */
export function agoOf(locale: Locale, date: Day, today: Day): string {
  const say = supportDayWords(locale)
  const days = daysBetween(date, today)
  if (days < 2) return nearOrOn(locale, date, today)
  if (days < 60) return say.days(days)
  const { months: whole } = date.until(today, { largestUnit: 'month' })
  return whole < 24 ? say.months(whole) : say.years(Math.floor(whole / 12))
}
