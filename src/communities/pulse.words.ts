import { plural, words } from '../platform/words.ts'

const answersEn = (n: number) => `${n} ${n === 1 ? 'answer' : 'answers'}`
const answersRu = (n: number) =>
  `${n} ${plural('ru', n, { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' })}`

/** For those whose community it is; what is asked stands in content/pulse. */
export const pulseWords = words(
  {
    title: 'Kogukonna pulss',
    lead: 'Kui palju siin inimesi usaldatakse ja kui lähedale on oodatud inimene, kes taastub. Küsitakse enne ja pärast, ilma nimeta.',
    open: 'Ava pulss',
    all: 'Kõik pulsid',
    none: 'Pulssi ei ole veel küsitud',
    noneHint:
      'Küsi esimest korda enne, kui arengukavaga algust teete. Siis on hiljem, mille kõrvale vaadata.',
    noneHost: 'Esimese lepite kokku koos arendajaga.',
    begin: 'Ava uus pulss',
    newLead: 'Saad koodi ja plakati. Vastata saab igaüks, kellel on kood, ilma kontota.',
    moment: 'Mis hetke see näitab?',
    moments: { before: 'Enne', after: 'Pärast' },
    momentHints: {
      before: 'Enne arenguperioodi: lähtekoht.',
      after: 'Pärast arenguperioodi: mis on nüüd.',
    },
    label: 'Kuidas seda nimetada?',
    labelHint: 'Näiteks: kevad 2027. Vastajad seda ei näe.',
    opensOn: 'Mis päevast saab vastata?',
    untilOn: 'Mis päevani?',
    expected: 'Mitu inimest võiks vastata?',
    expectedHint: 'Näiteks külakoosolekul. Kui vastuseid tuleb rohkem, on seda pärast näha.',
    save: 'Ava',
    opened: 'Pulss on avatud. Prindi plakat või ütle kood edasi.',
    states: { coming: 'algab hiljem', open: 'avatud', over: 'aeg läbi, kokku lugemata', closed: 'lõpetatud' },
    columns: {
      code: 'Kood',
      where: 'Kus vastata',
      when: 'Millal',
      answers: 'Vastuseid',
      about: 'Kogukonna nimi siis',
    },
    until: (from: string, to: string) => `${from} – ${to}`,
    count: (n: number) => (n === 1 ? '1 vastus' : `${n} vastust`),
    ofExpected: (n: number, expected: number) => `${n}, oodati kuni ${expected}`,
    tooMany: (n: number, expected: number) =>
      `Vastuseid on ${n}, inimesi oodati ${expected}. Võib-olla vastas keegi mitu korda; seda ei saa teada, sest kedagi ei jälgita.`,
    missing: (n: number) =>
      n === 1
        ? 'Näidata saab viiest vastusest alates: üks on veel puudu.'
        : `Näidata saab viiest vastusest alates: ${n} on veel puudu.`,
    enough: 'Vastuseid on piisavalt. Tulemus ilmub siis, kui pulss on lõpetatud.',
    tooFew: 'Vastajaid oli alla viie. Tulemust ei näidata ja vastused on kustutatud.',
    poster: 'Ava plakat',
    lengthen: 'Muuda viimast päeva',
    lengthened: 'Viimane päev on muudetud.',
    closeTitle: 'Lõpeta ja loe kokku',
    closeLead:
      'Üksikuid vastuseid ei näe keegi, ka juht mitte. Lõpetamisel jäävad alles ainult keskmised, kui vastajaid on vähemalt viis; vastused ise kustutatakse. Uuesti seda pulssi avada ei saa.',
    closeFew:
      'Praegu oleks vastajaid alla viie ja näidata ei oleks midagi. Oota veel või muuda viimast päeva.',
    close: 'Lõpeta pulss',
    closed: 'Pulss on lõpetatud, vastused on kustutatud.',
    result: 'Tulemus',
    measures: { trust: 'Usaldus inimeste vastu', distance: 'Kaugus inimesest, kes taastub' },
    ends: {
      trust: ['0 parem olla ettevaatlik', '10 enamikku saab usaldada'] as const,
      distance: ['0 hea meelega', '3 pigem mitte'] as const,
    },
    people: (n: number) => (n === 1 ? '1 vastaja' : `${n} vastajat`),
    hidden: 'alla viie vastaja, ei näidata',
    table: 'Sama tabelina',
    tableColumns: { measure: 'Mida', moment: 'Millal', mean: 'Keskmine', people: 'Vastajaid' },
    notSame:
      'Enne ja pärast ei pruukinud vastata samad inimesed. Vahe võib tulla ka sellest, kes vastas; siit ei saa järeldada, et miski on muutunud millegi tõttu.',
    otherVersion: 'Küsimused olid kahel korral eri sõnastusega.',
    sources:
      'Usalduse küsimused on tehtud Euroopa sotsiaaluuringu kolme usaldusküsimuse järgi meie oma sõnadega (GESIS-ZIS, doi 10.6102/zis235). Kauguse küsimused on meie enda omad ja neid ei ole teaduslikult kontrollitud.',
    posterTitle: 'Plakat',
    posterPrint: 'Prindi see leht. Paberile jääb ainult plakat.',
    errors: {
      moment: 'Vali, kas enne või pärast',
      label: 'Kuni 80 tähte',
      opensOn: 'Kirjuta päev, kuu ja aasta, alates tänasest',
      untilOn: 'Kirjuta päev, kuu ja aasta, mitte varasem kui esimene päev ja tänane',
      expected: 'Kirjuta arv 1 kuni 5000 või jäta tühjaks',
    },
  },
  {
    en: {
      title: 'Pulse of the community',
      lead: 'How far people are trusted here, and how near somebody in recovery is welcome. Asked before and after, without names.',
      open: 'Open the pulse',
      all: 'All pulses',
      none: 'The pulse has not been asked yet',
      noneHint:
        'Ask for the first time before the plan begins. Then there is something to look at beside it later.',
      noneHost: 'You agree on the first one together with your developer.',
      begin: 'Open a new pulse',
      newLead: 'You get a code and a poster. Anybody who has the code can answer, without an account.',
      moment: 'Which moment does it show?',
      moments: { before: 'Before', after: 'After' },
      momentHints: {
        before: 'Before the time of development: where you start.',
        after: 'After the time of development: what is there now.',
      },
      label: 'What do you call it?',
      labelHint: 'For example: spring 2027. Those who answer do not see it.',
      opensOn: 'From which day can it be answered?',
      untilOn: 'Until which day?',
      expected: 'How many people could answer?',
      expectedHint: 'At a village meeting, say. If more answers come, it shows afterwards.',
      save: 'Open',
      opened: 'The pulse is open. Print the poster or pass on the code.',
      states: { coming: 'begins later', open: 'open', over: 'over, not counted yet', closed: 'closed' },
      columns: {
        code: 'Code',
        where: 'Where to answer',
        when: 'When',
        answers: 'Answers',
        about: 'Its name then',
      },
      until: (from: string, to: string) => `${from} – ${to}`,
      count: answersEn,
      ofExpected: (n: number, expected: number) => `${n}, up to ${expected} expected`,
      tooMany: (n: number, expected: number) =>
        `There are ${n} answers, and ${expected} people were expected. Perhaps somebody answered more than once; nobody can know, since nobody is tracked.`,
      missing: (n: number) =>
        n === 1
          ? 'It can be shown from five answers on: one is still missing.'
          : `It can be shown from five answers on: ${n} are still missing.`,
      enough: 'There are enough answers. The result appears once the pulse is closed.',
      tooFew: 'Fewer than five people answered. No result is shown, and the answers are erased.',
      poster: 'Open the poster',
      lengthen: 'Change the last day',
      lengthened: 'The last day is changed.',
      closeTitle: 'Close and count',
      closeLead:
        'Nobody sees single answers, not the head either. When it is closed only means are kept, if five people or more have answered; the answers themselves are erased. This pulse cannot be opened again.',
      closeFew:
        'So far fewer than five people have answered, and nothing could be shown. Wait, or change the last day.',
      close: 'Close the pulse',
      closed: 'The pulse is closed, and the answers are erased.',
      result: 'Result',
      measures: { trust: 'Trust in people', distance: 'Distance to somebody in recovery' },
      ends: {
        trust: ['0 better to be careful', '10 most can be trusted'] as const,
        distance: ['0 gladly', '3 rather not'] as const,
      },
      people: (n: number) => `${n} ${n === 1 ? 'person' : 'people'}`,
      hidden: 'fewer than five people, not shown',
      table: 'The same as a table',
      tableColumns: { measure: 'What', moment: 'When', mean: 'Mean', people: 'People' },
      notSame:
        'Those who answered before and after need not be the same people. A difference may come from who answered; it does not show that something has changed, or why.',
      otherVersion: 'The questions were worded differently the two times.',
      sources:
        'The questions about trust follow the three social-trust items of the European Social Survey, in our own words (GESIS-ZIS, doi 10.6102/zis235). Those about distance are ours and have not been validated.',
      posterTitle: 'Poster',
      posterPrint: 'Print this page. Only the poster comes onto the paper.',
      errors: {
        moment: 'Choose before or after',
        label: 'At most 80 letters',
        opensOn: 'Write day, month and year, from today on',
        untilOn: 'Write day, month and year, not before the first day or today',
        expected: 'Write a number from 1 to 5000, or leave it empty',
      },
    },
    ru: {
      title: 'Пульс сообщества',
      lead: 'Насколько здесь доверяют людям и насколько близко готовы принять человека, который восстанавливается. Спрашивают до и после, без имён.',
      open: 'Посмотреть пульс',
      all: 'Все опросы',
      none: 'Пульс ещё не измеряли',
      noneHint: 'Спросите в первый раз до начала работы по плану. Потом будет с чем сравнить.',
      noneHost: 'О первом вы договоритесь вместе со специалистом по развитию.',
      begin: 'Открыть новый пульс',
      newLead: 'Вы получите код и плакат. Ответить может каждый, у кого есть код, без учётной записи.',
      moment: 'Какой это момент?',
      moments: { before: 'До', after: 'После' },
      momentHints: {
        before: 'До периода развития: с чего начинаем.',
        after: 'После периода развития: что есть теперь.',
      },
      label: 'Как это назвать?',
      labelHint: 'Например: весна 2027. Те, кто отвечает, этого не видят.',
      opensOn: 'С какого дня можно отвечать?',
      untilOn: 'До какого дня?',
      expected: 'Сколько людей могло бы ответить?',
      expectedHint: 'Например, на сельском собрании. Если ответов будет больше, потом это будет видно.',
      save: 'Открыть',
      opened: 'Пульс открыт. Распечатайте плакат или передайте код.',
      states: {
        coming: 'начнётся позже',
        open: 'открыт',
        over: 'срок прошёл, не подсчитан',
        closed: 'завершён',
      },
      columns: {
        code: 'Код',
        where: 'Где отвечать',
        when: 'Когда',
        answers: 'Ответов',
        about: 'Название тогда',
      },
      until: (from: string, to: string) => `${from} – ${to}`,
      count: answersRu,
      ofExpected: (n: number, expected: number) => `${n}, ожидали до ${expected}`,
      tooMany: (n: number, expected: number) =>
        `Ответов ${n}, а людей ожидали ${expected}. Возможно, кто-то ответил несколько раз; узнать это нельзя, потому что никого не отслеживают.`,
      missing: (n: number) => `Показать можно начиная с пяти ответов: не хватает ещё ${n}.`,
      enough: 'Ответов достаточно. Результат появится, когда пульс будет завершён.',
      tooFew: 'Ответило меньше пяти человек. Результат не показан, ответы удалены.',
      poster: 'Открыть плакат',
      lengthen: 'Изменить последний день',
      lengthened: 'Последний день изменён.',
      closeTitle: 'Завершить и подсчитать',
      closeLead:
        'Отдельных ответов не видит никто, и руководитель тоже. При завершении остаются только средние, если ответили хотя бы пять человек; сами ответы удаляются. Открыть этот пульс снова нельзя.',
      closeFew:
        'Пока ответило меньше пяти человек, и показать было бы нечего. Подождите или измените последний день.',
      close: 'Завершить пульс',
      closed: 'Пульс завершён, ответы удалены.',
      result: 'Результат',
      measures: { trust: 'Доверие к людям', distance: 'Дистанция к человеку, который восстанавливается' },
      ends: {
        trust: ['0 лучше быть осторожнее', '10 большинству можно доверять'] as const,
        distance: ['0 с радостью', '3 скорее нет'] as const,
      },
      people: (n: number) =>
        `${n} ${plural('ru', n, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })}`,
      hidden: 'меньше пяти человек, не показано',
      table: 'То же в таблице',
      tableColumns: { measure: 'Что', moment: 'Когда', mean: 'Среднее', people: 'Людей' },
      notSame:
        'До и после могли ответить разные люди. Разница может зависеть от того, кто отвечал; из неё не следует, что что-то изменилось и почему.',
      otherVersion: 'В эти два раза вопросы были сформулированы по-разному.',
      sources:
        'Вопросы о доверии составлены по трём вопросам Европейского социального исследования нашими словами (GESIS-ZIS, doi 10.6102/zis235). Вопросы о дистанции наши собственные и научно не проверены.',
      posterTitle: 'Плакат',
      posterPrint: 'Распечатайте эту страницу. На бумаге будет только плакат.',
      errors: {
        moment: 'Выберите, до или после',
        label: 'Не больше 80 знаков',
        opensOn: 'Напишите день, месяц и год, начиная с сегодняшнего',
        untilOn: 'Напишите день, месяц и год, не раньше первого дня и сегодняшнего',
        expected: 'Напишите число от 1 до 5000 или оставьте пустым',
      },
    },
  },
)
