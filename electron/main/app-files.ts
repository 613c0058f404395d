import { join, normalize, sep } from 'node:path'

/** Where the window's files live: `app://locker/index.html`. */
export const APP_ORIGIN = 'app://locker'

/** Nothing by default, no network at all; styles inline because the component library writes them. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * The file that a request of the window means, or null for what lies outside: another host, a climb out of
 * the folder (also encoded), a NUL.
 */
export function fileOfRequest(folder: string, url: string): string | null {
  try {
    const asked = new URL(url)
    if (asked.protocol !== 'app:' || asked.host !== 'locker') return null
    const path = decodeURIComponent(asked.pathname)
    if (path.includes('\0')) return null
    const file = normalize(join(folder, path === '/' ? 'index.html' : path))
    return file.startsWith(normalize(folder + sep)) ? file : null
  } catch {
    return null
  }
}
