/** Wordings of methods by name, for those who are taught them. */
import type { Acting } from '../platform/actor.ts'
import type { Locale } from '../platform/words.ts'
import { nameOfMethod } from './method.name.ts'
import { methodsOf, versionsOf } from './method.store.ts'
import { taughtIn } from './training.store.ts'

export type NamedVersion = { versionId: string; methodId: string; name: string; card: string | null }

/** All that the actor sees, the newest wording of each method first. */
export async function namedVersions(act: Acting, locale: Locale): Promise<NamedVersion[]> {
  const methods = await methodsOf(act)
  return (await versionsOf(act)).flatMap((version) => {
    const method = methods.find(({ id }) => id === version.methodId)
    if (!method) return []
    const { id: versionId, methodId } = version
    return [{ versionId, methodId, name: nameOfMethod(locale, method, version), card: method.card }]
  })
}

/** What a training teaches, as far as the actor may read methods. */
export async function methodsTaught(
  act: Acting,
  locale: Locale,
  training: { id: string },
): Promise<NamedVersion[]> {
  const taught = (await taughtIn(act, training.id)).map(({ versionId }) => versionId)
  if (taught.length === 0) return []
  return (await namedVersions(act, locale)).filter(({ versionId }) => taught.includes(versionId))
}
