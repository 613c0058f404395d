import type { BrowserContext, Route } from 'playwright-core'
import { note, strict } from './asked.ts'

type Handler = (request: Request) => Response | Promise<Response>

const handlers = new Map<string, Handler>()
const schemes = new Set<string>()

/** Custom schemes become https origins that are answered by interception; no network is ever reached. */
export function toWeb(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url)
  return parts?.[1] && schemes.has(parts[1])
    ? `https://${parts[2]}.${parts[1]}.standin.invalid${parts[3] || '/'}`
    : url
}

/** The address as the app knows it. */
export function toApp(url: string): string {
  return url.replace(
    /^https:\/\/([^/.]+)\.([a-z0-9+-]+)\.standin\.invalid/,
    (_all, host: string, scheme: string) => `${scheme}://${host}`,
  )
}

/** Electron's `protocol`. */
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: readonly { readonly scheme: string }[]) {
    for (const { scheme } of list) schemes.add(scheme)
  },
  handle(scheme: string, handler: Handler) {
    handlers.set(scheme, handler)
  },
})

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = toApp(request.url())
  const handler = handlers.get(url.split(':')[0] ?? '')
  if (!handler) {
    if (/^(data|blob|about):/.test(url)) return route.continue()
    note('network', url)
    return route.abort('blockedbyclient')
  }
  const told = await handler(new Request(url, { method: request.method() }))
  await route.fulfill({
    status: told.status,
    headers: Object.fromEntries(told.headers),
    body: Buffer.from(await told.arrayBuffer()),
  })
}

/** Puts itself between a browser and the world. `stopped` may refuse a navigation of a window. */
export async function intercept(
  context: BrowserContext,
  stopped: (route: Route, url: string) => boolean,
): Promise<void> {
  await context.route('**/*', async (route) => {
    if (stopped(route, toApp(route.request().url()))) return route.fulfill({ status: 204 })
    await answer(route).catch(() => route.abort().catch(() => {}))
  })
}
