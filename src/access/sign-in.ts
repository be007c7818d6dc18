/** Whether it is safe to sign in at this address: over https, or on the very machine. */
export function canSignIn(houseUrl: string): boolean {
  const { protocol, hostname } = new URL(houseUrl)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
