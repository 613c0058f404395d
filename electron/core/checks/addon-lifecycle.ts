import type { Check } from './check.ts'
import { attachmentsByAddon, eachAddon } from './facts/addons.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

const AVAILABLE = new Set(['ga', 'public'])
const EARLY = new Set(['alpha', 'beta'])
const WITHDRAWN = new Set(['shutdown', 'sunset', 'deprecated'])

/** ADD-05. */
export const noWithdrawnPlan: Check = {
  id: 'ADD-05',
  title: 'No add-on plan is withdrawn',
  severity: 'medium',
  needs: ['addon-inventory'],
  why: 'A withdrawn plan or service gets no fixes any more and ends on a date that the vendor sets, with the data in it.',
  fix: 'Move to a current plan, `heroku addons:upgrade ADDON SERVICE:PLAN`, or to another service, before the vendor’s date.',
  limits:
    'Relies on the release state that Heroku’s catalog tells; a vendor’s own announcements are not visible.',
  *judge(view) {
    yield* eachAddon(view, function* (addon) {
      const { plan, addon_service: service, plan_state: ofPlan, service_state: ofService } = addon.content
      const states = [ofPlan, ofService]
      const told = `plan ${plan.name} is ${ofPlan ?? 'not told'}, service ${service.name} is ${ofService ?? 'not told'}`
      if (states.some((state) => state !== null && WITHDRAWN.has(state)))
        yield fail(addon, `Withdrawn: ${told}.`, [addon])
      else if (states.some((state) => state === null || !(AVAILABLE.has(state) || EARLY.has(state))))
        yield notEvaluated(addon, `The state is not one that can be judged: ${told}.`, [addon])
      else if (states.some((state) => state !== null && EARLY.has(state)))
        yield pass(addon, `Not withdrawn, but not generally available either: ${told}.`, [addon])
      else yield pass(addon, `Generally available: ${told}.`, [addon])
    })
  },
}

/** ADD-08. */
export const noOrphanedAddon: Check = {
  id: 'ADD-08',
  title: 'No add-on is left without an attachment',
  severity: 'low',
  needs: ['addon-inventory'],
  why: 'An add-on that no app uses still holds data, costs money and has a working password, and nobody feels responsible for it.',
  fix: 'Back up what has to be kept, then `heroku addons:destroy ADDON`; or attach it where it belongs with `heroku addons:attach ADDON --app APP`.',
  limits: 'Attachments to apps that the collecting account cannot see are not counted.',
  *judge(view) {
    const attachments = attachmentsByAddon(view)
    const refusal = readsOf(view, 'addon-inventory', /^\/addon-attachments/).refusals[0]
    yield* eachAddon(view, function* (addon) {
      const uses = attachments.get(addon.content.id) ?? []
      const apps = [...new Set(uses.map((use) => use.content.app.name))]
      if (uses.length > 0)
        yield pass(addon, `${count(uses.length, 'attachment')}, to ${listed(apps)}.`, [addon, ...uses])
      else if (refusal)
        yield notEvaluated(addon, `The attachments could not be read (${inWords(refusal)}).`, [addon])
      else
        yield fail(addon, `${addon.content.name} of ${addon.content.app.name} is attached to no app.`, [
          addon,
        ])
    })
  },
}
