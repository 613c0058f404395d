import type { ListKind } from '../../../shared/model/records/lists.ts'
import type { Organisation } from '../organisation.ts'
import { toldAboutData } from './data.ts'
import type { Told } from './told.ts'

/** Everything the compliance lead tells. A new part is a file and a line here; rows of one list are put together. */
const PARTS: readonly ((org: Organisation) => Told)[] = [toldAboutData]

/** What a locker of the sample organisation is told, beside its register of vendor documents. */
export function toldOf(org: Organisation): Told {
  const parts = PARTS.map((part) => part(org))
  const lists: Partial<Record<ListKind, object[]>> = {}
  for (const part of parts)
    for (const [name, rows] of Object.entries(part.lists)) {
      const kind = name as ListKind
      lists[kind] = [...(lists[kind] ?? []), ...rows]
    }
  return {
    tags: Object.assign({}, ...parts.map((part) => part.tags)),
    lists,
    statements: parts.flatMap((part) => part.statements),
  }
}
