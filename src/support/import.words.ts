import { plural, words } from '../platform/words.ts'

/** Bringing a list: choosing the file, waiting, and what came of it. What the preview says: `import.preview.words.ts`. */
export const importWords = words(
  {
    title: 'Too nimekiri',
    lead: 'Vali fail inimestega, kes on rehabilitatsioonist lahkunud. Enne kui midagi kirja läheb, näed kõik üle.',
    file: 'Fail',
    fileHint: 'XLSX või CSV, kuni 20 MB.',
    read: 'Loe fail',
    noFile: 'Vali fail',
    nobody: 'Selles failis ei ole ühtegi inimest. Igal inimesel on oma rida.',
    tooMany: 'Sul on juba kümme nimekirja pooleli. Lõpeta või kustuta mõni neist.',
    columns: {
      title: 'Mida failist loeme',
      column: 'Veerg',
      what: 'Mis seal on',
      lead: 'Veergude järjekord ja pealkirjade sõnastus on vabad. Vaja on nime ja lahkumise päeva, muu võib puududa.',
      needed: 'vaja',
      about: {
        name: 'ees- ja perekonnanimi, ühes või kahes veerus',
        birthDate: 'aitab sama inimese ära tunda',
        phone: 'üks või mitu',
        email: 'üks aadress',
        municipality: 'nimi või EHAK-kood',
        language: 'milles inimesega rääkida',
        leftOn: 'kuupäev, näiteks 1.2.2026',
        coordinator: 'kes inimest toetab',
        agreedOn: 'päev, mil inimene jätkutoega nõustus; tühi lahter tähendab, et temalt alles küsitakse',
        agreedHow: 'näiteks kirjalikult',
        notes: 'näiteks millal helistada; terviseandmeid siia ei ole vaja',
      },
    },
    how: {
      title: 'Kuidas see käib',
      steps: [
        'Vali tabel, mis sul juba on, või täida tühi põhi.',
        'Vaata read üle ja paranda, mis on ebaselge.',
        'Lisa inimesed. Esimesed jutud jaotuvad nelja nädala peale.',
      ],
    },
    template: 'Laadi alla tühi põhi',
    templateFile: 'nimekiri',
    unfinished: 'Sinu nimekirjad',
    state: 'Seis',
    madeAt: (when: string) => `toodud ${when}`,
    keptFor: 'Pooleli nimekiri kustub ööpäeva pärast.',
    states: { open: 'pooleli', running: 'töös', done: 'valmis' },
    goOn: 'Jätka',
    look: 'Vaata',
    remove: 'Kustuta',
    removed: 'Nimekiri on kustutatud.',
    running: {
      title: 'Import on töös',
      lead: 'Kirja lähevad kas kõik korras read või mitte ükski.',
      label: 'Inimesi kirjas',
      of: (done: number, total: number) =>
        total === 0 ? 'Loeme faili.' : `${done} / ${total}. Võid lehelt lahkuda, töö käib edasi.`,
    },
    trouble: {
      failed: 'Import ei õnnestunud ja midagi ei läinud kirja. Sinu parandused on alles. Proovi uuesti.',
      stopped: 'Import katkes poole peal ja midagi ei läinud kirja. Sinu parandused on alles. Proovi uuesti.',
    },
    done: {
      title: 'Nimekiri on toodud',
      created: (n: number) => (n === 1 ? 'Lisati üks inimene' : `Lisati ${n} inimest`),
      nobody: 'Kedagi ei lisatud',
      ask: (n: number, from: string, to: string) =>
        n === 1
          ? `Ühelt inimeselt ei ole veel küsitud, kas ta tahab jätkutuge. Esimese jutu päev: ${from}.`
          : `${n} inimeselt ei ole veel küsitud, kas nad tahavad jätkutuge. Esimesed jutud on päevadel ${from} – ${to}.`,
      active: (n: number) =>
        n === 1
          ? 'Üks inimene on juba nõustunud. Temalt ootame nüüdsest märguandeid.'
          : `${n} inimest on juba nõustunud. Neilt ootame nüüdsest märguandeid.`,
      createdWhere: 'Nüüd on nad inimeste loendis.',
      nobodyWhy: 'Ükski rida ei olnud korras või olid kõik juba olemas.',
      colleagues: (n: number) =>
        n === 1
          ? 'Üks inimene tuli kolleegi juurde. Teda näeb nüüd see kolleeg.'
          : `${n} inimest tulid kolleegide juurde. Neid näevad nüüd need kolleegid.`,
      out: (n: number) => (n === 1 ? 'Üks rida jäi välja' : `${n} rida jäi välja`),
      outLead:
        'Failis on need read koos põhjustega. Paranda ja too fail uuesti: kes on juba sees, seda teist korda ei lisata. Fail kustub ööpäeva pärast.',
      doubtful: 'Ebaselged',
      duplicates: 'Failis topelt',
      known: 'Juba olemas',
      leftOut: 'Ise välja jäetud',
      download: 'Laadi alla välja jäänud read',
      people: 'Vaata inimesi',
      day: 'Minu päev',
      again: 'Too veel üks nimekiri',
      forget: 'Kustuta välja jäänud read',
    },
    refused: {
      imported: 'Selle inimese on keegi teie organisatsioonist juba toonud.',
      same: 'See inimene on juba olemas.',
      alike: 'Võib olla inimene, kes on juba olemas.',
    },
    refusedFile: 'valja-jaanud-read',
  },
  {
    en: {
      title: 'Bring a list',
      lead: 'Choose a file with the people who have left rehabilitation. You will see everything before anything is entered.',
      file: 'File',
      fileHint: 'XLSX or CSV, up to 20 MB.',
      read: 'Read the file',
      noFile: 'Choose a file',
      nobody: 'There is nobody in this file. Each person has a row of their own.',
      tooMany: 'You have ten unfinished lists. Finish or delete one of them.',
      columns: {
        title: 'What we read from it',
        column: 'Column',
        what: 'What is in it',
        lead: 'Columns may stand in any order, under headings in your own words. A name and the day of leaving are needed; the rest may be missing.',
        needed: 'needed',
        about: {
          name: 'first and family name, in one column or two',
          birthDate: 'helps to recognise the same person',
          phone: 'one or several',
          email: 'one address',
          municipality: 'name or EHAK code',
          language: 'in which to talk with the person',
          leftOn: 'a date, such as 1.2.2026',
          coordinator: 'who supports the person',
          agreedOn:
            'the day on which the person agreed to continuing support; empty means that they are still to be asked',
          agreedHow: 'such as in writing',
          notes: 'such as when to call; nothing about health is needed here',
        },
      },
      how: {
        title: 'How it goes',
        steps: [
          'Choose the sheet you have already, or fill in an empty one.',
          'Look the rows over and put right what is not clear.',
          'Add the people. The first talks are spread over four weeks.',
        ],
      },
      template: 'Download an empty sheet',
      templateFile: 'list',
      unfinished: 'Your lists',
      state: 'State',
      madeAt: (when) => `brought ${when}`,
      keptFor: 'An unfinished list is deleted after a day.',
      states: { open: 'unfinished', running: 'under way', done: 'done' },
      goOn: 'Go on',
      look: 'Look',
      remove: 'Delete',
      removed: 'The list is deleted.',
      running: {
        title: 'The import is under way',
        lead: 'Either all rows that are in order are entered, or none.',
        label: 'People entered',
        of: (done, total) =>
          total === 0
            ? 'Reading the file.'
            : `${done} of ${total}. You may leave this page, the work goes on.`,
      },
      trouble: {
        failed: 'The import did not succeed and nothing was entered. Your corrections are kept. Try again.',
        stopped: 'The import was cut short and nothing was entered. Your corrections are kept. Try again.',
      },
      done: {
        title: 'The list is in',
        created: (n) => (n === 1 ? 'One person was added' : `${n} people were added`),
        nobody: 'Nobody was added',
        ask: (n, from, to) =>
          n === 1
            ? `One person has not been asked yet whether they want continuing support. The first talk is set for ${from}.`
            : `${n} people have not been asked yet whether they want continuing support. The first talks are spread from ${from} to ${to}.`,
        active: (n) =>
          n === 1
            ? 'One person has agreed already. From now on they are asked for check-ins.'
            : `${n} people have agreed already. From now on they are asked for check-ins.`,
        createdWhere: 'They are on the list of people now.',
        nobodyWhy: 'No row was in order, or all of them were in already.',
        colleagues: (n) =>
          n === 1
            ? 'One person came to a colleague, who sees them from now on.'
            : `${n} people came to colleagues, who see them from now on.`,
        out: (n) => (n === 1 ? 'One row stayed out' : `${n} rows stayed out`),
        outLead:
          'The file has these rows with the reasons. Correct them and bring the file again: nobody who is in is added twice. The file is deleted after a day.',
        doubtful: 'Not clear',
        duplicates: 'Twice in the file',
        known: 'In already',
        leftOut: 'Left out by you',
        download: 'Download the rows that stayed out',
        people: 'See the people',
        day: 'My day',
        again: 'Bring another list',
        forget: 'Delete the rows that stayed out',
      },
      refused: {
        imported: 'Somebody of your organisation has brought this person already.',
        same: 'This person is in already.',
        alike: 'May be a person who is in already.',
      },
      refusedFile: 'rows-left-out',
    },
    ru: {
      title: 'Загрузить список',
      lead: 'Выберите файл с людьми, которые завершили реабилитацию. Прежде чем что-то сохранится, вы всё увидите и проверите.',
      file: 'Файл',
      fileHint: 'XLSX или CSV, до 20 МБ.',
      read: 'Прочитать файл',
      noFile: 'Выберите файл',
      nobody: 'В этом файле нет ни одного человека. У каждого человека своя строка.',
      tooMany: 'У вас уже десять незаконченных списков. Закончите или удалите один из них.',
      columns: {
        title: 'Что мы берём из файла',
        column: 'Столбец',
        what: 'Что в нём',
        lead: 'Порядок столбцов и слова в заголовках любые. Нужны имя и день завершения, остального может не быть.',
        needed: 'нужно',
        about: {
          name: 'имя и фамилия, в одном столбце или в двух',
          birthDate: 'помогает узнать того же человека',
          phone: 'один или несколько',
          email: 'один адрес',
          municipality: 'название или код EHAK',
          language: 'на котором говорить с человеком',
          leftOn: 'дата, например 1.2.2026',
          coordinator: 'кто поддерживает человека',
          agreedOn: 'день, когда человек согласился на поддержку; если пусто, его ещё предстоит спросить',
          agreedHow: 'например, письменно',
          notes: 'например, когда звонить; сведения о здоровье здесь не нужны',
        },
      },
      how: {
        title: 'Как это происходит',
        steps: [
          'Выберите таблицу, которая у вас уже есть, или заполните пустую.',
          'Проверьте строки и исправьте то, что неясно.',
          'Внесите людей. Первые разговоры распределятся на четыре недели.',
        ],
      },
      template: 'Скачать пустую таблицу',
      templateFile: 'spisok',
      unfinished: 'Ваши списки',
      state: 'Состояние',
      madeAt: (when) => `загружен ${when}`,
      keptFor: 'Незаконченный список удаляется через сутки.',
      states: { open: 'не закончен', running: 'идёт', done: 'готов' },
      goOn: 'Продолжить',
      look: 'Посмотреть',
      remove: 'Удалить',
      removed: 'Список удалён.',
      running: {
        title: 'Идёт загрузка',
        lead: 'Сохранятся либо все строки, которые в порядке, либо ни одной.',
        label: 'Внесено людей',
        of: (done, total) =>
          total === 0 ? 'Читаем файл.' : `${done} из ${total}. Страницу можно закрыть, работа продолжится.`,
      },
      trouble: {
        failed: 'Загрузить не удалось, ничего не сохранено. Ваши исправления остались. Попробуйте ещё раз.',
        stopped: 'Загрузка прервалась, ничего не сохранено. Ваши исправления остались. Попробуйте ещё раз.',
      },
      done: {
        title: 'Список загружен',
        created: (n) =>
          `${plural('ru', n, { one: 'Добавлен', few: 'Добавлены', many: 'Добавлено', other: 'Добавлено' })} ${n} ${people(n)}`,
        nobody: 'Никто не добавлен',
        ask: (n, from, to) =>
          n === 1
            ? `Одного человека ещё не спросили, хочет ли он поддержки. Первый разговор назначен на ${from}.`
            : `${n} ${people(n)} ещё не спросили, хотят ли они поддержки. Первые разговоры распределены с ${from} по ${to}.`,
        active: (n) =>
          n === 1
            ? 'Один человек уже согласился. Теперь мы ждём от него откликов.'
            : `${n} ${people(n)} уже согласились. Теперь мы ждём от них откликов.`,
        createdWhere: 'Теперь они в списке людей.',
        nobodyWhy: 'Ни одна строка не была в порядке, или все уже есть.',
        colleagues: (n) =>
          n === 1
            ? 'Один человек теперь у коллеги, и видит его этот коллега.'
            : `${n} ${people(n)} теперь у коллег, и видят их эти коллеги.`,
        out: (n) =>
          `Не ${plural('ru', n, { one: 'внесена', few: 'внесены', many: 'внесено', other: 'внесены' })} ${n} ${rows(n)}`,
        outLead:
          'В файле эти строки с причинами. Исправьте их и загрузите файл снова: кто уже есть, второй раз не добавится. Файл удаляется через сутки.',
        doubtful: 'Неясные',
        duplicates: 'Дважды в файле',
        known: 'Уже есть',
        leftOut: 'Решили не брать',
        download: 'Скачать строки, которые не вошли',
        people: 'Посмотреть людей',
        day: 'Мой день',
        again: 'Загрузить ещё один список',
        forget: 'Удалить строки, которые не вошли',
      },
      refused: {
        imported: 'Этого человека уже внёс кто-то из вашей организации.',
        same: 'Этот человек уже есть.',
        alike: 'Возможно, этот человек уже есть.',
      },
      refusedFile: 'ne-voshli',
    },
  },
)

export function people(n: number): string {
  return plural('ru', n, { one: 'человек', few: 'человека', many: 'человек', other: 'человека' })
}

export function rows(n: number): string {
  return plural('ru', n, { one: 'строка', few: 'строки', many: 'строк', other: 'строки' })
}
