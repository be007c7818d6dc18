import { plural, words } from '../platform/words.ts'

/** Of the search for somebody who is silent: where it stands, whom the person trusts to be asked, what the lead can do. */
export const searchWords = words(
  {
    title: 'Kelle kord on proovida',
    rungs: {
      owner: { done: 'Koordinaator on proovinud.', now: 'Praegu koordinaatori kord.' },
      supporter: {
        done: 'Tugiisik on proovinud.',
        now: 'Praegu tugiisiku kord.',
        ahead: 'Siis tugiisik.',
        nobody: 'Tugiisikut ei ole, see samm jääb vahele.',
      },
      trusted: {
        done: 'Usaldusinimeselt on küsitud.',
        now: 'Praegu küsime usaldusinimeselt.',
        ahead: 'Siis küsime usaldusinimeselt.',
        nobody: 'Inimene ei ole lubanud kelleltki küsida, see samm jääb vahele.',
      },
      lead: { done: 'Juht on proovinud.', now: 'Praegu juhi kord.', ahead: 'Siis juht.' },
      lost: { now: 'Kontakt on kadunud, proovime kord kvartalis.', ahead: 'Siis proovime kord kvartalis.' },
    },
    unless: (left: number) =>
      left === 1 ? 'Kui ka järgmine katse ei õnnestu,' : `Kui ka järgmised ${left} katset ei õnnestu,`,
    within: (days: number) => `Kui see ${days} tööpäeva jooksul ei õnnestu,`,
    then: {
      supporter: 'palume proovida tugiisikut.',
      trusted: 'küsime usaldusinimeselt.',
      lead: 'otsib edasi ka juht.',
      lost: 'proovime edaspidi kord kvartalis.',
    },
    trusted: {
      title: 'Helista usaldusinimesele',
      again: 'Küsi usaldusinimeselt uuesti',
      came: 'Mis sellest sai?',
      lead: 'Inimene ise valis, mida talle öelda. Ütle täpselt seda.',
      notReached: 'Ei saanud kätte',
      what: 'Mida ta palus edasi öelda?',
      whatHint: 'Üks rida, näiteks: palus helistada esmaspäeval. Tervise kohta ära küsi ega kirjuta.',
      next: 'Millal uuesti proovime?',
      nextHint: 'Kõige rohkem kahe nädala pärast. Kui jätad tühjaks, siis kahe tööpäeva pärast.',
      save: 'Pane kirja',
      noted: (day: string) => `Kirjas. Proovime uuesti ${day}.`,
      wrong: 'Kirjuta päev homsest kuni kahe nädalani, näiteks 14 12 2026',
      why: 'Kirjuta ka, miks just siis',
      tooLong: 'Tee tekst lühemaks: siia mahub 200 tähemärki',
    },
    lead: {
      title: 'Mida juht saab teha',
      items: [
        'Helista ise. Vahel vastab inimene uuele häälele.',
        'Käige koos kohal, kahekesi ja päeval. Saada enne sõnum, et tulete.',
        'Valla või linna sotsiaaltöötajalt küsi ainult siis, kui inimene on sellega nõus olnud.',
      ],
      danger:
        'Kui on põhjust karta inimese elu pärast, näiteks on ta rääkinud, et ei taha elada, helista 112 ja ütle, mida tead. Vaikus üksi ei ole selline põhjus. Otsustab inimene, mitte süsteem.',
    },
    lost: {
      title: 'Kontakt on kadunud',
      next: (day: string) => `Järgmine kord proovime ${day}.`,
      open: 'Tee siia jääb lahti. Kui ta ise helistab või kirjutab, jätkame sealt, kus pooleli jäi.',
    },
  },
  {
    en: {
      title: 'Whose turn it is to try',
      rungs: {
        owner: { done: 'The coordinator has tried.', now: 'Now it is the coordinator’s turn.' },
        supporter: {
          done: 'The support person has tried.',
          now: 'Now it is the support person’s turn.',
          ahead: 'Then the support person.',
          nobody: 'There is no support person: this step is left out.',
        },
        trusted: {
          done: 'The trusted contact was asked.',
          now: 'Now we ask the trusted contact.',
          ahead: 'Then we ask the trusted contact.',
          nobody: 'The person has not agreed that anybody is asked: this step is left out.',
        },
        lead: {
          done: 'The head of the organisation has tried.',
          now: 'Now it is the turn of the head of the organisation.',
          ahead: 'Then the head of the organisation.',
        },
        lost: { now: 'Contact is lost: we try every quarter.', ahead: 'Then we try every quarter.' },
      },
      unless: (left) =>
        left === 1 ? 'If the next try is in vain too,' : `If the next ${left} tries are in vain too,`,
      within: (days) => `If nobody is reached within ${days} working days,`,
      then: {
        supporter: 'the support person is asked to try.',
        trusted: 'we ask the trusted contact.',
        lead: 'the head of the organisation looks too.',
        lost: 'we go on trying every quarter.',
      },
      trusted: {
        title: 'Call the trusted contact',
        again: 'Ask the trusted contact again',
        came: 'What came of it?',
        lead: 'The person chose what they are told. Say exactly this.',
        notReached: 'Did not reach them',
        what: 'What did they ask to pass on?',
        whatHint: 'One line, for example: asked us to call on Monday. Do not ask or write about health.',
        next: 'When do we try again?',
        nextHint: 'Two weeks from now at most. Left empty, it is in two working days.',
        save: 'Write it down',
        noted: (day) => `Noted. We try again ${day}.`,
        wrong: 'Enter a day from tomorrow to two weeks from now, for example 14 12 2026',
        why: 'Write why it is to be then',
        tooLong: 'Make the text shorter: there is room for 200 characters',
      },
      lead: {
        title: 'What the head of the organisation can do',
        items: [
          'Call yourself. Sometimes a person answers a new voice.',
          'Go there together, two of you, by day. Send a message before you come.',
          'Ask the municipality’s social worker only if the person has agreed to that.',
        ],
        danger:
          'If there is reason to fear for the person’s life, for example because they have said they do not want to live, call 112 and tell what you know. Silence alone is no such reason. A human decides, not the system.',
      },
      lost: {
        title: 'Contact is lost',
        next: (day) => `We try next ${day}.`,
        open: 'The way back stays open. If they call or write themselves, we go on from where it stopped.',
      },
    },
    ru: {
      title: 'Чья очередь пробовать',
      rungs: {
        owner: { done: 'Координатор уже пробовал.', now: 'Сейчас очередь координатора.' },
        supporter: {
          done: 'Опорное лицо уже пробовало.',
          now: 'Сейчас очередь опорного лица.',
          ahead: 'Потом опорное лицо.',
          nobody: 'Опорного лица нет, этот шаг пропускаем.',
        },
        trusted: {
          done: 'Доверенный контакт уже спросили.',
          now: 'Сейчас спрашиваем доверенный контакт.',
          ahead: 'Потом спросим доверенный контакт.',
          nobody: 'Человек никого не разрешил спрашивать, этот шаг пропускаем.',
        },
        lead: {
          done: 'Руководитель уже пробовал.',
          now: 'Сейчас очередь руководителя.',
          ahead: 'Потом руководитель.',
        },
        lost: { now: 'Связь потеряна, пробуем раз в квартал.', ahead: 'Потом пробуем раз в квартал.' },
      },
      unless: (left) =>
        left === 1
          ? 'Если и следующая попытка не удастся,'
          : `Если не удадутся ещё ${left} ${plural('ru', left, { one: 'попытка', few: 'попытки', many: 'попыток', other: 'попытки' })},`,
      within: (days) =>
        `Если за ${days} ${plural('ru', days, { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' })} не получится,`,
      then: {
        supporter: 'попросим попробовать опорное лицо.',
        trusted: 'спросим доверенный контакт.',
        lead: 'искать будет и руководитель.',
        lost: 'дальше будем пробовать раз в квартал.',
      },
      trusted: {
        title: 'Позвоните доверенному контакту',
        again: 'Спросить доверенный контакт ещё раз',
        came: 'Что получилось?',
        lead: 'Человек сам выбрал, что сказать. Скажите именно это.',
        notReached: 'Связаться не удалось',
        what: 'Что попросили передать?',
        whatHint:
          'Одна строка, например: просили позвонить в понедельник. О здоровье не спрашивайте и не пишите.',
        next: 'Когда пробуем снова?',
        nextHint: 'Не позже чем через две недели. Если оставить пустым, то через два рабочих дня.',
        save: 'Записать',
        noted: (day) => `Записано. Пробуем снова ${day}.`,
        wrong: 'Впишите день с завтрашнего и до двух недель, например 14 12 2026',
        why: 'Напишите, почему именно тогда',
        tooLong: 'Сократите текст: сюда помещается 200 знаков',
      },
      lead: {
        title: 'Что может сделать руководитель',
        items: [
          'Позвоните сами. Иногда человек отвечает новому голосу.',
          'Сходите вместе, вдвоём и днём. Заранее предупредите сообщением.',
          'Социального работника волости или города спрашивайте, только если человек на это согласился.',
        ],
        danger:
          'Если есть причина опасаться за жизнь человека, например он говорил, что не хочет жить, позвоните 112 и скажите, что знаете. Само по себе молчание не такая причина. Решает человек, а не система.',
      },
      lost: {
        title: 'Связь потеряна',
        next: (day) => `В следующий раз пробуем ${day}.`,
        open: 'Путь сюда остаётся открытым. Если человек сам позвонит или напишет, продолжим с того же места.',
      },
    },
  },
)
