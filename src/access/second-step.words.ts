import { words } from '../platform/words.ts'

export const secondStepWords = words(
  {
    showTitle: 'Näita, et see oled sina',
    showLead: 'Siin on inimeste andmed, seepärast ei piisa ainult postkastist.',
    passkeyTitle: 'Pääsuvõti',
    passkeyText: 'Sõrmejälg, nägu või seadme PIN-kood.',
    passkey: 'Kasuta pääsuvõtit',
    passkeyRefused: 'Pääsuvõti ei sobinud. Proovi uuesti.',
    code: 'Kood autentimisrakendusest',
    codeHint: 'Kuus numbrit, mis vahetuvad iga poole minuti järel',
    needCode: 'Kirjuta rakenduses olev kood, kuus numbrit',
    wrongCode: 'See kood ei sobi või on juba kasutatud. Oota uut koodi ja proovi siis.',
    go: 'Jätka',
    lost: 'Telefon või võti on kadunud?',
    lostText:
      'Kasuta taastekoodi lehelt, mille said esimest võtit lisades. Kui sul seda lehte ei ole, räägi oma organisatsiooni halduriga.',
    useRecovery: 'Kasuta taastekoodi',
    noScript: 'Pääsuvõti vajab JavaScripti. Luba see selle lehe jaoks või kasuta taastekoodi.',
    recoveryTitle: 'Taastekood',
    recoveryLead: 'Üks kood sinu lehelt lubab korra siseneda. Kohe pärast seda lisad uue võtme.',
    recoveryCode: 'Taastekood',
    recoveryHint: 'Kaksteist märki, näiteks K7TM-4QXR-9D2E',
    wrongRecovery: 'See taastekood ei sobi või on juba kasutatud.',
    addTitle: 'Lisa teine samm',
    addLead:
      'Enne kui näed inimeste andmeid, lisa võti, mis on ainult sinu käes. Vali üks; teise võid lisada hiljem.',
    addAgainLead: 'Taastekood on kasutatud. Lisa nüüd uus võti, siis pääsed edasi.',
    addPasskeyTitle: 'Pääsuvõti',
    addPasskeyText:
      'Kõige lihtsam: sisened sõrmejälje, näo või seadme PIN-koodiga ega pea enam koode ootama.',
    addPasskey: 'Lisa pääsuvõti',
    addTotpTitle: 'Autentimisrakendus',
    addTotpText: 'Rakendus telefonis näitab koodi, mille kirjutad sisenedes.',
    addTotp: 'Lisa autentimisrakendus',
    mailTitle: 'Kinnita, et see oled sina',
    mailLead: 'Sisenesid natuke aega tagasi. Saadame sinu postkasti koodi, siis saad jätkata.',
    sendMail: 'Saada kood',
    mailCodeLead: 'Saatsime koodi sinu e-posti aadressile. See kehtib kümme minutit.',
    mailCode: 'Kood kirjast',
    mailCodeHint: 'Kaheksa numbrit, näiteks 1234 5678',
    needMailCode: 'Kirjuta kirjas olev kood, kaheksa numbrit',
    wrongMailCode: (left: number) =>
      left === 1
        ? 'See kood ei sobi. Saad proovida veel ühe korra.'
        : `See kood ei sobi. Saad proovida veel ${left} korda.`,
    overMailCode: 'See kood enam ei kehti. Küsi uus kood.',
    mailSubject: 'Tugevus: kinnituskood',
    mailText: (code: string) => `Tere

Sinu kinnituskood: ${code}

Kirjuta see samasse aknasse, kus sa koodi küsisid. Kood kehtib kümme minutit.

Kui sina koodi ei küsinud, on keegi sinu nime all sisenenud: ava „Minu konto“ ja lõpeta teised seansid.`,
    asRole: (role: string) => `Jätka rollis: ${role}`,
  },
  {
    en: {
      showTitle: 'Show that it is you',
      showLead: 'People’s records are kept here, so the mailbox alone is not enough.',
      passkeyTitle: 'Passkey',
      passkeyText: 'Fingerprint, face or the PIN of your device.',
      passkey: 'Use a passkey',
      passkeyRefused: 'The passkey did not work. Try again.',
      code: 'Code from the authenticator app',
      codeHint: 'Six digits that change every half minute',
      needCode: 'Write the code from the app, six digits',
      wrongCode: 'This code is not right or was used already. Wait for the next one and try then.',
      go: 'Continue',
      lost: 'Phone or key lost?',
      lostText:
        'Use a recovery code from the sheet you got with your first key. If you have none, talk to the administrator of your organisation.',
      useRecovery: 'Use a recovery code',
      noScript: 'A passkey needs JavaScript. Allow it for this page, or use a recovery code.',
      recoveryTitle: 'Recovery code',
      recoveryLead: 'One code from your sheet lets you in once. Right after that you add a new key.',
      recoveryCode: 'Recovery code',
      recoveryHint: 'Twelve characters, for example K7TM-4QXR-9D2E',
      wrongRecovery: 'This recovery code is not right or was used already.',
      addTitle: 'Add a second step',
      addLead:
        'Before you see people’s records, add a key that only you hold. Choose one; you can add the other later.',
      addAgainLead: 'The recovery code is used up. Add a new key now, then you can go on.',
      addPasskeyTitle: 'Passkey',
      addPasskeyText:
        'The easiest: you sign in with your fingerprint, face or device PIN and wait for no more codes.',
      addPasskey: 'Add a passkey',
      addTotpTitle: 'Authenticator app',
      addTotpText: 'An app on your phone shows a code that you write when you sign in.',
      addTotp: 'Add an authenticator app',
      mailTitle: 'Confirm that it is you',
      mailLead: 'You signed in a while ago. We send a code to your mailbox, then you can go on.',
      sendMail: 'Send the code',
      mailCodeLead: 'We have sent a code to your e-mail address. It is good for ten minutes.',
      mailCode: 'Code from the mail',
      mailCodeHint: 'Eight digits, for example 1234 5678',
      needMailCode: 'Write the code from the mail, eight digits',
      wrongMailCode: (left) =>
        left === 1
          ? 'This code is not right. You have one more try.'
          : `This code is not right. You have ${left} more tries.`,
      overMailCode: 'This code is no longer good. Ask for a new one.',
      mailSubject: 'Tugevus: confirmation code',
      mailText: (code) => `Hello

Your confirmation code: ${code}

Write it into the same window where you asked for it. It is good for ten minutes.

If you did not ask for a code, somebody is signed in as you: open “My account” and end the other sessions.`,
      asRole: (role) => `Continue as: ${role}`,
    },
    ru: {
      showTitle: 'Покажите, что это вы',
      showLead: 'Здесь хранятся данные людей, поэтому одной почты недостаточно.',
      passkeyTitle: 'Ключ доступа',
      passkeyText: 'Отпечаток пальца, лицо или PIN-код устройства.',
      passkey: 'Использовать ключ доступа',
      passkeyRefused: 'Ключ доступа не подошёл. Попробуйте ещё раз.',
      code: 'Код из приложения',
      codeHint: 'Шесть цифр, которые меняются каждые полминуты',
      needCode: 'Введите код из приложения, шесть цифр',
      wrongCode: 'Этот код не подходит или уже использован. Дождитесь следующего и попробуйте снова.',
      go: 'Продолжить',
      lost: 'Потеряли телефон или ключ?',
      lostText:
        'Используйте резервный код с листа, который вы получили с первым ключом. Если этого листа нет, поговорите с администратором вашей организации.',
      useRecovery: 'Использовать резервный код',
      noScript:
        'Для ключа доступа нужен JavaScript. Разрешите его для этой страницы или используйте резервный код.',
      recoveryTitle: 'Резервный код',
      recoveryLead:
        'Один код с вашего листа позволит войти один раз. Сразу после этого вы добавите новый ключ.',
      recoveryCode: 'Резервный код',
      recoveryHint: 'Двенадцать знаков, например K7TM-4QXR-9D2E',
      wrongRecovery: 'Этот резервный код не подходит или уже использован.',
      addTitle: 'Добавьте второй шаг',
      addLead:
        'Прежде чем вы увидите данные людей, добавьте ключ, который есть только у вас. Выберите один; второй можно добавить позже.',
      addAgainLead: 'Резервный код использован. Теперь добавьте новый ключ, и можно будет продолжить.',
      addPasskeyTitle: 'Ключ доступа',
      addPasskeyText:
        'Проще всего: вы входите по отпечатку пальца, лицу или PIN-коду устройства и больше не ждёте кодов.',
      addPasskey: 'Добавить ключ доступа',
      addTotpTitle: 'Приложение для кодов',
      addTotpText: 'Приложение в телефоне показывает код, который вы вводите при входе.',
      addTotp: 'Добавить приложение',
      mailTitle: 'Подтвердите, что это вы',
      mailLead: 'Вы вошли некоторое время назад. Мы пришлём код на почту, и можно будет продолжить.',
      sendMail: 'Прислать код',
      mailCodeLead: 'Мы отправили код на ваш адрес. Он действует десять минут.',
      mailCode: 'Код из письма',
      mailCodeHint: 'Восемь цифр, например 1234 5678',
      needMailCode: 'Введите код из письма, восемь цифр',
      wrongMailCode: (left) => `Этот код не подходит. Осталось попыток: ${left}.`,
      overMailCode: 'Этот код больше не действует. Запросите новый.',
      mailSubject: 'Tugevus: код подтверждения',
      mailText: (code) => `Здравствуйте.

Ваш код подтверждения: ${code}

Введите его в том же окне, где вы его запросили. Код действует десять минут.

Если вы не запрашивали код, кто-то вошёл под вашим именем: откройте «Моя учётная запись» и завершите другие сеансы.`,
      asRole: (role) => `Продолжить в роли: ${role}`,
    },
  },
)
