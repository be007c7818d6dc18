/** How long a mail waits for a server that did not take it. */

/** Tries before it is given up: with the pauses below, about a day and a third. */
export const tryMails = 14

/** Minutes until the next try after the `tries`-th one: 1, 2, 4 … and at most six hours. */
export function mailPause(tries: number): number {
  return Math.min(2 ** Math.max(0, tries - 1), 360)
}
