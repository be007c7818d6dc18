import { plural, words } from '../platform/words.ts'

const ruPlaces = (n: number) =>
  `${n} ${plural('ru', n, { one: 'свободное место', few: 'свободных места', many: 'свободных мест', other: 'свободных мест' })}`
const enPlaces = (n: number) => `${n} free ${n === 1 ? 'place' : 'places'}`
const etPlaces = (n: number) => (n === 1 ? '1 vaba koht' : `${n} vaba kohta`)

/** Of the page with all free places of all communities. */
export const freePlacesWords = words(
  {
    title: 'Kõik vabad kohad',
    lead: (places: number, communities: number) =>
      `${etPlaces(places)} ${communities === 1 ? '1 kogukonnas' : `${communities} kogukonnas`}. Koht ei küsi, miks keegi tuleb.`,
    map: {
      label: 'Vali maakond',
      hint: 'Vali maakond. Arv näitab vabu kohti, kriips tähendab, et sealt pole meil veel ühtki kogukonda.',
      tile: (county: string, n: number) => `${county}: ${etPlaces(n)}`,
      noCommunity: (county: string) => `${county}: kogukondi veel ei ole`,
    },
    narrow: 'Kitsenda',
    narrowLink: 'Kitsenda loendit',
    kind: 'Mis laadi koht',
    language: 'Mis keeles',
    need: 'Mis on vajalik',
    county: 'Maakond',
    allCounties: 'Kogu Eesti',
    day: 'Nädalapäev',
    anyDay: 'Kõik päevad',
    near: 'Lähedal vallale või linnale',
    anywhere: 'Ei ole tähtis',
    show: 'Näita kohti',
    nearOf: (name: string) => `Lähedal: ${name}`,
    inCounty: (county: string, n: number) => `${county}: ${etPlaces(n)}`,
    elsewhere: 'Mujal Eestis',
    elsewhereLead: (n: number) => `${etPlaces(n)}, lähemad eespool. Kaugus ei otsusta, soov otsustab.`,
    found: (n: number) => etPlaces(n),
    none: {
      title: 'Praegu ei ole ühtegi vaba kohta',
      text: 'Küsi koordinaatorilt: kõik kohad ei jõua siia kohe.',
    },
    noneFits: {
      title: 'Sellist vaba kohta praegu ei ole',
      text: 'Võta mõni täpsustus maha või vaata kogu Eestit.',
      action: 'Näita kõiki kohti',
    },
    noneHere: 'Siin praegu sellist vaba kohta ei ole.',
  },
  {
    en: {
      title: 'All free places',
      lead: (places, communities) =>
        `${enPlaces(places)} in ${communities} ${communities === 1 ? 'community' : 'communities'}. A place does not ask why somebody comes.`,
      map: {
        label: 'Choose a county',
        hint: 'Choose a county. The number is that of free places; a dash means that no community there is with us yet.',
        tile: (county, n) => `${county}: ${enPlaces(n)}`,
        noCommunity: (county) => `${county}: no communities yet`,
      },
      narrow: 'Narrow down',
      narrowLink: 'Narrow the list down',
      kind: 'What kind of place',
      language: 'In which language',
      need: 'What is needed',
      county: 'County',
      allCounties: 'All of Estonia',
      day: 'Day of the week',
      anyDay: 'Any day',
      near: 'Near a municipality',
      anywhere: 'Does not matter',
      show: 'Show places',
      nearOf: (name) => `Near ${name}`,
      inCounty: (county, n) => `${county}: ${enPlaces(n)}`,
      elsewhere: 'Elsewhere in Estonia',
      elsewhereLead: (n) => `${enPlaces(n)}, the nearer ones first. Distance does not decide, the wish does.`,
      found: (n) => enPlaces(n),
      none: {
        title: 'No place is free at present',
        text: 'Ask a coordinator: not every place gets here at once.',
      },
      noneFits: {
        title: 'No such place is free at present',
        text: 'Take a choice off, or look at all of Estonia.',
        action: 'Show all places',
      },
      noneHere: 'No such place is free here at present.',
    },
    ru: {
      title: 'Все свободные места',
      lead: (places, communities) =>
        `${ruPlaces(places)} в ${communities} ${plural('ru', communities, { one: 'сообществе', other: 'сообществах' })}. Место не спрашивает, почему кто-то приходит.`,
      map: {
        label: 'Выберите уезд',
        hint: 'Выберите уезд. Число – свободные места, тире – там у нас пока нет ни одного сообщества.',
        tile: (county, n) => `${county}: ${ruPlaces(n)}`,
        noCommunity: (county) => `${county}: сообществ пока нет`,
      },
      narrow: 'Уточнить',
      narrowLink: 'Уточнить список',
      kind: 'Вид места',
      language: 'На каком языке',
      need: 'Что необходимо',
      county: 'Уезд',
      allCounties: 'Вся Эстония',
      day: 'День недели',
      anyDay: 'Любой день',
      near: 'Рядом с волостью или городом',
      anywhere: 'Не важно',
      show: 'Показать места',
      nearOf: (name) => `Рядом: ${name}`,
      inCounty: (county, n) => `${county}: ${ruPlaces(n)}`,
      elsewhere: 'В других местах Эстонии',
      elsewhereLead: (n) => `${ruPlaces(n)}, сначала те, что ближе. Решает не расстояние, а желание.`,
      found: (n) => ruPlaces(n),
      none: {
        title: 'Сейчас свободных мест нет',
        text: 'Спросите координатора: не все места попадают сюда сразу.',
      },
      noneFits: {
        title: 'Такого свободного места сейчас нет',
        text: 'Снимите одно из уточнений или посмотрите всю Эстонию.',
        action: 'Показать все места',
      },
      noneHere: 'Здесь такого свободного места сейчас нет.',
    },
  },
)
