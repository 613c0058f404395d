import type { Addon } from '../addons.ts'
import type { Organisation } from '../organisation.ts'
import { ago, diceOf } from '../random.ts'

const WINDOW = 'Sundays 02:30 to 06:30 UTC'

function subject(org: Organisation, addon: Addon) {
  return {
    addon: {
      uuid: addon.id,
      name: addon.name,
      attachments: (org.attachmentsOf.get(addon.id) ?? []).map((attachment) => attachment.name),
      kind: addon.service.name,
      plan: addon.plan.human_name,
      window: WINDOW,
    },
    app: { name: addon.app.name, uuid: addon.app.id },
    addon_description: `${addon.service.title} ${addon.plan.human_name}`,
  }
}

/** `GET /data/maintenances/v1/{id}`: pending for some, none for most. */
export function maintenanceAnswer(org: Organisation, addon: Addon) {
  const due = diceOf(org.ground, 'maintenance', addon.id).int(-12, 40)
  const pending = due < 14
  return {
    ...subject(org, addon),
    window: WINDOW,
    status: pending ? 'pending' : 'none',
    required_by: ago(org.ground, -due),
    scheduled_for: ago(org.ground, -due + 1),
    method: 'changeover',
    started_at: null,
    completed_at: null,
    duration_seconds: null,
    reason: 'Operating system and database engine patches',
    server_created_at: addon.createdAt,
  }
}

/** `GET /data/maintenances/v1/{id}/history`. */
export const maintenanceHistory = (org: Organisation, addon: Addon) => ({
  maintenances: [60, 150].map((days) => ({
    ...subject(org, addon),
    window: WINDOW,
    status: 'completed',
    required_by: ago(org.ground, days - 3),
    scheduled_for: ago(org.ground, days),
    method: 'changeover',
    started_at: ago(org.ground, days),
    completed_at: ago(org.ground, days, -0.1),
    duration_seconds: 360,
    reason: 'Operating system and database engine patches',
    server_created_at: addon.createdAt,
  })),
})

/** `GET /data/maintenances/v1/{id}/window`. */
export const windowAnswer = (org: Organisation, addon: Addon) => ({
  window: WINDOW,
  previous_window: null,
  scheduled_for: maintenanceAnswer(org, addon).scheduled_for,
  previously_scheduled_for: null,
})

/** `GET /data/maintenances/v1/apps/{app}`. */
export const appMaintenances = (org: Organisation, addons: readonly Addon[]) => ({
  maintenances: addons.map((addon) => maintenanceAnswer(org, addon)),
})
