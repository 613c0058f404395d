import type { App } from './apps.ts'
import { canary } from './canary.ts'
import { historyOf } from './history.ts'
import type { Organisation } from './organisation.ts'
import { ago, idOf } from './random.ts'

/** Process types of an app. In Shield spaces the API calls sizes Private-*, as the real one does. */
export function formationOf(org: Organisation, app: App) {
  const fallback = app.generation === 'fir' ? 'dyno-1c-0.5gb' : app.space ? 'Private-S' : 'Basic'
  const web = app.traits.web ?? [fallback, 1]
  const worker = app.traits.worker
  return [
    process(org, app, 'web', web, 'npm start'),
    ...(worker ? [process(org, app, 'worker', worker, 'npm run worker')] : []),
  ]
}

function process(
  org: Organisation,
  app: App,
  type: string,
  [size, quantity]: readonly [string, number],
  command: string,
) {
  const name = size.replace(/^Shield-/, 'Private-')
  return {
    app: { id: app.id, name: app.name },
    command,
    created_at: app.createdAt,
    dyno_size: { id: idOf(org.ground, 'dyno-size', name), name },
    id: idOf(org.ground, 'formation', app.name, type),
    quantity,
    size: name,
    type,
    updated_at: ago(org.ground, 15, 4),
  }
}

/** Consoles that are open: one that somebody forgot, one with a ticket. */
const CONSOLES: Readonly<Record<string, { readonly number: number; readonly command: string }>> = {
  'booking-portal': { number: 4711, command: 'bash -c' },
  'freight-api': { number: 1207, command: 'node scripts/reindex.js --token' },
}

/** Running dynos of an app, and one console that somebody left open. */
export function dynosOf(org: Organisation, app: App) {
  const current = historyOf(org, app).releases.find((release) => release.current)
  const release = { id: current?.id ?? idOf(org.ground, 'none'), version: current?.version ?? 1 }
  const dyno = (type: string, index: number, size: string, command: string, attach: string | null) => ({
    attach_url: attach,
    command,
    created_at: ago(org.ground, 0.4),
    id: idOf(org.ground, 'dyno', app.name, type, index),
    name: `${type}.${index}`,
    release,
    app: { id: app.id, name: app.name },
    size,
    state: 'up',
    type,
    updated_at: ago(org.ground, 0.3),
  })
  const running = formationOf(org, app).flatMap((process) =>
    Array.from({ length: process.quantity }, (_, i) =>
      dyno(process.type, i + 1, process.size, process.command, null),
    ),
  )
  const console = CONSOLES[app.name]
  if (!console) return running
  const attach = `rendezvous://rendezvous.runtime.heroku.com:5000/${canary(org.ground, 'attach', app.name)}`
  const command = `${console.command} ${canary(org.ground, 'command', app.name)}`
  return [...running, dyno('run', console.number, 'Standard-1X', command, attach)]
}
