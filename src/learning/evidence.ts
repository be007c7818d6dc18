/** What shows that a mobility took place and what came of it, and what of it a funder usually asks for. */
import type { Day } from '../platform/day.ts'
import type { FileType } from '../platform/file.ts'
import { comesHere, type Mobility } from './mobility.ts'
import type { Participation } from './participation.ts'

export const evidenceKinds = [
  'agreement',
  'programme',
  'attendance',
  'certificate',
  'photo',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Of one mobility: as many as its funder could read. */
export const MOST_EVIDENCE = 60

export type NewEvidence = {
  kind: EvidenceKind
  title: string
  /** `null` where it belongs to the mobility and to nobody's part in it. */
  participationId: string | null
}
export type Evidence = NewEvidence & {
  id: string
  mobilityId: string
  type: FileType
  /** Bytes. */
  size: number
  addedOn: Day
}

export type Piece = { kind: EvidenceKind; there: number; of: number }

/**
 * What a funder usually asks for, and how much of it is there. Of a group and of a guest one for all, else one for each who took part.
 *
 * Source: the documents of a mobility in the funder's own tool (agreement before, confirmation after, certificate; for a group a
 * programme and a list of who was there; for an invited expert the programme and a signed attendance).
 */
export function packageOf(
  mobility: Pick<Mobility, 'kind'>,
  participations: readonly Pick<Participation, 'id' | 'part'>[],
  evidence: readonly Pick<Evidence, 'kind' | 'participationId'>[],
): Piece[] {
  const once = (kind: EvidenceKind): Piece => ({
    kind,
    there: evidence.some((one) => one.kind === kind) ? 1 : 0,
    of: 1,
  })
  if (comesHere(mobility) || mobility.kind === 'group') return [once('programme'), once('attendance')]
  if (mobility.kind === 'preparatory') return [once('attendance')]
  const learners = participations.filter(({ part }) => part === 'participant')
  // Of one who went alone, what is about the mobility is about them.
  const alone = learners.length === 1 ? learners[0]?.id : undefined
  const each = (kind: EvidenceKind): Piece => ({
    kind,
    there: learners.filter(({ id }) =>
      evidence.some((one) => one.kind === kind && (one.participationId ?? alone) === id),
    ).length,
    of: learners.length,
  })
  return learners.length === 0 ? [] : [each('agreement'), each('attendance'), each('certificate')]
}
