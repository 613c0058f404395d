import type { RegionContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'

/** Where an app, a space or an add-on lives. */
export type Placement = EvidenceItem<'region-residency'> & {
  readonly content: Extract<RegionContent, { of: 'placement' }>
}

/** Placements by `kind:id`, such as `app:0123…`. */
export function placementsOf(view: EvidenceView): ReadonlyMap<string, Placement> {
  return new Map(
    view
      .items('region-residency')
      .filter((item): item is Placement => item.content.of === 'placement')
      .map((item) => [`${item.content.kind}:${item.content.thing.id}`, item]),
  )
}

/** Makes names of regions comparable: `us`, `virginia` and `us-east-1` are one place by Heroku's own catalog. */
export function regionNames(view: EvidenceView): (name: string) => string {
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

/**
 * The states of the European Economic Area as Heroku's catalog spells countries: the European Union, Iceland,
 * Liechtenstein and Norway. Source: the EEA Agreement; the United Kingdom is not in it.
 */
const EEA: ReadonlySet<string> = new Set(
  (
    'austria belgium bulgaria croatia cyprus czechia denmark estonia finland france germany greece hungary ' +
    'iceland ireland italy latvia liechtenstein lithuania luxembourg malta netherlands norway poland portugal ' +
    'romania slovakia slovenia spain sweden'
  ).split(' '),
)

/** Tells whether a region is inside the EEA, and in which country it is; null where the catalog does not know it. */
export function countriesOf(
  view: EvidenceView,
): (region: string) => { readonly country: string; readonly eea: boolean } | null {
  const place = regionNames(view)
  const countries = new Map<string, string>()
  for (const { content } of view.items('region-residency'))
    if (content.of === 'region') countries.set(place(content.name), content.country)
  return (region) => {
    const country = countries.get(place(region))
    return country === undefined ? null : { country, eea: EEA.has(country.toLowerCase()) }
  }
}
