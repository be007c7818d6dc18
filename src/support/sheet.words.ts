import { words } from '../platform/words.ts'

/** The cards on paper. What stands on a card itself says nothing to whoever finds it. */
export const sheetWords = words(
  {
    title: 'Kaardid',
    lead: 'Lehel on järgmised märguanded, igaühe jaoks üks kaart. Lõika lahti ja anna kätte.',
    days: 'Nende päevade jaoks',
    how: [
      'Kaart avab küsimused oma päevast kuni järgmiseni. Varem see ei tööta.',
      'Kaardil ei ole nime ega põhjust. Kes selle leiab, saab siiski vastata: kui kaardid kaovad, prindi uued.',
      'Uute printimisel vanad enam ei tööta. Sama juhtub, kui sagedust muudate või tuleb paus.',
    ],
    only: 'Küsime edaspidi ainult kaardiga, sõnumeid ei saadeta',
    onlyHint: 'Päeval, mille jaoks kaarti ei ole, jääb märguanne helistamise nimekirja.',
    make: 'Tee kaardid',
    none: 'Praegu märguandeid ei küsita, kaarte pole vaja.',
    print: 'Prindi see leht brauseri menüüst (Ctrl + P). Seda lehte teist korda avada ei saa.',
    back: 'Kuidas küsime',
    card: {
      title: 'Anna endast märku',
      how: 'Ava telefoni kaameraga või kirjuta brauserisse:',
      qr: 'Ruutkood',
      danger: 'Kui elu või tervis on ohus, helista 112.',
    },
  },
  {
    en: {
      title: 'Cards',
      lead: 'The sheet has the next check-ins, one card each. Cut them out and hand them over.',
      days: 'For these days',
      how: [
        'A card opens the questions from its day until the next. Before that it does not work.',
        'There is no name and no reason on it. Whoever finds it can answer all the same: if cards get lost, print new ones.',
        'When new ones are printed, the old ones stop working. So they do when the rhythm is changed or a pause comes.',
      ],
      only: 'From now on ask by card only, and send no messages',
      onlyHint: 'On a day without a card, the check-in goes onto the list of calls.',
      make: 'Make the cards',
      none: 'No check-ins are asked for now, so no cards are needed.',
      print: 'Print this page from the browser’s menu (Ctrl + P). It cannot be opened a second time.',
      back: 'How we ask',
      card: {
        title: 'Check in',
        how: 'Open it with your telephone’s camera, or type into a browser:',
        qr: 'Square code',
        danger: 'If life or health is in danger, call 112.',
      },
    },
    ru: {
      title: 'Карточки',
      lead: 'На листе следующие отклики, по карточке на каждый. Разрежьте и отдайте в руки.',
      days: 'Для этих дней',
      how: [
        'Карточка открывает вопросы со своего дня до следующего. Раньше она не работает.',
        'На ней нет ни имени, ни причины. Но ответить может любой, кто её найдёт: если карточки потерялись, напечатайте новые.',
        'Когда напечатаны новые, старые перестают работать. То же самое, если изменилась частота или началась пауза.',
      ],
      only: 'Впредь спрашивать только карточкой, сообщений не отправлять',
      onlyHint: 'В день, для которого карточки нет, отклик попадёт в список звонков.',
      make: 'Сделать карточки',
      none: 'Сейчас откликов не просят, карточки не нужны.',
      print: 'Напечатайте эту страницу из меню браузера (Ctrl + P). Открыть её второй раз нельзя.',
      back: 'Как спрашиваем',
      card: {
        title: 'Дайте о себе знать',
        how: 'Откройте камерой телефона или наберите в браузере:',
        qr: 'QR-код',
        danger: 'Если жизнь или здоровье в опасности, звоните 112.',
      },
    },
  },
)
