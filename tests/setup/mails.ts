/** What was mailed in a house, read with its keys as the post would. */
import { unseal } from '../../src/platform/sealing.ts'
import type { House } from './house.ts'

export type Mailed = { to: string; subject: string; text: string; organisationId: string | null }

/** All mails that wait or were kept, the oldest first; decoys are none. */
export async function mailsOf(house: Pick<House, 'ground'>): Promise<Mailed[]> {
  const rows = await house.ground.jobs
    .selectFrom('platform.mail')
    .selectAll()
    .where('state', 'in', ['waiting', 'kept'])
    .execute()
  return rows
    .sort((a, b) => a.madeAt.epochMilliseconds - b.madeAt.epochMilliseconds)
    .map((row) => ({
      to: unseal(house.ground.keys, `platform.mail/to/${row.id}`, row.toSealed),
      subject: row.subject,
      text: JSON.parse(unseal(house.ground.keys, `platform.mail/body/${row.id}`, row.bodySealed)).text,
      organisationId: row.organisationId,
    }))
}

export async function lastMail(house: Pick<House, 'ground'>, to: string): Promise<Mailed | undefined> {
  return (await mailsOf(house)).findLast((mail) => mail.to === to)
}
