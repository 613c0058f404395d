/**
 * Reads that return credentials and nothing an audit needs: private keys, login tokens, presigned addresses,
 * values of past config vars. The client refuses them whatever a collector asks.
 */
const FORBIDDEN: readonly RegExp[] = [
  /\/bastion(\/|$)/,
  /\/tls-endpoint\/certificates\/[^/]+$/,
  /\/sso$/,
  /\/build-metadata$/,
  /\/telemetry-ingress-info$/,
  /^\/addons\/[^/]+\/config$/,
  /\/releases\/[^/]+\/config-vars$/,
  /^\/pipelines\/[^/]+\/stage\/[^/]+\/config-vars$/,
  /\/sms-number$/,
  /^\/teams\/invitations\//,
  /\/account\/github\/token$/,
  /\/credentials\/[^/]+$/,
  /^\/(internal[^/]*|cli-admin-api|shard|heroku|v2)(\/|$)/,
]

/** Characters of the longest path; none that a collector asks comes near it. */
export const LONGEST_PATH = 2000

/**
 * Whether a path may be asked at all: absolute, on the same host, without dot segments, and none of the reads
 * that return credentials. Ids come from answers, so a path is input like any other.
 */
export function mayBeAsked(path: string): boolean {
  if (path.length > LONGEST_PATH || !/^\/[\x21-\x7e]*$/.test(path) || /[\\#]/.test(path)) return false
  const route = path.split('?')[0] ?? ''
  if (/\/\//.test(route) || /\/(\.|%2e){1,2}(\/|$)/i.test(route) || /%2f|%5c/i.test(route)) return false
  return !FORBIDDEN.some((pattern) => pattern.test(route))
}
