import { plural, words } from '../platform/words.ts'
import { counted } from './count.words.ts'

/** The picture of the path and the sentences under it. */
export const pathWords = words(
  {
    title: 'Tee ajas',
    wellbeing: (n: number) => `enesetunne ${n}`,
    confidence: (n: number) => `kindlus ${n}`,
    last: (when: string, wellbeing: number | null, confidence: number | null) => {
      const said = [
        wellbeing === null ? '' : `enesetunne ${wellbeing}`,
        confidence === null ? '' : `kindlus ${confidence}`,
      ].filter(Boolean)
      return said.length === 0 ? `Viimane märguanne ${when}.` : `Viimati ${when}: ${said.join(', ')}.`
    },
    both: {
      risen: 'Enesetunne ja kindlus on tõusnud.',
      fallen: 'Enesetunne ja kindlus on langenud.',
      level: 'Enesetunne ja kindlus on püsinud samal tasemel.',
    },
    one: (wellbeing: string | null, confidence: string | null) =>
      [
        wellbeing && `Enesetunne on ${wellbeing}`,
        confidence && `${wellbeing ? 'kindlus' : 'Kindlus'} on ${confidence}`,
      ]
        .filter(Boolean)
        .join(', ') + '.',
    trend: { risen: 'tõusnud', fallen: 'langenud', level: 'püsinud samal tasemel' },
    missed: (n: number) =>
      n === 1
        ? 'Viimase kaheksa nädala jooksul jäi üks märguanne tulemata; mis siis oli, me ei tea.'
        : `Viimase kaheksa nädala jooksul jäi ${counted('et', n)} märguannet tulemata; mis siis oli, me ei tea.`,
    lapses: (days: string) => `Libastumine: ${days}.`,
    none: 'Märguandeid ei ole veel. Siin hakkab tee kasvama.',
    support: 'Tugi',
    pause: 'paus',
    lapse: (day: string) => `Libastumine ${day}`,
    contact: {
      call: (day: string) => `helistasime ${day}`,
      message: (day: string) => `kirjutasime ${day}`,
      visit: (day: string) => `käisime ${day}`,
      meeting: (day: string) => `kohtusime ${day}`,
      trusted: (day: string) => `küsisime usaldusinimeselt ${day}`,
    },
  },
  {
    en: {
      title: 'The path over time',
      wellbeing: (n) => `wellbeing ${n}`,
      confidence: (n) => `confidence ${n}`,
      last: (when, wellbeing, confidence) => {
        const said = [
          wellbeing === null ? '' : `wellbeing ${wellbeing}`,
          confidence === null ? '' : `confidence ${confidence}`,
        ].filter(Boolean)
        return said.length === 0 ? `Last check-in ${when}.` : `Last time, ${when}: ${said.join(', ')}.`
      },
      both: {
        risen: 'Wellbeing and confidence have risen.',
        fallen: 'Wellbeing and confidence have fallen.',
        level: 'Wellbeing and confidence have stayed the same.',
      },
      one: (wellbeing, confidence) =>
        [
          wellbeing && `Wellbeing has ${wellbeing}`,
          confidence && `${wellbeing ? 'confidence' : 'Confidence'} has ${confidence}`,
        ]
          .filter(Boolean)
          .join(', ') + '.',
      trend: { risen: 'risen', fallen: 'fallen', level: 'stayed the same' },
      missed: (n) =>
        n === 1
          ? 'In the last eight weeks one check-in did not come; how things were then, we do not know.'
          : `In the last eight weeks ${counted('en', n)} check-ins did not come; how things were then, we do not know.`,
      lapses: (days) => `Lapse: ${days}.`,
      none: 'There are no check-ins yet. The path will grow here.',
      support: 'Support',
      pause: 'pause',
      lapse: (day) => `Lapse ${day}`,
      contact: {
        call: (day) => `we called ${day}`,
        message: (day) => `we wrote ${day}`,
        visit: (day) => `we visited ${day}`,
        meeting: (day) => `we met ${day}`,
        trusted: (day) => `we asked the trusted contact ${day}`,
      },
    },
    ru: {
      title: 'Путь во времени',
      wellbeing: (n) => `самочувствие ${n}`,
      confidence: (n) => `уверенность ${n}`,
      last: (when, wellbeing, confidence) => {
        const said = [
          wellbeing === null ? '' : `самочувствие ${wellbeing}`,
          confidence === null ? '' : `уверенность ${confidence}`,
        ].filter(Boolean)
        return said.length === 0
          ? `Последний отклик: ${when}.`
          : `В последний раз, ${when}: ${said.join(', ')}.`
      },
      both: {
        risen: 'Самочувствие и уверенность выросли.',
        fallen: 'Самочувствие и уверенность снизились.',
        level: 'Самочувствие и уверенность держатся на одном уровне.',
      },
      one: (wellbeing, confidence) =>
        [
          wellbeing && `Самочувствие ${wellbeing}`,
          confidence && `${wellbeing ? 'уверенность' : 'Уверенность'} ${confidence}`,
        ]
          .filter(Boolean)
          .join(', ') + '.',
      trend: { risen: 'выше прежнего', fallen: 'ниже прежнего', level: 'на прежнем уровне' },
      missed: (n) =>
        `За последние восемь недель ${plural('ru', n, { one: 'не пришёл', few: 'не пришли', many: 'не пришло', other: 'не пришли' })} ${counted('ru', n)} ${plural('ru', n, { one: 'отклик', few: 'отклика', many: 'откликов', other: 'отклика' })}. Что было в это время, мы не знаем.`,
      lapses: (days) => `Срыв: ${days}.`,
      none: 'Откликов пока не было. Здесь будет виден путь.',
      support: 'Поддержка',
      pause: 'пауза',
      lapse: (day) => `Срыв ${day}`,
      contact: {
        call: (day) => `звонок ${day}`,
        message: (day) => `сообщение ${day}`,
        visit: (day) => `визит ${day}`,
        meeting: (day) => `встреча ${day}`,
        trusted: (day) => `спросили доверенный контакт ${day}`,
      },
    },
  },
)
