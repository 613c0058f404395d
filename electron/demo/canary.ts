import { type Ground, hexOf } from './random.ts'

/**
 * A planted secret: it stands wherever Heroku would return a real one, so that a search for `CANARY` in anything
 * that a run leaves behind shows a leak. Long and random enough to be fingerprinted.
 */
export function canary(ground: Ground, ...key: readonly (string | number)[]): string {
  return `CANARY${hexOf(ground, 40, 'canary', ...key)}`
}

/** A password and host in one, as data services hand them out. */
export function canaryUrl(ground: Ground, scheme: string, host: string, ...key: readonly string[]): string {
  const user = `u${hexOf(ground, 12, 'user', ...key)}`
  return `${scheme}://${user}:${canary(ground, 'url', ...key)}@${host}`
}
