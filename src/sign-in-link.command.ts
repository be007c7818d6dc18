/** `tugevus sign-in-link EMAIL`: lets somebody in whom mail does not reach. Whoever may run it can read the database anyway; it is written into the audit. */
import { atDoor } from './access/door.ts'
import { makeLink } from './access/link.store.ts'
import { findAccount } from './access/staff-account.store.ts'
import { openLog } from './platform/log.ts'
import { openFromEnvironment } from './platform/open.ts'

/** @returns the exit code */
export async function signInLinkCommand(email: string): Promise<number> {
  const house = await openFromEnvironment(process.env, 'visit', { log: openLog('warn') })
  try {
    const token = await atDoor(house.ground, async (door) => {
      const account = await findAccount(door, email)
      if (!account) return null
      await door.audit({
        who: { accountId: account.id, organisationId: account.organisationId },
        role: 'system',
        what: 'access.code',
        detail: 'sign-in link made by the operator',
      })
      return makeLink(door, { accountId: account.id })
    })
    if (token === null) {
      console.error('tugevus: no active account has this e-mail address')
      return 1
    }
    console.log(`${house.ground.config.url}/link/${token}`)
    return 0
  } finally {
    await house.close()
  }
}
