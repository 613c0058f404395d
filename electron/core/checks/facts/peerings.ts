import type { SpacePeeringContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'

/** A network that a space is joined with. */
export type Peering = EvidenceItem<'space-peering'> & {
  readonly content: Extract<SpacePeeringContent, { of: 'peering' }>
}

/** Every network that a space is joined with. */
export function peeringsOf(view: EvidenceView): readonly Peering[] {
  return view.items('space-peering').filter((item): item is Peering => item.content.of === 'peering')
}
