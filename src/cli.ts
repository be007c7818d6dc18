/**
 * `npm run -s tugevus -- COMMAND`: what can be done without the pages.
 *
 * Every command says on standard output only what was asked for; problems go to standard error. Exit codes: 0 done, 1 it could not be
 * done, 2 wrong use.
 */
import { readFileSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { isForOperator } from './for-operator.ts'

class UsageError extends Error {
  override name = 'UsageError'
}

type Options = NonNullable<ParseArgsConfig['options']>
type Values = Record<string, string | boolean | undefined>

type Command = {
  name: string
  /** What follows the name, for the help. */
  usage: string
  summary: string
  options?: Options
  /** How many words follow the name besides options. */
  words?: { least: number; most: number }
  /** @returns the exit code */
  run(words: readonly string[], values: Values): Promise<number>
}

const commands: Command[] = [
  {
    name: 'start',
    usage: '',
    summary: 'Start the platform (as npm start does).',
    async run() {
      const { startPlatform } = await import('./start.ts')
      return startPlatform(process.env)
    },
  },
  {
    name: 'demo',
    usage: '',
    summary: 'Start with an invented organisation in its own data folder, and print a sign-in link per role.',
    async run() {
      const { startDemo } = await import('./start.ts')
      return startDemo(process.env)
    },
  },
  {
    name: 'migrate',
    usage: '',
    summary: 'Bring the database to the newest form, and print what was applied.',
    async run() {
      const { openFromEnvironment } = await import('./platform/open.ts')
      const { openLog } = await import('./platform/log.ts')
      const house = await openFromEnvironment(process.env, 'visit', { log: openLog('warn') })
      await house.close()
      console.log('The database has the newest form.')
      return 0
    },
  },
  {
    name: 'backup',
    usage: '[FILE]',
    summary:
      'Make a backup while people work: one sealed file that opens with the master key only. Without FILE it goes into the folder of backups, where old ones make room.',
    words: { least: 0, most: 1 },
    async run([file]) {
      const { backupCommand } = await import('./backup.command.ts')
      return backupCommand(process.env, file)
    },
  },
  {
    name: 'check-backup',
    usage: 'FILE [--key-file KEY]',
    summary: 'Read a backup from beginning to end and count its rows; no database is opened.',
    options: { 'key-file': { type: 'string' } },
    words: { least: 1, most: 1 },
    async run([file = ''], values) {
      const { checkBackupCommand } = await import('./backup.command.ts')
      return checkBackupCommand(process.env, file, textOf(values['key-file']))
    },
  },
  {
    name: 'restore',
    usage: 'FILE [--key-file KEY]',
    summary:
      'Put a backup into an empty database, all or nothing, and prove it by the counts of every table and the seals of the audit. The key is asked for where it is not here.',
    options: { 'key-file': { type: 'string' } },
    words: { least: 1, most: 1 },
    async run([file = ''], values) {
      const { restoreCommand } = await import('./backup.command.ts')
      return restoreCommand(process.env, file, textOf(values['key-file']))
    },
  },
  {
    name: 'key',
    usage: '[--language et|en|ru] [--check | --enter]',
    summary:
      'Print the key sheet, which restores a backup on a new machine. With --check: type a sheet in, to know that it is the right one. With --enter: the key of the sheet becomes that of the data folder.',
    options: { language: { type: 'string' }, check: { type: 'boolean' }, enter: { type: 'boolean' } },
    async run(_, values) {
      const language = oneOf('language', values['language'], ['et', 'en', 'ru'] as const) ?? 'et'
      const { enterKeyCommand, keyCommand } = await import('./key.command.ts')
      if (values['enter'] === true) return enterKeyCommand(process.env)
      return keyCommand(process.env, { check: values['check'] === true, language })
    },
  },
  {
    name: 'rotate-key',
    usage: '[--leave-unreadable]',
    summary:
      'Change the master key: everything is sealed anew with a new one, whole or not at all. The program is stopped meanwhile.',
    options: { 'leave-unreadable': { type: 'boolean' } },
    async run(_, values) {
      const { rotateKeyCommand } = await import('./key.command.ts')
      return rotateKeyCommand(process.env, values['leave-unreadable'] === true)
    },
  },
  {
    name: 'import',
    usage: 'FILE [--check] [--order dmy|mdy] [--language et|en|ru] [--coordinator EMAIL] [--yes]',
    summary:
      'Read a list of people who have left (XLSX or CSV). With --check: say what would happen, write nothing. Otherwise the rows without doubt are entered for the coordinator with this e-mail address.',
    options: {
      check: { type: 'boolean' },
      order: { type: 'string' },
      language: { type: 'string' },
      coordinator: { type: 'string' },
      yes: { type: 'boolean' },
    },
    words: { least: 1, most: 1 },
    async run([file], values) {
      if (file === undefined) throw new UsageError('import needs a file')
      const order = oneOf('order', values['order'], ['dmy', 'mdy'] as const)
      const language = oneOf('language', values['language'], ['et', 'en', 'ru'] as const)
      const coordinator = typeof values['coordinator'] === 'string' ? values['coordinator'] : undefined
      if (values['check'] !== true && coordinator === undefined)
        throw new UsageError(
          'import: say for whom: --coordinator with the e-mail address of a coordinator; or only --check',
        )
      const bytes = readFile(file)
      const { importCommand } = await import('./import.command.ts')
      return importCommand({
        file,
        bytes,
        order,
        language,
        coordinator: values['check'] === true ? null : (coordinator ?? null),
        yes: values['yes'] === true,
      })
    },
  },
  {
    name: 'schedule',
    usage: '< JSON',
    summary:
      'The days on which check-ups fall due. Reads {"pathway","left","checkups":[{"heldOn","need"}],"horizonMonths"}, prints {"dueOn":[…]}.',
    run: () => askRule('schedule'),
  },
  {
    name: 'window',
    usage: '< JSON',
    summary:
      'How a check-in or check-up stands on a day. Reads {"kind","dueOn","today","answeredOn"}, prints {"state":"upcoming|open|missed|answered|late"}.',
    run: () => askRule('window'),
  },
  {
    name: 'readiness',
    usage: '< JSON',
    summary:
      'How ready a community is, from combined scores of 1 to 9. Reads {"dimensions":["leadership",…],"interviews":[{"combined":{"leadership":3.5,…}},…]}, prints {"dimensions":{"leadership":{"score","stage","interviews"}},"overall":{"score","stage"},"first":[…]}.',
    async run() {
      const { readinessCommand } = await import('./communities/readiness.command.ts')
      const { output, exitCode } = readinessCommand(readFileSync(0, 'utf8'))
      if (exitCode === 0) console.log(output)
      else console.error(output)
      return exitCode
    },
  },
  {
    name: 'simulate',
    usage:
      '[--people N] [--years N] [--seed N] [--caseload N] [--answering PERCENT] [--without daily|escalation|cover]',
    summary:
      'Live through years of continuing support with invented people on a database of its own, and print what happened as JSON: "lost" and "stalled" person-days are 0 where nobody fell through. --without switches one thing off.',
    options: {
      people: { type: 'string' },
      years: { type: 'string' },
      seed: { type: 'string' },
      caseload: { type: 'string' },
      answering: { type: 'string' },
      without: { type: 'string' },
    },
    async run(_, values) {
      const { parts } = await import('./simulation/scenario.ts')
      const percent = wholeNumber('answering', values['answering'], 0, 100)
      const given = {
        people: wholeNumber('people', values['people'], 1, 20_000),
        years: wholeNumber('years', values['years'], 1, 20),
        seed: wholeNumber('seed', values['seed'], 0, 2 ** 31),
        caseload: wholeNumber('caseload', values['caseload'], 1, 1000),
        answering: percent === undefined ? undefined : percent / 100,
        without: oneOf('without', values['without'], parts),
      }
      const { simulateCommand } = await import('./simulate.command.ts')
      return simulateCommand(
        Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      )
    },
  },
  {
    name: 'sign-in-link',
    usage: 'EMAIL',
    summary:
      'Print an address that signs this account in once, for a day: for an administrator who gets no mail. The second step is still asked for.',
    words: { least: 1, most: 1 },
    async run([email]) {
      const { signInLinkCommand } = await import('./sign-in-link.command.ts')
      return signInLinkCommand(email ?? '')
    },
  },
  {
    name: 'verify-audit',
    usage: '[--head NUMBER:HMAC]',
    summary:
      'Recompute the seals of the audit; name every entry that was changed, is missing or stands elsewhere.',
    options: { head: { type: 'string' } },
    async run(_, values) {
      const head =
        typeof values['head'] === 'string' ? /^(\d+):([0-9a-f]{64})$/.exec(values['head']) : undefined
      if (head === null) throw new UsageError('--head is what verify-audit printed as head, such as 12:0a1b…')
      const { openFromEnvironment } = await import('./platform/open.ts')
      const { openLog } = await import('./platform/log.ts')
      const { verifyAudit } = await import('./platform/audit.seal.ts')
      const house = await openFromEnvironment(process.env, 'visit', { log: openLog('warn') })
      try {
        const verdict = await verifyAudit(
          house.ground.jobs,
          house.ground.keys,
          head ? { number: Number(head[1]), hmac: String(head[2]) } : undefined,
        )
        console.log(JSON.stringify(verdict))
        return verdict.troubles.length === 0 ? 0 : 1
      } finally {
        await house.close()
      }
    },
  },
]

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function oneOf<T extends string>(name: string, value: unknown, choices: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = choices.find((choice) => choice === value)
  if (!found) throw new UsageError(`--${name} is one of ${choices.join(', ')}`)
  return found
}

function wholeNumber(name: string, value: unknown, least: number, most: number): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new UsageError(`--${name} is a whole number from ${least} to ${most}`)
  }
  return number
}

