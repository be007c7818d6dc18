import { publicWords } from '../platform/words.ts'

/** What came after a training, on its page. */
export const cameOfWords = publicWords(
  {
    title: 'Mis järgnes',
    lead: (day: string) =>
      `Siin õpetatavate meetodite katsed, mis algasid pärast esimest koolituspäeva (${day}).`,
    noProof:
      'See ei tõesta, et muutus tuli koolitusest: katsed tulid pärast seda, ja samal ajal võis muutuda ka muu.',
    none: 'Ühtegi neist meetoditest ei ole pärast koolitust veel proovitud.',
    community: 'Kogukond',
    results: 'Tulemused',
    noResults: 'ei ole veel kirjas',
    led: 'juhtis keegi, kes oli koolitusel',
  },
  {
    en: {
      title: 'What followed',
      lead: (day: string) =>
        `Trials of the methods taught here that began after it was first held, on ${day}.`,
      noProof:
        'This does not prove that the change came from the training: the trials came after it, and other things may have changed at the same time.',
      none: 'None of these methods has been tried since the training.',
      community: 'Community',
      results: 'Results',
      noResults: 'not written down yet',
      led: 'led by somebody who was at the training',
    },
    ru: {
      title: 'Что было дальше',
      lead: (day: string) =>
        `Апробации методов, которым здесь учат, начатые после первого дня тренинга (${day}).`,
      noProof:
        'Это не доказывает, что перемена наступила из-за тренинга: апробации были после него, а одновременно могло измениться и другое.',
      none: 'Ни один из этих методов после тренинга ещё не пробовали.',
      community: 'Сообщество',
      results: 'Результаты',
      noResults: 'пока не записаны',
      led: 'провёл участник тренинга',
    },
    fi: {
      title: 'Mitä seurasi',
      lead: (day: string) =>
        `Tässä opetettavien menetelmien kokeilut, jotka alkoivat ensimmäisen koulutuspäivän, ${day}, jälkeen.`,
      noProof:
        'Tämä ei todista, että muutos johtui koulutuksesta: kokeilut tulivat sen jälkeen, ja samaan aikaan on voinut muuttua muutakin.',
      none: 'Yhtäkään näistä menetelmistä ei ole vielä kokeiltu koulutuksen jälkeen.',
      community: 'Yhteisö',
      results: 'Tulokset',
      noResults: 'ei vielä kirjattu',
      led: 'vetäjä oli mukana koulutuksessa',
    },
    nb: {
      title: 'Hva som fulgte',
      lead: (day: string) =>
        `Utprøvinger av metodene det undervises i her, som begynte etter den første kursdagen, ${day}.`,
      noProof:
        'Dette beviser ikke at endringen kom av kurset: Utprøvingene kom etterpå, og annet kan ha endret seg samtidig.',
      none: 'Ingen av disse metodene er prøvd ut etter kurset ennå.',
      community: 'Lokalsamfunn',
      results: 'Resultater',
      noResults: 'ikke skrevet ned ennå',
      led: 'ledet av en som var på kurset',
    },
  },
)
