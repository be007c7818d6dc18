import { publicWords } from '../platform/words.ts'

export const projectExportWords = publicWords(
  {
    download: 'Laadi alla Excelis',
    /** Of the file: says nothing of what people work with. */
    file: 'opiranded',
    method: 'Meetod',
    mobility: 'Õpiränne',
    community: 'Kogukond',
    withAdaptation: 'Kohandus',
    firstDay: 'Katse esimene päev',
    resultCount: 'Tulemusi',
  },
  {
    en: {
      download: 'Download for Excel',
      file: 'mobilities',
      method: 'Method',
      mobility: 'Mobility',
      community: 'Community',
      withAdaptation: 'Adaptation',
      firstDay: 'First day of the trial',
      resultCount: 'Results',
    },
    ru: {
      download: 'Скачать для Excel',
      file: 'poezdki',
      method: 'Метод',
      mobility: 'Поездка',
      community: 'Сообщество',
      withAdaptation: 'Адаптация',
      firstDay: 'Первый день апробации',
      resultCount: 'Результатов',
    },
    fi: {
      download: 'Lataa Excel-tiedostona',
      file: 'liikkuvuusjaksot',
      method: 'Menetelmä',
      mobility: 'Liikkuvuusjakso',
      community: 'Yhteisö',
      withAdaptation: 'Mukautus',
      firstDay: 'Kokeilun ensimmäinen päivä',
      resultCount: 'Tuloksia',
    },
    nb: {
      download: 'Last ned som Excel-fil',
      file: 'mobiliteter',
      method: 'Metode',
      mobility: 'Mobilitet',
      community: 'Lokalsamfunn',
      withAdaptation: 'Tilpasning',
      firstDay: 'Utprøvingens første dag',
      resultCount: 'Resultater',
    },
  },
)
