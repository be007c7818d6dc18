import { words } from '../platform/words.ts'
import { counted, countedAtStart, ruPeople } from './count.words.ts'

/** What stands above the lists of My day: about the house and the work in it, never about how somebody is. */
export const noticeWords = words(
  {
    noticed: (name: string, since: string) =>
      `${name} ei ole sisse loginud alates ${since} ja tema tähtajad on möödas.`,
    noticedDo: 'Vaata, mis teha',
    alone: (n: number) =>
      n === 1
        ? 'Üks inimene on jäänud koordinaatorita.'
        : `${countedAtStart('et', n)} inimest on jäänud koordinaatorita.`,
    aloneDo: 'Leia koordinaator',
    forgotten: (n: number, days: number) =>
      n === 1
        ? `Üks üleandmine on ootanud vastust vähemalt ${days} päeva.`
        : `${countedAtStart('et', n)} üleandmist on oodanud vastust vähemalt ${days} päeva.`,
    forgottenDo: 'Vaata üleandmisi',
    offered: (from: string, n: number) =>
      n === 1
        ? `Sulle pakutakse üht inimest. Annab: ${from}.`
        : `Sulle pakutakse ${counted('et', n)} inimest. Annab: ${from}.`,
    offeredAlone: (n: number) =>
      n === 1
        ? 'Sulle pakutakse üht inimest, kellel ei ole koordinaatorit.'
        : `Sulle pakutakse ${counted('et', n)} inimest, kellel ei ole koordinaatorit.`,
    offeredDo: 'Vaata ja vasta',
    answered: (to: string, taken: number, all: number) =>
      taken === 0
        ? `${to} ei võtnud pakutud inimesi vastu.`
        : `${to} võttis vastu ${taken} inimest ${all}-st.`,
    answeredDo: 'Vaata',
    covering: (name: string, span: string) => `Asendad: ${name}${span && `, ${span}`}.`,
    coveringDo: 'Vaata tema inimesi',
    coveringSoon: (name: string, span: string) => `Varsti asendad: ${name}, ${span}.`,
    coveringSoonDo: 'Vaata, kes on ära',
    away: (span: string) => `Oled märgitud ära ${span}.`,
    awayDo: 'Olen tagasi',
  },
  {
    en: {
      noticed: (name, since) =>
        `${name} has not signed in since ${since}, and their tasks are past their day.`,
      noticedDo: 'See what to do',
      alone: (n) =>
        n === 1
          ? 'One person has no coordinator who works here.'
          : `${countedAtStart('en', n)} people have no coordinator who works here.`,
      aloneDo: 'Find a coordinator',
      forgotten: (n, days) =>
        n === 1
          ? `One handover has waited for an answer for at least ${days} days.`
          : `${countedAtStart('en', n)} handovers have waited for an answer for at least ${days} days.`,
      forgottenDo: 'See handovers',
      offered: (from, n) =>
        n === 1
          ? `One person is offered to you. From: ${from}.`
          : `${countedAtStart('en', n)} people are offered to you. From: ${from}.`,
      offeredAlone: (n) =>
        n === 1
          ? 'One person without a coordinator is offered to you.'
          : `${countedAtStart('en', n)} people without a coordinator are offered to you.`,
      offeredDo: 'Look and answer',
      answered: (to, taken, all) =>
        taken === 0
          ? `${to} did not take the people you offered.`
          : `${to} accepted ${taken} of ${all} people.`,
      answeredDo: 'Look',
      covering: (name, span) => `You stand in for: ${name}${span && `, ${span}`}.`,
      coveringDo: 'See their people',
      coveringSoon: (name, span) => `You will stand in for: ${name}, ${span}.`,
      coveringSoonDo: 'See who is away',
      away: (span) => `You are down as away ${span}.`,
      awayDo: 'I am back',
    },
    ru: {
      noticed: (name, since) => `${name}: нет входа с ${since}, сроки прошли.`,
      noticedDo: 'Посмотреть, что делать',
      alone: (n) => `Нет координатора, который здесь работает: ${counted('ru', n)} ${ruPeople(n)}.`,
      aloneDo: 'Найти координатора',
      forgotten: (n, days) => `Передач, которые ждут ответа не меньше ${days} дней: ${n}.`,
      forgottenDo: 'Посмотреть передачи',
      offered: (from, n) => `Вам предлагают: ${counted('ru', n)} ${ruPeople(n)}. Передаёт: ${from}.`,
      offeredAlone: (n) => `Вам предлагают людей без координатора: ${counted('ru', n)} ${ruPeople(n)}.`,
      offeredDo: 'Посмотреть и ответить',
      answered: (to, taken, all) =>
        taken === 0 ? `${to}: предложенные люди не приняты.` : `${to}: принято ${taken} из ${all}.`,
      answeredDo: 'Посмотреть',
      covering: (name, span) => `Вы замещаете: ${name}${span && `, ${span}`}.`,
      coveringDo: 'Посмотреть этих людей',
      coveringSoon: (name, span) => `Скоро вы замещаете: ${name}, ${span}.`,
      coveringSoonDo: 'Посмотреть, кого нет',
      away: (span) => `Записано, что вас нет ${span}.`,
      awayDo: 'Вернулись? Отметить',
    },
  },
)
