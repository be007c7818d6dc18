import { words } from '../platform/words.ts'

export const inviteWords = words(
  {
    title: 'Ava talle oma leht',
    lead: 'Oma lehel annab inimene endast märku, näeb, kes on tema andmeid vaadanud, ja saab ise pausi teha või lõpetada.',
    explain: [
      'Saadame aadressile kirja, millega ta oma lehe avab. Kiri kehtib kaks nädalat.',
      'Kirja pealkirjas ei ole sõltuvusest ega rehabilitatsioonist sõnagi.',
      'Hiljem siseneb ta oma e-posti aadressiga, salasõna ei ole vaja.',
    ],
    before: 'Küsi enne, kas ta seda soovib. Märguande saab anda ka telefonis.',
    email: 'Tema e-posti aadress',
    emailHint: 'Selline, mida loeb ainult tema ise',
    emailMissing: 'Kirjuta e-posti aadress, mida ta ise loeb',
    emailTaken: 'Selle aadressiga lehte avada ei saa. Kirjuta mõni teine aadress',
    language: 'Mis keeles on leht',
    send: 'Saada kiri',
    sent: 'Kiri on teel. Ta avab sellest oma lehe.',
    already: {
      title: 'Tal on juba oma leht',
      lead: 'Kui kiri on kadunud, saab ta siseneda ka ise: avalehel oma e-posti aadressiga.',
    },
    toPerson: 'Tagasi inimese juurde',
  },
  {
    en: {
      title: 'Open an own page for them',
      lead: 'On their own page people give check-ins, see who has looked at their data, and can pause or end support themselves.',
      explain: [
        'We send a mail from which they open their page. It is good for two weeks.',
        'The subject of the mail says nothing about addiction or rehabilitation.',
        'Later they sign in with their e-mail address; there is no password.',
      ],
      before: 'Ask first whether they want it. A check-in can be given on the telephone too.',
      email: 'Their e-mail address',
      emailHint: 'One that only they read',
      emailMissing: 'Write an e-mail address that they read themselves',
      emailTaken: 'A page cannot be opened with this address. Write another one',
      language: 'The language of the page',
      send: 'Send the mail',
      sent: 'The mail is on its way. From it they open their page.',
      already: {
        title: 'They have a page already',
        lead: 'If the mail got lost, they can sign in by themselves: on the front page, with their e-mail address.',
      },
      toPerson: 'Back to the person',
    },
    ru: {
      title: 'Открыть человеку его страницу',
      lead: 'На своей странице человек даёт о себе знать, видит, кто смотрел его данные, и может сам сделать паузу или закончить.',
      explain: [
        'Мы отправим письмо, из которого открывается страница. Оно действует две недели.',
        'В теме письма нет ни слова о зависимости или реабилитации.',
        'Потом человек входит по своему адресу электронной почты, пароль не нужен.',
      ],
      before: 'Сначала спросите, хочет ли он этого. Дать о себе знать можно и по телефону.',
      email: 'Адрес электронной почты человека',
      emailHint: 'Такой, который читает только он сам',
      emailMissing: 'Напишите адрес электронной почты, который человек читает сам',
      emailTaken: 'С этим адресом страницу открыть нельзя. Напишите другой',
      language: 'На каком языке страница',
      send: 'Отправить письмо',
      sent: 'Письмо отправлено. Из него открывается страница.',
      already: {
        title: 'У человека уже есть своя страница',
        lead: 'Если письмо потерялось, можно войти и так: на главной странице, по своему адресу электронной почты.',
      },
      toPerson: 'Назад к человеку',
    },
  },
)
