import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { hidden, pdf, pixelBomb, pngWithText, sent, telephonePicture } from '../../tests/setup/files.ts'
import { fileError, fileHint, fileSize } from './file.words.ts'
import { LARGEST_FILE, readFile, type CheckedFile, type FileProblem, type Wanted } from './file.ts'
import { drawnAnew, LONG_SIDE } from './file.picture.ts'
import { locales } from './words.ts'

const read = (bytes: Buffer | string, name = 'x.pdf', wanted: Wanted = 'document') =>
  readFile(sent(bytes, name, 'application/pdf'), wanted)

async function kept(answer: Promise<CheckedFile | FileProblem>): Promise<CheckedFile> {
  const file = await answer
  if (typeof file === 'string') throw new Error(`refused: ${file}`)
  return file
}

/** The markers of a JPEG before its pixels: what rides along stands in APP1 to APP15 and in comments. */
function segments(jpeg: Buffer): string[] {
  const found: string[] = []
  for (let at = 2; at + 4 <= jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg.readUInt16BE(at).toString(16)
    found.push(marker)
    if (marker === 'ffda') break
  }
  return found
}

/** The colour of a pixel, roughly. */
async function colourAt(jpeg: Buffer, left: number, top: number): Promise<'red' | 'blue' | 'other'> {
  const [red = 0, , blue = 0] = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return red > 120 && blue < 80 ? 'red' : blue > 120 && red < 80 ? 'blue' : 'other'
}

describe('of a picture', () => {
  test('nothing is kept but what can be seen: no place, no device, no hidden text, no profile of colours', async () => {
    const original = await telephonePicture()
    const before = await sharp(original).metadata()
    expect([before.exif, before.xmp, before.icc].map((part) => part !== undefined)).toEqual([
      true,
      true,
      true,
    ])
    // The tag under which a place stands (0x8825), in either order of bytes.
    const place = [Buffer.of(0x88, 0x25), Buffer.of(0x25, 0x88)]
    expect(place.some((tag) => before.exif?.includes(tag))).toBe(true)
    const { type, bytes } = await kept(read(original, 'pilt.jpg'))
    expect(type).toBe('image/jpeg')
    for (const word of [
      hidden,
      'Exif',
      'http://ns.adobe.com',
      'x:xmpmeta',
      'ICC_PROFILE',
      'Photoshop',
      'GPS',
    ])
      expect(bytes.includes(Buffer.from(word)), word).toBe(false)
    expect(segments(bytes).filter((marker) => /^ff(?:e[1-9a-f]|fe)$/.test(marker))).toEqual([])
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
  })

  test('what lay on its side stands upright, and is no longer than a screen', async () => {
    const { bytes } = await kept(read(await telephonePicture()))
    const { width, height } = await sharp(bytes).metadata()
    expect([width, height]).toEqual([1_200, LONG_SIDE])
    expect([await colourAt(bytes, 600, 100), await colourAt(bytes, 600, 1_500)]).toEqual(['red', 'blue'])
  })

  test('a small one stays as large as it is', async () => {
    const { bytes } = await kept(read(await telephonePicture({ width: 400, height: 300 })))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 300, height: 400 })
  })

  test('the hidden text of a PNG and what was hung on behind it are gone, and what one saw through is white', async () => {
    const original = await pngWithText()
    expect(original.includes(Buffer.from(hidden))).toBe(true)
    const { type, bytes } = await kept(read(original, 'x.png'))
    expect(type).toBe('image/jpeg')
    expect(bytes.includes(Buffer.from(hidden))).toBe(false)
    expect(bytes.includes(Buffer.from('PK\x03\x04'))).toBe(false)
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)].map((value) => Math.round(value / 16))).toEqual([8, 12, 10])
  })

  test('a WebP becomes a JPEG, and of a moving one the first picture', async () => {
    const webp = await sharp({ create: { width: 50, height: 40, channels: 3, background: '#c00000' } })
      .webp()
      .toBuffer()
    expect((await kept(read(webp))).bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  })

  test('those that are sent at once come out each by itself, also after a broken one', async () => {
    const one = (side: number) =>
      sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } })
        .jpeg()
        .toBuffer()
    const sides = [20, 30, 40]
    const sent = [Buffer.from('\xff\xd8\xff broken', 'latin1'), ...(await Promise.all(sides.map(one)))]
    const [broken, ...rest] = await Promise.all(sent.map((bytes) => drawnAnew(bytes)))
    expect(broken).toBe('brokenPicture')
    for (const [place, picture] of rest.entries())
      expect((await sharp(picture as Buffer).metadata()).width).toBe(sides[place])
  })
})

