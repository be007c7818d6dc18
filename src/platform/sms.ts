/** Hands an SMS to the operator's gateway. */
import type { SmsGateway, SmsMessage } from './sms.gateway.ts'

export type Handed =
  | { taken: true }
  | {
      taken: false
      /** In words of the protocol only: the server's own may quote the number or the text. */
      trouble: string
      /** It would be refused again. */
      final: boolean
      /** It is the server that could not, whatever the message: others need not be tried now. */
      away: boolean
    }

/**
 * Answers that are about our settings or the gateway's day and not about the message: a wrong key or address, an account without
 * money. The operator mends them, so the message waits, as a mail does for a wrong password.
 */
const mendable = [401, 402, 403, 404, 405, 407, 408, 425, 429]

/** @param patience milliseconds that a silent gateway is waited for */
export async function handSms(gateway: SmsGateway, message: SmsMessage, patience: number): Promise<Handed> {
  try {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: gateway.headers,
      body: gateway.body(message),
      // Elsewhere our key and somebody's number would be a stranger's.
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    // What it says is not read: the status is all that is kept.
    await response.body?.cancel().catch(() => {})
    const { status } = response
    if (status >= 200 && status < 300) return { taken: true }
    const final = status >= 400 && status < 500 && !mendable.includes(status)
    return { taken: false, trouble: `HTTP ${status}`, final, away: !final }
  } catch (error) {
    return { taken: false, trouble: codeOf(error), final: false, away: true }
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'TimeoutError') return 'timeout'
  const { cause } = error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : 'unreachable'
}
