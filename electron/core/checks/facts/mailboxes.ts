/**
 * The word that makes an address look shared, or null where it reads like a person's. Looks at the part
 * before the @ without a `+tag` and without digits. `first.last` counts as a person unless both words are
 * generic, so that `dev.patel@` is Mr Patel and `ops-team@` is a team.
 */
export function looksGeneric(email: string, words: ReadonlySet<string>): string | null {
  const local = (email.split('@')[0] ?? '').toLowerCase().replace(/\+.*$/, '').replace(/\d+/g, '')
  const parts = local.split(/[._-]+/).filter((part) => part !== '')
  const generic = parts.filter((part) => words.has(part))
  const firstAndLast = /^[\p{L}]+\.[\p{L}]+$/u.test(local)
  return firstAndLast && generic.length < parts.length ? null : (generic[0] ?? null)
}
