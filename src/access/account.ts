/** Who an account is: its address and its roles. */
import { z } from 'zod'
import { roles, staffRoles, type Role } from '../platform/actor.ts'

/** An address as it is stored and looked up: RFC 5321 lets a mailbox tell A from a, no mailbox in use does. */
export function emailOf(text: string): string | null {
  const email = text.normalize('NFC').trim().toLowerCase()
  return email.length <= 254 && z.email().safeParse(email).success ? email : null
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** Roles in the house's order, each once. */
export function orderedRoles(given: readonly string[]): Role[] {
  return roles.filter((role) => given.includes(role))
}

export function isStaffRole(role: Role): boolean {
  return staffRoles.includes(role)
}

/** An account with any staff role needs a second step; e-mail alone is enough for one that only participates. */
export function hasStaffRole(given: readonly Role[]): boolean {
  return given.some(isStaffRole)
}
