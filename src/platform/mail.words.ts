import { publicWords } from './words.ts'

/** What stands around every mail. */
export const mailWords = publicWords(
  {
    hello: 'Tere',
    automatic: 'Selle kirja saatis Tugevus. Vastuseid sellele aadressile keegi ei loe.',
  },
  {
    en: {
      hello: 'Hello',
      automatic: 'Tugevus sent this mail by itself. Nobody reads answers to this address.',
    },
    ru: {
      hello: 'Здравствуйте.',
      automatic: 'Это письмо отправил Tugevus. Ответы на этот адрес никто не читает.',
    },
    fi: {
      hello: 'Hei',
      automatic: 'Tugevus lähetti tämän viestin. Vastauksia tähän osoitteeseen ei lue kukaan.',
    },
    nb: {
      hello: 'Hei',
      automatic: 'Tugevus sendte denne e-posten. Ingen leser svar til denne adressen.',
    },
  },
)
