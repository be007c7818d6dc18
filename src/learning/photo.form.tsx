/** Pictures in a form: read and checked before anything is written. */
import { readFile } from '../platform/file.ts'
import { pictureSize } from '../platform/file.picture.ts'
import { fileError, fileHint } from '../platform/file.words.ts'
import { lettersOf, oneLine } from '../platform/letters.ts'
import { FileField, TextField } from '../platform/parts/text-field.tsx'
import type { formOf } from '../platform/web.tsx'
import type { Locale } from '../platform/words.ts'
import { mostPhotos, type Photo } from './photo.ts'
import type { NewPhoto } from './photo.store.ts'
import { photoWords } from './photo.words.ts'

export type PhotoErrors = { photos?: string; alt?: string }
/** What came with a form; the pictures themselves cannot be put back into it. */
export type SentPhotos = { pictures: readonly NewPhoto[]; alt: string; errors: PhotoErrors }
export const noPhotos: SentPhotos = { pictures: [], alt: '', errors: {} }

/** Reads the pictures that were sent; none is fine. Drawing them anew takes seconds: before a transaction, not in it. */
export async function readPhotos(
  locale: Locale,
  form: Awaited<ReturnType<typeof formOf>>,
): Promise<SentPhotos> {
  const say = photoWords(locale).errors
  const { alt, error } = readAlt(locale, form.values)
  const errors: PhotoErrors = {}
  const files = form.files('photos')
  if (files.length > mostPhotos) errors.photos = say.tooMany(mostPhotos)
  const pictures: NewPhoto[] = []
  for (const file of files.slice(0, mostPhotos)) {
    const read = await readFile(file, 'picture')
    if (typeof read !== 'string') pictures.push({ bytes: read.bytes, ...(await pictureSize(read.bytes)) })
    else errors.photos ??= say.which(file.name, fileError(locale, read, 'picture'))
  }
  if (error) errors.alt = error
  return { pictures, alt, errors }
}

export const isWrong = ({ errors }: SentPhotos) => Object.keys(errors).length > 0

/** Also where somebody sent too many: they are told at the field. */
export const mayAddPhotos = (there: readonly Photo[], sent: SentPhotos) =>
  there.length < mostPhotos || isWrong(sent)

export function readAlt(locale: Locale, values: Record<string, string>): { alt: string; error?: string } {
  const alt = oneLine(values.alt ?? '')
  return lettersOf(alt) > 300 ? { alt, error: photoWords(locale).errors.alt } : { alt }
}

/** The form around it needs `upload`. */
export function PhotoFields({ locale, sent }: { locale: Locale; sent: SentPhotos }) {
  const say = photoWords(locale)
  return (
    <>
      <FileField
        locale={locale}
        name="photos"
        label={say.files}
        hint={`${say.filesHint(mostPhotos)} ${fileHint(locale, 'picture')}`}
        wanted="picture"
        multiple
        required={false}
        error={sent.errors.photos}
      />
      <TextField
        locale={locale}
        name="alt"
        label={say.alt}
        hint={say.altHint}
        required={false}
        value={sent.alt}
        error={sent.errors.alt}
        maxlength={300}
      />
    </>
  )
}
