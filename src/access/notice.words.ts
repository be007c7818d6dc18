import { plural, words } from '../platform/words.ts'

/** Mails about an account's own doors. They say what happened and what to do if it was somebody else. */
export const noticeWords = words(
  {
    subject: 'Tugevus: muudatus sinu kontol',
    'passkey-added': 'Sinu kontole lisati pääsuvõti.',
    'totp-added': 'Sinu kontole lisati autentimisrakendus.',
    'key-removed': 'Sinu kontolt eemaldati üks sisenemisvõti. Teised seansid lõpetati.',
    'recovery-used': 'Sinu kontole siseneti taastekoodiga. See kood enam ei kehti.',
    'recovery-made': 'Sinu kontole tehti uued taastekoodid. Vanad enam ei kehti.',
    'keys-reset':
      'Haldur eemaldas sinu konto sisenemisvõtmed ja lõpetas kõik seansid. Järgmisel sisenemisel lisad uue võtme.',
    'address-changed': 'Sinu konto e-posti aadress muudeti. Sellele aadressile me enam koode ei saada.',
    yours: 'Kui see olid sina, ei pea sa midagi tegema.',
    notYours: 'Kui see ei olnud sina, anna kohe teada oma organisatsiooni haldurile või juhile.',
    reason: (text: string) => `Põhjus: ${text}`,
    inviteSubject: 'Tugevus: kutse',
    inviteWhat: (organisation: string) => `${organisation} kutsub sind platvormile Tugevus.`,
    inviteOpen: 'Tule sisse',
    inviteEnds: (days: number) =>
      `Link toimib ühe korra ja kehtib ${days} päeva. Hiljem sisene oma e-posti aadressiga, parooli ei ole.`,
    inviteUnexpected: 'Kui sa kutset ei oodanud, ära tee midagi.',
  },
  {
    en: {
      subject: 'Tugevus: a change to your account',
      'passkey-added': 'A passkey was added to your account.',
      'totp-added': 'An authenticator app was added to your account.',
      'key-removed': 'A key was removed from your account. Other sessions were ended.',
      'recovery-used':
        'Somebody signed in to your account with a recovery code. That code is no longer good.',
      'recovery-made': 'New recovery codes were made for your account. The old ones are no longer good.',
      'keys-reset':
        'An administrator removed the keys of your account and ended all sessions. You add a new key when you sign in next.',
      'address-changed': 'The e-mail address of your account was changed. We send no more codes to this one.',
      yours: 'If it was you, there is nothing to do.',
      notYours: 'If it was not you, tell the administrator or the head of your organisation at once.',
      reason: (text) => `Reason: ${text}`,
      inviteSubject: 'Tugevus: an invitation',
      inviteWhat: (organisation) => `${organisation} invites you to Tugevus.`,
      inviteOpen: 'Come in',
      inviteEnds: (days) =>
        `The link works once, within ${days} ${plural('en', days, { one: 'day', other: 'days' })}. Later, sign in with your e-mail address; there is no password.`,
      inviteUnexpected: 'If you did not expect an invitation, do nothing.',
    },
    ru: {
      subject: 'Tugevus: изменение вашей учётной записи',
      'passkey-added': 'К вашей учётной записи добавлен ключ доступа.',
      'totp-added': 'К вашей учётной записи добавлено приложение для кодов.',
      'key-removed': 'Из вашей учётной записи удалён ключ. Другие сеансы завершены.',
      'recovery-used': 'В вашу учётную запись вошли по резервному коду. Этот код больше не действует.',
      'recovery-made': 'Для вашей учётной записи созданы новые резервные коды. Старые больше не действуют.',
      'keys-reset':
        'Администратор удалил ключи вашей учётной записи и завершил все сеансы. При следующем входе вы добавите новый ключ.',
      'address-changed':
        'Адрес электронной почты вашей учётной записи изменён. На этот адрес коды больше не приходят.',
      yours: 'Если это были вы, делать ничего не нужно.',
      notYours: 'Если это были не вы, сразу сообщите администратору или руководителю вашей организации.',
      reason: (text) => `Причина: ${text}`,
      inviteSubject: 'Tugevus: приглашение',
      inviteWhat: (organisation) => `${organisation} приглашает вас в Tugevus.`,
      inviteOpen: 'Войти',
      inviteEnds: (days) =>
        `Ссылка срабатывает один раз и действует ${days} ${plural('ru', days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}. Потом входите по адресу электронной почты, пароля нет.`,
      inviteUnexpected: 'Если вы не ждали приглашения, ничего не делайте.',
    },
  },
)
