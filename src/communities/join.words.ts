import { publicWords } from '../platform/words.ts'

export const joinWords = publicWords(
  {
    title: 'Kogukond soovib liituda',
    lead: 'Kui teie juures on koht inimesele, kes alustab pärast rehabilitatsiooni uuesti, andke endast teada. Kogukonnaarendaja võtab ühendust ja räägime läbi, mida see tähendab. Vorm ei kohusta millekski.',
    organisation: 'Kellega soovite liituda?',
    organisationMissing: 'Vali, kellega soovite liituda',
    contactMissing: 'Kirjuta, kuidas teiega ühendust võtta',
    send: 'Saada',
    done: {
      title: 'Aitäh, saime kirja',
      what: 'Kogukonnaarendaja loeb selle läbi ja võtab teiega ühendust.',
      next: [
        'Räägime, kes te olete ja mida koos teete.',
        'Räägime ausalt, keda Tugevus toetab ja mida kohast oodatakse.',
        'Kui mõlemad ütlevad jah, saate oma lehe ja keegi jääb teie kõrvale.',
      ],
    },
    link: 'Kogukond soovib liituda',
  },
  {
    en: {
      title: 'A community wants to join',
      lead: 'If you have a place for somebody who begins anew after rehabilitation, let us know. A community developer gets in touch, and we talk about what it means. The form commits you to nothing.',
      organisation: 'Whom do you want to join?',
      organisationMissing: 'Choose whom you want to join',
      contactMissing: 'Write how to get in touch with you',
      send: 'Send',
      done: {
        title: 'Thank you, we have it',
        what: 'A community developer reads it and gets in touch with you.',
        next: [
          'We talk about who you are and what you do together.',
          'We say honestly whom Tugevus supports, and what is expected of a place.',
          'If both say yes, you get a page of your own, and somebody stays beside you.',
        ],
      },
      link: 'A community wants to join',
    },
    ru: {
      title: 'Сообщество хочет вступить',
      lead: 'Если у вас есть место для человека, который начинает заново после реабилитации, дайте знать. Специалист по развитию сообществ свяжется с вами, и мы обсудим, что это значит. Анкета ни к чему не обязывает.',
      organisation: 'К кому вы хотите присоединиться?',
      organisationMissing: 'Выберите, к кому вы хотите присоединиться',
      contactMissing: 'Напишите, как с вами связаться',
      send: 'Отправить',
      done: {
        title: 'Спасибо, мы получили',
        what: 'Специалист по развитию сообществ прочитает и свяжется с вами.',
        next: [
          'Поговорим о том, кто вы и что делаете вместе.',
          'Честно расскажем, кого поддерживает Tugevus и чего ждут от места.',
          'Если обе стороны согласны, у вас появится своя страница, и кто-то останется рядом с вами.',
        ],
      },
      link: 'Сообщество хочет вступить',
    },
    fi: {
      title: 'Yhteisö haluaa mukaan',
      lead: 'Jos teillä on paikka ihmiselle, joka aloittaa kuntoutuksen jälkeen uudelleen, kertokaa siitä. Yhteisökehittäjä ottaa yhteyttä, ja juttelemme, mitä se tarkoittaa. Lomake ei sido mihinkään.',
      organisation: 'Kenen kanssa haluatte toimia?',
      organisationMissing: 'Valitkaa, kenen kanssa haluatte toimia',
      contactMissing: 'Kirjoittakaa, miten teihin saa yhteyden',
      send: 'Lähetä',
      done: {
        title: 'Kiitos, viesti tuli perille',
        what: 'Yhteisökehittäjä lukee sen ja ottaa teihin yhteyttä.',
        next: [
          'Juttelemme siitä, keitä olette ja mitä teette yhdessä.',
          'Kerromme rehellisesti, keitä Tugevus tukee ja mitä paikalta odotetaan.',
          'Jos molemmat sanovat kyllä, saatte oman sivun, ja joku pysyy rinnallanne.',
        ],
      },
      link: 'Yhteisö haluaa mukaan',
    },
    nb: {
      title: 'Et lokalsamfunn vil være med',
      lead: 'Har dere en plass til et menneske som begynner på nytt etter rehabilitering, så si fra. En lokalsamfunnsutvikler tar kontakt, og vi snakker om hva det innebærer. Skjemaet forplikter ikke til noe.',
      organisation: 'Hvem vil dere slutte dere til?',
      organisationMissing: 'Velg hvem dere vil slutte dere til',
      contactMissing: 'Skriv hvordan vi kan nå dere',
      send: 'Send',
      done: {
        title: 'Takk, vi har fått det',
        what: 'En lokalsamfunnsutvikler leser det og tar kontakt med dere.',
        next: [
          'Vi snakker om hvem dere er, og hva dere gjør sammen.',
          'Vi sier ærlig hvem Tugevus støtter, og hva som ventes av en plass.',
          'Sier begge ja, får dere en egen side, og noen følger dere videre.',
        ],
      },
      link: 'Et lokalsamfunn vil være med',
    },
  },
)
