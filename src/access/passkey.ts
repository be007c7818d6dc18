/** Passkeys (WebAuthn, level 3): for whom they are made, and what a browser answers. */
import { z } from 'zod'

/** The relying party of the address people use; browsers make no passkeys for bare IP addresses. */
export function relyingParty(houseUrl: string): { id: string; origin: string } | null {
  const { hostname, origin, protocol } = new URL(houseUrl)
  if (protocol !== 'https:' && hostname !== 'localhost') return null
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return null
  return { id: hostname, origin }
}

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)

const assertion = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
})

const attestation = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})

export type Assertion = z.infer<typeof assertion>
export type Attestation = z.infer<typeof attestation>

export function readAssertion(text: string): Assertion | null {
  return read(assertion, text)
}

export function readAttestation(text: string): Attestation | null {
  return read(attestation, text)
}

function read<T>(schema: z.ZodType<T>, text: string): T | null {
  // A browser's answer is about 1 kB; some keys of the future sign in 4 kB.
  if (text.length > 40_000) return null
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Whom an authenticator says the passkey is for: the account's id in plain letters. */
export function accountOfHandle(userHandle: string | undefined): string | null {
  return userHandle === undefined ? null : Buffer.from(userHandle, 'base64url').toString('utf8')
}
