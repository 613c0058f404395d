import type { Control } from '../../../shared/model/framework.ts'

/** How deep each control lies in its framework; the top is 0. */
export function depthOf(controls: readonly Control[]): ReadonlyMap<string, number> {
  const parents = new Map(controls.map(({ id, parent }) => [id, parent]))
  const depths = new Map<string, number>()
  const depth = (id: string): number => {
    const known = depths.get(id)
    if (known !== undefined) return known
    const parent = parents.get(id)
    const found = parent && parents.has(parent) ? depth(parent) + 1 : 0
    depths.set(id, found)
    return found
  }
  for (const { id } of controls) depth(id)
  return depths
}
