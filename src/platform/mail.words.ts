import { words } from './words.ts'

/** What stands around every mail. */
export const mailWords = words(
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
  },
)
