import { words } from '../platform/words.ts'

export const signInWords = words(
  {
    title: 'Sisene',
    lead: 'Kirjuta oma e-posti aadress ja saadame sulle koodi. Parooli ei ole vaja meeles pidada.',
    email: 'E-posti aadress',
    needEmail: 'Kirjuta oma e-posti aadress, näiteks mari@naide.ee',
    send: 'Saada kood',
    passkeyTitle: 'Sul on pääsuvõti?',
    passkeyText: 'Sisene sõrmejälje, näo või seadme PIN-koodiga. Aadressi ei ole siis vaja kirjutada.',
    passkey: 'Sisene pääsuvõtmega',
    passkeyRefused: 'Pääsuvõti ei sobinud. Proovi uuesti või küsi kood e-postiga.',
    unsafe: 'Siia ei saa praegu turvaliselt siseneda',
    unsafeLead:
      'Sisse saab ainult https-aadressil. Palu platvormi haldajal seada TUGEVUS_URL ja turvaline ühendus.',
    codeTitle: 'Vaata postkasti',
    codeLead:
      'Kui see aadress on meil kirjas, saatsime sinna kaheksakohalise koodi. See kehtib kümme minutit.',
    code: 'Kood kirjast',
    codeHint: 'Kaheksa numbrit, näiteks 1234 5678',
    needCode: 'Kirjuta kirjas olev kood, kaheksa numbrit',
    wrongCode: (left: number) =>
      left === 1
        ? 'See kood ei sobi. Saad proovida veel ühe korra.'
        : `See kood ei sobi. Saad proovida veel ${left} korda.`,
    overCode: 'See kood enam ei kehti. Küsi uus kood.',
    enter: 'Sisene',
    again: 'Küsi uus kood',
    notCome: 'Kirja ei tulnud?',
    notComeText: 'Oota paar minutit ja vaata rämpsposti. Kontrolli, kas aadress sai õigesti kirja.',
    noPost:
      'Siit praegu kirju välja ei saadeta. Küsi koodi oma organisatsioonist: haldur näeb töötajate kirju.',
    mailSubject: 'Tugevus: sisenemise kood',
    mailCode: 'Sinu kood',
    mailWhere: 'Kirjuta see samasse aknasse, kus sa koodi küsisid. Kood kehtib kümme minutit.',
    mailNotYou:
      'Kui sina koodi ei küsinud, ära tee midagi: ainult selle kirjaga ei pääse keegi sisse. Ära ütle koodi kellelegi, ka mitte meile.',
  },
  {
    en: {
      title: 'Sign in',
      lead: 'Write your e-mail address and we send you a code. There is no password to remember.',
      email: 'E-mail address',
      needEmail: 'Write your e-mail address, for example mari@example.ee',
      send: 'Send the code',
      passkeyTitle: 'Do you have a passkey?',
      passkeyText: 'Sign in with your fingerprint, face or the PIN of your device. No address to write.',
      passkey: 'Sign in with a passkey',
      passkeyRefused: 'The passkey did not work. Try again, or ask for a code by e-mail.',
      unsafe: 'It is not safe to sign in here yet',
      unsafeLead:
        'Signing in works over https only. Ask whoever runs the platform to set TUGEVUS_URL and a secure connection.',
      codeTitle: 'Look in your mailbox',
      codeLead:
        'If we know this address, we have sent it a code of eight digits. It is good for ten minutes.',
      code: 'Code from the mail',
      codeHint: 'Eight digits, for example 1234 5678',
      needCode: 'Write the code from the mail, eight digits',
      wrongCode: (left) =>
        left === 1
          ? 'This code is not right. You have one more try.'
          : `This code is not right. You have ${left} more tries.`,
      overCode: 'This code is no longer good. Ask for a new one.',
      enter: 'Sign in',
      again: 'Ask for a new code',
      notCome: 'No mail?',
      notComeText: 'Wait a few minutes and look among the spam. Check that the address was written right.',
      noPost:
        'No mail is sent from here at the moment. Ask your organisation for the code: its administrator sees the mails of staff.',
      mailSubject: 'Tugevus: your code',
      mailCode: 'Your code',
      mailWhere: 'Write it into the same window where you asked for it. It is good for ten minutes.',
      mailNotYou:
        'If you did not ask for a code, do nothing: nobody gets in with this mail alone. Tell the code to nobody, not to us either.',
    },
    ru: {
      title: 'Вход',
      lead: 'Введите адрес электронной почты, и мы пришлём код. Пароль помнить не нужно.',
      email: 'Адрес электронной почты',
      needEmail: 'Введите адрес электронной почты, например mari@naide.ee',
      send: 'Прислать код',
      passkeyTitle: 'У вас есть ключ доступа?',
      passkeyText: 'Войдите по отпечатку пальца, лицу или PIN-коду устройства. Адрес вводить не нужно.',
      passkey: 'Войти с ключом доступа',
      passkeyRefused: 'Ключ доступа не подошёл. Попробуйте ещё раз или запросите код по почте.',
      unsafe: 'Входить здесь пока небезопасно',
      unsafeLead:
        'Вход работает только по адресу https. Попросите того, кто ведёт платформу, задать TUGEVUS_URL и безопасное соединение.',
      codeTitle: 'Загляните в почту',
      codeLead:
        'Если этот адрес у нас записан, мы отправили туда код из восьми цифр. Он действует десять минут.',
      code: 'Код из письма',
      codeHint: 'Восемь цифр, например 1234 5678',
      needCode: 'Введите код из письма, восемь цифр',
      wrongCode: (left) => `Этот код не подходит. Осталось попыток: ${left}.`,
      overCode: 'Этот код больше не действует. Запросите новый.',
      enter: 'Войти',
      again: 'Запросить новый код',
      notCome: 'Письмо не пришло?',
      notComeText: 'Подождите пару минут и загляните в спам. Проверьте, правильно ли написан адрес.',
      noPost:
        'Письма отсюда сейчас не отправляются. Спросите код в своей организации: администратор видит письма сотрудников.',
      mailSubject: 'Tugevus: код для входа',
      mailCode: 'Ваш код',
      mailWhere: 'Введите его в том же окне, где вы его запросили. Код действует десять минут.',
      mailNotYou:
        'Если вы не запрашивали код, ничего не делайте: по одному этому письму никто не войдёт. Не сообщайте код никому, нам тоже.',
    },
  },
)
