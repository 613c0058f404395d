import type { Check } from './check.ts'
import { eachAddon } from './facts/addons.ts'
import { approvalsOf, approvedBy } from './facts/approvals.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { placementsOf, regionNames } from './facts/regions.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'

/** ADD-06. */
export const addonInAppRegion: Check = {
  id: 'ADD-06',
  title: 'Add-on region matches the app region',
  severity: 'medium',
  needs: ['addon-inventory', 'region-residency'],
  why: 'Data that an app keeps in another region is under another law, and whoever promised a region to customers breaks that promise.',
  fix: 'Make the add-on again in the region of the app (for Heroku’s data services that is the default) and move the data, or approve the transfer in your records.',
  limits:
    'Heroku tells the region of its own databases only; partners’ add-ons are not evaluated. An approved transfer stands on the list of approvals (kind other-region), by the name of the add-on.',
  needsLists: ['approvals'],
  *judge(view) {
    const placements = placementsOf(view)
    const placeOf = regionNames(view)
    const approved = approvalsOf(view, 'other-region')
    const reads = readsOf(view, 'region-residency')
    yield* eachAddon(view, function* (addon) {
      const own = placements.get(`addon:${addon.content.id}`)
      const app = placements.get(`app:${addon.content.app.id}`)
      const refusal = reads.refusal('addon', addon.content.id)
      const mine = own?.content.region ?? null
      const theirs = app?.content.region ?? null
      if (mine === null)
        yield notEvaluated(
          addon,
          refusal
            ? `Its region could not be read (${inWords(refusal)}).`
            : `${addon.content.addon_service.name} does not tell its region.`,
          own ? [addon, own] : [addon],
        )
      else if (theirs === null || !app || !own)
        yield notEvaluated(addon, `The region of app ${addon.content.app.name} is not known.`, [addon])
      else {
        const what = `The add-on is in ${mine}, its app ${addon.content.app.name} in ${theirs}`
        if (placeOf(mine) === placeOf(theirs)) yield pass(addon, `${what}.`, [own, app])
        else {
          const approval = approved(addon.content.name)
          if (approval) yield pass(addon, `${what}: ${approvedBy(approval)}.`, [own, app])
          else yield fail(addon, `${what}: different regions.`, [own, app])
        }
      }
    })
  },
}
