import { isBefore, type Day } from '../platform/day.ts'
import { plural, words, type Locale } from '../platform/words.ts'
import { dayAndMonth, numericDay } from '../platform/words.dates.ts'
import { untilDay } from '../support/support-day.words.ts'
import { counted, ruPeople } from './count.words.ts'
import { sinceDay } from './since.words.ts'

export const awayWords = words(
  {
    menu: 'Kes on ära',
    title: 'Kes on ära',
    lead: 'Kelle poole pöörduda, kui kolleegi ei ole. Põhjust siin ei küsita ega hoita.',
    sayOwn: 'Pane kirja, et oled ära',
    sayAny: 'Pane kirja, kes on ära',
    own: 'Sinu äraolekud',
    thisWeek: 'Sel nädalal',
    nextWeek: 'Järgmisel nädalal',
    later: 'Hiljem',
    nobody: 'Kõik on kohal',
    nobodyText: 'Kui tead ette, et oled ära, pane see siia kirja ja vali, kes sind asendab.',
    covers: (name: string) => `Asendab: ${name}`,
    noCover: 'Asendajat ei ole määratud.',
    supporterCover: 'Sel ajal hoiab ühendust koordinaator.',
    change: 'Muuda',
    noticed: 'Ei ole kohal',
    noticedNote: 'Nad ei ole ise öelnud, et on ära. Helista kõigepealt neile endile.',
    noticedText: (since: string) => `Ei ole sisse loginud alates ${since}, tähtajad on möödas.`,
    appoint: 'Määra asendaja',
    moveOn: 'Anna inimesed üle',
    form: {
      title: 'Äraolek',
      lead: 'Põhjust ei ole vaja öelda.',
      who: 'Kes on ära?',
      needWho: 'Vali, kes on ära',
      from: 'Esimene päev ära',
      until: 'Viimane päev ära',
      untilHint: 'Jäta tühjaks, kui sa seda veel ei tea.',
      substitute: 'Kes asendab?',
      substituteHint: 'Ta näeb nendel päevadel samu inimesi.',
      nobody: 'Ei tea veel',
      next: 'Vaata üle',
    },
    problems: {
      'from-missing': 'Kirjuta esimene päev, näiteks 1 12 2026',
      'until-wrong': 'Kirjuta viimane päev, näiteks 11 12 2026, või jäta tühjaks',
      'from-past': 'Vali päev viimase kuu seest või hiljem',
      'until-before-from': 'Viimane päev ei saa olla enne esimest',
      'until-past': 'Viimane päev on juba möödas. Vali tänane või hilisem päev.',
      overlap: 'Nendel päevadel on äraolek juba kirjas. Muuda seda, mis on kirjas.',
      'substitute-away': 'Valitud asendaja on ise nendel päevadel ära. Vali keegi teine.',
      'covers-another':
        'Nendel päevadel asendatakse kolleegi, kes on ära. Leppige enne kokku, kes teda asendab, ja muutke tema äraolekut.',
      'substitute-role':
        'Valitud kolleeg ei saa asendada. Koordinaatorit asendab koordinaator, juhti juht või koordinaator.',
    },
    check: {
      title: 'Vaata üle',
      who: 'Ära on',
      from: 'Alates',
      until: 'Kuni',
      unknown: 'ei ole veel teada',
      substitute: 'Asendab',
      sees: (name: string, n: number, span: string) =>
        n === 1
          ? `${name} näeb ${span} üht inimest, sama mis äraolija ise, ja saab tema heaks kõike teha.`
          : `${name} näeb ${span} ${counted('et', n)} inimest, sama mis äraolija ise, ja saab nende heaks kõike teha.`,
      seesAll: (name: string) => `${name} on juht ja näeb kõiki niigi.`,
      newcomers: 'Kes tuleb juurde selle aja sees, on ka asendaja ees.',
      after: 'Pärast viimast päeva ei näe asendaja enam midagi. Edasi anda ta kedagi ei saa.',
      told: 'Inimesed näevad oma lehel, kes nende eest nendel päevadel vastab.',
      alone: 'Asendajat ei ole: mis jääb ootama, läheb juhile.',
      supporter:
        'Tugiisikul asendajat ei ole, sest inimene jagab oma lugu just temaga. Ühendust hoiab koordinaator.',
      save: 'Salvesta',
    },
    one: {
      said: 'Kirjas on',
      toChange: 'Muuda lõppu või asendajat',
      save: 'Salvesta',
      backTitle: 'Tagasi tööl',
      back: 'Olen tagasi',
      backOther: 'On tagasi',
      backText: 'Äraolek lõpeb eilsega. Asendaja ei näe sellest hetkest enam midagi.',
      cancelTitle: 'Jääb ära',
      cancel: 'Võta tagasi',
      cancelText: 'Nagu ei oleks seda kirja pandud.',
    },
    saved: 'Äraolek on kirjas.',
    changed: 'Äraolek on muudetud.',
    ended: 'Tore. Äraolek on lõppenud.',
    toList: 'Kes on ära',
  },
  {
    en: {
      menu: 'Who is away',
      title: 'Who is away',
      lead: 'Whom to turn to while a colleague is not here. Reasons are neither asked nor kept.',
      sayOwn: 'Say that you will be away',
      sayAny: 'Say who is away',
      own: 'Your absences',
      thisWeek: 'This week',
      nextWeek: 'Next week',
      later: 'Later',
      nobody: 'Everybody is here',
      nobodyText: 'If you know that you will be away, say so here and choose who stands in for you.',
      covers: (name) => `Standing in: ${name}`,
      noCover: 'Nobody stands in yet.',
      supporterCover: 'The coordinator keeps in touch meanwhile.',
      change: 'Change',
      noticed: 'Not here',
      noticedNote: 'They have not said that they would be away. Call them first.',
      noticedText: (since) => `Has not signed in since ${since}, and tasks are past their day.`,
      appoint: 'Appoint a substitute',
      moveOn: 'Pass the people on',
      form: {
        title: 'Absence',
        lead: 'No reason is needed.',
        who: 'Who is away?',
        needWho: 'Choose who is away',
        from: 'First day away',
        until: 'Last day away',
        untilHint: 'Leave it empty if you do not know yet.',
        substitute: 'Who stands in?',
        substituteHint: 'They see the same people on those days.',
        nobody: 'Not known yet',
        next: 'Check it',
      },
      problems: {
        'from-missing': 'Write the first day, such as 1 12 2026',
        'until-wrong': 'Write the last day, such as 11 12 2026, or leave it empty',
        'from-past': 'Choose a day within the last month or later',
        'until-before-from': 'The last day cannot be before the first',
        'until-past': 'The last day has passed already. Choose today or a later day.',
        overlap: 'An absence is written down for these days already. Change that one.',
        'substitute-away': 'The chosen substitute is away on these days. Choose somebody else.',
        'covers-another':
          'On these days a colleague who is away is being covered. First agree who stands in there, and change that absence.',
        'substitute-role':
          'The chosen colleague cannot stand in. A coordinator stands in for a coordinator, a head or a coordinator for a head.',
      },
      check: {
        title: 'Check it',
        who: 'Away',
        from: 'From',
        until: 'Until',
        unknown: 'not known yet',
        substitute: 'Standing in',
        sees: (name, n, span) =>
          `${name} sees ${counted('en', n)} ${n === 1 ? 'person' : 'people'} ${span}, as the absent colleague does, and can do everything for them.`,
        seesAll: (name) => `${name} is head of the organisation and sees everybody anyway.`,
        newcomers: 'Whoever comes in the meantime is before the substitute too.',
        after: 'After the last day the substitute sees nothing any more. They cannot pass anybody on.',
        told: 'People see on their page who answers for them on those days.',
        alone: 'Nobody stands in: what waits goes to the head of the organisation.',
        supporter:
          'A support person has no substitute, because the person shares their story with them alone. The coordinator keeps in touch.',
        save: 'Save',
      },
      one: {
        said: 'Written down',
        toChange: 'Change the end or the substitute',
        save: 'Save',
        backTitle: 'Back at work',
        back: 'I am back',
        backOther: 'Is back',
        backText: 'The absence ends with yesterday. From this moment the substitute sees nothing any more.',
        cancelTitle: 'Not happening',
        cancel: 'Take it back',
        cancelText: 'As if it had never been written down.',
      },
      saved: 'The absence is written down.',
      changed: 'The absence is changed.',
      ended: 'Good to have you back. The absence is over.',
      toList: 'Who is away',
    },
    ru: {
      menu: 'Кто отсутствует',
      title: 'Кто отсутствует',
      lead: 'К кому обратиться, пока коллеги нет. Причину здесь не спрашивают и не хранят.',
      sayOwn: 'Записать своё отсутствие',
      sayAny: 'Записать, кто отсутствует',
      own: 'Ваши отсутствия',
      thisWeek: 'На этой неделе',
      nextWeek: 'На следующей неделе',
      later: 'Позже',
      nobody: 'Все на месте',
      nobodyText:
        'Если вы знаете, что будете отсутствовать, запишите это здесь и выберите, кто вас замещает.',
      covers: (name) => `Замещает: ${name}`,
      noCover: 'Замещающий не назначен.',
      supporterCover: 'В это время связь держит координатор.',
      change: 'Изменить',
      noticed: 'Нет на месте',
      noticedNote: 'Об отсутствии они не сообщали. Сначала позвоните им.',
      noticedText: (since) => `Нет входа с ${since}, сроки прошли.`,
      appoint: 'Назначить замещающего',
      moveOn: 'Передать людей',
      form: {
        title: 'Отсутствие',
        lead: 'Причину называть не нужно.',
        who: 'Кто отсутствует?',
        needWho: 'Выберите, кто отсутствует',
        from: 'Первый день отсутствия',
        until: 'Последний день отсутствия',
        untilHint: 'Оставьте пустым, если ещё не знаете.',
        substitute: 'Кто замещает?',
        substituteHint: 'В эти дни замещающий видит тех же людей.',
        nobody: 'Пока неизвестно',
        next: 'Проверить',
      },
      problems: {
        'from-missing': 'Напишите первый день, например 1 12 2026',
        'until-wrong': 'Напишите последний день, например 11 12 2026, или оставьте пустым',
        'from-past': 'Выберите день не раньше чем месяц назад',
        'until-before-from': 'Последний день не может быть раньше первого',
        'until-past': 'Последний день уже прошёл. Выберите сегодняшний или более поздний день.',
        overlap: 'На эти дни отсутствие уже записано. Измените записанное.',
        'substitute-away': 'Выбранный коллега сам отсутствует в эти дни. Выберите кого-то другого.',
        'covers-another':
          'В эти дни замещают коллегу, которого нет. Сначала договоритесь, кто его замещает, и измените то отсутствие.',
        'substitute-role':
          'Выбранный коллега не может замещать. Координатора замещает координатор, руководителя — руководитель или координатор.',
      },
      check: {
        title: 'Проверьте',
        who: 'Отсутствует',
        from: 'С какого дня',
        until: 'По какой день',
        unknown: 'пока неизвестно',
        substitute: 'Замещает',
        sees: (name, n, span) =>
          `${name} видит ${span} ${counted('ru', n)} ${ruPeople(n)}, как и отсутствующий коллега, и может делать для них всё.`,
        seesAll: (name) => `${name} — руководитель и видит всех и так.`,
        newcomers: 'Кто придёт за это время, тоже будет виден замещающему.',
        after: 'После последнего дня замещающий больше ничего не видит. Передать кого-либо он не может.',
        told: 'Люди видят на своей странице, кто отвечает за них в эти дни.',
        alone: 'Замещающего нет: то, что ждёт, перейдёт руководителю.',
        supporter:
          'У опорного лица нет замещающего: человек делится своей историей именно с ним. Связь держит координатор.',
        save: 'Сохранить',
      },
      one: {
        said: 'Записано',
        toChange: 'Изменить конец или замещающего',
        save: 'Сохранить',
        backTitle: 'Снова на работе',
        back: 'Возвращение: я на месте',
        backOther: 'Снова на месте',
        backText:
          'Отсутствие заканчивается вчерашним днём. С этого момента замещающий больше ничего не видит.',
        cancelTitle: 'Не состоится',
        cancel: 'Отменить',
        cancelText: 'Как будто это не записывали.',
      },
      saved: 'Отсутствие записано.',
      changed: 'Отсутствие изменено.',
      ended: 'С возвращением. Отсутствие закончено.',
      toList: 'Кто отсутствует',
    },
  },
)

