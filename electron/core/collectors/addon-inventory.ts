import { z } from 'zod'
import { listAddons } from './addons.ts'
import type { Collector } from './collector.ts'
import { orNull, RefField, Time } from './fields.ts'

const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  namespace: orNull(z.string()),
  addon: z.object({ id: z.string(), name: z.string(), app: orNull(RefField) }),
  app: RefField,
  created_at: Time,
})

const common = {
  topic: 'addon-inventory',
  title: 'Add-ons and attachments',
  says: 'which add-ons exist, on which plan, and which apps they are attached to',
  scope: 'read',
  per: 'account',
} as const

/** Every add-on of all apps; the run reads the databases among them here. */
export const addonInventory: Collector<'addon-inventory', 'account'> = {
  ...common,
  id: 'addon-inventory',
  async *collect(heroku) {
    for await (const addon of listAddons(heroku))
      yield {
        subject: addon.name,
        subjectId: addon.id,
        content: {
          of: 'addon',
          id: addon.id,
          name: addon.name,
          addon_service: { id: addon.addon_service.id, name: addon.addon_service.name },
          plan: { id: addon.plan.id, name: addon.plan.name },
          app: addon.app,
          state: addon.state,
          plan_state: addon.plan.state,
          service_state: addon.addon_service.state,
          created_at: addon.created_at,
        },
      }
  },
}

/** Every attachment of all apps. */
export const addonAttachments: Collector<'addon-inventory', 'account'> = {
  ...common,
  id: 'addon-inventory.attachments',
  async *collect(heroku) {
    for await (const attachment of heroku.list('/addon-attachments', Attachment))
      yield {
        subject: `${attachment.app.name} ${attachment.name}`,
        subjectId: attachment.id,
        content: {
          of: 'attachment',
          id: attachment.id,
          name: attachment.name,
          namespace: attachment.namespace,
          addon: attachment.addon,
          app: attachment.app,
          created_at: attachment.created_at,
        },
      }
  },
}
