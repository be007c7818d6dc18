/**
 * A picture drawn anew: turned upright, made small, and written as a JPEG that holds nothing but what can be seen. Where it was taken,
 * when, by whom and with what, hidden text and a second file behind the picture are gone.
 *
 * Decoding is done by libvips, with only those readers that are needed; one picture after the other, so that memory does not grow with
 * how many are sent at once.
 */
import type { Sharp } from 'sharp'

/** Pixels on the long side: fills a screen, and print on half a page. */
export const LONG_SIDE = 1_600

/** Pixels: most telephones take 12 to 50 million. What a picture unpacks to is not said by its size: 30 kB can be a billion. */
export const MOST_PIXELS = 64_000_000

/** Bytes: what of one picture may have to be held unpacked. */
const mostHeld = 256 * 1024 * 1024

/** Of 1 to 100. */
const quality = 82

/** Seconds. */
const longest = 30

type Metadata = Awaited<ReturnType<Sharp['metadata']>>

export type PictureProblem = 'tooManyPixels' | 'brokenPicture'

let last: Promise<unknown> = Promise.resolve()

/** @param bytes a JPEG, PNG or WebP by its first bytes */
export function drawnAnew(bytes: Buffer): Promise<Buffer | PictureProblem> {
  const drawn = last.then(() => draw(bytes))
  last = drawn.catch(() => {})
  return drawn
}

async function draw(bytes: Buffer): Promise<Buffer | PictureProblem> {
  const sharp = await library()
  try {
    // Reads the head only.
    const about = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (about.width * about.height > MOST_PIXELS || heldAtOnce(about) > mostHeld) return 'tooManyPixels'
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', autoOrient: true })
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      // What can be seen through is white, as on paper.
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality })
      .timeout({ seconds: longest })
      .toBuffer()
  } catch {
    return 'brokenPicture'
  }
}

/** Pixels of a picture that was drawn anew. */
export async function pictureSize(jpeg: Buffer): Promise<{ width: number; height: number }> {
  const sharp = await library()
  const { width, height } = await sharp(jpeg).metadata()
  return { width, height }
}

/** Bytes. Most pictures are drawn line by line; one that appears slowly, from coarse to fine, is whole at its end only. */
function heldAtOnce({ isProgressive, width, height, channels, depth }: Metadata): number {
  return isProgressive ? width * height * channels * (depth === 'uchar' ? 1 : 2) : 0
}

/** Loaded with the first picture: who sends none needs neither its memory nor a machine on which it runs. */
async function library() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  return sharp
}
