import { words } from '../platform/words.ts'

/** Adding and removing keys, and the sheet of recovery codes. */
export const keyWords = words(
  {
    totpTitle: 'Lisa autentimisrakendus',
    totpLead: 'Ava telefonis autentimisrakendus, lisa uus konto ja suuna kaamera QR-koodile.',
    qrLabel: 'QR-kood autentimisrakenduse jaoks',
    secret: 'Kui kaamerat ei ole, kirjuta rakendusse see võti:',
    code: 'Kood, mida rakendus nüüd näitab',
    codeHint: 'Kuus numbrit',
    wrongCode: 'See kood ei sobi. Vaata, kas telefoni kell on õige, ja kirjuta järgmine kood.',
    overOffer:
      'Leht oli liiga kaua lahti. Lisa rakendusse uus QR-kood ja kirjuta kood, mida rakendus siis näitab.',
    keep: 'Lisa',
    back: 'Tagasi',
    sheetTitle: 'Sinu taastekoodid',
    sheetLead:
      'Prindi need või kirjuta üles ja hoia eraldi telefonist. Iga kood lubab ühe korra siseneda, kui võti on kadunud. Rohkem me neid ei näita.',
    sheetList: 'Taastekoodid',
    sheetOnce:
      'Taastekoode näidatakse ühe korra. Need, mis sul juba kirjas on, kehtivad. Kui need jäid kirja panemata, tee uued.',
    sheetDone: 'Koodid on tallel, jätka',
    added: 'Võti on lisatud.',
    removed: 'Võti on eemaldatud ja teised seansid lõpetatud.',
    lastKey: 'See on sinu ainus võti. Lisa enne teine, siis saad selle eemaldada.',
    refused: 'Pääsuvõtit ei saanud lisada. Proovi uuesti.',
    notYours: 'Seda võtit sinu kontol ei ole.',
  },
  {
    en: {
      totpTitle: 'Add an authenticator app',
      totpLead:
        'Open the authenticator app on your phone, add an account and point the camera at the QR code.',
      qrLabel: 'QR code for the authenticator app',
      secret: 'Without a camera, write this key into the app:',
      code: 'The code that the app shows now',
      codeHint: 'Six digits',
      wrongCode: 'This code is not right. Check that the phone’s clock is right and write the next code.',
      overOffer:
        'The page was open for too long. Add the new QR code to the app and write the code it then shows.',
      keep: 'Add',
      back: 'Back',
      sheetTitle: 'Your recovery codes',
      sheetLead:
        'Print them or write them down, and keep them away from your phone. Each code lets you in once when your key is lost. We do not show them again.',
      sheetList: 'Recovery codes',
      sheetOnce:
        'Recovery codes are shown once. Those that you have written down hold good. If you did not get to it, make new ones.',
      sheetDone: 'They are safe, continue',
      added: 'The key was added.',
      removed: 'The key was removed and other sessions were ended.',
      lastKey: 'This is your only key. Add another one first, then you can remove it.',
      refused: 'The passkey could not be added. Try again.',
      notYours: 'Your account has no such key.',
    },
    ru: {
      totpTitle: 'Добавьте приложение для кодов',
      totpLead: 'Откройте приложение в телефоне, добавьте учётную запись и наведите камеру на QR-код.',
      qrLabel: 'QR-код для приложения',
      secret: 'Если камеры нет, введите в приложение этот ключ:',
      code: 'Код, который приложение показывает сейчас',
      codeHint: 'Шесть цифр',
      wrongCode: 'Этот код не подходит. Проверьте часы телефона и введите следующий код.',
      overOffer:
        'Страница была открыта слишком долго. Добавьте в приложение новый QR-код и введите код, который оно покажет.',
      keep: 'Добавить',
      back: 'Назад',
      sheetTitle: 'Ваши резервные коды',
      sheetLead:
        'Распечатайте их или запишите и храните отдельно от телефона. Каждый код позволяет войти один раз, если ключ потерян. Больше мы их не покажем.',
      sheetList: 'Резервные коды',
      sheetOnce:
        'Резервные коды показываются один раз. Те, что вы уже записали, действуют. Если записать не успели, создайте новые.',
      sheetDone: 'Коды сохранены, продолжить',
      added: 'Ключ добавлен.',
      removed: 'Ключ удалён, другие сеансы завершены.',
      lastKey: 'Это ваш единственный ключ. Сначала добавьте другой, потом сможете удалить этот.',
      refused: 'Не удалось добавить ключ доступа. Попробуйте ещё раз.',
      notYours: 'Такого ключа в вашей учётной записи нет.',
    },
  },
)
