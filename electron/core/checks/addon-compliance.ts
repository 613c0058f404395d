import type { PlanContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { DataClass } from '../../../shared/model/records/data-class.ts'
import type { Check } from './check.ts'
import { attachmentsByAddon, eachAddon } from './facts/addons.ts'
import { approvalsOf, approvedBy } from './facts/approvals.ts'
import { givenList } from './facts/lists.ts'
import { handles, inClassWords, notTagged, tagsOf } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

type Plan = EvidenceItem<'plan-compliance-flags'> & {
  readonly content: Extract<PlanContent, { of: 'addon' }>
}

/** The flag of a plan that each class of data asks for. Source: `plan.compliance` of the Platform API. */
const FLAG = { cardholder: 'PCI', phi: 'HIPAA' } as const
const CLASSES = ['cardholder', 'phi'] as const satisfies readonly DataClass[]

/** ADD-03. */
export const plansFitTheData: Check = {
  id: 'ADD-03',
  title: 'Add-ons of PCI or PHI apps carry the matching compliance flag',
  severity: 'high',
  needs: ['addon-inventory', 'plan-compliance-flags', 'app-inventory'],
  needsLists: ['addon-services', 'approvals'],
  why: 'Data that an app sends to an add-on is with another company, under another contract. Without a plan made for cardholder or health data that contract does not cover it.',
  fix: 'Move to a plan with the flag (`heroku addons:plans SERVICE`, Shield plans for Heroku’s own data services), or record what was decided: the class of data in the list of approved add-on services, or an approval of kind addon-without-data.',
  limits:
    'Looks at what people said of the apps that an add-on belongs to or is attached to. A flag is Heroku’s word about a plan, no proof that the provider complies: see VEN-07.',
  *judge(view) {
    const tagOf = tagsOf(view)
    const attachments = attachmentsByAddon(view)
    const plans = new Map(
      view
        .items('plan-compliance-flags')
        .filter((item): item is Plan => item.content.of === 'addon')
        .map((item) => [item.content.addon.id, item]),
    )
    const list = givenList(view, 'addon-services')
    const services = new Map((list?.rows ?? []).map((row) => [row.service.toLowerCase(), row]))
    const decided = approvalsOf(view, 'addon-without-data')
    yield* eachAddon(view, function* (addon) {
      const { id, name, app, addon_service: service } = addon.content
      const uses = (attachments.get(id) ?? []).map((use) => use.content.app.id)
      const classes = [...new Set([app.id, ...uses].flatMap((one) => handles(tagOf(one), CLASSES)))]
      const plan = plans.get(id)
      const grounds = plan ? [addon, plan] : [addon]
      const decision = decided(name)
      const row = services.get(service.name.toLowerCase())
      const flags = plan?.content.compliance ?? []
      const missing = classes.filter((one) => !flags.includes(FLAG[one as keyof typeof FLAG]))
      const open = missing.filter((one) => !row?.dataClasses.includes(one))
      if (classes.length === 0) yield notApplicable(addon, notTagged(tagOf(app.id)), [addon])
      else if (decision)
        yield notApplicable(addon, `It gets no such data: ${approvedBy(decision).replace(/\.$/, '')}.`, [
          addon,
        ])
      else if (!plan) yield notEvaluated(addon, 'Heroku did not tell the flags of its plan.', grounds)
      else if (missing.length === 0)
        yield pass(addon, `Plan ${plan.content.plan.name} is marked ${listed(flags)}.`, grounds)
      else if (open.length === 0)
        yield pass(
          addon,
          `Plan ${plan.content.plan.name} is not marked, but ${service.name} was accepted for ${inClassWords(missing)}${row?.approvedBy ? ` by ${row.approvedBy}` : ''}.`,
          grounds,
        )
      else
        yield fail(
          addon,
          `For ${inClassWords(open)} plan ${plan.content.plan.name} should be marked ${listed(open.map((one) => FLAG[one as keyof typeof FLAG]))}; it is marked ${flags.length > 0 ? listed(flags) : 'nothing'}.`,
          grounds,
        )
    })
  },
}
