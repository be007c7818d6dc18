import { words } from '../platform/words.ts'

/**
 * The messages that ask for a check-in. They stand on locked screens and lie in mailboxes that others open: no name, no word about
 * health, and not whose service it is. Those of an SMS keep to letters that fit one message; `õ` does not.
 */
export const askingWords = words(
  {
    subject: 'Kuidas sul läheb?',
    sms: (link: string) => `Kuidas sul läheb? Anna endast märku: ${link}`,
    smsAgain: (link: string) => `Täna saad veel endast märku anda: ${link}`,
    ask: 'Anna endast märku. Kolm küsimust, alla minuti. Vasta neile, millele tahad.',
    askLonger: 'Anna endast märku. Seekord natuke pikemalt, umbes kolm minutit. Vasta neile, millele tahad.',
    again: 'Täna saad veel endast märku anda. Kui oled seda juba teinud, ära sellest kirjast hooli.',
    open: 'Anna endast märku',
    once: 'Link töötab ühe korra ja parooli pole vaja.',
    own: 'Vastad oma lehel, kuhu sisened nagu ikka.',
    call: 'Kui tahad parem rääkida, helista oma koordinaatorile. Kui elu või tervis on ohus, helista kohe 112.',
    why: 'Saad selle kirja, sest nii on sinuga kokku lepitud. Kui tahad, et küsiksime teisiti või harvem, ütle seda oma koordinaatorile.',
  },
  {
    en: {
      subject: 'How are you?',
      sms: (link) => `How are you? Check in here: ${link}`,
      smsAgain: (link) => `You can still check in today: ${link}`,
      ask: 'Check in. Three questions, under a minute. Answer those you want to.',
      askLonger: 'Check in. A little longer this time, about three minutes. Answer those you want to.',
      again: 'You can still check in today. If you have done so already, never mind this mail.',
      open: 'Check in',
      once: 'The link works once, and needs no password.',
      own: 'You answer on your own page, and sign in there as always.',
      call: 'If you would rather talk, call your coordinator. If life or health is in danger, call 112 at once.',
      why: 'You get this mail because it was agreed with you. If you want to be asked in another way or less often, tell your coordinator.',
    },
    ru: {
      subject: 'Как у вас дела?',
      sms: (link) => `Как у вас дела? Дайте знать: ${link}`,
      smsAgain: (link) => `Сегодня ещё можно ответить: ${link}`,
      ask: 'Дайте о себе знать. Три вопроса, меньше минуты. Отвечайте на то, на что хотите.',
      askLonger:
        'Дайте о себе знать. В этот раз чуть дольше, около трёх минут. Отвечайте на то, на что хотите.',
      again:
        'Сегодня ещё можно дать о себе знать. Если вы уже ответили, не обращайте внимания на это письмо.',
      open: 'Дать о себе знать',
      once: 'Ссылка срабатывает один раз, пароль не нужен.',
      own: 'Ответить можно на своей странице, войдя как обычно.',
      call: 'Если хочется поговорить, позвоните своему координатору. Если жизнь или здоровье в опасности, сразу звоните 112.',
      why: 'Вы получили это письмо, потому что так с вами договорились. Если хотите, чтобы мы спрашивали иначе или реже, скажите об этом своему координатору.',
    },
  },
)
