/** A sheet of paper for the invented organisation: a PDF of one page in letters of Western Europe, without a library. */

/** Points: A4 with wide margins. */
const sheet = { width: 595, height: 842, left: 72, top: 760 }

/** @param lines of the text under the title; they are not wrapped */
export function onePage(title: string, lines: readonly string[]): Buffer {
  const drawn = [
    `BT /F1 20 Tf ${sheet.left} ${sheet.top} Td (${written(title)}) Tj ET`,
    ...lines.map(
      (line, n) => `BT /F1 11 Tf ${sheet.left} ${sheet.top - 44 - n * 20} Td (${written(line)}) Tj ET`,
    ),
  ].join('\n')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(et)>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${sheet.width} ${sheet.height}]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>`,
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream\n`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ]
  let text = '%PDF-1.4\n'
  const at = objects.map((body, place) => {
    const start = text.length
    text += `${place + 1} 0 obj${body}endobj\n`
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${at.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** As the page's encoding has it: one byte a letter; brackets end a text, so they are marked. */
const written = (text: string): string =>
  text
    .replaceAll('š', '\x9a')
    .replaceAll('ž', '\x9e')
    .replaceAll(/[^\x20-\xff]/g, '?')
    .replaceAll(/[\\()]/g, (sign) => `\\${sign}`)
