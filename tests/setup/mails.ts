/** What was mailed in a house, read with its keys as the post would. */
import { openMessage } from '../../src/platform/mail.ts'
import type { House } from './house.ts'

export type Mailed = {
  to: string
  channel: 'mail' | 'sms'
  subject: string
  text: string
  html: string
  organisationId: string | null
}

/** All messages that wait or were kept, the oldest first; decoys are none. */
export async function mailsOf(house: Pick<House, 'ground'>): Promise<Mailed[]> {
  const rows = await house.ground.jobs
    .selectFrom('platform.mail')
    .selectAll()
    .where('state', 'in', ['waiting', 'kept'])
    .execute()
  return rows
    .sort((a, b) => a.madeAt.epochMilliseconds - b.madeAt.epochMilliseconds)
    .flatMap((row) => {
      const message = openMessage(house.ground.keys, row)
      const { channel, subject, organisationId } = row
      return message ? [{ ...message, html: message.html ?? '', channel, subject, organisationId }] : []
    })
}

export async function lastMail(house: Pick<House, 'ground'>, to: string): Promise<Mailed | undefined> {
  return (await mailsOf(house)).findLast((mail) => mail.to === to)
}
