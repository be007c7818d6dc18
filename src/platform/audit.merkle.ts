import { createHash } from 'node:crypto'

/**
 * The Merkle tree hash of RFC 9162, section 2.1.1, over leaves that are hashed already: a node is SHA-256 over 0x01, its
 * left and its right half; the left half is the largest power of two smaller than the number of leaves.
 */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return createHash('sha256').digest()
  if (leaves.length === 1) return only
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(merkleRoot(leaves.slice(0, half)))
    .update(merkleRoot(leaves.slice(half)))
    .digest()
}
