import { publicWords } from '../platform/words.ts'

export const accessibilityWords = publicWords(
  {
    title: 'Ligipääsetavus',
    lead: 'Leht peab töötama vanas telefonis, väsinud inimesel ja ilma hiireta.',
    done: 'Millest lähtume',
    doneText:
      'Järgime nõudeid WCAG 2.2 AA. Iga leht töötab ilma skriptita, klaviatuuriga, 320 piksli laiuses aknas ja kahekordse kirjasuurusega. Iga pilt on olemas ka teksti või tabelina.',
    open: 'Mida me ei ole veel proovinud',
    openText:
      'Lehti on kontrollitud programmiga axe ja silmaga. Ekraanilugejatega ega päris vanade telefonidega ei ole neid veel katsetatud.',
    tell: 'Kui midagi ei tööta, ütle oma koordinaatorile või organisatsioonile, kelle lehte sa kasutad.',
  },
  {
    en: {
      title: 'Accessibility',
      lead: 'These pages must work on an old phone, for a tired person, and without a mouse.',
      done: 'What we keep to',
      doneText:
        'We follow WCAG 2.2 AA. Every page works without scripts, by keyboard, 320 pixels wide and with letters twice as large. Every picture is there as text or as a table too.',
      open: 'What we have not tried yet',
      openText:
        'The pages were checked with axe and by eye. They have not been tried with screen readers or on really old phones.',
      tell: 'If something does not work, tell your coordinator or the organisation whose pages you use.',
    },
    ru: {
      title: 'Доступность',
      lead: 'Страницы должны работать на старом телефоне, для уставшего человека и без мыши.',
      done: 'На что мы опираемся',
      doneText:
        'Мы следуем требованиям WCAG 2.2 AA. Каждая страница работает без скриптов, с клавиатуры, при ширине 320 пикселей и с вдвое более крупным текстом. Каждая картинка есть и в виде текста или таблицы.',
      open: 'Что мы ещё не проверили',
      openText:
        'Страницы проверены программой axe и на глаз. С программами чтения с экрана и на действительно старых телефонах их ещё не пробовали.',
      tell: 'Если что-то не работает, скажите координатору или организации, страницами которой пользуетесь.',
    },
    fi: {
      title: 'Saavutettavuus',
      lead: 'Näiden sivujen on toimittava vanhassa puhelimessa, ilman hiirtä ja silloinkin, kun käyttäjä on väsynyt.',
      done: 'Mistä pidämme kiinni',
      doneText:
        'Noudatamme WCAG 2.2 AA -vaatimuksia. Jokainen sivu toimii ilman skriptejä, näppäimistöllä, 320 pikselin levyisenä ja kaksi kertaa suuremmilla kirjaimilla. Jokainen kuva on myös tekstinä tai taulukkona.',
      open: 'Mitä emme ole vielä kokeilleet',
      openText:
        'Sivut on tarkistettu axe-ohjelmalla ja silmämääräisesti. Ruudunlukijoilla ja todella vanhoilla puhelimilla niitä ei ole vielä kokeiltu.',
      tell: 'Jos jokin ei toimi, kerro koordinaattorillesi tai organisaatiolle, jonka sivuja käytät.',
    },
    nb: {
      title: 'Tilgjengelighet',
      lead: 'Disse sidene må virke på en gammel telefon, for den som er trett, og uten mus.',
      done: 'Hva vi holder oss til',
      doneText:
        'Vi følger WCAG 2.2 AA. Alle sider virker uten skript, med tastatur, i 320 pikslers bredde og med dobbelt så store bokstaver. Alle bilder finnes også som tekst eller tabell.',
      open: 'Hva vi ikke har prøvd ennå',
      openText:
        'Sidene er kontrollert med programmet axe og med egne øyne. De er ikke prøvd med skjermleser eller på virkelig gamle telefoner ennå.',
      tell: 'Er det noe som ikke virker, så si fra til koordinatoren din eller organisasjonen som har sidene du bruker.',
    },
  },
)
