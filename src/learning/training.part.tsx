/** Days of trainings as lists, and where somebody stands in one. */
import { PostButton } from '../platform/parts/button.tsx'
import { Note } from '../platform/parts/surface.tsx'
import { Table } from '../platform/parts/table.tsx'
import type { Locale } from '../platform/words.ts'
import { longDay } from '../platform/words.dates.ts'
import type { Seats, Training, TrainingSession } from './training.ts'
import { trainingWords } from './training.words.ts'

const clock = (time: string) => time.replace(':', '.')

/** `10.00–15.30` */
export const sessionHours = ({ fromTime, untilTime }: Pick<TrainingSession, 'fromTime' | 'untilTime'>) =>
  `${clock(fromTime)}–${clock(untilTime)}`

/** `14. detsember 2026, 10.00–15.30` */
export const sessionWhen = (locale: Locale, session: TrainingSession) =>
  `${longDay(locale, session.onDay)}, ${sessionHours(session)}`

export const trainingHref = (id: string, tail = '') => `/trainings/${id}${tail}`
export const sessionHref = ({ trainingId, id }: Pick<TrainingSession, 'id' | 'trainingId'>, tail = '') =>
  trainingHref(trainingId, `/sessions/${id}${tail}`)

export function howFull(locale: Locale, session: TrainingSession, seats: Seats | undefined): string {
  const say = trainingWords(locale)
  if (session.state !== 'planned') return say.states[session.state]
  const { in: coming = 0, waiting = 0 } = seats ?? {}
  const full = say.howFull(coming, session.seats)
  return waiting > 0 ? `${full}, ${say.waiting(waiting)}` : full
}

export function SessionTable(props: {
  locale: Locale
  caption: string
  sessions: readonly TrainingSession[]
  seats: ReadonlyMap<string, Seats>
  /** By id; without it the page is about one. */
  trainings?: ReadonlyMap<string, Training>
}) {
  const { locale, sessions, seats, trainings } = props
  const say = trainingWords(locale)
  return (
    <Table
      locale={locale}
      caption={props.caption}
      captionHidden
      rows={sessions}
      columns={[
        {
          key: 'when',
          label: say.when,
          rowHeader: true,
          cell: (session) => <a href={sessionHref(session)}>{sessionWhen(locale, session)}</a>,
        },
        ...(trainings
          ? [
              {
                key: 'training',
                label: say.name,
                full: true,
                cell: ({ trainingId }: TrainingSession) => trainings.get(trainingId)?.title ?? '',
              },
            ]
          : []),
        { key: 'place', label: say.place, cell: ({ place }) => place },
        {
          key: 'seats',
          label: say.seats,
          cell: (session) => howFull(locale, session, seats.get(session.id)),
        },
      ]}
    />
  )
}

/** What the reader can do about coming, and where they stand. */
/** @param props.holds those who hold it have other things to do first */
export function OwnPart(props: {
  locale: Locale
  session: TrainingSession
  seats: Seats
  open: boolean
  holds: boolean
}) {
  const { locale, session, seats, open, holds } = props
  const say = trainingWords(locale)
  const { own } = seats
  if (own.state === 'none') {
    if (!open) return <p>{say.notOpen}</p>
    const isFull = session.seats !== null && seats.in >= session.seats
    return (
      <PostButton kind={holds ? 'line' : 'act'} action={sessionHref(session, '/sign-up')}>
        {isFull ? say.queueUp : say.signUp}
      </PostButton>
    )
  }
  return (
    <div class="stack">
      <Note>
        <p>{!open ? say.youWere : own.state === 'in' ? say.youAreIn : say.youWait(own.place)}</p>
      </Note>
      {open && (
        <PostButton kind="line" action={sessionHref(session, '/withdraw')}>
          {say.withdraw}
        </PostButton>
      )}
    </div>
  )
}