function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new UsageError(
      code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${String(code)})`,
    )
  }
}

async function askRule(name: 'schedule' | 'window'): Promise<number> {
  const { rulesCommands } = await import('./support/rules.command.ts')
  const { loadPathways } = await import('./support/pathway.content.ts')
  const { output, exitCode } = rulesCommands(loadPathways())[name](readFileSync(0, 'utf8'))
  console.log(output)
  return exitCode
}

function help(): string {
  const lines = commands.map(
    ({ name, usage, summary }) => `  tugevus ${[name, usage].filter(Boolean).join(' ')}\n      ${summary}`,
  )
  return [
    'Tugevus: community-based continuing support after rehabilitation.',
    '',
    'Use: npm run -s tugevus -- COMMAND',
    '',
    ...lines,
    '',
    'Settings come from the environment; docs/operating.md lists them.',
  ].join('\n')
}

async function main(given: readonly string[]): Promise<number> {
  const [name, ...rest] = given
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(help())
    return 0
  }
  if (name === undefined) throw new UsageError('a command is missing')
  const command = commands.find((one) => one.name === name)
  if (!command) throw new UsageError(`there is no command ${name}`)
  let parsed: { values: Values; positionals: string[] }
  try {
    parsed = parseArgs({
      args: rest,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    }) as typeof parsed
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message.split('.')[0] : String(error)}`)
  }
  if (parsed.values['help'] === true) {
    console.log(`tugevus ${[command.name, command.usage].filter(Boolean).join(' ')}\n${command.summary}`)
    return 0
  }
  const { least, most } = command.words ?? { least: 0, most: 0 }
  if (parsed.positionals.length < least)
    throw new UsageError(`${name}: something is missing: ${command.usage}`)
  if (parsed.positionals.length > most)
    throw new UsageError(`${name}: ${parsed.positionals[most]} is too much`)
  return command.run(parsed.positionals, parsed.values)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) {
    console.error(`tugevus: ${error.message}; see tugevus --help`)
    process.exitCode = 2
  } else if (isForOperator(error)) {
    console.error(error.message)
    process.exitCode = 1
  } else {
    console.error(error)
    process.exitCode = 1
  }
}
