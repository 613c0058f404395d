import type { App } from './apps.ts'
import { canary } from './canary.ts'
import { historyOf } from './history.ts'
import { HOSTILE } from './hostile.ts'
import type { Organisation } from './organisation.ts'
import { ago, diceOf, idOf } from './random.ts'

/** Whose hooks they are: an app's or an add-on's. */
export interface HookOwner {
  readonly app: App
  readonly key: string
}

/** Apps whose hooks do not go where the others go. */
const WHERE: Readonly<Record<string, string>> = {
  'rates-engine': 'http://hooks.northquay.example',
  'booking-portal': 'https://webhooks.elsewhere.example',
}

/** Hooks of an app or add-on; the address carries a secret, as people do. */
export function webhooksOf(org: Organisation, { app, key }: HookOwner) {
  if (!diceOf(org.ground, 'hook', key).chance(0.5)) return []
  return [
    {
      created_at: app.createdAt,
      id: idOf(org.ground, 'hook', key),
      include: ['api:release', 'api:build'],
      level: 'notify',
      updated_at: app.createdAt,
      url: `${WHERE[app.name] ?? 'https://hooks.northquay.example'}/heroku?secret=${canary(org.ground, 'hook', key)}`,
    },
  ]
}

/** Events that were sent. */
export function webhookEventsOf(org: Organisation, owner: HookOwner) {
  const release = historyOf(org, owner.app).releases.at(-1)
  return webhooksOf(org, owner).map((hook) => ({
    created_at: ago(org.ground, 1),
    id: idOf(org.ground, 'hook-event', hook.id),
    include: 'api:release',
    payload: {
      action: 'create',
      actor: release?.user ?? owner.app.owner,
      data: { id: release?.id ?? '', description: HOSTILE.markup },
      previous_data: {},
      resource: 'release',
      version: 'application/vnd.heroku+json; version=3',
    },
    updated_at: ago(org.ground, 1),
  }))
}

/** Deliveries of those events. */
export function deliveriesOf(org: Organisation, owner: HookOwner) {
  return webhooksOf(org, owner).map((hook) => ({
    created_at: ago(org.ground, 1),
    event: { id: idOf(org.ground, 'hook-event', hook.id), include: 'api:release' },
    id: idOf(org.ground, 'delivery', hook.id),
    num_attempts: 1,
    next_attempt_at: null,
    last_attempt: {
      id: idOf(org.ground, 'attempt', hook.id),
      code: 204,
      error_class: null,
      status: 'succeeded',
      created_at: ago(org.ground, 1),
      updated_at: ago(org.ground, 1),
    },
    status: 'succeeded',
    updated_at: ago(org.ground, 1),
    webhook: { id: hook.id, level: hook.level },
  }))
}
