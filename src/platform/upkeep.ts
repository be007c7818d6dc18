/** What keeps the installation in order by itself: a backup each night, and each week a look at the seals of the audit. */
import { verifyAudit } from './audit.seal.ts'
import { makeBackup } from './backup.folder.ts'
import type { Upkeep } from './room.ts'

export class AuditError extends Error {
  override name = 'AuditError'
}

export const dailyBackup: Upkeep = {
  name: 'platform.backup',
  cron: '40 3 * * *',
  dueAfter: 20,
  async run(ground, tell) {
    const { file, rows } = await makeBackup(ground, { tell })
    return `${file}: ${rows}`
  },
}

export const weeklyAudit: Upkeep = {
  name: 'platform.audit',
  cron: '10 4 * * 0',
  dueAfter: 6 * 24,
  async run(ground) {
    const { troubles, head } = await verifyAudit(ground.jobs, ground.keys)
    if (troubles.length > 0) throw new AuditError(troubles.slice(0, 3).join('; '))
    return head ?? ''
  },
}