type Span = { from: Day; until: Day | null }

/** `1. dets – 11. dets`, for a list; with years where they are not this one's. */
export function spanInList(locale: Locale, { from, until }: Span, today: Day): string {
  const short = (date: Day) =>
    date.year === today.year ? dayAndMonth(locale, date) : numericDay(locale, date)
  if (until === null) return `${short(from)} – …`
  return from.equals(until) ? short(from) : `${short(from)} – ${short(until)}`
}

/** `1. detsembrist`; after "since" and "from". */
export function fromDay(locale: Locale, date: Day, today: Day): string {
  const whole = sinceDay(locale, date)
  return date.year === today.year ? whole.replace(/ \d{4}( года)?$/, '') : whole
}

const spanWords = words(
  {
    until: (last: string) => `kuni ${last}`,
    from: (first: string) => `alates ${first}`,
    both: (first: string, last: string) => `${first} ${last}`,
  },
  {
    en: {
      until: (last) => `until ${last}`,
      from: (first) => `from ${first}`,
      both: (first, last) => `from ${first} until ${last}`,
    },
    ru: {
      until: (last) => `по ${last}`,
      from: (first) => `с ${first}`,
      both: (first, last) => `с ${first} по ${last}`,
    },
  },
)

/** `kuni 11. detsembrini`, `alates 1. detsembrist`, or both; inside a sentence. What has begun is told by its end. */
export function spanInSentence(locale: Locale, { from, until }: Span, today: Day): string {
  const say = spanWords(locale)
  const first = fromDay(locale, from, today)
  const ahead = isBefore(today, from)
  if (until === null) return say.from(first)
  return ahead ? say.both(first, untilDay(locale, until)) : say.until(untilDay(locale, until))
}

/** `kuni 11. detsembrini`; nothing where nobody knows. */
export function untilInSentence(locale: Locale, until: Day | null): string {
  return until === null ? '' : spanWords(locale).until(untilDay(locale, until))
}

/** `viis päeva`: for how long something has waited. */
export function daysText(locale: Locale, n: number): string {
  if (locale === 'et') return n === 1 ? 'üks päev' : `${counted('et', n)} päeva`
  if (locale === 'ru') {
    return `${counted('ru', n)} ${plural('ru', n, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`
  }
  return n === 1 ? 'one day' : `${counted('en', n)} days`
}
