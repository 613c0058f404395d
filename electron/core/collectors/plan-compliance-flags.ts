import { type Addon, listAddons, PlanFlags } from './addons.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { refusalOf } from './refused.ts'

/** The plan of each add-on as the catalog describes it. */
export const planComplianceFlags: Collector<'plan-compliance-flags', 'account'> = {
  id: 'plan-compliance-flags',
  topic: 'plan-compliance-flags',
  title: 'Plans and their compliance flags',
  says: 'which plan each add-on runs on, and whether Heroku marks it for HIPAA or PCI',
  scope: 'read',
  per: 'account',
  async *collect(heroku) {
    for await (const addon of listAddons(heroku)) {
      const plan = await flagsOf(heroku, addon)
      yield {
        subject: `${addon.name} (${addon.plan.name})`,
        subjectId: addon.id,
        content: {
          of: 'addon',
          addon: { id: addon.id, name: addon.name },
          app: addon.app,
          addon_service: addon.addon_service.name,
          plan: { id: plan.id, name: plan.name },
          compliance: plan.compliance,
          installable_inside_private_network: plan.installable_inside_private_network,
          installable_outside_private_network: plan.installable_outside_private_network,
          state: plan.state,
        },
      }
    }
  },
}

/**
 * The plan as the list of add-ons has it. Where that list names the plan and tells nothing of it, because the
 * expansion was not honoured, the catalog is asked once for each plan: silence must not read as «not marked».
 */
async function flagsOf(heroku: HerokuReader, { plan }: Addon): Promise<PlanFlags> {
  const told = [plan.state, plan.installable_inside_private_network, plan.installable_outside_private_network]
  if (plan.compliance !== null || told.some((one) => one !== null)) return plan
  try {
    return await heroku.get(`/plans/${plan.id}`, PlanFlags)
  } catch (error) {
    if (refusalOf(error) === null) throw error
    return plan
  }
}
