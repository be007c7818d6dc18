/**
 * What may be seen of a person. `identity`: name and contacts; `path`: where on the path, what is due, what waits; `answers`:
 * what the person said of themselves in check-ins; `notes`: what staff wrote after contacts and check-ups.
 */
export const everything = ['identity', 'path', 'answers', 'notes'] as const
export type Category = (typeof everything)[number]
export type SightReason = 'responsible' | 'self' | 'supporter' | 'cover' | 'consent'
