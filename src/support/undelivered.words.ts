import { words } from '../platform/words.ts'

/** A message that did not arrive, for whoever is responsible. */
export const undeliveredWords = words(
  {
    title: 'Sõnum ei jõudnud kohale',
    lead: 'Küsisime märguannet, aga sõnum ei läinud läbi. See ei ütle inimese kohta midagi.',
    how: 'Küsisime',
    untilThen: 'Seni küsime märguannet telefonitsi.',
    what: 'Mida teha',
    steps: [
      'Helista ja küsi ühtlasi, kuidas läheb.',
      'Vaata, kas aadress ja number on õiged.',
      'Kui muu viis sobib paremini, lepi see kokku.',
    ],
    checkin: 'Pane märguanne telefonis kirja',
    identity: 'Muuda aadressi või numbrit',
    way: 'Vali teine viis',
    settle: 'Kõik on õige, proovime uuesti',
    settleLead: 'Kui postkast oli täis või telefon väljas, piisab sellest.',
    settled: 'Järgmine kord proovime uuesti saata.',
    none: 'Siin ei ole praegu midagi lahtist.',
  },
  {
    en: {
      title: 'A message did not arrive',
      lead: 'We asked for a check-in, but the message did not get through. That says nothing about the person.',
      how: 'We asked',
      untilThen: 'Until then the check-in is taken by telephone.',
      what: 'What to do',
      steps: [
        'Call, and ask how things are at the same time.',
        'Look whether the address and the number are right.',
        'If another way suits better, agree on it.',
      ],
      checkin: 'Take the check-in by telephone',
      identity: 'Change address or number',
      way: 'Choose another way',
      settle: 'All is right, try again',
      settleLead: 'If the mailbox was full or the telephone off, this is enough.',
      settled: 'Next time we try to send again.',
      none: 'Nothing is open here now.',
    },
    ru: {
      title: 'Сообщение не дошло',
      lead: 'Мы просили дать отклик, но сообщение не прошло. О человеке это ничего не говорит.',
      how: 'Мы спросили',
      untilThen: 'Пока берём отклик по телефону.',
      what: 'Что сделать',
      steps: [
        'Позвоните и заодно спросите, как дела.',
        'Проверьте, верны ли адрес и номер.',
        'Если другой способ подходит лучше, договоритесь о нём.',
      ],
      checkin: 'Записать отклик по телефону',
      identity: 'Изменить адрес или номер',
      way: 'Выбрать другой способ',
      settle: 'Всё верно, попробуем ещё раз',
      settleLead: 'Если ящик был полон или телефон выключен, этого достаточно.',
      settled: 'В следующий раз попробуем отправить снова.',
      none: 'Здесь сейчас всё улажено.',
    },
  },
)
