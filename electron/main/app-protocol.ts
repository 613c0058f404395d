import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { CONTENT_SECURITY_POLICY, fileOfRequest } from './app-files.ts'

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
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
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
