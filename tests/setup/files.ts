/** Files as people send them, good and bad. */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Stands in every text a camera or a program hides in a picture here. */
export const hidden = 'Salajane märge'

/** As a telephone takes it: lying on its side, and saying where, when and by what it was taken. @param width, height of what is stored, before it is turned */
export async function telephonePicture({ width = 2_400, height = 1_800 } = {}): Promise<Buffer> {
  // Red on the left, blue on the right: whether it was turned can be seen.
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: '#c00000' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#0000c0' } })
    .composite([{ input: half, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: hidden, Model: hidden, Artist: hidden },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '59/1 0/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '24/1 47/1 0/1',
      },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>${hidden}</note></x:xmpmeta>`)
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** With a text hidden in a chunk of its own, and a second file behind its end. */
export async function pngWithText(): Promise<Buffer> {
  const png = await sharp({
    create: { width: 300, height: 200, channels: 4, background: { r: 0, g: 120, b: 60, alpha: 0.5 } },
  })
    .png()
    .toBuffer()
  const end = png.length - 12
  return Buffer.concat([
    png.subarray(0, end),
    chunk('tEXt', Buffer.from(`Comment\0${hidden}`)),
    png.subarray(end),
    Buffer.from(`PK\x03\x04${hidden}`),
  ])
}

/** A small file that unpacks to a whole hall of pixels. */
export function pixelBomb(side = 30_000): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0], 8)
  // One bit a pixel, all alike: as small as it gets.
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** An empty page. @param size in bytes, filled up with a comment */
export function pdf(size = 0): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ]
  const written = (filling: string) => {
    let text = `%PDF-1.4\n%${filling}\n`
    const at = objects.map((body, place) => {
      const start = text.length
      text += `${place + 1} 0 obj${body}endobj\n`
      return start
    })
    const lines = at.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`)
    return `${text}xref\n0 4\n0000000000 65535 f \n${lines.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  }
  const least = written('')
  if (size <= least.length) return Buffer.from(least, 'latin1')
  const near = written('x'.repeat(size - least.length))
  return Buffer.from(written('x'.repeat(size - least.length - (near.length - size))), 'latin1')
}

export const sent = (bytes: Buffer | string, name: string, type = ''): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })
