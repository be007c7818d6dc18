import { words } from '../platform/words.ts'

export const passkeyWords = words(
  {
    cancelled: 'Pääsuvõtit ei kasutatud. Proovi uuesti või vali muu viis.',
    already: 'Selle seadme pääsuvõti on sul juba olemas.',
  },
  {
    en: {
      cancelled: 'The passkey was not used. Try again, or choose another way.',
      already: 'You already have a passkey of this device.',
    },
    ru: {
      cancelled: 'Ключ доступа не использован. Попробуйте ещё раз или выберите другой способ.',
      already: 'Ключ доступа этого устройства у вас уже есть.',
    },
  },
)
