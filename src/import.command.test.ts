import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../tests/setup/house.ts'
import { createAccount } from './access/account.store.ts'
import { importCommand, importInto, type ImportOptions, type ImportTerminal } from './import.command.ts'
import { listPeople } from './people/person.store.ts'
import { readCaseloadFile } from './support/caseload-file.read.ts'
import { supportRoom } from './support/room.ts'
import { listOpenTasks } from './tasks/task.store.ts'

const sample = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../tests/files/${name}`, import.meta.url)))

function terminal(answer?: string) {
  const said = { out: [] as string[], aside: [] as string[], asked: [] as string[] }
  const here: ImportTerminal = {
    out: (line) => said.out.push(line),
    aside: (line) => said.aside.push(line),
    ask:
      answer === undefined
        ? null
        : async (question) => {
            said.asked.push(question)
            return answer
          },
  }
  return { ...said, here }
}

describe('tugevus import FILE', () => {
  let house: House
  let marisId: string
  beforeAll(async () => {
    house = await openHouse({ rooms: [supportRoom] })
    marisId = await house.act('system', (act) =>
      createAccount(act, {
        name: 'Maris Saar',
        email: 'maris@esimene.test',
        roles: ['coordinator'],
        locale: 'et',
      }),
    )
  })
  afterAll(() => house.close())

  async function run(
    options: Partial<Omit<ImportOptions, 'coordinator'>> & { coordinator?: string } = {},
    at = terminal(),
  ): Promise<{ code: number; out: string[]; aside: string[]; asked: string[] }> {
    const given = {
      file: 'caseload-messy.xlsx',
      bytes: sample('caseload-messy.xlsx'),
      order: undefined,
      language: undefined,
      coordinator: 'coordinator@esimene.test',
      yes: false,
      ...options,
    }
    const read = await readCaseloadFile(given.bytes, given.file)
    if (read.kind === 'problem') throw new Error(read.problem.code)
    const code = await importInto(house.ground, read, given, at.here)
    return { code, out: at.out, aside: at.aside, asked: at.asked }
  }
  const people = () => house.act('lead', listPeople)

  test('names what it cannot do in one line, and writes nothing', async () => {
    expect(await run({ coordinator: 'keegi@esimene.test' })).toMatchObject({
      code: 1,
      out: [],
      aside: ['tugevus: there is no account keegi@esimene.test'],
    })
    expect((await run({ coordinator: 'no address' })).aside).toEqual([
      'tugevus: there is no account no address',
    ])
    expect((await run({ coordinator: 'admin@esimene.test' })).aside[0]).toMatch(
      /nobody who is responsible for people$/,
    )
    expect((await run({ coordinator: 'participant@esimene.test' })).code).toBe(1)
    const { code, out, aside } = await run()
    expect([code, out, aside.at(-1)]).toEqual([
      1,
      [],
      'tugevus: 6 would be entered for coordinator Esimene; add --yes to enter them',
    ])
    expect((await run({}, terminal('no'))).code).toBe(1)
    expect(await people()).toEqual([])
  })

  test('says where a human is needed by row and column, without a name', async () => {
    const { aside } = await run()
    expect(aside).toContain('row 9: name missing')
    expect(aside).toContain('row 10: birthDate impossibleDay')
    expect(aside).toContain('row 8: the same person as row 4')
    expect(aside.join('\n')).not.toMatch(/Kask|Pärn|Sepp|example|5550|HYPERLINK/)
  })

  test('enters what is in order once somebody has typed yes', async () => {
    const { code, out, aside, asked } = await run({ order: 'dmy' }, terminal(' YES '))
    expect(aside).toContain('2 people whose coordinator is nobody here come to coordinator Esimene')
    expect(asked).toEqual(['Enter 7 people for coordinator Esimene? Type yes: '])
    expect([code, out]).toEqual([0, ['{"created":7,"doubtful":9,"duplicates":1,"alreadyKnown":0}']])
    const came = await people()
    expect(came).toHaveLength(7)
    // Whom the list names is responsible, if they work here; whoever brings it for the rest.
    const own = house.organisation.accounts.coordinator.id
    expect(came.filter(({ coordinatorId }) => coordinatorId === marisId)).toHaveLength(5)
    expect(came.filter(({ coordinatorId }) => coordinatorId === own)).toHaveLength(2)
    expect((await house.act('lead', (act) => listOpenTasks(act))).map(({ kind }) => kind)).toEqual(
      came.map(() => 'ask'),
    )
  })

  test('enters nobody twice', async () => {
    for (const coordinator of ['coordinator@esimene.test', 'MARIS@esimene.test', 'lead@esimene.test']) {
      const { code, out } = await run({ order: 'dmy', yes: true, coordinator })
      expect([code, out]).toEqual([0, ['{"created":0,"doubtful":9,"duplicates":1,"alreadyKnown":7}']])
    }
    const csv = { file: 'caseload-messy.csv', bytes: sample('caseload-messy.csv') }
    const { out } = await run({ ...csv, order: 'dmy', yes: true, coordinator: 'lead@esimene.test' })
    expect(out).toEqual(['{"created":0,"doubtful":9,"duplicates":1,"alreadyKnown":6}'])
    expect(await people()).toHaveLength(7)
  })
})

describe('tugevus import', () => {
  const options = {
    file: '/lists/caseload-messy.csv',
    bytes: sample('caseload-messy.csv'),
    order: undefined,
    language: undefined,
    coordinator: null,
    yes: false,
  }

  test('with --check prints what would happen and makes no folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tugevus-check-'))
    const before = process.env['TUGEVUS_DATA']
    process.env['TUGEVUS_DATA'] = join(folder, 'data')
    try {
      const { here, out, aside } = terminal()
      expect(await importCommand({ ...options, order: 'dmy', language: 'ru' }, here)).toBe(0)
      expect(out).toHaveLength(1)
      expect(JSON.parse(out[0] ?? '')).toMatchObject({ rows: 16, create: 6, unknownColumns: [] })
      expect(out[0]).toContain('Нет имени.')
      expect(aside).toEqual([])
      expect(existsSync(join(folder, 'data'))).toBe(false)
    } finally {
      if (before === undefined) delete process.env['TUGEVUS_DATA']
      else process.env['TUGEVUS_DATA'] = before
      rmSync(folder, { recursive: true })
    }
  })

  test('of a file that cannot be read says why in one line', async () => {
    for (const coordinator of [null, 'x@example.org']) {
      const { here, out, aside } = terminal()
      const pdf = { ...options, coordinator, bytes: Buffer.from('%PDF-1.7\u0000') }
      expect(await importCommand(pdf, here)).toBe(1)
      expect(out).toEqual([])
      expect(aside).toEqual(['tugevus: This is not a spreadsheet. Choose an XLSX or CSV file.'])
    }
  })
})
