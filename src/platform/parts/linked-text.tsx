/** A text as somebody wrote it, in which web addresses lead where they say. */

export type Piece = string | { href: string; shown: string }

/** What a sentence puts behind an address, and not a bracket that was opened inside it. */
function withoutEnd(address: string): string {
  const rest = address.replace(/[.,;:!?…]+$/u, '')
  const open = rest.split('(').length - rest.split(')').length
  return rest.endsWith(')') && open < 0 ? withoutEnd(rest.slice(0, -1)) : rest
}

/** Only `https://`, of a host with a name, and without a user before it, by which an address can look like another one. */
function hrefOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, username, password, href } = new URL(address)
  const isPlain = protocol === 'https:' && username === '' && password === ''
  return isPlain && /^[^.].*\.[\p{L}\p{N}-]*\p{L}$/u.test(hostname) ? href : null
}

/** All of the text, in its order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(/(?<![\p{L}\p{N}])https:\/\/[^\s<>"'«»„“”‘’]+/giu)) {
    const shown = withoutEnd(found)
    const href = hrefOf(shown)
    if (href === null) continue
    if (index > done) pieces.push(text.slice(done, index))
    pieces.push({ href, shown })
    done = index + shown.length
  }
  if (done < text.length) pieces.push(text.slice(done))
  return pieces
}

export function LinkedText({ text }: { text: string }) {
  return (
    <p class="as-written">
      {piecesOf(text).map((piece) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <a href={piece.href} rel="noopener noreferrer">
            {piece.shown}
          </a>
        ),
      )}
    </p>
  )
}
