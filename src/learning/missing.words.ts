import { publicWords } from '../platform/words.ts'

export const missingWords = publicWords(
  {
    title: 'Mis on veel puudu',
    lead: 'Õpirännetest, mis on läbi. Sulgudes on, mitmel osalejal.',
    none: 'Õpirännetest, mis on läbi, on olemas kõik, mida rahastaja tavaliselt küsib.',
    gaps: { people: 'Osalejad', agreed: 'Kokkulepe enne', confirmed: 'Kinnitus pärast' },
  },
  {
    en: {
      title: 'What is still missing',
      lead: 'Of the mobilities that are over. In brackets: of how many participants.',
      none: 'Of the mobilities that are over, all is there that funders usually ask for.',
      gaps: { people: 'Participants', agreed: 'Agreement before', confirmed: 'Confirmation after' },
    },
    ru: {
      title: 'Чего ещё не хватает',
      lead: 'По поездкам, которые закончились. В скобках: у скольких участников.',
      none: 'По закончившимся поездкам есть всё, что обычно просит финансирующая организация.',
      gaps: { people: 'Участники', agreed: 'Договорённость до поездки', confirmed: 'Подтверждение после' },
    },
    fi: {
      title: 'Mitä vielä puuttuu',
      lead: 'Päättyneistä liikkuvuusjaksoista. Suluissa on, kuinka monelta osallistujalta.',
      none: 'Päättyneistä liikkuvuusjaksoista on kaikki, mitä rahoittaja yleensä pyytää.',
      gaps: { people: 'Osallistujat', agreed: 'Sopimus ennen', confirmed: 'Vahvistus jälkeen' },
    },
    nb: {
      title: 'Det som fortsatt mangler',
      lead: 'Fra mobilitetene som er over. I parentes står det for hvor mange deltakere.',
      none: 'Fra mobilitetene som er over, finnes alt som tilskuddsgivere vanligvis ber om.',
      gaps: { people: 'Deltakere', agreed: 'Avtale før', confirmed: 'Bekreftelse etter' },
    },
  },
)
