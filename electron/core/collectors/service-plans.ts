import { z } from 'zod'
import { listAddons, PlanFlags } from './addons.ts'
import type { Collector } from './collector.ts'
import { GenerationField, orNull } from './fields.ts'

const Service = z.object({
  id: z.string(),
  name: z.string(),
  state: orNull(z.string()),
  supported_generations: orNull(z.array(GenerationField)),
  supports_sharing: orNull(z.boolean()),
  supports_multiple_installations: orNull(z.boolean()),
})

/**
 * The catalog of each add-on service in use: what the service supports and which of its plans Heroku marks for
 * HIPAA or PCI. One list of all services, and one request for the plans of each that is in use.
 */
export const servicePlans: Collector<'plan-compliance-flags', 'account'> = {
  id: 'plan-compliance-flags.services',
  topic: 'plan-compliance-flags',
  title: 'Plans and their compliance flags',
  says: 'which plans the services in use offer, and which of them Heroku marks for HIPAA or PCI',
  scope: 'read',
  tier: 'extended',
  per: 'account',
  async *collect(heroku) {
    const inUse = new Set<string>()
    for await (const addon of listAddons(heroku)) inUse.add(addon.addon_service.id)
    if (inUse.size === 0) return
    for await (const service of heroku.list('/addon-services', Service)) {
      const { id } = service
      if (!inUse.has(id)) continue
      const plans: PlanFlags[] = []
      for await (const plan of heroku.list(`/addon-services/${id}/plans`, PlanFlags)) plans.push(plan)
      yield {
        subject: service.name,
        subjectId: `service/${id}`,
        content: {
          of: 'service',
          ...service,
          supported_generations: (service.supported_generations ?? []).toSorted(),
          plans: plans.sort((a, b) => (a.name < b.name ? -1 : 1)),
        },
      }
    }
  },
}