test('a PDF is kept as it came', async () => {
  const bytes = pdf(5_000)
  expect(bytes.length).toBe(5_000)
  expect(await read(bytes, 'x.txt')).toEqual({ type: 'application/pdf', bytes })
})

test('a file as large as may be is kept; one byte more is not', async () => {
  expect(await read(pdf(LARGEST_FILE))).toMatchObject({ type: 'application/pdf' })
  expect(await read(pdf(LARGEST_FILE + 1))).toBe('tooLarge')
})

describe('what a file is, is decided by what is in it', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const refused: [string, FileProblem, () => Buffer | string | Promise<Buffer>][] = [
    ['nothing', 'empty', () => ''],
    ['a page that calls itself a PDF', 'unknown', () => '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', 'unknown', () => svg],
    ['a drawing that calls itself XML', 'unknown', () => `<?xml version="1.0"?>${svg}`],
    ['a GIF that is a script too', 'unknown', () => 'GIF89a/*\x01\x00*/=1;alert(1)'],
    ['a GIF with a PDF in it', 'unknown', () => Buffer.concat([Buffer.from('GIF89a'), pdf()])],
    ['a TIFF', 'unknown', () => noise().tiff().toBuffer()],
    ['a program', 'unknown', () => 'MZ\x90\x00'],
    ['a ZIP, as DOCX is', 'unknown', () => 'PK\x03\x04'],
    ['a picture of an iPhone', 'heic', () => '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00'],
    ['half a PDF', 'cutPdf', () => pdf(5_000).subarray(0, 4_000)],
    ['half a JPEG', 'brokenPicture', async () => cut(await telephonePicture())],
    ['half a PNG', 'brokenPicture', async () => cut(await noise().png({ compressionLevel: 0 }).toBuffer())],
    ['half a WebP', 'brokenPicture', async () => cut(await noise().webp({ lossless: true }).toBuffer())],
    [
      'the beginning of a JPEG and then a page',
      'brokenPicture',
      () => Buffer.from('\xff\xd8\xff<script>', 'latin1'),
    ],
    ['a picture that must be held whole', 'tooManyPixels', () => slow()],
    ['a picture that unpacks to 900 million pixels', 'tooManyPixels', () => pixelBomb()],
  ]
  test.each(refused)('%s is refused as %s', async (_, problem, make) => {
    expect(await read(await make())).toBe(problem)
  })

  test('where a picture is wanted, a PDF is not one', async () => {
    expect(await read(pdf(), 'x.jpg', 'picture')).toBe('unknown')
  })

  test('no file at all is said as such', async () => {
    expect(await readFile(null, 'document')).toBe('missing')
  })
})

/** Does not get small, so that half of the file is half of the picture. */
function noise() {
  const pixels = Buffer.from(Array.from({ length: 90_000 }, (_, place) => (place * place * 7_919) % 251))
  return sharp(pixels, { raw: { width: 200, height: 150, channels: 3 } })
}

/** From coarse to fine, with two bytes a colour. */
function slow() {
  return sharp({ create: { width: 7_000, height: 7_000, channels: 4, background: '#fff' } })
    .toColourspace('rgb16')
    .png({ progressive: true })
    .toBuffer()
}

function cut(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length / 2)
}

test('a size is said as people read it', () => {
  expect(fileSize('et', 1)).toBe('1\u00a0kB')
  expect(fileSize('en', 348_000)).toBe('340\u00a0kB')
  expect(fileSize('fi', 2_500_000)).toBe('2,4\u00a0Mt')
  expect(fileSize('ru', LARGEST_FILE)).toBe('10\u00a0МБ')
})

test('every refusal says what to do, in every language', () => {
  const problems: FileProblem[] = [
    'missing',
    'empty',
    'tooLarge',
    'heic',
    'unknown',
    'cutPdf',
    'brokenPicture',
    'tooManyPixels',
  ]
  for (const locale of locales)
    for (const wanted of ['document', 'picture'] as const) {
      expect(fileHint(locale, wanted)).toContain(fileSize(locale, LARGEST_FILE))
      for (const problem of problems) expect(fileError(locale, problem, wanted).length).toBeGreaterThan(8)
    }
})
