import { publicWords } from '../platform/words.ts'

/** Where a community and its places are, for everybody who looks. */
export const locationViewWords = publicWords(
  {
    title: 'Asukohad',
    where: 'Kus',
    told: 'Aadress öeldakse siis, kui koht on kokku lepitud.',
    goneOf: (name: string) => `${name}: seda asukohta enam ei kasutata`,
  },
  {
    en: {
      title: 'Locations',
      where: 'Where',
      told: 'The address is told when the place is agreed.',
      goneOf: (name: string) => `${name}: this location is no longer used`,
    },
    ru: {
      title: 'Адреса',
      where: 'Где',
      told: 'Адрес сообщат, когда о месте договорятся.',
      goneOf: (name: string) => `${name}: этот адрес больше не используется`,
    },
    fi: {
      title: 'Sijainnit',
      where: 'Missä',
      told: 'Osoite kerrotaan, kun paikasta on sovittu.',
      goneOf: (name: string) => `${name}: tämä sijainti ei ole enää käytössä`,
    },
    nb: {
      title: 'Steder',
      where: 'Hvor',
      told: 'Adressen får du når en plass er avtalt.',
      goneOf: (name: string) => `${name}: dette stedet er ikke lenger i bruk`,
    },
  },
)
