import type { DataClass } from '../../../../shared/model/records/data-class.ts'
import type { EvidenceView } from '../check.ts'
import { type Addon, attachmentsByAddon } from './addons.ts'
import { tierOf } from './services.ts'
import { dataClassesOf, inClassWords, tagsOf } from './tags.ts'
import { listed } from './words.ts'

/** What a data service holds, as people tagged the apps that use it. */
export interface Handled {
  readonly classes: readonly DataClass[]
  /** Names of apps that use it and of which nobody said what data they handle. */
  readonly untagged: readonly string[]
}

/** Tells what a data service holds: all that the apps handle which pay for it or are attached to it. */
export function handledBy(view: EvidenceView): (addon: Addon) => Handled {
  const tagOf = tagsOf(view)
  const attachments = attachmentsByAddon(view)
  return (addon) => {
    const users = (attachments.get(addon.content.id) ?? []).map(({ content }) => content.app)
    const apps = new Map([addon.content.app, ...users].map((app) => [app.id, app.name]))
    const classes = new Set<DataClass>()
    const untagged: string[] = []
    for (const [id, name] of apps) {
      const own = dataClassesOf(tagOf(id))
      if (own === null) untagged.push(name)
      for (const one of own ?? []) classes.add(one)
    }
    return { classes: [...classes].sort(), untagged }
  }
}

/** Why the data of a service is not known, as a sentence. */
export function notSaid({ untagged }: Handled): string {
  return `Nobody said what data ${listed(untagged)} ${untagged.length === 1 ? 'handles' : 'handle'}.`
}

/** Whether a plan is of the tier that its data asks for; null where that is not known. */
export interface Fit {
  readonly fits: boolean | null
  /** As a sentence. */
  readonly why: string
}

const IN_SHIELD: readonly DataClass[] = ['cardholder', 'phi']
const IN_SPACES: readonly DataClass[] = ['government-or-bank-identifier']

/**
 * Holds the tier of a plan against the data of the apps that use it: cardholder data and health data belong on
 * Shield plans, government and bank identifiers on Private or Shield ones. Source: Heroku's own terms, as
 * `DATA_CLASS_WORDS` tells them. What Postgres Advanced allows is not told anywhere, so it is not known.
 */
export function tierFits(plan: string, handled: Handled): Fit {
  const tier = tierOf(plan)
  if (tier === 'shield')
    return { fits: true, why: `${plan} is a Shield plan, which every class of data fits.` }
  const shield = handled.classes.filter((one) => IN_SHIELD.includes(one))
  const space = handled.classes.filter((one) => IN_SPACES.includes(one))
  const wanted =
    shield.length > 0
      ? `${inClassWords(shield)}, which belongs on a Shield plan`
      : `${inClassWords(space)}, which belongs on a Private or Shield plan`
  const lacking = shield.length > 0 || (space.length > 0 && tier !== 'private')
  if (lacking && tier === 'advanced')
    return { fits: null, why: `It holds ${wanted}; what ${plan} allows is not known.` }
  if (lacking) return { fits: false, why: `It holds ${wanted}, and is on ${plan}.` }
  if (handled.untagged.length > 0) return { fits: null, why: notSaid(handled) }
  return handled.classes.length === 0
    ? { fits: true, why: `The apps that use it handle no data that asks for a tier; it is on ${plan}.` }
    : { fits: true, why: `${plan} fits ${inClassWords(handled.classes)}.` }
}
