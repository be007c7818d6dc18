import { words } from '../platform/words.ts'

/** The questions of the check-in and their answers: on the person's own page, on the telephone and in the log. */
export const checkinWords = words(
  {
    questions: {
      wellbeing: 'Kuidas sul läheb?',
      confidence: 'Kui kindel oled, et tuled järgmise nädalaga toime?',
      callMe: 'Kas soovid, et sulle helistataks?',
      words: 'Kas tahad midagi lisada?',
      use: 'Kas oled viimase kuu jooksul tarvitanud alkoholi või narkootilisi aineid?',
      craving: 'Kui tugev on viimasel ajal olnud tung tarvitada?',
      riskySituation: 'Kas oli hetki, mil oli raske endale kindlaks jääda?',
      support: 'Kas sul on inimesi, kelle poole pöörduda?',
      work: 'Kuidas on praegu tööga?',
      housing: 'Kus sa praegu elad?',
    },
    ends: {
      wellbeing: ['väga raskelt', 'väga hästi'],
      confidence: ['üldse mitte', 'täiesti'],
      craving: ['ei olnud', 'väga tugev'],
    },
    answers: {
      callMe: { yes: 'Jah, palun helistage', no: 'Praegu pole vaja' },
      use: {
        none: 'Ei ole',
        once_or_twice: 'Mõnel korral, mitte igal nädalal',
        weekly_or_more: 'Igal nädalal või sagedamini',
        rather_not_say: 'Ei taha praegu öelda',
      },
      riskySituation: {
        none: 'Ei olnud',
        managed: 'Oli, sain hakkama',
        not_managed: 'Oli, ei saanud hakkama',
        rather_not_say: 'Ei taha praegu öelda',
      },
      support: {
        have_people: 'Jah, on',
        some: 'Mõni on',
        nobody: 'Praegu ei ole kedagi',
        rather_not_say: 'Ei taha praegu öelda',
      },
      work: {
        working: 'Käin tööl',
        studying: 'Õpin',
        looking: 'Otsin tööd',
        not_now: 'Praegu ei tööta ega otsi',
        rather_not_say: 'Ei taha praegu öelda',
      },
      housing: {
        lasting: 'Kohas, kuhu saan jääda',
        temporary: 'Ajutises kohas',
        nowhere: 'Mul ei ole praegu kuskil olla',
        rather_not_say: 'Ei taha praegu öelda',
      },
    },
    ratherNotSay: 'Ei taha praegu öelda',
    faults: {
      not_0_to_10: 'Vali number 0–10 või jäta vastamata',
      not_a_choice: 'Vali üks vastustest või jäta vastamata',
      too_long: 'Tee tekst lühemaks: siia mahub 2000 tähemärki',
    },
    longerTitle: 'Kord kuus natuke rohkem',
    longerLead: 'Küsime seda, et õigel ajal abi pakkuda. Vastamata võid jätta, mida tahad.',
    whoReads: {
      title: 'Enne kui vastad kahele järgmisele küsimusele',
      readers: (names: string) =>
        `Vastust loeb ${names}. Kui koordinaator on ära, loeb tema asendaja. Tugiisik näeb vastust ainult siis, kui sina lubad.`,
      leadsTo: 'Sinuga võidakse ühendust võtta ja abi pakkuda. Midagi sult vastuse pärast ära ei võeta.',
      leadsNotTo:
        'Me ei anna seda edasi perele, tööandjale, politseile, kriminaalhooldusele, vallale ega Töötukassale, kui sina ei luba.',
      exception: 'Ainult siis, kui kellegi elu on ohus või laps vajab kaitset, peame kutsuma abi.',
      rather: 'Võid valida „Ei taha praegu öelda“. Ka sellest ei järeldata midagi.',
    },
  },
  {
    en: {
      questions: {
        wellbeing: 'How are you?',
        confidence: 'How sure are you that you will manage the coming week?',
        callMe: 'Would you like somebody to call you?',
        words: 'Is there anything you want to add?',
        use: 'Have you used alcohol or drugs in the past month?',
        craving: 'How strong has the urge to use been lately?',
        riskySituation: 'Were there moments when it was hard to stay firm?',
        support: 'Are there people you can turn to?',
        work: 'How are things with work?',
        housing: 'Where are you living now?',
      },
      ends: {
        wellbeing: ['very hard', 'very well'],
        confidence: ['not at all', 'completely'],
        craving: ['there was none', 'very strong'],
      },
      answers: {
        callMe: { yes: 'Yes, please call me', no: 'No need right now' },
        use: {
          none: 'No',
          once_or_twice: 'A few times, not every week',
          weekly_or_more: 'Every week or more often',
          rather_not_say: 'I would rather not say',
        },
        riskySituation: {
          none: 'No',
          managed: 'Yes, and I managed',
          not_managed: 'Yes, and I did not manage',
          rather_not_say: 'I would rather not say',
        },
        support: {
          have_people: 'Yes',
          some: 'One or two',
          nobody: 'Nobody at the moment',
          rather_not_say: 'I would rather not say',
        },
        work: {
          working: 'I am working',
          studying: 'I am studying',
          looking: 'I am looking for work',
          not_now: 'Not working and not looking now',
          rather_not_say: 'I would rather not say',
        },
        housing: {
          lasting: 'Somewhere I can stay',
          temporary: 'Somewhere for now',
          nowhere: 'I have nowhere to stay right now',
          rather_not_say: 'I would rather not say',
        },
      },
      ratherNotSay: 'I would rather not say',
      faults: {
        not_0_to_10: 'Choose a number from 0 to 10, or leave it unanswered',
        not_a_choice: 'Choose one of the answers, or leave it unanswered',
        too_long: 'Make the text shorter: there is room for 2000 characters',
      },
      longerTitle: 'Once a month, a little more',
      longerLead: 'We ask so that help can be offered in time. Leave out whatever you want.',
      whoReads: {
        title: 'Before you answer the next two',
        readers: (names) =>
          `Your answer is read by ${names}. When the coordinator is away, their stand-in reads it. A support person sees it only if you allow it.`,
        leadsTo:
          'Somebody may get in touch and offer help. Nothing is taken away from you because of an answer.',
        leadsNotTo:
          'We do not pass it on to your family, your employer, the police, probation, the municipality or the unemployment fund unless you allow it.',
        exception:
          'Only when somebody’s life is in danger or a child needs protection must we call for help.',
        rather: 'You can choose “I would rather not say”. Nothing is concluded from that either.',
      },
    },
    ru: {
      questions: {
        wellbeing: 'Как у вас дела?',
        confidence: 'Насколько вы уверены, что справитесь с предстоящей неделей?',
        callMe: 'Хотите, чтобы вам позвонили?',
        words: 'Хотите что-нибудь добавить?',
        use: 'Употребляли ли вы за последний месяц алкоголь или наркотические вещества?',
        craving: 'Насколько сильной в последнее время была тяга к употреблению?',
        riskySituation: 'Были ли моменты, когда трудно было устоять?',
        support: 'Есть ли люди, к которым вы можете обратиться?',
        work: 'Как сейчас с работой?',
        housing: 'Где вы сейчас живёте?',
      },
      ends: {
        wellbeing: ['очень тяжело', 'очень хорошо'],
        confidence: ['совсем нет', 'полностью'],
        craving: ['не было', 'очень сильная'],
      },
      answers: {
        callMe: { yes: 'Да, позвоните, пожалуйста', no: 'Сейчас не нужно' },
        use: {
          none: 'Нет',
          once_or_twice: 'Несколько раз, не каждую неделю',
          weekly_or_more: 'Каждую неделю или чаще',
          rather_not_say: 'Не хочу сейчас говорить',
        },
        riskySituation: {
          none: 'Не было',
          managed: 'Были, удалось справиться',
          not_managed: 'Были, справиться не удалось',
          rather_not_say: 'Не хочу сейчас говорить',
        },
        support: {
          have_people: 'Да, есть',
          some: 'Кое-кто есть',
          nobody: 'Сейчас никого',
          rather_not_say: 'Не хочу сейчас говорить',
        },
        work: {
          working: 'Работаю',
          studying: 'Учусь',
          looking: 'Ищу работу',
          not_now: 'Сейчас не работаю и не ищу',
          rather_not_say: 'Не хочу сейчас говорить',
        },
        housing: {
          lasting: 'Там, где могу остаться',
          temporary: 'Во временном месте',
          nowhere: 'Сейчас мне негде жить',
          rather_not_say: 'Не хочу сейчас говорить',
        },
      },
      ratherNotSay: 'Не хочу сейчас говорить',
      faults: {
        not_0_to_10: 'Выберите число от 0 до 10 или оставьте без ответа',
        not_a_choice: 'Выберите один из ответов или оставьте без ответа',
        too_long: 'Сократите текст: сюда помещается 2000 знаков',
      },
      longerTitle: 'Раз в месяц — чуть подробнее',
      longerLead: 'Мы спрашиваем, чтобы вовремя предложить помощь. Любой вопрос можно пропустить.',
      whoReads: {
        title: 'Прежде чем ответить на два следующих вопроса',
        readers: (names) =>
          `Ваш ответ читают: ${names}. Если координатора нет, читает тот, кто его замещает. Опорное лицо увидит ответ, только если вы разрешите.`,
        leadsTo: 'С вами могут связаться и предложить помощь. Из-за ответа у вас ничего не отнимут.',
        leadsNotTo:
          'Без вашего разрешения мы не передаём это семье, работодателю, полиции, уголовному надзору, волости или городу и Кассе по безработице.',
        exception:
          'Только если чья-то жизнь в опасности или ребёнку нужна защита, мы обязаны позвать на помощь.',
        rather: 'Можно выбрать «Не хочу сейчас говорить». Выводов мы не делаем и из этого.',
      },
    },
  },
)
