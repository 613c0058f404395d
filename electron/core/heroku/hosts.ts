import { problem } from '../../../shared/errors.ts'

/** Domains that a Heroku token may be sent to; the same as in Heroku's own command line. */
const DOMAINS = ['heroku.com', 'herokai.com', 'herokuspace.com', 'herokudev.com']

/** Whether an address is this computer, where the Heroku in the box lives. */
export function isLoopback(url: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

/**
 * The base address of an API that may see the token.
 * @throws Problem `host-not-allowed` for any other host, for plain http beyond this computer, and for an address
 * that carries a user or password.
 */
export function allowedBase(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url) throw problem('host-not-allowed', { host: `“${address.slice(0, 80)}”` })
  const heroku =
    url.protocol === 'https:' &&
    DOMAINS.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))
  const demo = isLoopback(url) && ['http:', 'https:'].includes(url.protocol)
  if (!(heroku || demo) || url.username || url.password) {
    throw problem('host-not-allowed', { host: `${url.protocol}//${url.host}` })
  }
  return url
}

/**
 * The base address of a service beside the Platform API: its name in front of the domain that the Platform API is
 * in, or the same address where that is this computer.
 */
export function besideBase(platform: URL, service: 'kolkrabbi' | 'api.metrics'): URL {
  const domain = DOMAINS.find((one) => platform.hostname === one || platform.hostname.endsWith(`.${one}`))
  return isLoopback(platform) || domain === undefined ? platform : new URL(`https://${service}.${domain}`)
}

/**
 * Whether an archive may be fetched from an address: https anywhere, since nothing secret is sent; http and
 * this computer only while the API itself is on this computer.
 */
export function mayDownload(url: URL, api: URL): boolean {
  if (url.username || url.password) return false
  if (isLoopback(url)) return isLoopback(api) && ['http:', 'https:'].includes(url.protocol)
  return url.protocol === 'https:'
}
