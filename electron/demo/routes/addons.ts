import type { Addon, Attachment } from '../addons.ts'
import { varsOf } from '../addons.ts'
import { canary } from '../canary.ts'
import { addonValue } from '../config-vars.ts'
import type { Organisation } from '../organisation.ts'
import { hexOf } from '../random.ts'
import { found } from '../server/refusal.ts'
import { type Ask, guarded, pages, type Route, read, whole } from '../server/route.ts'
import { appOf, appRef, seesApp } from './apps.ts'
import { teamOf } from './teams.ts'

/** An add-on; `Accept-Expansion` fills in its service and plan. */
export function addonAnswer(org: Organisation, addon: Addon, expand: ReadonlySet<string>) {
  const { plan, app } = addon
  const service = org.catalog.service.get(addon.service.name)
  return {
    actions: [],
    addon_service: expand.has('addon_service') ? service : plan.addon_service,
    billing_entity: app.team
      ? { id: app.team.id, name: app.team.name, type: 'team' }
      : { id: app.id, name: app.name, type: 'app' },
    app: appRef(app),
    billed_price: { ...plan.price },
    config_vars: (org.attachmentsOf.get(addon.id) ?? [])
      .filter((attachment) => attachment.app === app)
      .flatMap(varsOf),
    created_at: addon.createdAt,
    id: addon.id,
    name: addon.name,
    plan: expand.has('plan') ? plan : { id: plan.id, name: plan.name },
    provider_id: hexOf(org.ground, 12, 'provider', addon.id),
    state: 'provisioned',
    updated_at: addon.createdAt,
    web_url: `https://addons-sso.heroku.com/apps/${app.id}/addons/${addon.id}`,
  }
}

/** An attachment of an add-on to an app; `Accept-Inclusion: addon:plan,config_vars` adds just those. */
export function attachmentAnswer(org: Organisation, attachment: Attachment, include: ReadonlySet<string>) {
  const { addon } = attachment
  const plan = include.has('addon:plan') ? { plan: { id: addon.plan.id, name: addon.plan.name } } : {}
  return {
    addon: { id: addon.id, name: addon.name, app: appRef(addon.app), ...plan },
    app: appRef(attachment.app),
    created_at: attachment.createdAt,
    id: attachment.id,
    name: attachment.name,
    namespace: attachment.namespace,
    updated_at: attachment.createdAt,
    web_url: `https://addons-sso.heroku.com/apps/${attachment.app.id}/addons/${addon.id}`,
    log_input_url: `https://token:${canary(org.ground, 'log-input', attachment.id)}@1.us.logplex.io/logs`,
    ...(include.has('config_vars') ? { config_vars: varsOf(attachment) } : {}),
  }
}

/** The add-on that a parameter names, if the caller may see its app. */
export function addonOf(ask: Ask, index = 0): Addon {
  const addon = found(ask.org.find.addon.get(ask.params[index] ?? ''), 'add-on')
  return found(seesApp(ask.caller, addon.app) ? addon : null, 'add-on')
}

/** Add-ons that the caller may see. */
export const visibleAddons = (ask: Ask): readonly Addon[] =>
  ask.org.addons.filter((addon) => seesApp(ask.caller, addon.app))

/** Attachments that the caller may see. */
export const visibleAttachments = (ask: Ask): readonly Attachment[] =>
  ask.org.attachments.filter((attachment) => seesApp(ask.caller, attachment.app))

const shown = (ask: Ask, addons: readonly Addon[]) =>
  pages(
    addons.map((addon) => addonAnswer(ask.org, addon, ask.expand)),
    'id',
    'name',
  )

const attached = (ask: Ask, attachments: readonly Attachment[]) =>
  pages(
    attachments.map((attachment) => attachmentAnswer(ask.org, attachment, ask.include)),
    'id',
  )

/** Add-ons and attachments, in all the lists that hold them. */
export const ADDONS: readonly Route[] = [
  read('/addons', (ask) => shown(ask, visibleAddons(ask))),
  read('/addons/:addon', (ask) => whole(addonAnswer(ask.org, addonOf(ask), ask.expand))),
  read('/apps/:app/addons', (ask) => {
    const on = ask.org.attachmentsOn.get(appOf(ask).id) ?? []
    const own = ask.org.addonsOf.get(appOf(ask).id) ?? []
    return shown(ask, [...new Set([...own, ...on.map((attachment) => attachment.addon)])])
  }),
  read('/apps/:app/addons/:addon', (ask) => {
    appOf(ask)
    return whole(addonAnswer(ask.org, addonOf(ask, 1), ask.expand))
  }),
  read('/teams/:team/addons', (ask) => {
    const team = teamOf(ask)
    return shown(
      ask,
      ask.org.addons.filter((addon) => addon.app.team === team),
    )
  }),
  read('/users/:user/addons', (ask) => shown(ask, visibleAddons(ask))),
  read('/addon-attachments', (ask) => attached(ask, visibleAttachments(ask))),
  read('/addon-attachments/:attachment', (ask) =>
    whole(
      attachmentAnswer(
        ask.org,
        found(ask.org.find.attachment.get(ask.params[0] ?? ''), 'attachment'),
        ask.include,
      ),
    ),
  ),
  read('/addons/:addon/addon-attachments', (ask) =>
    attached(ask, ask.org.attachmentsOf.get(addonOf(ask).id) ?? []),
  ),
  read('/apps/:app/addon-attachments', (ask) =>
    attached(ask, ask.org.attachmentsOn.get(appOf(ask).id) ?? []),
  ),
  read('/apps/:app/addon-attachments/:attachment', (ask) => {
    const list = ask.org.attachmentsOn.get(appOf(ask).id) ?? []
    const key = ask.params[1]
    const hit = list.find((attachment) => attachment.id === key || attachment.name === key)
    return whole(attachmentAnswer(ask.org, found(hit, 'attachment'), ask.include))
  }),
  guarded('/addons/:addon/config', (ask) => {
    const attachment = ask.org.attachmentsOf.get(addonOf(ask).id)?.[0]
    const vars = attachment ? varsOf(attachment) : []
    return whole(
      vars.map((name) => ({ name, value: attachment ? addonValue(ask.org, attachment, name) : null })),
    )
  }),
]
