import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmail, readPhones } from './caseload-file.contacts.ts'

describe('a telephone number', () => {
  test.each([
    ['+372 5550 1001', '+37255501001'],
    ['55501002', '+37255501002'],
    ['5550 1003', '+37255501003'],
    ['5550-1004', '+37255501004'],
    ['+3725550 1011', '+37255501011'],
    ['00372 555 01011', '+37255501011'],
    ['372 5550 1011', '+37255501011'],
    ['(+372) 5550.1011', '+37255501011'],
    ['tel. 5550 1011', '+37255501011'],
    ['Mob: 555 0101', '+3725550101'],
    ['489 0101', '+3724890101'],
    ['+358 40 123 4567', '+358401234567'],
    ['+7 921 123-45-67', '+79211234567'],
  ])('written as %s can be called as %s', (text, phone) => {
    expect(readPhones(text)).toEqual({ phones: [phone], unread: [], suggestions: [] })
  })

  test.each([
    '55501017;55501018',
    '55501017, 55501018',
    '5550 1017 / 5550 1018',
    '55501017 või 55501018',
    '55501017 55501018',
    '55501017\n55501018',
    '55501017; 55501018; 55501017',
  ])('may stand beside another in one cell: %s', (text) => {
    expect(readPhones(text).phones).toEqual(['+37255501017', '+37255501018'])
    expect(readPhones(text).unread).toEqual([])
  })

  test.each([
    ['helistada õhtul', []],
    ['123', []],
    ['5.55E+07', []],
    ['=55501010', ['+37255501010']],
    ['+372 123', []],
    ['8 921 123 45 67', []],
    ['040 123 4567', []],
    ['55501001 (ema)', ['+37255501001']],
    ['55501001; ei tea', ['+37255501001']],
  ])('that is none, %s, is left to a human', (text, suggestions) => {
    const read = readPhones(text)
    expect(read.unread).toHaveLength(1)
    expect(read.suggestions).toEqual(suggestions)
  })

  test('that was read is read the same again, and so is every suggestion', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789+- ;/()a') })
    fc.assert(
      fc.property(text, (written) => {
        const { phones, suggestions } = readPhones(written)
        expect(readPhones(phones.join('; ')).phones).toEqual(phones)
        for (const suggestion of suggestions) expect(readPhones(suggestion).unread).toEqual([])
      }),
    )
  })
})

describe('an e-mail address', () => {
  test.each([
    ['tonu.kask@example.org', 'tonu.kask@example.org'],
    ['Tonu.Kask@Example.ORG', 'Tonu.Kask@example.org'],
    ['mailto:tonu@example.org', 'tonu@example.org'],
    ['Tõnu Kask <tonu@example.org>', 'tonu@example.org'],
    ['<tonu@example.org>', 'tonu@example.org'],
    ['a+b_c@mail.example.co', 'a+b_c@mail.example.co'],
  ])('written as %s is %s', (text, email) => {
    expect(readEmail(text)).toEqual({ kind: 'email', email, others: [] })
  })

  test('comes first where there are several', () => {
    expect(readEmail('a@example.org; b@example.org, a@example.org')).toEqual({
      kind: 'email',
      email: 'a@example.org',
      others: ['b@example.org'],
    })
  })

  test.each([
    ['rein.sepp(at)example.org', 'rein.sepp@example.org'],
    ['rein.sepp [at] example [dot] org', 'rein.sepp@example.org'],
    ['rein.sepp at example.org', 'rein.sepp@example.org'],
    ['rein.sepp@example,org', 'rein.sepp@example.org'],
    ['rein sepp@example.org', 'reinsepp@example.org'],
    ['rein@@example.org', 'rein@example.org'],
    ['õie.mägi@example.org', 'oie.magi@example.org'],
    ['rein@example.org.', 'rein@example.org'],
    ['rein..sepp@example.org', 'rein.sepp@example.org'],
  ])('written as %s is left to a human, with %s to choose', (text, suggestion) => {
    expect(readEmail(text)).toEqual({ kind: 'unread', suggestions: [suggestion] })
  })

  test.each([
    'rein',
    'rein@',
    '@example.org',
    'rein@example',
    'rein@-example.org',
    'rein@example.1',
    '=a@b',
    ';',
    `${'a'.repeat(250)}@example.org`,
  ])('that is none, %s, has nothing to choose', (text) => {
    expect(readEmail(text)).toEqual({ kind: 'unread', suggestions: [] })
  })

  test('in any text gets an answer, and every suggestion is an address', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'õ', '@', '.', ' ', ',', '(at)', '<', '>', ';', '-'),
    })
    fc.assert(
      fc.property(text, (written) => {
        const read = readEmail(written)
        const answers = read.kind === 'email' ? [read.email, ...read.others] : read.suggestions
        for (const email of answers) expect(readEmail(email)).toEqual({ kind: 'email', email, others: [] })
      }),
    )
  })
})
