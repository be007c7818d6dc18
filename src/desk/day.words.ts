import { plural, words } from '../platform/words.ts'
import { counted, countedAtStart, ruPeople } from './count.words.ts'

const saw = (n: number, one: string, few: string, many: string) =>
  plural('ru', n, { one, few, many, other: few })

export const dayWords = words(
  {
    title: 'Minu päev',
    inShort: 'Minu päev lühidalt',
    /** With what to begin; `more`: something else waits too. */
    begin: {
      raised: (n: number) =>
        n === 1
          ? 'Üks asi jõudis sinuni. Alusta sellest.'
          : `Sinuni jõudis ${counted('et', n)} asja. Alusta neist.`,
      asked: (n: number, more: boolean) =>
        `${countedAtStart('et', n)} inimest palus abi. Alusta neist${more ? ', teised jõuavad oodata' : ''}.`,
      askedOne: (more: boolean) =>
        `Üks inimene palus abi. Alusta temast${more ? ', teised jõuavad oodata' : ''}.`,
      silent: (n: number) =>
        n === 1
          ? 'Üks inimene vaikib. Võta ise ühendust.'
          : `${countedAtStart('et', n)} inimest vaikib. Võta ise ühendust.`,
      today: (n: number) =>
        n === 1 ? 'Täna ootab sind üks inimene.' : `Täna ootab sind ${counted('et', n)} inimest.`,
      week: (n: number) =>
        n === 1
          ? 'Täna ei ole midagi pakilist. Sel nädalal ootab sind üks inimene.'
          : `Täna ei ole midagi pakilist. Sel nädalal ootab sind ${counted('et', n)} inimest.`,
      waiting: 'Täna ei ole midagi pakilist. Vaata üle, mis sind ootab.',
      nothing: 'Praegu ei ole midagi ootel.',
    },
    groups: {
      raised: 'Jõudis sinuni',
      asked: 'Palus abi',
      silent: 'Vaikib',
      today: 'Täna',
      week: 'Sel nädalal',
      waiting: 'Ootab sind',
    },
    jump: {
      raised: 'jõudis sinuni',
      asked: 'palus abi',
      silent: 'vaikib',
      today: 'täna',
      week: 'sel nädalal',
      waiting: 'ootab sind',
    },
    notes: {
      raised: 'Keegi teine ei saanud seda tehtud. Tee ise või leia, kes teeb.',
      asked: 'Helista, ära kirjuta.',
      silent: 'Vaikus ei ütle muud, kui et on aeg ise ühendust võtta.',
      week: 'Täna on tööd küllalt. Need kõned võid teha ka lähipäevil, ükski aeg ei lähe mööda.',
    },
    all: (n: number) => `Vaata kõiki, kokku ${n}`,
    last30: 'Viimased 30 päeva',
    spoken: 'Rääkisime',
    spokenOf: (_n: number, all: number) => ` inimesega ${all}-st`,
    wrote: 'Andis ise endast märku',
    wroteOf: (n: number) => (n === 1 ? ' inimene' : ' inimest'),
    unknown: 'Teadmata',
    unknownOf: (n: number, here: number) =>
      `${n === 1 ? ' inimene' : ' inimest'}${here === 0 ? '' : n === 1 ? ', on siin nimekirjas' : `, ${counted('et', here)} neist on siin nimekirjas`}`,
    nobodyUnknown: 'mitte keegi',
    notOnPath: 'Jätkutoega inimesi veel ei ole.',
    allPeople: 'Vaata kõiki inimesi',
    toBeAsked: (n: number) =>
      n === 1 ? 'Nõusolek veel küsimata: üks inimene' : `Nõusolek veel küsimata: ${counted('et', n)} inimest`,
    wholeOrganisation: 'Siin on kõigi koordinaatorite inimesed.',
    coordinator: (name: string) => `Koordinaator ${name}`,
    covering: (name: string) => `Asendad: ${name}`,
    nobody: {
      title: 'Siin ei ole veel inimesi',
      staff:
        'Too olemasolev nimekiri või lisa esimene inimene. Sellest päevast peale näed siin, kellega on aeg rääkida.',
      supporter: 'Kui koordinaator palub sul kellegi kõrval olla, näed teda siin.',
      bring: 'Too nimekiri',
      add: 'Lisa inimene',
    },
    done: {
      title: 'Siin ei ole praegu midagi teha',
      next: (when: string) => `Järgmine vestlus on ${when}.`,
      none: 'Ühtegi vestlust ei ole lähiajal ees.',
    },
  },
  {
    en: {
      title: 'My day',
      inShort: 'My day in short',
      begin: {
        raised: (n) =>
          n === 1
            ? 'One thing has come up to you. Begin with it.'
            : `${countedAtStart('en', n)} things have come up to you. Begin with them.`,
        asked: (n, more) =>
          `${countedAtStart('en', n)} people asked for help. Begin with them${more ? ', the others can wait' : ''}.`,
        askedOne: (more) => `One person asked for help. Begin there${more ? ', the others can wait' : ''}.`,
        silent: (n) =>
          n === 1
            ? 'One person is silent. Get in touch yourself.'
            : `${countedAtStart('en', n)} people are silent. Get in touch yourself.`,
        today: (n) =>
          n === 1
            ? 'One person is waiting for you today.'
            : `${countedAtStart('en', n)} people are waiting for you today.`,
        week: (n) =>
          n === 1
            ? 'Nothing is pressing today. One person is waiting for you this week.'
            : `Nothing is pressing today. ${countedAtStart('en', n)} people are waiting for you this week.`,
        waiting: 'Nothing is pressing today. Look through what waits for you.',
        nothing: 'Nothing is waiting right now.',
      },
      groups: {
        raised: 'Come up to you',
        asked: 'Asked for help',
        silent: 'Silent',
        today: 'Today',
        week: 'This week',
        waiting: 'Waiting for you',
      },
      jump: {
        raised: 'come up to you',
        asked: 'asked for help',
        silent: 'silent',
        today: 'today',
        week: 'this week',
        waiting: 'waiting for you',
      },
      notes: {
        raised: 'Nobody else could do it. Do it yourself, or find who can.',
        asked: 'Call, do not write.',
        silent: 'Silence says nothing but that it is time to get in touch.',
        week: 'There is enough for today. These calls can be made in the next days as well; none will be late.',
      },
      all: (n) => `See all ${n}`,
      last30: 'The last 30 days',
      spoken: 'We have spoken with',
      spokenOf: (_n, all) => ` of ${all} people`,
      wrote: 'Checked in themselves',
      wroteOf: (n) => (n === 1 ? ' person' : ' people'),
      unknown: 'Not known',
      unknownOf: (n, here) =>
        `${n === 1 ? ' person' : ' people'}${here === 0 ? '' : n === 1 ? ', in this list' : `, ${counted('en', here)} of them in this list`}`,
      nobodyUnknown: 'nobody',
      notOnPath: 'Nobody has continuing support yet.',
      allPeople: 'See all people',
      toBeAsked: (n) =>
        n === 1 ? 'One person is yet to be asked' : `${countedAtStart('en', n)} people are yet to be asked`,
      wholeOrganisation: 'The people of all coordinators are here.',
      coordinator: (name) => `Coordinator ${name}`,
      covering: (name) => `Standing in for: ${name}`,
      nobody: {
        title: 'There is nobody here yet',
        staff:
          'Bring the list you have, or add the first person. From that day on you will see here whom it is time to talk to.',
        supporter: 'When a coordinator asks you to stand beside somebody, you will see them here.',
        bring: 'Bring a list',
        add: 'Add a person',
      },
      done: {
        title: 'There is nothing to do here right now',
        next: (when) => `The next check-up: ${when}.`,
        none: 'No check-up is due in the near future.',
      },
    },
    ru: {
      title: 'Мой день',
      inShort: 'Мой день коротко',
      begin: {
        raised: (n) =>
          `До вас ${saw(n, 'дошло', 'дошли', 'дошло')} ${counted('ru', n)} ${saw(n, 'дело', 'дела', 'дел')}. Начните с ${n === 1 ? 'него' : 'них'}.`,
        asked: (n, more) =>
          `${countedAtStart('ru', n)} ${ruPeople(n)} ${saw(n, 'просит', 'просят', 'просят')} о помощи. Начните с них${more ? ', остальные могут подождать' : ''}.`,
        askedOne: (more) =>
          `Один человек просит о помощи. Начните с него${more ? ', остальные могут подождать' : ''}.`,
        silent: (n) =>
          `${countedAtStart('ru', n)} ${ruPeople(n)} ${saw(n, 'молчит', 'молчат', 'молчат')}. Свяжитесь сами.`,
        today: (n) => `Сегодня вас ${saw(n, 'ждёт', 'ждут', 'ждут')} ${counted('ru', n)} ${ruPeople(n)}.`,
        week: (n) =>
          `Сегодня ничего срочного. На этой неделе вас ${saw(n, 'ждёт', 'ждут', 'ждут')} ${counted('ru', n)} ${ruPeople(n)}.`,
        waiting: 'Сегодня ничего срочного. Посмотрите, что вас ждёт.',
        nothing: 'Сейчас ничего не ждёт.',
      },
      groups: {
        raised: 'Дошло до вас',
        asked: 'Просят о помощи',
        silent: 'Молчат',
        today: 'Сегодня',
        week: 'На этой неделе',
        waiting: 'Ждёт вас',
      },
      jump: {
        raised: 'дошло до вас',
        asked: 'просят о помощи',
        silent: 'молчат',
        today: 'сегодня',
        week: 'на этой неделе',
        waiting: 'ждёт вас',
      },
      notes: {
        raised: 'Никто другой не смог этого сделать. Сделайте сами или найдите, кто сделает.',
        asked: 'Позвоните, не пишите.',
        silent: 'Молчание говорит лишь о том, что пора связаться самим.',
        week: 'На сегодня дел достаточно. Эти звонки можно сделать и в ближайшие дни, ни один срок не пройдёт.',
      },
      all: (n) => `Посмотреть всех, всего ${n}`,
      last30: 'Последние 30 дней',
      spoken: 'Мы поговорили',
      spokenOf: (_n, all) => ` из ${all}`,
      wrote: 'Дали о себе знать сами',
      wroteOf: (n) => ` ${ruPeople(n)}`,
      unknown: 'Неизвестно',
      unknownOf: (n, here) =>
        ` ${ruPeople(n)}${here === 0 ? '' : n === 1 ? ', есть в этом списке' : `, из них в этом списке: ${here}`}`,
      nobodyUnknown: 'никого',
      notOnPath: 'Поддержки пока ни у кого нет.',
      allPeople: 'Посмотреть всех людей',
      toBeAsked: (n) => `О согласии ещё не спрашивали: ${counted('ru', n)} ${ruPeople(n)}`,
      wholeOrganisation: 'Здесь люди всех координаторов.',
      coordinator: (name) => `Координатор ${name}`,
      covering: (name) => `Замещаете: ${name}`,
      nobody: {
        title: 'Здесь пока никого нет',
        staff:
          'Загрузите готовый список или добавьте первого человека. С этого дня здесь будет видно, с кем пора поговорить.',
        supporter: 'Когда координатор попросит вас быть рядом с кем-то, вы увидите этого человека здесь.',
        bring: 'Загрузить список',
        add: 'Добавить человека',
      },
      done: {
        title: 'Сейчас здесь нечего делать',
        next: (when) => `Следующая беседа: ${when}.`,
        none: 'Бесед в ближайшее время нет.',
      },
    },
  },
)
