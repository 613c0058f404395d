import type { RegionContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { eachAddon } from './facts/addons.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'

type Placement = EvidenceItem<'region-residency'> & {
  readonly content: Extract<RegionContent, { of: 'placement' }>
}

/** ADD-06. */
export const addonInAppRegion: Check = {
  id: 'ADD-06',
  title: 'Add-on region matches the app region',
  severity: 'medium',
  needs: ['addon-inventory', 'region-residency'],
  why: 'Data that an app keeps in another region is under another law, and whoever promised a region to customers breaks that promise.',
  fix: 'Make the add-on again in the region of the app (for Heroku’s data services that is the default) and move the data, or approve the transfer in your records.',
  limits:
    'Heroku tells the region of its own databases only; partners’ add-ons are not evaluated. Approved transfers cannot be recorded yet.',
  *judge(view) {
    const placements = new Map(
      view
        .items('region-residency')
        .filter((item): item is Placement => item.content.of === 'placement')
        .map((item) => [`${item.content.kind}:${item.content.thing.id}`, item]),
    )
    const placeOf = regionNames(view)
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
        else yield fail(addon, `${what}: different regions.`, [own, app])
      }
    })
  },
}

/** Makes names comparable: `us`, `virginia` and `us-east-1` are one place by Heroku's own catalog. */
function regionNames(view: EvidenceView): (name: string) => string {
  const places = new Map<string, string>()
  for (const { content } of view.items('region-residency'))
    if (content.of === 'region' && content.provider_region !== null) {
      places.set(content.name.toLowerCase(), content.provider_region.toLowerCase())
      places.set(content.locale.toLowerCase(), content.provider_region.toLowerCase())
    }
  return (name) => {
    const plain = (name.split('::').at(-1) ?? name).trim().toLowerCase()
    return places.get(plain) ?? plain
  }
}
