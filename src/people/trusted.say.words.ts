import { words } from '../platform/words.ts'

/** What is said aloud to a trusted contact. Names stand undeclined; the gap at the end is for the caller's own number. */
export const trustedSayWords = words(
  {
    hello: (caller: string) => `Tere, minu nimi on ${caller}.`,
    helloFrom: (caller: string, organisation: string) =>
      `Tere, minu nimi on ${caller}, helistan organisatsioonist ${organisation}.`,
    worried: (person: string) =>
      `${person} on meie jätkutoes, aga me ei ole temaga mõnda aega ühendust saanud ja oleme mures.`,
    please: (person: string) => `Kas saaksite paluda, et ${person} mulle helistaks?`,
    number: 'Minu number on …',
    ifAsked: (person: string) => `Sellest räägib ${person} ise, kui soovib.`,
  },
  {
    en: {
      hello: (caller) => `Hello, my name is ${caller}.`,
      helloFrom: (caller, organisation) => `Hello, my name is ${caller}, I am calling from ${organisation}.`,
      worried: (person) =>
        `${person} takes part in our continuing support. We have not reached them for a while and are worried.`,
      please: (person) => `Could you please ask ${person} to call me?`,
      number: 'My number is …',
      ifAsked: (person) => `That is for ${person} to tell.`,
    },
    ru: {
      hello: (caller) => `Здравствуйте, меня зовут ${caller}.`,
      helloFrom: (caller, organisation) =>
        `Здравствуйте, меня зовут ${caller}, я звоню из организации «${organisation}».`,
      worried: (person) => `${person} получает у нас поддержку. Мы давно не можем связаться и беспокоимся.`,
      please: (person) => `Передайте, пожалуйста: пусть ${person} мне позвонит.`,
      number: 'Мой номер: …',
      ifAsked: (person) => `Об этом расскажет ${person}, если захочет.`,
    },
  },
)
