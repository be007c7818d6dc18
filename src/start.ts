/** From configuration to a running platform: database → migrations → jobs → web. */
import { serve } from '@hono/node-server'
import { fileURLToPath } from 'node:url'
import { absenceContent } from './access/absence.content.ts'
import { listOrganisations } from './access/organisation.store.ts'
import { makeSetUpToken } from './access/set-up.store.ts'
import { openApp, rooms } from './app.ts'
import { pulseQuestions } from './communities/pulse.content.ts'
import { readinessDefinition } from './communities/readiness.content.ts'
import { methodCards } from './learning/method.content.ts'
import { readyProgrammes } from './learning/training.content.ts'
import { ConfigError } from './platform/config.ts'
import { startJobs, startLoop, startSealer } from './platform/jobs.ts'
import { postMail } from './platform/mail.post.ts'
import { openFromEnvironment, type OpenGround } from './platform/open.ts'
import { defaultDataDir, discardPostgres } from './platform/postgres.ts'
import { printLinks, settleInvented } from './site/invented.ts'
import { supportContent } from './support/support.content.ts'
import { escalationRules } from './tasks/escalation.content.ts'

type Environment = Record<string, string | undefined>

/** Runs until it is told to stop. @returns the exit code */
export async function startPlatform(env: Environment): Promise<number> {
  // A broken file of content stops the start, before anything else begins.
  absenceContent()
  supportContent()
  escalationRules()
  readinessDefinition()
  pulseQuestions()
  methodCards()
  readyProgrammes()
  const house = await openFromEnvironment(env, 'own')
  return run(house, async () => {
    const { ground } = house
    if ((await listOrganisations(ground)).length > 0) return [`Tugevus: ${ground.config.url}`]
    const token = await makeSetUpToken(ground)
    return [
      `Tugevus: ${ground.config.url}`,
      '',
      'Nobody is here yet. Set it up within a day at this address, which works once:',
      `${ground.config.url}/setup/${token}`,
    ]
  })
}

/** The invented organisation, made anew for today, in a folder where no real data ever is. */
export async function startDemo(env: Environment): Promise<number> {
  if (env['DATABASE_URL']) {
    throw new ConfigError(
      'DATABASE_URL: the demo keeps to a database of its own; start it without this variable',
    )
  }
  const dataDir = defaultDataDir(fileURLToPath(new URL('..', import.meta.url)), env, 'demo-data')
  // It is made anew at every start: losing it with the power costs nothing, and without waiting for the disk it is made faster.
  const open = () => openFromEnvironment(env, 'own', { dataDir, durable: false })
  let house = await open()
  const there = await listOrganisations(house.ground)
  if (there.some((organisation) => !organisation.invented)) {
    await house.close()
    throw new ConfigError(
      `TUGEVUS_DATA: ${dataDir} holds a real organisation; the demo is never put beside one`,
    )
  }
  if (there.length > 0) {
    await house.close()
    await discardPostgres(dataDir)
    house = await open()
  }
  const greet = async () => {
    const { ground } = house
    console.log('Making up an organisation and its eight months (about a quarter of a minute) …')
    const links = await settleInvented(ground)
    return [
      `Tugevus, with invented people: ${ground.config.url}`,
      '',
      ...printLinks(ground.config.url, links),
    ]
  }
  // The invented have no mailboxes: what they are sent is read here.
  return run(house, greet, { print: (text) => console.log(text) })
}

async function run(
  house: OpenGround,
  greet: () => Promise<string[]>,
  mail: { print?: (text: string) => void } = {},
): Promise<number> {
  const { ground } = house
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  // What has begun is stopped in any case, the last first: where the port is taken, the program ends as well.
  await using begun = new AsyncDisposableStack()
  begun.defer(() => house.close())
  const app = openApp(ground)
  const greeting = await greet()
  const sealer = startSealer(ground)
  begun.defer(() => sealer.stop())
  const jobs = await startJobs(
    ground,
    rooms(ground).flatMap((room) => room.jobs ?? []),
    () => listOrganisations(ground),
  )
  begun.defer(() => jobs.stop())
  const post = startLoop(ground, 'mail', 2000, () => postMail(ground, mail))
  begun.defer(() => post.stop())
  const server = await listen(app.fetch, ground.config.port, ground.config.host ?? 'localhost')
  begun.defer(() => server.close())
  for (const line of greeting) console.log(line)
  await told
  return 0
}

function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  port: number,
  hostname: string,
): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () =>
      resolve({
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done())
            // Browsers keep connections open; an answer under way is finished, idle ones are not waited for.
            if ('closeIdleConnections' in server) server.closeIdleConnections()
          }),
      }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => reject(refusal(error, port, hostname)))
  })
}

/** Why nobody can be listened to, as far as the operator can mend it. */
function refusal(error: NodeJS.ErrnoException, port: number, hostname: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(`PORT: ${port} is taken by another program`)
    case 'EACCES':
      return new ConfigError(`PORT: ${port} may not be listened on by this user; take one above 1023`)
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
      return new ConfigError(`TUGEVUS_HOST: ${hostname} is no name or address of this machine`)
    default:
      return error
  }
}
