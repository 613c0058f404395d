import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'

/** A drain of an app or a space, or an OpenTelemetry drain of one. */
export type Drain = EvidenceItem<'log-drains'> | EvidenceItem<'telemetry-drains'>

/** Destinations of logs by the id of the app or space that sends them; telemetry without logs is none. */
export function logDestinations(view: EvidenceView): ReadonlyMap<string, readonly Drain[]> {
  const telemetry = view.items('telemetry-drains').filter(({ content }) => content.signals.includes('logs'))
  return grouped<Drain>([...view.items('log-drains'), ...telemetry], (item) => item.content.owner.id)
}
