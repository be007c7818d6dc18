import { plural, words } from '../platform/words.ts'

const ruPeople = (n: number) =>
  `${n} ${plural('ru', n, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`
const enPeople = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** Numbers only: no name, and no word that says what this house is for. */
export const digestWords = words(
  {
    subject: 'Tugevus: sinu päev',
    lead: 'Täna ootab sind:',
    lines: {
      raised: (n: number) => (n === 1 ? '1 asi, mis jõudis sinuni' : `${n} asja, mis jõudsid sinuni`),
      help: (n: number) =>
        n === 1 ? '1 inimene, kes palus helistada' : `${n} inimest, kes palusid helistada`,
      silence: (n: number) =>
        n === 1
          ? '1 inimene, kellega on aeg ise ühendust võtta'
          : `${n} inimest, kellega on aeg ise ühendust võtta`,
      call: (n: number) =>
        n === 1
          ? '1 inimene, kellele helistada ja küsida, kuidas läheb'
          : `${n} inimest, kellele helistada ja küsida, kuidas läheb`,
      checkup: (n: number) => (n === 1 ? '1 vestlus' : `${n} vestlust`),
      ask: (n: number) => (n === 1 ? '1 esimene vestlus' : `${n} esimest vestlust`),
      horizon: (n: number) =>
        n === 1
          ? '1 inimene, kellega kokku leppida, kuidas edasi'
          : `${n} inimest, kellega kokku leppida, kuidas edasi`,
      read: (n: number) => (n === 1 ? '1 vastus lugeda' : `${n} vastust lugeda`),
      undelivered: (n: number) =>
        n === 1 ? '1 sõnum, mis ei jõudnud kohale' : `${n} sõnumit, mis ei jõudnud kohale`,
    },
    forOthers: 'Siin on ka kolleegi töö, keda sa asendad.',
    open: 'Ava minu päev',
    why: 'See kiri tuleb hommikul, kui sind midagi ootab.',
    change: 'Muuda teavitusi',
  },
  {
    en: {
      subject: 'Tugevus: your day',
      lead: 'Waiting for you today:',
      lines: {
        raised: (n) => (n === 1 ? '1 thing that has come up to you' : `${n} things that have come up to you`),
        help: (n) => `${enPeople(n)} who asked to be called`,
        silence: (n) => `${enPeople(n)} with whom it is time to get in touch yourself`,
        call: (n) => `${enPeople(n)} to call and ask how they are`,
        checkup: (n) => (n === 1 ? '1 talk' : `${n} talks`),
        ask: (n) => (n === 1 ? '1 first talk' : `${n} first talks`),
        horizon: (n) => `${enPeople(n)} with whom to agree on what comes next`,
        read: (n) => (n === 1 ? '1 answer to read' : `${n} answers to read`),
        undelivered: (n) => (n === 1 ? '1 message that did not arrive' : `${n} messages that did not arrive`),
      },
      forOthers: 'Some of it is the work of a colleague for whom you stand in.',
      open: 'Open my day',
      why: 'This mail comes in the morning when something waits for you.',
      change: 'Change notifications',
    },
    ru: {
      subject: 'Tugevus: ваш день',
      lead: 'Сегодня вас ждёт:',
      lines: {
        raised: (n) => `дошло до вас: ${n}`,
        help: (n) => `просят позвонить: ${ruPeople(n)}`,
        silence: (n) => `пора связаться самим: ${ruPeople(n)}`,
        call: (n) => `позвонить и спросить, как дела: ${ruPeople(n)}`,
        checkup: (n) => `беседы: ${n}`,
        ask: (n) => `первые беседы: ${n}`,
        horizon: (n) => `договориться, как дальше: ${ruPeople(n)}`,
        read: (n) => `ответы, которые нужно прочитать: ${n}`,
        undelivered: (n) => `сообщения, которые не дошли: ${n}`,
      },
      forOthers: 'Здесь есть и работа коллеги, которого вы замещаете.',
      open: 'Открыть мой день',
      why: 'Это письмо приходит утром, когда вас что-то ждёт.',
      change: 'Изменить уведомления',
    },
  },
)
