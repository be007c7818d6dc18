import { words } from '../platform/words.ts'

export const lapseWords = words(
  {
    title: 'Libastumine',
    lead: 'Hea, et see sinuni jõudis. Pane see kirja lühidalt; tähtsam on, mis nüüd edasi saab.',
    guide: {
      title: 'Kuidas sellest rääkida',
      steps: [
        'Ütle aitäh, et ta rääkis. Just rääkimine aitab.',
        'Küsi, kas ta on praegu ohutus kohas ja kas keegi on juures. Kui elu on ohus, siis 112.',
        'Kui enne oli pikk vahe, tuleta meelde: endine kogus võib olla eluohtlik.',
        'Ütle, et tehtu ei kadunud. Päevad enne seda on alles.',
        'Vaadake koos, mis selle eel oli. Süüdlast ärge otsige.',
        'Leppige kokku, et räägite kahe päeva jooksul uuesti.',
      ],
    },
    means:
      'Libastumine ei lõpeta jätkutuge ega võta ära ühtegi kohta. Kogukond sellest ei kuule. Punkte selle eest ei arvestata.',
    form: {
      title: 'Pane kirja',
      happenedOn: 'Millal see oli?',
      toldBy: 'Kes sulle rääkis?',
      person: 'Tema ise',
      other: 'Keegi teine',
      otherHint: 'Räägi kuuldust kõigepealt temaga endaga',
      toldOn: 'Millal sulle räägiti?',
      note: 'Märkus',
      noteHint: 'Ainult see, mis aitab teda edasi toetada.',
      save: 'Salvesta',
    },
    errors: {
      toldBy: 'Vali, kes sulle rääkis',
      toldBefore: 'See päev on varasem kui libastumine ise. Vaata päevad üle',
      tooLong: 'Tee tekst lühemaks: siia mahub 2000 tähemärki',
    },
    saved: 'Kirjas. Leppige kokku, millal jälle räägite.',
    correcting: { title: 'Paranda kirjet', lead: 'Vana kirje jääb alles, kehtima hakkab uus.' },
    corrected: 'Parandatud.',
  },
  {
    en: {
      title: 'A lapse',
      lead: 'It is good that it reached you. Write it down briefly; what happens next matters more.',
      guide: {
        title: 'How to talk about it',
        steps: [
          'Say thank you for telling. Telling is the part that helps.',
          'Ask whether they are in a safe place now and whether somebody is with them. If life is in danger, 112.',
          'If there had been a long gap before, remind them: the old amount can kill.',
          'Say that what was done is not lost. The days before it are still there.',
          'Look together at what came before it. Nobody is to blame.',
          'Agree to be in touch again within two days.',
        ],
      },
      means:
        'A lapse does not end the support and takes no place away. The community does not hear of it. It is not added up into points.',
      form: {
        title: 'Write it down',
        happenedOn: 'When was it?',
        toldBy: 'Who told you?',
        person: 'They did',
        other: 'Somebody else',
        otherHint: 'Talk with the person themself first about what you heard',
        toldOn: 'When were you told?',
        note: 'Note',
        noteHint: 'Only what helps to support them further.',
        save: 'Save',
      },
      errors: {
        toldBy: 'Choose who told you',
        toldBefore: 'That day is before the lapse itself. Check the days',
        tooLong: 'Make the text shorter: there is room for 2000 characters',
      },
      saved: 'Noted. Agree on when you talk again.',
      correcting: { title: 'Correct the record', lead: 'The old record stays; the new one counts.' },
      corrected: 'Corrected.',
    },
    ru: {
      title: 'Срыв',
      lead: 'Хорошо, что вы об этом узнали. Запишите коротко; важнее, что будет дальше.',
      guide: {
        title: 'Как об этом говорить',
        steps: [
          'Поблагодарите за то, что вам об этом сказали. Помогает именно разговор.',
          'Спросите, в безопасном ли месте человек сейчас и есть ли кто-то рядом. Если жизнь в опасности — 112.',
          'Если до этого был долгий перерыв, напомните: прежнее количество может быть смертельным.',
          'Скажите, что сделанное не пропало. Дни до этого остались.',
          'Посмотрите вместе, что было перед этим. Виноватых не ищите.',
          'Договоритесь снова связаться в ближайшие два дня.',
        ],
      },
      means:
        'Срыв не прекращает поддержку и не отнимает ни одного места. Сообщество об этом не узнает. Баллы за него не считают.',
      form: {
        title: 'Запишите',
        happenedOn: 'Когда это было?',
        toldBy: 'Кто вам сказал?',
        person: 'Сам человек',
        other: 'Кто-то другой',
        otherHint: 'О том, что услышали, поговорите сначала с самим человеком',
        toldOn: 'Когда вам об этом сказали?',
        note: 'Заметка',
        noteHint: 'Только то, что поможет поддержать дальше.',
        save: 'Сохранить',
      },
      errors: {
        toldBy: 'Выберите, кто вам сказал',
        toldBefore: 'Этот день раньше самого срыва. Проверьте дни',
        tooLong: 'Сократите текст: сюда помещается 2000 знаков',
      },
      saved: 'Записано. Договоритесь, когда поговорите снова.',
      correcting: {
        title: 'Исправить запись',
        lead: 'Прежняя запись сохранится, действовать будет новая.',
      },
      corrected: 'Исправлено.',
    },
  },
)
