import type { DatabaseRef, PostgresLinkContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { type Addon, addonsOf, attachmentsOf } from './addons.ts'

/** Evidence of one kind about ties of databases. */
export type Tie<Of extends PostgresLinkContent['of']> = EvidenceItem<'postgres-links-dataclips'> & {
  readonly content: Extract<PostgresLinkContent, { of: Of }>
}

/** A database that was made from another one. */
export interface Copy {
  readonly kind: 'follower' | 'fork'
  readonly name: string
  /** Null where the collection does not see it as an add-on. */
  readonly plan: string | null
  readonly grounds: readonly { readonly id: number }[]
}

/** The copies of each database: those that have a name, and how many more it names by an address that nobody has. */
export interface Copies {
  readonly named: readonly Copy[]
  readonly unnamed: number
}

/** Evidence of a kind. */
export function tiesOf<Of extends PostgresLinkContent['of']>(view: EvidenceView, of: Of): readonly Tie<Of>[] {
  return view
    .items('postgres-links-dataclips')
    .filter((item): item is Tie<Of> => (item.content.of as string) === of)
}

/**
 * Tells the followers and forks of a database by its id: as it names them, as they name it, and as the list of its
 * followers does. Databases name each other by addresses, of which equal fingerprints are the same database.
 */
export function copiesOf(view: EvidenceView): (addonId: string) => Copies {
  const lineages = tiesOf(view, 'lineage')
  const resolve = resolver(view, lineages)
  const copies = new Map<string, Map<string, Copy>>()
  const plans = new Map(addonsOf(view).map(({ content }) => [content.name, content.plan.name]))
  const add = (leader: string, copy: Omit<Copy, 'plan'> & { readonly plan?: string | null }) => {
    const own = copies.get(leader) ?? new Map<string, Copy>()
    const before = own.get(`${copy.kind}:${copy.name}`)
    const plan = plans.get(copy.name) ?? copy.plan ?? before?.plan ?? null
    own.set(`${copy.kind}:${copy.name}`, {
      ...copy,
      plan,
      grounds: [...(before?.grounds ?? []), ...copy.grounds],
    })
    copies.set(leader, own)
  }
  for (const item of lineages) {
    const { addon, following, forked_from, followers, forks, app } = item.content
    const leader = following && resolve(following, app.id)
    if (leader) add(leader.id, { kind: 'follower', name: addon.name, grounds: [item] })
    const origin = forked_from && resolve(forked_from, app.id)
    if (origin) add(origin.id, { kind: 'fork', name: addon.name, grounds: [item] })
    for (const [kind, refs] of [
      ['follower', followers],
      ['fork', forks],
    ] as const)
      for (const one of refs) {
        const copy = resolve(one, app.id)
        if (copy) add(addon.id, { kind, name: copy.name, grounds: [item] })
      }
  }
  for (const item of tiesOf(view, 'follower'))
    add(item.content.addon.id, {
      kind: 'follower',
      name: item.content.name,
      plan: item.content.follower_plan,
      grounds: [item],
    })
  const told = new Map(lineages.map((item) => [item.content.addon.id, item.content]))
  return (addonId) => {
    const named = [...(copies.get(addonId)?.values() ?? [])]
    const content = told.get(addonId)
    const missing = (kind: Copy['kind'], refs: readonly DatabaseRef[]) =>
      Math.max(0, refs.length - named.filter((copy) => copy.kind === kind).length)
    const unnamed = content ? missing('follower', content.followers) + missing('fork', content.forks) : 0
    return { named, unnamed }
  }
}

type Resolve = (ref: DatabaseRef, appId: string) => { readonly id: string; readonly name: string } | null

function resolver(view: EvidenceView, lineages: readonly Tie<'lineage'>[]): Resolve {
  const byAddress = new Map<string, { id: string; name: string }>()
  for (const { content } of lineages)
    if (content.address && 'hmac' in content.address) byAddress.set(content.address.hmac, content.addon)
  const byName = new Map<string, { id: string; name: string }>()
  for (const { content } of addonsOf(view)) byName.set(content.name, { id: content.id, name: content.name })
  const byAttachment = new Map(
    attachmentsOf(view).map(({ content }) => [`${content.app.id}/${content.name}`, content.addon]),
  )
  return ({ name, address }, appId) => {
    if (address && 'hmac' in address) return byAddress.get(address.hmac) ?? null
    if (name === null) return null
    return byName.get(name) ?? byAttachment.get(`${appId}/${name.replace(/_URL$/, '')}`) ?? null
  }
}

/** The tier of a plan that may be written without its service, such as `standard-0`. */
export function fullPlan(copy: Copy, leader: Addon): string | null {
  if (copy.plan === null || copy.plan.includes(':')) return copy.plan
  return `${leader.content.addon_service.name}:${copy.plan}`
}
