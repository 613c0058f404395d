import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

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

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

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

/** Serves the built window from `folder`, with the security headers on every answer. */
export function serveWindow(folder: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileOfRequest(folder, request.url) : null
    const headers = {
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    }
    const type = file && TYPES[extname(file)]
    if (!file || !type) return new Response('not found', { status: 404, headers })
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...headers, 'Content-Type': type },
      })
    } catch {
      return new Response('not found', { status: 404, headers })
    }
  })
}
