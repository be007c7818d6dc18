import { words } from '../platform/words.ts'

export const askWords = words(
  {
    title: 'Küsi, kas jätkutugi sobib',
    lead: 'Enne jah-sõna ei küsita ühtegi märguannet ja midagi ei jää tulemata.',
    guide: {
      title: 'Mida öelda',
      steps: [
        '„Tere, helistan sealt, kus sa rehabilitatsioonis olid. Kas praegu on hea hetk rääkida?“',
        'Küsi kõigepealt, kuidas läheb, ja kuula lõpuni.',
        '„Pärast lahkumist oleme sinuga edasi ühenduses, mitu aastat. Mõnikord helistame ja räägime, kuidas on. Vahepeal saad telefonis paarile küsimusele vastates endast märku anda.“',
        '„Sinu vastuseid loeme mina ja organisatsiooni juht. Sina ütled, kui tihti. Võid teha pausi või lõpetada, millal tahad, põhjust ei küsi keegi.“',
        '„Kui sinust pole mõnda aega kuulda, siis helistame. Muud see ei tähenda.“',
        '„Kas see sobib sulle?“ Oota vastus ära. Ka ei on hea vastus, ja mõtlemisaeg samuti.',
      ],
    },
    yes: {
      title: 'Ta ütles jah',
      covers:
        'Jah käib selle kohta, et hoiame ühendust, küsime märguandeid ja peame sellest arvet. Andmete jagamist kellegi teisega küsitakse alati eraldi.',
      button: 'Pane jah kirja',
      noted: 'Jah on kirjas. Esimene vestlus on kavas ja märguanded algavad.',
    },
    no: {
      title: 'Ta ütles ei',
      lead: 'Siis me rohkem ei helista ega küsi. Ütle talle, et uks jääb lahti: kui ta ümber mõtleb, alustame sealt, kus ta on.',
      button: 'Pane ei kirja',
    },
    notReached: {
      title: 'Ei saanud kätte',
      lead: 'Üks vajutus paneb tänase kõne kirja. Inimene jääb nimekirja.',
      button: 'Ei saanud kätte',
      noted: 'Katse on kirjas. Inimene jääb nimekirja, proovi mõne päeva pärast uuesti.',
    },
    on: 'Millal?',
    how: 'Kuidas?',
    ways: {
      spoken: 'Suuliselt kohtudes',
      telephone: 'Telefonis',
      written: 'Kirjalikult',
      message: 'Sõnumi või e-kirjaga',
    },
    howMissing: 'Vali, kuidas vastus tuli',
    ended: {
      title: 'Jätkutuge praegu ei ole',
      what: (since: string) => `Alates sellest päevast: ${since}. Märguandeid ei küsita ja keegi ei helista.`,
      next: [
        'Uks jääb lahti. Kui ta ise ühendust võtab, räägi temaga nagu ikka.',
        'Kui ta mõtleb ümber, pane jah siin kirja ja jätkutugi algab samast päevast.',
      ],
      again: 'Ta ütleb nüüd jah',
    },
    already: 'Jah on juba öeldud. Märguannete sagedus, paus ja lõpetamine on teisel lehel.',
    alreadyLink: 'Jätkutoe seaded',
  },
  {
    en: {
      title: 'Ask whether continuing support suits them',
      lead: 'Before a yes, no check-in is asked for and nothing counts as missed.',
      guide: {
        title: 'What to say',
        steps: [
          '“Hello, I am calling from the place where you were in rehabilitation. Is this a good moment to talk?”',
          'First ask how they are, and listen to the end.',
          '“After somebody leaves we stay in touch, for several years. Sometimes we call and talk about how things are. In between you can check in by answering a few questions on your phone.”',
          '“Your answers are read by me and the head of the organisation. You say how often. You can pause and stop whenever you want, without a reason.”',
          '“If we have not heard from you for a while, we call. It means nothing else.”',
          '“Does that suit you?” Wait for the answer. No is a good answer too, and so is time to think.',
        ],
      },
      yes: {
        title: 'They said yes',
        covers:
          'The yes means that we stay in touch, ask for check-ins and keep a record of them. Sharing data with anybody else is always asked separately.',
        button: 'Note the yes',
        noted: 'The yes is noted. The first check-up is on the list and check-ins begin.',
      },
      no: {
        title: 'They said no',
        lead: 'Then we do not call or ask again. Tell them that the door stays open: if they change their mind, we begin from where they are.',
        button: 'Note the no',
      },
      notReached: {
        title: 'Did not reach them',
        lead: 'One tap notes today’s call. The person stays on the list.',
        button: 'Did not reach them',
        noted: 'The attempt is noted. The person stays on the list; try again in a few days.',
      },
      on: 'When?',
      how: 'How?',
      ways: {
        spoken: 'Spoken, face to face',
        telephone: 'On the telephone',
        written: 'In writing',
        message: 'By message or e-mail',
      },
      howMissing: 'Choose how the answer came',
      ended: {
        title: 'There is no continuing support now',
        what: (since) => `Since this day: ${since}. No check-ins are asked for and nobody calls.`,
        next: [
          'The door stays open. If they get in touch themselves, talk with them as always.',
          'If they change their mind, note the yes here and the support begins on that day.',
        ],
        again: 'They say yes now',
      },
      already:
        'The yes has been said already. How often check-ins are asked for, pausing and ending are on another page.',
      alreadyLink: 'Settings of continuing support',
    },
    ru: {
      title: 'Спросите, подходит ли последующая поддержка',
      lead: 'До согласия мы не просим откликов, и ничего не считается пропущенным.',
      guide: {
        title: 'Что сказать',
        steps: [
          '«Здравствуйте, я звоню оттуда, где вы проходили реабилитацию. Вам сейчас удобно говорить?»',
          'Сначала спросите, как дела, и выслушайте до конца.',
          '«После реабилитации мы остаёмся на связи несколько лет. Иногда звоним и говорим о том, как вы. А между звонками вы можете дать о себе знать, ответив в телефоне на пару вопросов».',
          '«Ваши ответы читаем я и руководитель организации. Как часто — решаете вы. Сделать паузу или завершить можно в любой момент, без объяснений».',
          '«Если от вас какое-то время нет вестей, мы звоним. Больше это ничего не значит».',
          '«Вам это подходит?» Дождитесь ответа. «Нет» — тоже хороший ответ, и время подумать тоже.',
        ],
      },
      yes: {
        title: 'Ответ — да',
        covers:
          'Согласие означает, что мы остаёмся на связи, просим откликов и ведём об этом записи. О передаче данных кому-либо ещё всегда спрашивают отдельно.',
        button: 'Записать «да»',
        noted: 'Согласие записано. Первая беседа назначена, теперь мы будем просить откликов.',
      },
      no: {
        title: 'Ответ — нет',
        lead: 'Тогда мы больше не звоним и не спрашиваем. Скажите, что дверь остаётся открытой: если решение изменится, начнём с того места, где человек сейчас.',
        button: 'Записать «нет»',
      },
      notReached: {
        title: 'Связаться не удалось',
        lead: 'Одно нажатие запишет сегодняшний звонок. Человек останется в списке.',
        button: 'Связаться не удалось',
        noted: 'Попытка записана. Человек остаётся в списке, попробуйте ещё раз через несколько дней.',
      },
      on: 'Когда?',
      how: 'Как?',
      ways: {
        spoken: 'Устно при встрече',
        telephone: 'По телефону',
        written: 'Письменно',
        message: 'Сообщением или по электронной почте',
      },
      howMissing: 'Выберите, как был дан ответ',
      ended: {
        title: 'Последующей поддержки сейчас нет',
        what: (since) => `С этого дня: ${since}. Откликов мы не просим, никто не звонит.`,
        next: [
          'Дверь остаётся открытой. Если человек сам выйдет на связь, говорите с ним как всегда.',
          'Если решение изменится, запишите «да» здесь, и поддержка начнётся с того же дня.',
        ],
        again: 'Теперь ответ — да',
      },
      already: 'Согласие уже дано. Частота откликов, пауза и завершение — на другой странице.',
      alreadyLink: 'Настройки поддержки',
    },
  },
)
