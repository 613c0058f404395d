import type { Verdict } from '../../../../shared/model/check.ts'
import type { AddonInventoryContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { Policy } from '../../../../shared/model/policy.ts'
import type { EvidenceView } from '../check.ts'
import { appsOf, isInScope } from './apps.ts'
import { grouped } from './grouped.ts'
import { environments, groundsOf } from './production.ts'
import { listGap } from './reads.ts'
import { remembered } from './remembered.ts'
import { OUT_OF_SCOPE } from './scope.ts'
import { type Grounds, notApplicable, WHOLE } from './verdict.ts'

/** An add-on of an app. */
export type Addon = EvidenceItem<'addon-inventory'> & {
  readonly content: Extract<AddonInventoryContent, { of: 'addon' }>
}

/** An attachment of an add-on to an app. */
export type Attachment = EvidenceItem<'addon-inventory'> & {
  readonly content: Extract<AddonInventoryContent, { of: 'attachment' }>
}

/** Every add-on that the collection saw. */
export function addonsOf(view: EvidenceView): readonly Addon[] {
  return addonsIn(view.items('addon-inventory'))
}

type Item = EvidenceItem<'addon-inventory'>

const addonsIn = remembered((items: readonly Item[]) =>
  items.filter((item): item is Addon => item.content.of === 'addon'),
)

/** Every attachment that the collection saw. */
export function attachmentsOf(view: EvidenceView): readonly Attachment[] {
  return attachmentsIn(view.items('addon-inventory'))
}

const attachmentsIn = remembered((items: readonly Item[]) =>
  items.filter((item): item is Attachment => item.content.of === 'attachment'),
)

/** Attachments by the id of their add-on. */
export function attachmentsByAddon(view: EvidenceView): ReadonlyMap<string, readonly Attachment[]> {
  return byAddon(attachmentsOf(view))
}

const byAddon = remembered((attachments: readonly Attachment[]) =>
  grouped(attachments, (item) => item.content.addon.id),
)

function outOfScope(view: EvidenceView): ReadonlySet<string> {
  const inScope = isInScope(view)
  return new Set(appsOf(view).flatMap((app) => (inScope(app) ? [] : [app.subjectId])))
}

/** Judges every add-on in scope, or those that `when` lets through; says so where there is none. */
export function* eachAddon(
  view: EvidenceView,
  judge: (addon: Addon) => Iterable<Verdict>,
  when: (addon: Addon) => boolean = () => true,
  things = 'add-on',
): Iterable<Verdict> {
  const gap = listGap(view, 'addon-inventory', 'add-ons', /^\/addons/)
  const addons = addonsOf(view).filter(when)
  if (gap) yield gap
  else if (addons.length === 0) yield notApplicable(WHOLE, `The collecting account sees no ${things}.`)
  const out = outOfScope(view)
  for (const addon of addons)
    if (out.has(addon.content.app.id)) yield notApplicable(addon, OUT_OF_SCOPE, [addon])
    else yield* judge(addon)
}

/** Whether an add-on serves production, as owner app or by attachment, and what tells so. */
export interface Serves {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** As the rest of a sentence: `of production app shop`, `the pipelines could not be read`. */
  readonly why: string
  readonly grounds: Grounds
}

/** Tells of any add-on whether it serves production. */
export function servesProduction(view: EvidenceView, policy: Policy): (addon: Addon) => Serves {
  const environmentOf = environments(view, policy)
  const attachments = attachmentsByAddon(view)
  return (addon) => {
    const { app } = addon.content
    const uses = attachments.get(addon.content.id) ?? []
    const own = environmentOf(app.id)
    if (own.kind === 'production')
      return { answer: 'yes', why: `of production app ${app.name}`, grounds: groundsOf(own) }
    for (const use of uses) {
      const environment = environmentOf(use.content.app.id)
      if (environment.kind === 'production')
        return {
          answer: 'yes',
          why: `attached to production app ${use.content.app.name}`,
          grounds: [use, ...groundsOf(environment)],
        }
    }
    if (own.kind === 'unknown') return { answer: 'unknown', why: own.why, grounds: [] }
    return { answer: 'no', why: `app ${app.name} is not production`, grounds: groundsOf(own) }
  }
}
