/** What experts edit for continuing support. Read at the first use; the start reads it, so that a broken file stops the start. */
import { loadHelpPromise } from './help-promise.content.ts'
import type { HelpPromise } from './help-promise.ts'
import { loadPathways } from './pathway.content.ts'
import type { Pathway } from './pathway.ts'
import { loadReaching } from './reaching.content.ts'
import type { Reaching } from './reaching.ts'

export type SupportContent = {
  pathways: ReadonlyMap<string, Pathway>
  helpPromise: HelpPromise
  reaching: Reaching
}

let content: SupportContent | undefined

/** Throws `PathwayContentError`, `HelpPromiseContentError` or `ReachingContentError`. */
export function supportContent(): SupportContent {
  content ??= { pathways: loadPathways(), helpPromise: loadHelpPromise(), reaching: loadReaching() }
  return content
}

/** Throws where no file of `content/pathways/` has this key: somebody's pathway was taken away. */
export function pathwayNamed(key: string, pathways = supportContent().pathways): Pathway {
  const pathway = pathways.get(key)
  if (!pathway) throw new RangeError(`content/pathways/ has no pathway "${key}", but somebody is on it`)
  return pathway
}
