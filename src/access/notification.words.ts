import { words } from '../platform/words.ts'
import type { Notification } from './notification.ts'

export const notificationWords = words(
  {
    title: 'Teavitused',
    lead: 'Kuidas saad teada, mis sind ootab.',
    morning: 'Hommikune kiri',
    morningHint: 'Kell 7, ainult päeval, mil sind midagi ootab. Nimesid kirjas ei ole.',
    morningYes: 'Soovin hommikul kirja',
    phone: 'Mobiil, kuhu saata SMS',
    phoneHint:
      'Kui keegi palub helistada, tuleb sulle alati kiri. Kui jätad siia numbri, tuleb ka SMS, aga mitte öösel.',
    phoneLater: 'Praegu siin SMSe ei saadeta. Kui hakatakse saatma, kasutame seda numbrit.',
    needPhone: 'Kirjuta number, näiteks +372 5550 1001, või jäta tühjaks',
    save: 'Salvesta',
    kept: 'Salvestatud.',
    back: 'Minu konto',
    inShort: ({ digest, phone }: Notification) =>
      `${digest ? 'hommikune kiri' : 'hommikust kirja ei tule'}${phone === null ? '' : `, SMS ${phone}`}`,
  },
  {
    en: {
      title: 'Notifications',
      lead: 'How we let you know what waits for you.',
      morning: 'Morning mail',
      morningHint: 'At seven, only on days when something waits for you. There are no names in it.',
      morningYes: 'Send me a mail in the morning',
      phone: 'Mobile number for SMS',
      phoneHint:
        'When somebody asks to be called you always get a mail. If you leave a number here you get an SMS too, but not at night.',
      phoneLater: 'No SMS are sent here at present. Once they are, we use this number.',
      needPhone: 'Write a number such as +372 5550 1001, or leave it empty',
      save: 'Save',
      kept: 'Saved.',
      back: 'My account',
      inShort: ({ digest, phone }) =>
        `${digest ? 'morning mail' : 'no morning mail'}${phone === null ? '' : `, SMS ${phone}`}`,
    },
    ru: {
      title: 'Уведомления',
      lead: 'Как сообщать вам о том, что вас ждёт.',
      morning: 'Утреннее письмо',
      morningHint: 'В семь часов и только в день, когда вас что-то ждёт. Имён в письме нет.',
      morningYes: 'Присылать мне письмо утром',
      phone: 'Мобильный телефон для SMS',
      phoneHint:
        'Когда кто-то просит позвонить, письмо приходит всегда. Если указать номер, придёт и SMS, но не ночью.',
      phoneLater: 'Сейчас SMS здесь не отправляются. Когда начнут, мы используем этот номер.',
      needPhone: 'Введите номер, например +372 5550 1001, или оставьте поле пустым',
      save: 'Сохранить',
      kept: 'Сохранено.',
      back: 'Моя учётная запись',
      inShort: ({ digest, phone }) =>
        `${digest ? 'утреннее письмо' : 'без утреннего письма'}${phone === null ? '' : `, SMS ${phone}`}`,
    },
  },
)
