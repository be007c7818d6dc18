/** A picture of what was seen. */
export type Photo = {
  id: string
  observationId: string
  /** Its place among those of its observation, from 1. */
  number: number
  /** Pixels. */
  width: number
  height: number
  /** What is in it; empty where nobody has said so yet. */
  alt: string
}

/** Of one observation; the database keeps to it. */
export const mostPhotos = 6
