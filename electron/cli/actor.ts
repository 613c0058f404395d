import { hostname, userInfo } from 'node:os'

/** Who acts on this computer, as journals name it, such as `ana@laptop`. */
export function actorOfThisComputer(): string {
  return `${userName()}@${hostname()}`
}

/** The name that a person logged in with; a number where this computer has no name for the account. */
export function userName(): string {
  try {
    return userInfo().username
  } catch {
    return process.env.USER ?? String(process.getuid?.() ?? 'unknown')
  }
}
