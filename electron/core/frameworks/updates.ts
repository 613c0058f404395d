import type { Framework } from '../../../shared/model/framework.ts'
import type { CrosswalkSeen } from '../../../shared/model/records/crosswalk-seen.ts'
import type { CrosswalkChange } from '../../../shared/model/work.ts'

type Row = CrosswalkSeen['rows'][number]

const keyOf = ({ framework, topic, control }: Row) => `${framework}\n${topic}\n${control}`

/** The shipped suggestions of frameworks, as they are remembered. */
export function crosswalkRows(frameworks: readonly Framework[]): Row[] {
  return frameworks.flatMap(({ id, topics }) =>
    topics.map(({ topic, control, rationale }) => ({ framework: id, topic, control, rationale })),
  )
}

/**
 * What became of the shipped suggestions since somebody looked last: added, gone, or with another rationale.
 * Only frameworks that were remembered are compared. People's own decisions are not touched by any of it.
 */
export function crosswalkChanges(seen: readonly Row[], shipped: readonly Row[]): readonly CrosswalkChange[] {
  const frameworks = new Set(seen.map(({ framework }) => framework))
  const before = new Map(seen.map((row) => [keyOf(row), row]))
  const after = new Map(
    shipped.filter(({ framework }) => frameworks.has(framework)).map((row) => [keyOf(row), row]),
  )
  const added = [...after].flatMap(([key, row]): CrosswalkChange[] => {
    const old = before.get(key)
    if (!old) return [{ ...row, change: 'added', was: null }]
    return old.rationale === row.rationale ? [] : [{ ...row, change: 'reworded', was: old.rationale }]
  })
  const gone = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, row]): CrosswalkChange => ({ ...row, change: 'removed', was: row.rationale }))
  return [...added, ...gone]
}
