import type { Control, Framework } from '../../../shared/model/framework.ts'

/** A part of a framework that people report on, with the ids of the requirements in it. */
export interface Domain {
  readonly id: string
  readonly title: string
  readonly requirements: ReadonlySet<string>
}

/**
 * The domains of a framework: its top-level groups, and where such a group holds groups with requirements of their
 * own, these (the themes of Annex A, CC1 to CC9, the twelve principal requirements of PCI DSS). Groups without
 * requirements are left out; every requirement is in exactly one domain.
 */
export function domainsOf(framework: Framework): readonly Domain[] {
  const kinds = new Set(framework.requirementKinds)
  const ids = new Set(framework.controls.map(({ id }) => id))
  const children = Map.groupBy(framework.controls, ({ parent }) =>
    parent !== null && ids.has(parent) ? parent : null,
  )
  const within = (control: Control): string[] => [
    ...(kinds.has(control.kind) ? [control.id] : []),
    ...(children.get(control.id) ?? []).flatMap(within),
  ]
  const domain = (control: Control, requirements: readonly string[]): Domain => ({
    id: control.id,
    title: control.title,
    requirements: new Set(requirements),
  })
  return (children.get(null) ?? [])
    .flatMap((top) => {
      const groups = (children.get(top.id) ?? []).filter(({ kind }) => !kinds.has(kind))
      const parts = groups
        .map((group) => domain(group, within(group)))
        .filter((one) => one.requirements.size > 0)
      if (parts.length < 2) return [domain(top, within(top))]
      const placed = new Set(parts.flatMap((part) => [...part.requirements]))
      return [
        domain(
          top,
          within(top).filter((id) => !placed.has(id)),
        ),
        ...parts,
      ]
    })
    .filter(({ requirements }) => requirements.size > 0)
}
