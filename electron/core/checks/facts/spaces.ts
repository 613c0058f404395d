import type { Verdict } from '../../../../shared/model/check.ts'
import type { SpaceContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { listGap } from './reads.ts'
import { OUT_OF_SCOPE, scopeOf } from './scope.ts'
import { notApplicable, WHOLE } from './verdict.ts'

/** A Private or Shield Space. */
export type Space = EvidenceItem<'space-isolation'> & {
  readonly content: Extract<SpaceContent, { of: 'space' }>
}

/** Every space that the collection saw. */
export function spacesOf(view: EvidenceView): readonly Space[] {
  return view.items('space-isolation').filter((item): item is Space => item.content.of === 'space')
}

/** True for spaces of the Fir generation, where several Cedar features do not exist. */
export function isFir(space: Space): boolean {
  return space.content.generation === 'fir'
}

/** Judges every space in scope; says so where all apps run in the Common Runtime. */
export function* eachSpace(
  view: EvidenceView,
  judge: (space: Space) => Iterable<Verdict>,
): Iterable<Verdict> {
  const spaces = spacesOf(view)
  const gap = listGap(view, 'space-isolation', 'spaces')
  if (gap) yield gap
  else if (spaces.length === 0)
    yield notApplicable(WHOLE, 'There is no Private Space; all apps run in the Common Runtime.')
  const scope = scopeOf(view)
  for (const space of spaces)
    if (scope.space(space.content) && scope.team(space.content.team.id, space.content.team.name))
      yield* judge(space)
    else yield notApplicable(space, OUT_OF_SCOPE, [space])
}
