/** The administrator's page about the machine: backup, jobs, messages, audit, disk. Never about people. */
import { createReadStream } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { withActor } from '../platform/actor.ts'
import { backupFolder, listBackups, type BackupFile } from '../platform/backup.folder.ts'
import type { Moment } from '../platform/day.ts'
import type { Ground } from '../platform/ground.ts'
import { runUpkeep } from '../platform/jobs.ts'
import type { JobRun } from '../platform/jobs.record.ts'
import { plainError } from '../platform/log.ts'
import { Acts, ButtonLink, PostButton } from '../platform/parts/button.tsx'
import { Split } from '../platform/parts/layout.tsx'
import { Progress } from '../platform/parts/progress.tsx'
import { SummaryList } from '../platform/parts/summary-list.tsx'
import { Card, LinkList, Note, Plain } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import { Tag, type Tone } from '../platform/parts/tag.tsx'
import { dailyBackup } from '../platform/upkeep.ts'
import { version } from '../platform/version.ts'
import { actorOf, leaveNotice, notFound, page, type PageContext, type PageEnv } from '../platform/web.tsx'
import { dayAndTime, timeOfDay } from '../platform/words.dates.ts'
import type { Locale } from '../platform/words.ts'
import { listOrganisations } from './organisation.store.ts'
import {
  backupStanding,
  daysAgo,
  isScarce,
  runStanding,
  type BackupStanding,
  type Disk,
  type RunStanding,
} from './state.ts'
import { readState, type State } from './state.store.ts'
import { jobWords, sizeWords, stateWords } from './state.words.ts'
import { visitorIn } from './visitor.ts'

export const statePages = new Hono<PageEnv>()

/** What every part of the page is told. */
type Seen = {
  locale: Locale
  timeZone: string
  now: Moment
  ground: Ground
  state: State
  backups: BackupFile[]
  /** The last try of the backup, if there was one. */
  run: JobRun | undefined
}

statePages.get('/admin/state', async (c) => {
  const { ground, locale } = c.var
  const words = stateWords(locale)
  const state = await readState(ground)
  const seen: Seen = {
    locale,
    timeZone: visitorIn(c).organisation.timeZone,
    now: ground.clock.now(),
    ground,
    state,
    backups: await listBackups(ground),
    run: state.runs.find(({ name }) => name === dailyBackup.name),
  }
  const running = seen.run !== undefined && runStanding(seen.run, seen.now) === 'running'
  const disk = await diskOf(ground)
  return page(
    c,
    {
      title: words.title,
      lead: words.lead,
      back: { href: '/admin', label: words.back },
      ...(running ? { refreshSeconds: 3 } : {}),
    },
    <Split
      kind="even"
      aside={
        <>
          <Messages {...seen} />
          <Audit {...seen} />
          <Room disk={disk} locale={locale} />
          <Program {...seen} />
        </>
      }
    >
      <Backup {...seen} running={running} />
      <Jobs {...seen} />
    </Split>,
  )
})

const tones: Record<BackupStanding, Tone> = { fresh: 'done', old: 'time', none: 'mist' }

function Backup({ locale, timeZone, now, ground, backups, run, running }: Seen & { running: boolean }) {
  const words = stateWords(locale)
  const [last] = backups
  const standing = backupStanding(last?.madeAt, now)
  return (
    <Card title={words.backup} id="backup">
      <p>
        <Tag tone={tones[standing]}>{words[standing]}</Tag>
      </p>
      {last && (
        <p class="card-lead">
          {words.last(whenOf(locale, last.madeAt, now, timeZone), sizeWords(locale, last.bytes))}{' '}
          {words.keptCount(backups.length)}
        </p>
      )}
      {standing === 'old' && <p>{words.oldText}</p>}
      {standing === 'none' && <p>{words.noneText}</p>}
      {run?.outcome === 'failed' && (
        <Note>
          <p>{words.failed(whenOf(locale, run.beganAt, now, timeZone))}</p>
          <p lang={run.note ? 'en' : undefined}>{run.note ?? words.failedUnknown}</p>
        </Note>
      )}
      {running ? (
        <Progress locale={locale} label={words.making} done={(run?.done ?? 0) / (run?.total || 1)}>
          {words.makingText}
        </Progress>
      ) : (
        <Acts>
          <PostButton action="/admin/state/backup" icon="check">
            {words.make}
          </PostButton>
          {last && (
            <ButtonLink href="/admin/state/backup" kind="line" icon="download" download>
              {words.download}
            </ButtonLink>
          )}
        </Acts>
      )}
      <p>{words.elsewhere}</p>
      <p class="sub">
        {words.folder}: <span class="code-text">{backupFolder(ground)}</span>
        <br />
        {words.key}: <span class="code-text">{last?.keyId ?? ground.keys.id}</span>
      </p>
    </Card>
  )
}

const jobTones: Record<RunStanding, Tone> = {
  running: 'time',
  done: 'done',
  failed: 'mist',
  'broken-off': 'mist',
}

