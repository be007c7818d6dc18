/** The two ceremonies of a passkey: making one, and showing one. User verification is always asked for: a passkey is two factors. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { challengeMinutes } from './code.ts'
import { noteChallenge, takeChallenge } from './code.store.ts'
import type { Door } from './door.ts'
import { accountOfHandle, type Assertion, type Attestation } from './passkey.ts'
import { addPasskey, findPasskey, listPasskeys, notePasskeyUse } from './passkey.store.ts'

export type Party = { id: string; origin: string }

const timeout = challengeMinutes * 60_000

/**
 * EdDSA, ES256 and RS256 (COSE, RFC 9053): what every authenticator in use signs with. The library would add ML-DSA where the runtime
 * has it, which Node 24 still calls experimental.
 */
const supportedAlgorithmIDs = [-8, -7, -257]

/** @param accountId whose passkey is wanted; `null` at sign-in, where the browser offers what it has */
export async function askForPasskey(
  door: Door,
  party: Party,
  accountId: string | null,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; binding: string }> {
  const own = accountId === null ? [] : await listPasskeys(door, accountId)
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout,
    allowCredentials: own.map((key) => ({ id: key.credentialId, transports: key.transports })),
  })
  return { options, binding: await noteChallenge(door, options.challenge, accountId) }
}

/**
 * Checks an answer. Whatever comes of it, the challenge is used up.
 *
 * @param accountId who must have answered; `null` at sign-in
 * @returns whose passkey it was, `null` where anything was not as it must be
 */
export async function checkPasskey(
  door: Door,
  party: Party,
  given: { answer: Assertion; binding: string; accountId: string | null },
): Promise<{ accountId: string } | null> {
  const { answer, binding, accountId } = given
  const key = await findPasskey(door, answer.id)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...withoutHandle(answer), clientExtensionResults: {} },
      expectedChallenge: (challenge) => takeChallenge(door, { challenge, binding, accountId }),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(key?.publicKey ?? []),
        counter: key?.counter ?? 0,
      },
    })
    if (!verified || !key) return null
    const said = accountOfHandle(answer.response.userHandle)
    if (said !== null && said !== key.accountId) return null
    // The browser offered the passkey by itself: it has to say whose it is.
    if (accountId === null && said === null) return null
    if (accountId !== null && accountId !== key.accountId) return null
    await notePasskeyUse(door, key.id, authenticationInfo.newCounter)
    return { accountId: key.accountId }
  } catch {
    return null
  }
}

/** The library's type has no room for `userHandle: undefined`; it does not look at it either. */
function withoutHandle({ response, ...answer }: Assertion) {
  const { clientDataJSON, authenticatorData, signature } = response
  return { ...answer, response: { clientDataJSON, authenticatorData, signature } }
}

export async function offerPasskey(
  door: Door,
  party: Party,
  account: { id: string; name: string; email: string },
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; binding: string }> {
  const own = await listPasskeys(door, account.id)
  const options = await generateRegistrationOptions({
    rpName: 'Tugevus',
    rpID: party.id,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    timeout,
    attestationType: 'none',
    supportedAlgorithmIDs,
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: own.map((key) => ({ id: key.credentialId, transports: key.transports })),
  })
  return { options, binding: await noteChallenge(door, options.challenge, account.id) }
}

/** Keeps a new passkey; `false` where anything was not as it must be, or the key is somebody's already. */
export async function keepPasskey(
  door: Door,
  party: Party,
  given: { answer: Attestation; binding: string; accountId: string; name: string },
): Promise<boolean> {
  const { answer, binding, accountId, name } = given
  const { clientDataJSON, attestationObject, transports } = answer.response
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, response: { clientDataJSON, attestationObject }, clientExtensionResults: {} },
      expectedChallenge: (challenge) => takeChallenge(door, { challenge, binding, accountId }),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    })
    if (!verified) return false
    const { credential } = registrationInfo
    return await addPasskey(door, {
      accountId,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: transports ?? [],
      name,
    })
  } catch {
    return false
  }
}
