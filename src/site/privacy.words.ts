import { publicWords } from '../platform/words.ts'

export const privacyWords = publicWords(
  {
    title: 'Andmekaitse',
    lead: 'Sinu andmed on sinu omad. Siin on kirjas, mida me hoiame, kes seda näeb ja kuidas sa selle lõpetad.',
    kept: 'Mida hoiame',
    keptItems: {
      identity:
        'Nimi, telefon, e-post ja sünnikuupäev (kui sa selle andsid). Need on lukus: andmebaasis krüpteeritud, võti on mujal.',
      path: 'Millal sa rehabilitatsioonist lahkusid, millal on vestlused ja märguanded ning milles kokku lepiti.',
      answers: 'Mida sa ise endast märku andes vastasid. Võid iga küsimuse vahele jätta.',
      notes: 'Mida töötaja pärast kõnet või kohtumist kirja pani.',
      trusted:
        'Kellelt küsida, kui sind kätte ei saa, kui oled kellegi nimetanud: nimi, number ja see, mida talle tohib öelda. Kui loa tagasi võtad, kustutame selle kohe.',
    },
    never: 'Usku, rahvust ega karistusi me ei küsi. Kedagi ei hinnata punktidega ega panda pingeritta.',
    seen: 'Kes seda näeb',
    seenText:
      'Sinu koordinaator ja sinu organisatsiooni juht. Teised koordinaatorid, kogukonnad ja ametnikud ei näe midagi, kuni sa ise seda ei luba. Iga vaatamine jääb kirja ja seda nimekirja näed sa oma lehel.',
    end: 'Kuidas lõpetada',
    endText:
      'Oma lehel saad teha pausi, lõpetada, võtta oma andmed failina kaasa või lasta need kustutada. Sama saab öelda koordinaatorile; põhjust ei ole vaja.',
    basis: 'Mille alusel',
    basisText:
      'Sinu nõusolekul, mille võid igal ajal tagasi võtta. Terviseandmed (ka see, mida ütled tarvitamise kohta) on eriliiki isikuandmed: neid hoiame ainult sinu selgesõnalisel nõusolekul.',
    log: 'Logi ja küpsised',
    logText:
      'Lehe logis ei ole nimesid. Küpsiseid on kuni kolm: sisenemine, keel ja üks teade pärast vormi saatmist. Kellegi teise teenuseid siin lehel ei ole.',
    ask: 'Vastutav töötleja on organisatsioon, kelle rehabilitatsioonist sa lahkusid. Küsimuste ja kaebustega võid pöörduda ka Andmekaitse Inspektsiooni poole.',
  },
  {
    en: {
      title: 'Privacy',
      lead: 'Your data is yours. This page says what we keep, who sees it and how you end it.',
      kept: 'What we keep',
      keptItems: {
        identity:
          'Name, telephone, e-mail and birth date (if you gave it). These are locked: encrypted in the database, with the key elsewhere.',
        path: 'When you left rehabilitation, when talks and check-ins are, and what was agreed in them.',
        answers: 'What you answered yourself in check-ins. You may skip every question.',
        notes: 'What a member of staff wrote down after a call or a meeting.',
        trusted:
          'Whom to ask if we cannot reach you, if you have named somebody: the name, the number and what they may be told. When you take it back, we delete it at once.',
      },
      never: 'We do not ask about religion, ethnicity or convictions. Nobody is scored or ranked.',
      seen: 'Who sees it',
      seenText:
        'Your coordinator and the head of your organisation. Other coordinators, communities and officials see nothing until you allow it. Every look is written down, and you see that list on your page.',
      end: 'How to end it',
      endText:
        'On your page you can pause, stop, take your data away as a file or have it erased. You may also tell your coordinator; no reason is needed.',
      basis: 'On what ground',
      basisText:
        'On your consent, which you may take back at any time. Data about health (what you say about use is such data) is a special category: we keep it only with your explicit consent.',
      log: 'Log and cookies',
      logText:
        'There are no names in the log. There are up to three cookies: signing in, language, and one message after a form was sent. Nobody else’s services are part of this site.',
      ask: 'The controller is the organisation whose rehabilitation you left. With questions and complaints you may also turn to the Estonian Data Protection Inspectorate.',
    },
    ru: {
      title: 'Защита данных',
      lead: 'Ваши данные принадлежат вам. Здесь сказано, что мы храним, кто это видит и как это прекратить.',
      kept: 'Что мы храним',
      keptItems: {
        identity:
          'Имя, телефон, электронную почту и дату рождения (если вы её сообщили). Они под замком: в базе данных зашифрованы, ключ лежит отдельно.',
        path: 'Когда вы закончили реабилитацию, когда бывают беседы и отклики и о чём договорились.',
        answers: 'Что вы сами ответили, когда давали о себе знать. Любой вопрос можно пропустить.',
        notes: 'Что сотрудник записал после звонка или встречи.',
        trusted:
          'Кого спросить, если с вами не связаться, если вы кого-то назвали: имя, номер и то, что можно сказать. Если вы отзовёте разрешение, мы сразу это удалим.',
      },
      never:
        'Мы не спрашиваем о вере, национальности и судимостях. Людей не оценивают баллами и не выстраивают по местам.',
      seen: 'Кто это видит',
      seenText:
        'Ваш координатор и руководитель вашей организации. Другие координаторы, сообщества и чиновники не видят ничего, пока вы сами не разрешите. Каждый просмотр записывается, и этот список виден на вашей странице.',
      end: 'Как прекратить',
      endText:
        'На своей странице вы можете сделать паузу, завершить поддержку, взять данные с собой файлом или удалить их. Можно сказать об этом и координатору; причина не нужна.',
      basis: 'На каком основании',
      basisText:
        'На основании вашего согласия, которое можно отозвать в любой момент. Сведения о здоровье (в том числе об употреблении) относятся к особым категориям данных: мы храним их только с вашего явного согласия.',
      log: 'Журнал и файлы cookie',
      logText:
        'Имён в журнале нет. Файлов cookie не больше трёх: вход, язык и одно сообщение после отправки формы. Чужих служб на этом сайте нет.',
      ask: 'Ответственный обработчик — организация, где вы проходили реабилитацию. С вопросами и жалобами можно обратиться и в Инспекцию по защите данных Эстонии.',
    },
    fi: {
      title: 'Tietosuoja',
      lead: 'Tietosi ovat sinun. Tällä sivulla kerrotaan, mitä säilytämme, kuka sen näkee ja miten voit lopettaa sen.',
      kept: 'Mitä säilytämme',
      keptItems: {
        identity:
          'Nimi, puhelinnumero, sähköposti ja syntymäaika (jos annoit sen). Ne ovat lukossa: tietokannassa salattuina, avain muualla.',
        path: 'Milloin lähdit kuntoutuksesta, milloin keskustelut ja yhteydenotot ovat ja mitä niissä sovittiin.',
        answers: 'Mitä itse vastasit, kun kerroit kuulumisiasi. Voit ohittaa minkä tahansa kysymyksen.',
        notes: 'Mitä työntekijä kirjoitti muistiin puhelun tai tapaamisen jälkeen.',
        trusted:
          'Jos olet nimennyt jonkun, jolta voimme kysyä, kun emme tavoita sinua: nimi, numero ja se, mitä hänelle saa kertoa. Kun perut luvan, poistamme tämän heti.',
      },
      never:
        'Emme kysy uskonnosta, etnisestä taustasta emmekä tuomioista. Ketään ei pisteytetä eikä aseteta järjestykseen.',
      seen: 'Kuka sen näkee',
      seenText:
        'Koordinaattorisi ja organisaatiosi johtaja. Muut koordinaattorit, yhteisöt ja viranomaiset eivät näe mitään, ennen kuin itse annat luvan. Jokainen katselukerta kirjataan, ja näet luettelon omalla sivullasi.',
      end: 'Miten voit lopettaa',
      endText:
        'Omalla sivullasi voit pitää tauon, lopettaa, ottaa tietosi mukaan tiedostona tai poistattaa ne. Voit sanoa siitä myös koordinaattorille; syytä ei tarvita.',
      basis: 'Millä perusteella',
      basisText:
        'Suostumuksellasi, jonka voit perua milloin tahansa. Terveystiedot (myös se, mitä kerrot käytöstä) kuuluvat erityisiin henkilötietoryhmiin: säilytämme niitä vain nimenomaisella suostumuksellasi.',
      log: 'Loki ja evästeet',
      logText:
        'Lokissa ei ole nimiä. Evästeitä on enintään kolme: kirjautuminen, kieli ja yksi viesti lomakkeen lähettämisen jälkeen. Sivustolla ei käytetä kenenkään muun palveluja.',
      ask: 'Rekisterinpitäjä on organisaatio, jonka kuntoutuksesta lähdit. Kysymyksissä ja valituksissa voit kääntyä myös Viron tietosuojaviranomaisen (Andmekaitse Inspektsioon) puoleen.',
    },
    nb: {
      title: 'Personvern',
      lead: 'Opplysningene dine er dine. Her står det hva vi lagrer, hvem som ser det, og hvordan du avslutter det.',
      kept: 'Hva vi lagrer',
      keptItems: {
        identity:
          'Navn, telefon, e-post og fødselsdato (hvis du oppga den). De er låst: kryptert i databasen, med nøkkelen et annet sted.',
        path: 'Når du avsluttet rehabiliteringen, når samtalene og innsjekkene er, og hva som ble avtalt.',
        answers: 'Hva du selv svarte da du sjekket inn. Du kan hoppe over alle spørsmål.',
        notes: 'Hva en ansatt skrev ned etter en telefonsamtale eller et møte.',
        trusted:
          'Hvem vi kan spørre hvis vi ikke får tak i deg, dersom du har oppgitt noen: navnet, nummeret og hva vi kan fortelle. Trekker du det tilbake, sletter vi det med en gang.',
      },
      never: 'Vi spør ikke om tro, etnisitet eller dommer. Ingen får poeng eller rangeres.',
      seen: 'Hvem som ser det',
      seenText:
        'Koordinatoren din og lederen for organisasjonen din. Andre koordinatorer, lokalsamfunn og offentlig ansatte ser ingenting før du selv tillater det. Hver gang noen ser på det, blir det registrert, og du ser listen på siden din.',
      end: 'Hvordan du avslutter det',
      endText:
        'På siden din kan du ta pause, slutte, ta med deg opplysningene som en fil eller få dem slettet. Du kan også si det til koordinatoren; du trenger ingen grunn.',
      basis: 'På hvilket grunnlag',
      basisText:
        'På ditt samtykke, som du kan trekke tilbake når som helst. Helseopplysninger (også det du sier om bruk av rusmidler) er særlige kategorier av personopplysninger: vi lagrer dem bare med ditt uttrykkelige samtykke.',
      log: 'Logg og informasjonskapsler',
      logText:
        'Det er ingen navn i loggen. Det er høyst tre informasjonskapsler: innlogging, språk og én beskjed etter at et skjema er sendt. Nettstedet bruker ingen tjenester fra andre.',
      ask: 'Behandlingsansvarlig er organisasjonen der du var til rehabilitering. Med spørsmål og klager kan du også henvende deg til Estlands datatilsyn (Andmekaitse Inspektsioon).',
    },
  },
)
