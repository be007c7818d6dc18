/**
 * The invented organisation's people. Names are put together from common first and family names and belong to nobody; what they
 * say was written for this.
 */
import type { Locale } from '../platform/words.ts'

/** A way through the years after rehabilitation, as such years go. */
export type Story =
  | 'steady'
  | 'wavering'
  | 'lapse'
  | 'hard-start'
  | 'silent'
  | 'asks-help'
  | 'to-be-asked'
  | 'paused'
  | 'ended'
  | 'new'

export type InventedPerson = {
  name: string
  language: Locale
  /** Whole months between leaving and today. */
  monthsAgo: number
  /** EHAK code. */
  municipality: string
  story: Story
  /** Has an own account and answers there; others are called. */
  online: boolean
}

const estonianFirst = [
  'Marko', 'Liis', 'Andres', 'Rein', 'Triin', 'Joonas', 'Helen', 'Pille', 'Tarmo', 'Kaspar', 'Eha', 'Urmas', 'Kairi',
  'Madis', 'Janne', 'Siim', 'Aivar', 'Merle', 'Tõnis', 'Katrin', 'Raivo', 'Anneli', 'Priit', 'Ülle', 'Hannes', 'Kristel',
  'Margus', 'Õnne', 'Veiko', 'Signe', 'Indrek', 'Heli', 'Taavi', 'Külli', 'Ott', 'Piret', 'Jaanus', 'Ave', 'Kalev', 'Riina',
] // prettier-ignore
const estonianLast = [
  'Kuusik', 'Pärtel', 'Lepmets', 'Allikas', 'Saarmets', 'Tammoja', 'Rebaste', 'Kivimurd', 'Nurmoja', 'Põldmets',
  'Jõepere', 'Härmoja', 'Vahtrik', 'Sooväli', 'Männoja', 'Kasemägi', 'Luhaäär', 'Raudoja', 'Paasväli', 'Toomoja',
] // prettier-ignore
const russianFirst = [
  'Сергей',
  'Ольга',
  'Дмитрий',
  'Елена',
  'Андрей',
  'Наталья',
  'Игорь',
  'Светлана',
  'Павел',
  'Марина',
]
const russianLast = [
  'Лесной',
  'Заречная',
  'Полевой',
  'Озёрная',
  'Береговой',
  'Ветрова',
  'Каменный',
  'Снежина',
  'Луговой',
  'Росина',
]

const municipalities = ['0293', '0668', '0503', '0317', '0784', '0834', '0511', '0567', '0624', '0653']

/** How many have which story; sixty in all. */
const stories: readonly (readonly [Story, number, readonly number[]])[] = [
  ['asks-help', 2, [3, 9]],
  ['silent', 3, [2, 7, 15]],
  ['new', 4, [0, 0, 1, 1]],
  ['hard-start', 5, [1, 2, 3, 3, 4]],
  ['lapse', 7, [4, 5, 7, 8, 11, 14, 22]],
  ['wavering', 12, [2, 5, 6, 8, 9, 10, 12, 13, 16, 19, 26, 31]],
  ['steady', 16, [3, 4, 6, 7, 8, 10, 11, 13, 15, 18, 21, 25, 30, 36, 44, 55]],
  ['to-be-asked', 5, [1, 4, 9, 17, 28]],
  ['paused', 3, [6, 12, 20]],
  ['ended', 3, [14, 24, 40]],
]

/** The sixty, in the order in which they stood in the organisation's list. */
export function inventedPeople(): InventedPerson[] {
  const people: InventedPerson[] = []
  for (const [story, count, months] of stories) {
    for (let i = 0; i < count; i++) {
      const number = people.length
      const russian = number % 6 === 4
      const name = russian
        ? `${at(russianFirst, number / 6)} ${at(russianLast, number / 6)}`
        : `${at(estonianFirst, number)} ${at(estonianLast, number * 7 + Math.floor(number / estonianFirst.length))}`
      people.push({
        name,
        language: russian ? 'ru' : 'et',
        monthsAgo: at(months, i),
        municipality: at(municipalities, number * 3),
        story,
        online: number % 3 !== 2 && story !== 'to-be-asked',
      })
    }
  }
  return people
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[Math.floor(index) % list.length]
  if (item === undefined) throw new RangeError('an empty list')
  return item
}

/** What people write themselves, by how the week went. */
export const said: Record<'et' | 'ru', Record<'good' | 'middling' | 'hard', readonly string[]>> = {
  et: {
    good: [
      'Tööl läks hästi, meister jäi rahule.',
      'Käisin tütrega metsas. Hea päev oli.',
      'Magan lõpuks öö läbi.',
      'Kolmapäeval käisin puutöökojas, aitasin uuel tulijal alustada.',
      'Üür makstud, külmkapp täis.',
    ],
    middling: [
      'Nagu ikka. Õhtud on pikad.',
      'Palgapäev tuleb, natuke kardan.',
      'Vanad tuttavad helistasid. Ei võtnud vastu.',
      'Natuke väsinud, muidu korras.',
    ],
    hard: [
      'Ei maga. Mõtted käivad ringi.',
      'Tülitsesin emaga ja läksin minema.',
      'Töö lõppes ära, ei tea, mis edasi.',
      'Üksi on raske.',
    ],
  },
  ru: {
    good: [
      'На работе всё хорошо.',
      'Ездил к сестре, посидели, поговорили.',
      'Сплю нормально, бегаю по утрам.',
    ],
    middling: ['Всё как обычно, вечера длинные.', 'Скоро зарплата, немного боюсь.'],
    hard: ['Плохо сплю, мысли по кругу.', 'Потерял работу, не знаю, что дальше.'],
  },
}

/** The words of those who have just asked to be called. */
export const askedHelp = ['Kas keegi saaks täna helistada?', 'Üür jäi maksmata, ma ei tea, mis edasi.']

/** What coordinators wrote after a talk. */
export const talked = {
  silence: [
    'Telefon oli parandada, muidu kõik korras. Leppisime kokku, et annab märku esmaspäeviti.',
    'Oli raske nädal, ei tahtnud kirjutada. Rääkisime pool tundi, lubas reedel ise helistada.',
    'Võttis kohe vastu. Tööl on kiire aeg, muud midagi.',
    'Kolis sõbra juurde. Panime kirja uue telefoni aja: pärast kella 17.',
  ],
  help: [
    'Helistasin tunni aja pärast. Vaatasime koos üürivõla läbi, homme helistame omavalitsusse.',
    'Rääkisime. Tal oli hirm palgapäeva ees; õde tuleb õhtuks juurde.',
  ],
  checkup: [
    'Töö kestab, elab oma üüripinnal. Tahaks rohkem inimesi ümber; rääkisime puutöökojast.',
    'Läheb hästi. Jagas, mis aitas suvel: saun, kala, varane uni.',
    'Uni on halb ja tung õhtuti tuleb. Leppisime kokku psühholoogi aja.',
    'Otsib tööd. Kirjutasime koos Töötukassa jaoks üles, mida ta oskab.',
    'Sai tütrega suhted korda, on uhke. Järgmine kord kohtume kogukonnamajas.',
  ],
  lapse:
    'Rääkis ise, samal nädalal. Kutsus õe appi, järgmisel päeval oli juba tööl. Läksime koos üle, mis aitas.',
}
