/** Any bytes and any form: a clear answer, nothing half-written. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bring, csvFile, ended, fieldsOf, said, tabs } from '../../tests/setup/bring.ts'
import { openHouse, type House } from '../../tests/setup/house.ts'
import { readSpreadsheet } from '../platform/spreadsheet.ts'
import { cellText } from '../platform/spreadsheet.cells.ts'
import { readIdentities } from '../people/identity.store.ts'
import { listPeople } from '../people/person.store.ts'
import { caseloadCsv, caseloadXlsx } from './caseload-file.write.ts'
import { supportRoom } from './room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ rooms: [supportRoom] })
})
afterAll(() => house.close())

const count = async () => (await house.act('lead', listPeople)).length
const samples = ['caseload-messy.xlsx', 'caseload-messy.csv'].map((name) =>
  readFileSync(new URL(`../../tests/files/${name}`, import.meta.url)),
)
const headings = [
  'Nimi',
  'Full name',
  'ФИО',
  'Sünniaeg',
  'Telefon',
  'E-post',
  'Lahkus',
  'Kontaktisik',
  'Vald',
  'Toa nr',
  '',
  '=1+1',
]
const cells = [
  'Aet Üks',
  'Бронислав Второй',
  '1.9.2026',
  '01/02/2026',
  '55510001',
  'a@x.ee',
  'M. Saar',
  'Kehtna',
  '',
  '-',
  '=HYPERLINK("x")',
  '\u0000',
  '𝕏',
  '__proto__',
]
const somethingLikeAList = fc
  .record({
    headings: fc.array(fc.constantFrom(...headings), { minLength: 1, maxLength: 6 }),
    rows: fc.array(
      fc.array(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...cells) }, { weight: 1, arbitrary: fc.string() }),
        { maxLength: 6 },
      ),
      { maxLength: 6 },
    ),
    separator: fc.constantFrom(';', ',', '\t'),
  })
  .map(({ headings, rows, separator }) =>
    Buffer.from([headings, ...rows].map((row) => row.join(separator)).join('\r\n')),
  )
const brokenSample = fc
  .record({
    sample: fc.constantFrom(...samples),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    wrong: fc.array(fc.tuple(fc.nat(100_000), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
  })
  .map(({ sample, cut, wrong }) => {
    const bytes = Buffer.from(
      sample.subarray(0, cut > 0.5 ? sample.length : Math.ceil(sample.length * cut * 2)),
    )
    for (const [at, byte] of wrong) if (at < bytes.length) bytes[at] = byte
    return bytes
  })
const bytes = fc.oneof(
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)) },
  { weight: 3, arbitrary: somethingLikeAList },
  { weight: 2, arbitrary: brokenSample },
)

test('any bytes are answered clearly, and nothing is written before the button is pressed', async () => {
  let read = 0
  await fc.assert(
    fc.asyncProperty(
      bytes,
      fc.constantFrom('x.xlsx', 'x.csv', 'ž'.repeat(300), '../../x', ''),
      async (content, name) => {
        const answer = await house.request('/import', {
          as: 'coordinator',
          form: { file: new File([content], name) },
        })
        const at = answer.headers.get('location')
        if (at === null) {
          expect(answer.status).toBe(422)
          expect(await answer.text()).toContain('class="err-sum"')
        } else {
          read += 1
          expect(answer.status).toBe(303)
          for (const query of ['', '?ask=all', '?show=enter&page=99', '?show=duplicate', '?show=x&page=-1']) {
            expect((await house.request(at + query, { as: 'coordinator' })).status).toBe(200)
          }
          expect(
            (await house.request(`${at}/remove`, { as: 'coordinator', method: 'POST', form: {} })).status,
          ).toBe(303)
        }
        expect(await count()).toBe(0)
      },
    ),
    { numRuns: 60 },
  )
  // Chance must not decide the suite: it only must not have tried nothing.
  expect(read).toBeGreaterThan(0)
})

test('what is no form is answered like a form without a file', async () => {
  for (const type of ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain']) {
    const answer = await house.app.request('http://localhost:3000/import', {
      method: 'POST',
      body: Buffer.from('--y\r\nnothing'),
      headers: {
        'content-type': type,
        origin: 'http://localhost:3000',
        host: 'localhost:3000',
        cookie: await house.signIn('coordinator'),
      },
    })
    expect([422, 413]).toContain(answer.status)
  }
})

test('any answers lead to a preview that can be imported whole or not at all', async () => {
  let run = 0
  let imported = 0
  // New people in every run: those of the last one are known.
  const file = (phone = 55510000 + run++) =>
    csvFile(
      'Nimi;Sünniaeg;Telefon;E-post;Vald;Keel;Lahkus;Kontaktisik;Toa nr',
      'Aet Üks;31.2.1980;x;y;Viljandi;klingoni;01/02/2026;;1',
      `=1+1;1.1.2020;${phone};a@x.ee;Kehtna;vene;12.12.2030;M. Saar;2`,
      `Cris ${'abcdefghij'[run % 10]}${'klmnoprstu'[Math.floor(run / 10) % 10]};2.2.1982;${phone + 1000};;Kehtna;eesti;1.9.2026;coordinator Esimene;4`,
      `Bert ${'abcdefghij'[run % 10]}${'klmnoprstu'[Math.floor(run / 10) % 10]};1.1.1981;${phone};;Kehtna;eesti;1.9.2026;constructor;3`,
    )
  const value = fc.oneof(
    fc.constantFrom(
      'on',
      'same',
      'other',
      '-',
      '',
      'dmy',
      'mdy',
      'out',
      'name',
      'leftOn',
      'none',
      '1',
      '2',
      '1.9.2026',
      'Aet Üks',
      '__proto__',
    ),
    fc.string(),
    fc.constant(house.organisation.accounts.coordinator.id),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('file', 'rows', 'row'), fc.infiniteStream(value)), { maxLength: 4 }),
      async (steps) => {
        const before = await count()
        const list = await bring(house, 'coordinator', file())
        for (const [to, values] of steps) {
          const fields = {
            ...fieldsOf(await list.page('?ask=all&show=doubtful'), `/${to}`),
            ...(to === 'row' ? { row: '', deed: '' } : {}),
          }
          const some = Object.fromEntries(
            Object.keys(fields).map((name) => [
              name,
              name.startsWith('row-') ? 'on' : String(values.next().value),
            ]),
          )
          expect([303, 404, 422]).toContain((await list.send(to, some)).status)
        }
        const promised = tabs(await list.page())['Korras'] ?? 0
        const answer = await list.send('go')
        if (answer.status === 422) {
          expect(await count()).toBe(before)
          await list.send('remove')
          return
        }
        expect(answer.status).toBe(303)
        const done = said(await ended(list.page))
        expect(done).toContain(promised === 1 ? 'Lisati üks inimene' : `Lisati ${promised} inimest`)
        expect(await count()).toBe(before + promised)
        imported += promised
        await list.send('remove')
      },
    ),
    { numRuns: 15 },
  )
  expect(imported).toBeGreaterThan(0)
})

test('a formula that became part of a name leaves the house as text', async () => {
  const list = await bring(
    house,
    'lead',
    csvFile(
      'Nimi;Telefon;Lahkus;Kontaktisik;Märkused',
      'Evi Valem;55519999;1.9.2026;coordinator Esimene;=1+1',
    ),
  )
  // A human may insist on any name that can be one.
  expect(said(await list.go())).toContain('Lisati üks inimene')
  const identities = await house.act('lead', async (act) =>
    readIdentities(
      act,
      (await listPeople(act)).map(({ id }) => id),
    ),
  )
  const evi = [...identities.values()].find(({ name }) => name === 'Evi Valem')
  if (!evi) throw new Error('nobody came')
  const values = {
    ...evi,
    name: '=HYPERLINK("http://example.org";"x")',
    municipality: null,
    language: null,
    leftOn: null,
    coordinator: '+cmd',
    agreedOn: null,
    agreedHow: '@x',
    notes: evi.remarks,
  }
  const read = await readSpreadsheet(await caseloadXlsx([values], 'et'), 'x.xlsx')
  if (read.kind !== 'spreadsheet') throw new Error(read.problem.code)
  expect(read.sheets[0].rows[1]?.cells.map(cellText)).toContain('=1+1')
  for (const cell of caseloadCsv([values], 'et').split('\n')[1]?.split(/[;,]/) ?? []) {
    expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@-]/)
  }
})
