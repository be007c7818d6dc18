/** What a field for a file says, and what was wrong with one. */
import { LARGEST_FILE_MEGABYTES, type FileProblem, type Wanted } from './file.ts'
import { publicWords, type Locale } from './words.ts'

const fileWords = publicWords(
  {
    hints: {
      document: (size: string) => `PDF või pilt (JPEG, PNG, WebP), kuni ${size}.`,
      picture: (size: string) => `JPEG, PNG või WebP, kuni ${size}.`,
    },
    pictureHint:
      'Pilt tehakse väiksemaks ja sellest jääb alles ainult see, mis on näha: koht, aeg ja seadme andmed kaovad.',
    missing: 'Vali fail.',
    empty: 'Fail on tühi. Vali see uuesti või salvesta kõigepealt.',
    tooLarge: (size: string) =>
      `Fail on liiga suur. Lubatud on kuni ${size}: salvesta PDF väiksemana või tee dokumendist pilt.`,
    heic: 'See on HEIC-pilt. Salvesta see JPEG-pildina; iPhone’is aitab säte Kaamera › Vormingud › Ühilduvaim.',
    unknown: {
      document: 'See fail ei ole PDF ega pilt. Salvesta dokument PDF-failina ja vali see.',
      picture: 'See fail ei ole pilt. Vali JPEG, PNG või WebP.',
    },
    cutPdf: 'PDF on poolik. Ava see, salvesta uuesti PDF-failina ja vali siis.',
    brokenPicture:
      'Pilti ei saa lugeda: see on poolik või rikutud. Vali see uuesti või salvesta JPEG-pildina.',
    tooManyPixels: 'Pildil on liiga palju punkte. Tee see väiksemaks, näiteks poole laiuseni.',
  },
  {
    en: {
      hints: {
        document: (size) => `A PDF or a picture (JPEG, PNG, WebP), up to ${size}.`,
        picture: (size) => `JPEG, PNG or WebP, up to ${size}.`,
      },
      pictureHint:
        'A picture is made smaller, and only what can be seen is kept of it: place, time and data of the device go.',
      missing: 'Choose a file.',
      empty: 'The file is empty. Choose it again, or save it first.',
      tooLarge: (size) =>
        `The file is too large. Up to ${size} is allowed: save the PDF in a smaller size, or take a picture of the document.`,
      heic: 'This is a HEIC picture. Save it as JPEG; on an iPhone the setting Camera › Formats › Most Compatible does it.',
      unknown: {
        document: 'This file is neither a PDF nor a picture. Save the document as PDF and choose that.',
        picture: 'This file is not a picture. Choose a JPEG, PNG or WebP.',
      },
      cutPdf: 'The PDF is incomplete. Open it, save it as PDF again and then choose it.',
      brokenPicture:
        'The picture cannot be read: it is incomplete or damaged. Choose it again, or save it as JPEG.',
      tooManyPixels: 'The picture has too many pixels. Make it smaller, for example half as wide.',
    },
    ru: {
      hints: {
        document: (size) => `PDF или снимок (JPEG, PNG, WebP), до ${size}.`,
        picture: (size) => `JPEG, PNG или WebP, до ${size}.`,
      },
      pictureHint:
        'Снимок уменьшается, и от него остаётся только то, что видно: место, время и данные устройства удаляются.',
      missing: 'Выберите файл.',
      empty: 'Файл пустой. Выберите его ещё раз или сначала сохраните.',
      tooLarge: (size) =>
        `Файл слишком большой. Допустимо до ${size}: сохраните PDF в меньшем размере или сфотографируйте документ.`,
      heic: 'Это снимок HEIC. Сохраните его в JPEG; на iPhone поможет настройка «Камера › Форматы › Наиболее совместимые».',
      unknown: {
        document: 'Этот файл не PDF и не снимок. Сохраните документ в PDF и выберите его.',
        picture: 'Этот файл не снимок. Выберите JPEG, PNG или WebP.',
      },
      cutPdf: 'PDF неполный. Откройте его, сохраните в PDF заново и выберите ещё раз.',
      brokenPicture:
        'Снимок не читается: он неполный или повреждён. Выберите его ещё раз или сохраните в JPEG.',
      tooManyPixels: 'В снимке слишком много точек. Уменьшите его, например вдвое по ширине.',
    },
    fi: {
      hints: {
        document: (size) => `PDF tai kuva (JPEG, PNG, WebP), enintään ${size}.`,
        picture: (size) => `JPEG, PNG tai WebP, enintään ${size}.`,
      },
      pictureHint:
        'Kuva pienennetään, ja siitä jää vain se, mikä näkyy: paikka, aika ja laitteen tiedot poistuvat.',
      missing: 'Valitse tiedosto.',
      empty: 'Tiedosto on tyhjä. Valitse se uudelleen tai tallenna se ensin.',
      tooLarge: (size) =>
        `Tiedosto on liian suuri. Enintään ${size} sallitaan: tallenna PDF pienempänä tai ota asiakirjasta kuva.`,
      heic: 'Tämä on HEIC-kuva. Tallenna se JPEG-kuvana; iPhonessa auttaa asetus Kamera › Muodot › Yhteensopivin.',
      unknown: {
        document: 'Tämä tiedosto ei ole PDF eikä kuva. Tallenna asiakirja PDF-muodossa ja valitse se.',
        picture: 'Tämä tiedosto ei ole kuva. Valitse JPEG, PNG tai WebP.',
      },
      cutPdf: 'PDF on vajaa. Avaa se, tallenna se uudelleen PDF-muodossa ja valitse sitten.',
      brokenPicture:
        'Kuvaa ei voi lukea: se on vajaa tai vioittunut. Valitse se uudelleen tai tallenna JPEG-kuvana.',
      tooManyPixels: 'Kuvassa on liikaa pisteitä. Pienennä sitä, esimerkiksi puoleen leveydestä.',
    },
    nb: {
      hints: {
        document: (size) => `PDF eller bilde (JPEG, PNG, WebP), inntil ${size}.`,
        picture: (size) => `JPEG, PNG eller WebP, inntil ${size}.`,
      },
      pictureHint:
        'Bildet gjøres mindre, og bare det som kan ses, blir igjen: sted, tid og opplysninger om enheten forsvinner.',
      missing: 'Velg en fil.',
      empty: 'Filen er tom. Velg den på nytt, eller lagre den først.',
      tooLarge: (size) =>
        `Filen er for stor. Inntil ${size} er tillatt: lagre PDF-en i mindre størrelse, eller ta bilde av dokumentet.`,
      heic: 'Dette er et HEIC-bilde. Lagre det som JPEG; på iPhone hjelper innstillingen Kamera › Formater › Mest kompatibelt.',
      unknown: {
        document: 'Denne filen er verken PDF eller bilde. Lagre dokumentet som PDF og velg det.',
        picture: 'Denne filen er ikke et bilde. Velg JPEG, PNG eller WebP.',
      },
      cutPdf: 'PDF-en er ufullstendig. Åpne den, lagre den som PDF på nytt og velg den så.',
      brokenPicture:
        'Bildet kan ikke leses: det er ufullstendig eller skadet. Velg det på nytt, eller lagre det som JPEG.',
      tooManyPixels: 'Bildet har for mange piksler. Gjør det mindre, for eksempel halvparten så bredt.',
    },
  },
)

const largest = (locale: Locale) => fileSize(locale, LARGEST_FILE_MEGABYTES * 1024 * 1024)

/** What the field takes, how large it may be, and what becomes of a picture. */
export function fileHint(locale: Locale, wanted: Wanted): string {
  const say = fileWords(locale)
  return `${say.hints[wanted](largest(locale))} ${say.pictureHint}`
}

/** What is wrong with the file, and what to do about it. */
export function fileError(locale: Locale, problem: FileProblem, wanted: Wanted): string {
  const say = fileWords(locale)
  if (problem === 'unknown') return say.unknown[wanted]
  if (problem === 'tooLarge') return say.tooLarge(largest(locale))
  return say[problem]
}

/** `340 kB`, `2,4 MB`: as people are used to see it, in thousands of 1,024 bytes, and never as nothing. */
export function fileSize(locale: Locale, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  const [unit, amount] =
    kilobytes < 1_000 ? (['kilobyte', kilobytes] as const) : (['megabyte', bytes / 1024 / 1024] as const)
  const digits = { maximumFractionDigits: amount < 10 && unit === 'megabyte' ? 1 : 0 }
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', ...digits })
  // The figure and its unit stay on one line.
  return format.format(amount).replaceAll(' ', '\u00a0')
}
