import { listAddons } from './addons.ts'
import type { Collector } from './collector.ts'

/** The plan of each add-on as the catalog describes it. */
export const planComplianceFlags: Collector<'plan-compliance-flags', 'account'> = {
  id: 'plan-compliance-flags',
  topic: 'plan-compliance-flags',
  title: 'Plans and their compliance flags',
  says: 'which plan each add-on runs on, and whether Heroku marks it for HIPAA or PCI',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const addon of listAddons(heroku))
      yield {
        subject: `${addon.name} (${addon.plan.name})`,
        subjectId: addon.id,
        content: {
          of: 'addon',
          addon: { id: addon.id, name: addon.name },
          app: addon.app,
          addon_service: addon.addon_service.name,
          plan: { id: addon.plan.id, name: addon.plan.name },
          compliance: addon.plan.compliance,
          installable_inside_private_network: addon.plan.installable_inside_private_network,
          installable_outside_private_network: addon.plan.installable_outside_private_network,
          state: addon.plan.state,
        },
      }
  },
}
