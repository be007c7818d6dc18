/** Pictures on a page, each with what is in it. */
import { Columns } from '../platform/parts/layout.tsx'
import type { Locale } from '../platform/words.ts'
import type { Photo } from './photo.ts'
import { photoWords } from './photo.words.ts'

export const photoHref = ({ id }: Pick<Photo, 'id'>, place = '') => `/photos/${id}${place && `/${place}`}`

/** Loaded when they come near, in a place that is kept free for them. */
export function Picture({ locale, photo }: { locale: Locale; photo: Photo }) {
  const { width, height, alt, number } = photo
  return (
    <img
      src={photoHref(photo)}
      width={width}
      height={height}
      alt={alt === '' ? photoWords(locale).unnamed(number) : alt}
      loading="lazy"
      decoding="async"
    />
  )
}

/** @param props.changes whoever looks may write what is in them, and take them away */
export function Pictures(props: { locale: Locale; photos: readonly Photo[]; changes: boolean }) {
  const { locale, photos, changes } = props
  if (photos.length === 0) return null
  const say = photoWords(locale)
  return (
    <Columns count={2}>
      {photos.map((photo) => (
        <figure>
          <Picture locale={locale} photo={photo} />
          <figcaption class="sub">
            {photo.alt}{' '}
            {changes && (
              <a href={photoHref(photo, 'change')}>
                {photo.alt === '' ? say.name : say.change}
                <span class="unseen">: {say.unnamed(photo.number)}</span>
              </a>
            )}
          </figcaption>
        </figure>
      ))}
    </Columns>
  )
}
