import type { Verdict } from '../../../../shared/model/check.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { listGap } from './reads.ts'
import { notApplicable, WHOLE } from './verdict.ts'

/** A Private or Shield Space. */
export type Space = EvidenceItem<'space-isolation'>

/** True for spaces of the Fir generation, where several Cedar features do not exist. */
export function isFir(space: Space): boolean {
  return space.content.generation === 'fir'
}

/** Judges every space; says so where all apps run in the Common Runtime. */
export function* eachSpace(
  view: EvidenceView,
  judge: (space: Space) => Iterable<Verdict>,
): Iterable<Verdict> {
  const spaces = view.items('space-isolation')
  const gap = listGap(view, 'space-isolation', 'spaces')
  if (gap) yield gap
  else if (spaces.length === 0)
    yield notApplicable(WHOLE, 'There is no Private Space; all apps run in the Common Runtime.')
  for (const space of spaces) yield* judge(space)
}
