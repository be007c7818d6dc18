import { publicWords } from '../platform/words.ts'
import type { Told } from './evaluation.ts'

export const evaluationWords = publicWords(
  {
    asked: (title: string) => `Ootame sinu vastust koolituse „${title}“ kohta.`,
    title: 'Sinu hinnang',
    lead: 'Sinu vastust ei näe keegi. Teistele näidatakse ainult arve, ja alles siis, kui vastamise aeg on läbi ja vastanuid on vähemalt viis.',
    confidence: 'Kui kindel oled, et saad sellega praegu hakkama?',
    confidenceWhole: 'Koolitus tervikuna: kui kindel oled, et saad sellega praegu hakkama?',
    confidenceOf: (name: string) => `${name}: kui kindel oled, et saad sellega praegu hakkama?`,
    confidenceEnds: ['üldse mitte', 'täiesti kindel'],
    useful: 'Kui palju sellest kasu on?',
    usefulEnds: ['ei ole', 'väga palju'],
    used: 'Kas oled seda pärast koolitust kasutanud?',
    uses: { often: 'Jah, korduvalt', sometimes: 'Mõne korra', 'not-yet': 'Veel mitte' },
    send: 'Vasta',
    thanks: 'Aitäh, vastus on kirjas.',
    wasSaid: 'Sellele küsimusele on vastatud või selle aeg on läbi.',
    results: 'Mida öeldi',
    askings: {
      before: 'Enne koolitust',
      after: 'Kohe pärast',
      'months-3': '3 kuu pärast',
      'months-9': '6–12 kuu pärast',
    },
    answered: 'Vastas',
    answeredOf: (n: number, of: number) => `${n === 1 ? '1 osaleja' : `${n} osalejat`} ${of}-st`,
    meanUseful: 'Kasu, 1–5',
    usedOf: ({ value, bound }: Told, of: number) =>
      bound === 'at-least'
        ? `${of - 1} või ${of} vastajat ${of}-st`
        : bound === 'at-most'
          ? `0 või 1 vastajat ${of}-st`
          : `${value} vastajat ${of}-st`,
    usedLabel: 'On kasutanud',
    tooFew: 'alla viie vastaja',
    stillOpen: 'vastamine käib veel',
    pairs: (n: number, of: number) =>
      `Nii enne kui ka pärast vastas ${n === 1 ? '1 osaleja' : `${n} osalejat`} ${of}-st.`,
    byMethod: 'Kindlus meetodite kaupa, 0–10',
    method: 'Meetod',
    both: 'Vastas enne ja pärast',
    before: 'Enne',
    after: 'Pärast',
    bounds: {
      'at-least': (figure: string) => `vähemalt ${figure}`,
      'at-most': (figure: string) => `kuni ${figure}`,
    },
    atTheEnds:
      'Kui kõik või peaaegu kõik vastasid ühtemoodi, jääb täpne arv ütlemata: see räägiks igaühe vastusest.',
    pairsMoved: (before: string, after: string) => `Kindlus oli enne ${before} ja pärast ${after}.`,
    noComparison: 'Võrdlusrühma ei ole: arv ei ütle, millest muutus tuli.',
    errors: {
      confidence: 'Vali arv 0 kuni 10',
      confidenceOf: (name: string) => `Vali arv 0 kuni 10: ${name}`,
      useful: 'Vali arv 1 kuni 5',
      used: 'Vali, kas oled kasutanud',
    },
  },
  {
    en: {
      asked: (title: string) => `We ask for your answer about the training “${title}”.`,
      title: 'What you say',
      lead: 'Nobody sees your answer. Others are only shown numbers, and only when the time to answer is over and at least five people have answered.',
      confidence: 'How sure are you that you can do it now?',
      confidenceWhole: 'The training as a whole: how sure are you that you can do it now?',
      confidenceOf: (name: string) => `${name}: how sure are you that you can do it now?`,
      confidenceEnds: ['not at all', 'quite sure'],
      useful: 'How useful is it?',
      usefulEnds: ['not at all', 'very'],
      used: 'Have you used it since the training?',
      uses: { often: 'Yes, repeatedly', sometimes: 'A few times', 'not-yet': 'Not yet' },
      send: 'Answer',
      thanks: 'Thank you, your answer is kept.',
      wasSaid: 'This has been answered already, or its time is over.',
      results: 'What was said',
      askings: {
        before: 'Before',
        after: 'At once after',
        'months-3': 'After 3 months',
        'months-9': 'After 6–12 months',
      },
      answered: 'Answered',
      answeredOf: (n: number, of: number) => `${n} of ${of} who were there`,
      meanUseful: 'Usefulness, 1–5',
      usedOf: ({ value, bound }: Told, of: number) =>
        bound === 'at-least'
          ? `${of - 1} or ${of} of ${of} who answered`
          : bound === 'at-most'
            ? `0 or 1 of ${of} who answered`
            : `${value} of ${of} who answered`,
      usedLabel: 'Have used it',
      tooFew: 'fewer than five answers',
      stillOpen: 'answers still come',
      pairs: (n: number, of: number) => `${n} of ${of} who were there answered both before and after.`,
      byMethod: 'How sure people are of each method, 0–10',
      method: 'Method',
      both: 'Answered before and after',
      before: 'Before',
      after: 'After',
      bounds: {
        'at-least': (figure: string) => `at least ${figure}`,
        'at-most': (figure: string) => `at most ${figure}`,
      },
      atTheEnds:
        'Where all or nearly all gave the same answer, the exact figure is left unsaid: it would tell of each one’s answer.',
      pairsMoved: (before: string, after: string) => `Sureness was ${before} before and ${after} after.`,
      noComparison: 'There is no group to compare with: the figure does not tell what the change came from.',
      errors: {
        confidence: 'Choose a number from 0 to 10',
        confidenceOf: (name: string) => `Choose a number from 0 to 10: ${name}`,
        useful: 'Choose a number from 1 to 5',
        used: 'Choose whether you have used it',
      },
    },
    ru: {
      asked: (title: string) => `Ждём вашего ответа о тренинге «${title}».`,
      title: 'Ваша оценка',
      lead: 'Вашего ответа никто не видит. Другим показываем только числа, и лишь тогда, когда срок ответа истёк и ответили не меньше пяти человек.',
      confidence: 'Насколько уверенно вы сделали бы это сейчас?',
      confidenceWhole: 'Тренинг в целом: насколько уверенно вы сделали бы это сейчас?',
      confidenceOf: (name: string) => `${name}: насколько уверенно вы сделали бы это сейчас?`,
      confidenceEnds: ['совсем неуверенно', 'совершенно уверенно'],
      useful: 'Насколько это полезно?',
      usefulEnds: ['совсем не полезно', 'очень полезно'],
      used: 'Применяли ли вы это после тренинга?',
      uses: { often: 'Да, не раз', sometimes: 'Несколько раз', 'not-yet': 'Пока нет' },
      send: 'Ответить',
      thanks: 'Спасибо, ответ записан.',
      wasSaid: 'На этот вопрос уже ответили, или срок ответа истёк.',
      results: 'Что сказали',
      askings: {
        before: 'До тренинга',
        after: 'Сразу после',
        'months-3': 'Через 3 месяца',
        'months-9': 'Через 6–12 месяцев',
      },
      answered: 'Ответили',
      answeredOf: (n: number, of: number) => `${n} из ${of} участников`,
      meanUseful: 'Польза, 1–5',
      usedOf: ({ value, bound }: Told, of: number) =>
        bound === 'at-least'
          ? `${of - 1} или ${of} из ${of} ответивших`
          : bound === 'at-most'
            ? `0 или 1 из ${of} ответивших`
            : `${value} из ${of} ответивших`,
      usedLabel: 'Применяли',
      tooFew: 'меньше пяти ответов',
      stillOpen: 'ответы ещё приходят',
      pairs: (n: number, of: number) => `И до, и после ответили ${n} из ${of} участников.`,
      byMethod: 'Уверенность по каждому методу, 0–10',
      method: 'Метод',
      both: 'Ответили до и после',
      before: 'До',
      after: 'После',
      bounds: {
        'at-least': (figure: string) => `не меньше ${figure}`,
        'at-most': (figure: string) => `не больше ${figure}`,
      },
      atTheEnds:
        'Если все или почти все ответили одинаково, точное число не называем: оно рассказало бы об ответе каждого.',
      pairsMoved: (before: string, after: string) => `Уверенность до: ${before}, после: ${after}.`,
      noComparison: 'Группы для сравнения нет: число не говорит, откуда взялась перемена.',
      errors: {
        confidence: 'Выберите число от 0 до 10',
        confidenceOf: (name: string) => `Выберите число от 0 до 10: ${name}`,
        useful: 'Выберите число от 1 до 5',
        used: 'Выберите, применяли ли вы это',
      },
    },
    fi: {
      asked: (title: string) => `Odotamme vastaustasi koulutuksesta ”${title}”.`,
      title: 'Sinun arviosi',
      lead: 'Kukaan ei näe vastaustasi. Muille näytetään vain lukuja, ja vasta kun vastausaika on ohi ja vastaajia on vähintään viisi.',
      confidence: 'Kuinka varma olet, että pystyisit tähän nyt?',
      confidenceWhole: 'Koulutus kokonaisuutena: kuinka varma olet, että pystyisit tähän nyt?',
      confidenceOf: (name: string) => `${name}: kuinka varma olet, että pystyisit tähän nyt?`,
      confidenceEnds: ['en lainkaan varma', 'täysin varma'],
      useful: 'Kuinka hyödyllistä tämä on?',
      usefulEnds: ['ei lainkaan', 'erittäin'],
      used: 'Oletko käyttänyt tätä koulutuksen jälkeen?',
      uses: { often: 'Kyllä, toistuvasti', sometimes: 'Muutaman kerran', 'not-yet': 'En vielä' },
      send: 'Vastaa',
      thanks: 'Kiitos, vastaus on kirjattu.',
      wasSaid: 'Tähän on jo vastattu, tai vastausaika on ohi.',
      results: 'Mitä sanottiin',
      askings: {
        before: 'Ennen koulutusta',
        after: 'Heti jälkeen',
        'months-3': '3 kuukauden kuluttua',
        'months-9': '6–12 kuukauden kuluttua',
      },
      answered: 'Vastasi',
      answeredOf: (n: number, of: number) => `${n}/${of} osallistujaa`,
      meanUseful: 'Hyöty, 1–5',
      usedOf: ({ value, bound }: Told, of: number) =>
        bound === 'at-least'
          ? `${of - 1} tai ${of}/${of} vastaajaa`
          : bound === 'at-most'
            ? `0 tai 1/${of} vastaajaa`
            : `${value}/${of} vastaajaa`,
      usedLabel: 'On käyttänyt',
      tooFew: 'alle viisi vastausta',
      stillOpen: 'vastausaika on kesken',
      pairs: (n: number, of: number) => `Sekä ennen että jälkeen vastasi ${n}/${of} osallistujaa.`,
      byMethod: 'Varmuus menetelmittäin, 0–10',
      method: 'Menetelmä',
      both: 'Vastasi ennen ja jälkeen',
      before: 'Ennen',
      after: 'Jälkeen',
      bounds: {
        'at-least': (figure: string) => `vähintään ${figure}`,
        'at-most': (figure: string) => `enintään ${figure}`,
      },
      atTheEnds:
        'Jos kaikki tai melkein kaikki vastasivat samoin, tarkkaa lukua ei kerrota: se kertoisi jokaisen vastauksesta.',
      pairsMoved: (before: string, after: string) =>
        `Varmuus oli ennen koulutusta ${before} ja on sen jälkeen ${after}.`,
      noComparison: 'Vertailuryhmää ei ole: luku ei kerro, mistä muutos johtui.',
      errors: {
        confidence: 'Valitse luku 0–10',
        confidenceOf: (name: string) => `Valitse luku 0–10: ${name}`,
        useful: 'Valitse luku 1–5',
        used: 'Valitse, oletko käyttänyt tätä',
      },
    },
    nb: {
      asked: (title: string) => `Vi venter på svaret ditt om kurset «${title}».`,
      title: 'Din vurdering',
      lead: 'Ingen ser svaret ditt. Andre får bare se tall, og først når svartiden er ute og minst fem har svart.',
      confidence: 'Hvor trygg ville du være på å gjøre det nå?',
      confidenceWhole: 'Kurset som helhet: Hvor trygg ville du være på å gjøre det nå?',
      confidenceOf: (name: string) => `${name}: Hvor trygg ville du være på å gjøre det nå?`,
      confidenceEnds: ['ikke i det hele tatt', 'helt trygg'],
      useful: 'Hvor nyttig er det?',
      usefulEnds: ['ikke nyttig', 'svært nyttig'],
      used: 'Har du brukt det etter kurset?',
      uses: { often: 'Ja, flere ganger', sometimes: 'Noen få ganger', 'not-yet': 'Ikke ennå' },
      send: 'Svar',
      thanks: 'Takk, svaret er notert.',
      wasSaid: 'Dette er allerede besvart, eller tiden er ute.',
      results: 'Hva som ble sagt',
      askings: {
        before: 'Før kurset',
        after: 'Rett etter',
        'months-3': 'Etter 3 måneder',
        'months-9': 'Etter 6–12 måneder',
      },
      answered: 'Svarte',
      answeredOf: (n: number, of: number) => `${n} av ${of} som var der`,
      meanUseful: 'Nytte, 1–5',
      usedOf: ({ value, bound }: Told, of: number) =>
        bound === 'at-least'
          ? `${of - 1} eller ${of} av ${of} som svarte`
          : bound === 'at-most'
            ? `0 eller 1 av ${of} som svarte`
            : `${value} av ${of} som svarte`,
      usedLabel: 'Har brukt det',
      tooFew: 'færre enn fem svar',
      stillOpen: 'svartiden er ikke ute',
      pairs: (n: number, of: number) => `${n} av ${of} som var der, svarte både før og etter.`,
      byMethod: 'Trygghet for hver metode, 0–10',
      method: 'Metode',
      both: 'Svarte før og etter',
      before: 'Før',
      after: 'Etter',
      bounds: {
        'at-least': (figure: string) => `minst ${figure}`,
        'at-most': (figure: string) => `høyst ${figure}`,
      },
      atTheEnds:
        'Når alle eller nesten alle svarte det samme, sier vi ikke det nøyaktige tallet: Det ville fortelle hva hver enkelt svarte.',
      pairsMoved: (before: string, after: string) => `Trygghet: ${before} før, ${after} etter.`,
      noComparison: 'Det er ingen gruppe å sammenligne med: Tallet sier ikke hva endringen kom av.',
      errors: {
        confidence: 'Velg et tall fra 0 til 10',
        confidenceOf: (name: string) => `Velg et tall fra 0 til 10: ${name}`,
        useful: 'Velg et tall fra 1 til 5',
        used: 'Velg om du har brukt det',
      },
    },
  },
)
