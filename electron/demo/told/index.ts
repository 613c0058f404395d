import type { ListKind } from '../../../shared/model/records/lists.ts'
import type { Organisation } from '../organisation.ts'
import { toldAboutChanges } from './changes.ts'
import { toldAboutData } from './data.ts'
import { toldAboutPeople } from './people.ts'
import { toldAboutPlaces } from './places.ts'
import { toldAboutPlatform } from './platform.ts'
import { toldAboutSpaces } from './spaces.ts'
import type { Telling, Told } from './told.ts'

/** Everything the compliance lead tells. A new part is a file and a line here; rows of one list are put together. */
const PARTS: readonly ((org: Organisation, telling: Telling) => Told)[] = [
  toldAboutData,
  toldAboutPeople,
  toldAboutChanges,
  toldAboutPlaces,
  toldAboutPlatform,
  toldAboutSpaces,
]

/** What a locker of the sample organisation is told, beside its register of vendor documents. */
export function toldOf(org: Organisation, telling: Telling): Required<Told> {
  const parts = PARTS.map((part) => part(org, telling))
  const lists: Partial<Record<ListKind, object[]>> = {}
  for (const part of parts)
    for (const [name, rows] of Object.entries(part.lists)) {
      const kind = name as ListKind
      lists[kind] = unique([...(lists[kind] ?? []), ...rows])
    }
  const { destroyed } = telling.seen
  if (destroyed)
    lists['destroyed-data'] = [
      ...(lists['destroyed-data'] ?? []),
      { addon: destroyed.addon, on: destroyed.at.slice(0, 10), gone: null, recordedBy: 'Mira Holt' },
    ]
  return {
    tags: Object.assign({}, ...parts.map((part) => part.tags)),
    apps: Object.assign({}, ...parts.map((part) => part.apps ?? {})),
    lists,
    documents: parts.flatMap((part) => part.documents ?? []),
    statements: parts.flatMap((part) => part.statements),
  }
}

/** Two changes on one day are reviewed by one row. */
function unique(rows: readonly object[]): object[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}
