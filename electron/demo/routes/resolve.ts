import { found } from '../server/refusal.ts'
import { type Ask, type Route, whole } from '../server/route.ts'
import { addonAnswer, attachmentAnswer, visibleAddons, visibleAttachments } from './addons.ts'
import { appAnswer, visibleApps } from './apps.ts'

const text = (body: unknown, field: string): string | null => {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, field) : null
  return typeof value === 'string' ? value : null
}

const addons = (ask: Ask) => {
  const key = text(ask.body, 'addon')
  const app = text(ask.body, 'app')
  const on = app ? (ask.org.attachmentsOn.get(ask.org.find.app.get(app)?.id ?? '') ?? []) : []
  const named = on.filter((attachment) => attachment.name === key).map((attachment) => attachment.addon)
  const hits = visibleAddons(ask).filter(
    (addon) => addon.id === key || addon.name === key || named.includes(addon),
  )
  found(hits[0], 'add-on')
  return whole(hits.map((addon) => addonAnswer(ask.org, addon, ask.expand)))
}

const attachments = (ask: Ask) => {
  const key = text(ask.body, 'addon_attachment')
  const app = text(ask.body, 'app')
  const hits = visibleAttachments(ask).filter(
    ({ id, name, addon, ...attachment }) =>
      (!app || attachment.app.name === app || attachment.app.id === app) &&
      [id, name, `${name}_URL`, addon.name, addon.id].includes(key ?? ''),
  )
  found(hits[0], 'add-on attachment')
  return whole(hits.map((attachment) => attachmentAnswer(ask.org, attachment, ask.include)))
}

/** `POST /filters/apps`: the apps that a body of `{ in: { id: [] } }` or `{ in: { name: [] } }` names. */
const filtered = (ask: Ask) => {
  const wanted = Object.values(
    (ask.body as { in?: Record<string, readonly string[]> } | null)?.in ?? {},
  ).flat()
  const apps = visibleApps(ask.org, ask.caller).filter(
    (app) => wanted.includes(app.id) || wanted.includes(app.name),
  )
  return whole(apps.map((app) => appAnswer(ask.org, app)))
}

const post = (path: string, answer: Route['answer']): Route => ({
  path,
  method: 'POST',
  scope: 'read',
  host: 'platform',
  answer,
})

/** The few reads that Heroku offers as POST, for its own command line. */
export const RESOLVE: readonly Route[] = [
  post('/actions/addons/resolve', addons),
  post('/actions/addon-attachments/resolve', attachments),
  post('/filters/apps', filtered),
]