function Jobs({ locale, timeZone, now, state }: Seen) {
  const words = stateWords(locale)
  if (state.runs.length === 0) return <Plain title={words.jobs}>{words.jobsNone}</Plain>
  const names: Partial<Record<string, string>> = jobWords(locale)
  const say: Record<RunStanding, string> = {
    running: words.running,
    done: words.done,
    failed: words.jobFailed,
    'broken-off': words['broken-off'],
  }
  const rows = state.runs
    .map((run) => ({ ...run, label: names[run.name] ?? run.name, standing: runStanding(run, now) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <Plain title={words.jobs}>
      <Table
        captionHidden
        locale={locale}
        caption={words.jobs}
        rows={rows}
        columns={[
          { key: 'job', label: words.job, rowHeader: true, cell: ({ label }) => label },
          {
            key: 'last',
            label: words.jobLast,
            cell: ({ doneAt }) => (doneAt ? whenOf(locale, doneAt, now, timeZone) : words.never),
          },
          {
            key: 'state',
            label: words.jobState,
            cell: ({ standing }) => (
              <Tag tone={jobTones[standing]} icon={standing === 'failed' ? 'info' : undefined}>
                {say[standing]}
              </Tag>
            ),
          },
        ]}
      />
    </Plain>
  )
}

function Messages({ locale, timeZone, now, ground, state }: Seen) {
  const words = stateWords(locale)
  const { waiting, failed, kept, oldestWaiting } = state.messages
  const since = oldestWaiting && whenOf(locale, oldestWaiting, now, timeZone)
  const facts = [
    { label: words.waiting, count: waiting, value: since ? words.waitingSince(waiting, since) : waiting },
    { label: words.messageFailed, count: failed, value: failed },
    { label: words.messageKept, count: kept, value: kept },
  ].filter(({ count }) => count > 0)
  return (
    <Plain title={words.messages}>
      <p>{ground.config.smtp === undefined ? words.postUnset : words.postSet}</p>
      {facts.length === 0 ? <p>{words.allSent}</p> : <SummaryList locale={locale} facts={facts} />}
      {failed + kept > 0 && (
        <LinkList items={[{ href: '/admin/mails', label: words.unsent, icon: 'mail' }]} />
      )}
    </Plain>
  )
}

function Audit({ locale, timeZone, now, state }: Seen) {
  const words = stateWords(locale)
  const check = state.runs.find(({ name }) => name === 'platform.audit')
  return (
    <Plain title={words.audit}>
      {check?.outcome === 'failed' && (
        <Note>
          <p>{words.auditTrouble}</p>
          <p lang={check.note ? 'en' : undefined}>{check.note ?? words.failedUnknown}</p>
        </Note>
      )}
      <SummaryList
        locale={locale}
        facts={[
          {
            label: words.head,
            value: state.audit.head ? (
              <span class="code-text">{inFours(state.audit.head)}</span>
            ) : (
              words.noHead
            ),
          },
          {
            label: words.verified,
            value: check?.doneAt ? whenOf(locale, check.doneAt, now, timeZone) : words.verifiedNever,
          },
        ]}
      />
      <p class="sub">{words.auditText}</p>
    </Plain>
  )
}

/** `12:0a1b 2c3d …`, so that it can be copied by hand. */
function inFours(head: string): string {
  return head.replace(/([0-9a-f]{4})(?=[0-9a-f])/g, '$1 ')
}

function Room({ locale, disk }: { locale: Locale; disk: Disk | null }) {
  const words = stateWords(locale)
  return (
    <Plain title={words.disk}>
      {disk && isScarce(disk) && <Note>{words.diskScarce}</Note>}
      <p>
        {disk
          ? words.diskText(sizeWords(locale, disk.free), sizeWords(locale, disk.size))
          : words.diskUnknown}
      </p>
    </Plain>
  )
}

function Program({ locale, state }: Seen) {
  const words = stateWords(locale)
  return (
    <Plain title={words.program}>
      <p>
        {words.programText(
          version,
          `PostgreSQL ${state.database.version}`,
          sizeWords(locale, state.database.bytes),
        )}
      </p>
    </Plain>
  )
}

function whenOf(locale: Locale, moment: Moment, now: Moment, timeZone: string): string {
  const words = stateWords(locale)
  const days = daysAgo(moment, now, timeZone)
  const time = timeOfDay(locale, moment, timeZone)
  if (days === 0) return words.today(time)
  if (days === 1) return words.yesterday(time)
  return days < 7 ? words.daysAgo(days) : dayAndTime(locale, moment, timeZone)
}

/** Of the data folder, or of the nearest folder above that is there. */
async function diskOf({ dataDir }: Ground): Promise<Disk | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(dataDir)
    return { free: bavail * bsize, size: blocks * bsize }
  } catch {
    return null
  }
}

statePages.post('/admin/state/backup', async (c) => {
  const { ground, locale } = c.var
  await noteUse(c, 'made')
  const { runs } = await readState(ground)
  const run = runs.find(({ name }) => name === dailyBackup.name)
  if (!run || runStanding(run, ground.clock.now()) !== 'running') {
    // Goes on after the answer. How it ends stands on the page and in the log.
    runUpkeep(ground, dailyBackup, () => listOrganisations(ground)).catch((error: unknown) =>
      ground.log.debug({ error: plainError(error) }, 'a backup that was asked for did not succeed'),
    )
  }
  leaveNotice(c, stateWords(locale).started)
  return c.redirect('/admin/state', 303)
})

/** The newest one. It opens with the master key only, which is not on any page. */
statePages.get('/admin/state/backup', async (c) => {
  const [last] = await listBackups(c.var.ground)
  if (!last) return notFound(c)
  await noteUse(c, 'downloaded')
  c.header('content-type', 'application/octet-stream')
  c.header('content-length', String(last.bytes))
  c.header('content-disposition', `attachment; filename="${last.name}"`)
  return stream(c, async (out) => {
    for await (const bytes of createReadStream(last.path)) await out.write(bytes)
  })
})

async function noteUse(c: PageContext, detail: string): Promise<void> {
  await withActor(c.var.ground, actorOf(c), (act) => act.audit('export', 'platform.backup', [], detail))
}
