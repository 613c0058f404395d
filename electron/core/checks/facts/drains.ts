import type { LogDestinationContent } from '../../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../../shared/model/evidence.ts'
import type { EvidenceView } from '../check.ts'
import { grouped } from './grouped.ts'

/** A place where logs go. */
export type Drain = EvidenceItem<'log-drains'>

/** A log drain proper, of an app or a space. */
export type LogDrain = Drain & {
  readonly content: Extract<LogDestinationContent, { of: 'app-drain' | 'space-drain' }>
}

/** True for log drains proper, as against telemetry. */
export function isLogDrain(item: Drain): item is LogDrain {
  return item.content.of !== 'telemetry-drain'
}

/** Destinations of logs by the id of the app or space that sends them; telemetry without logs is none. */
export function logDestinations(view: EvidenceView): ReadonlyMap<string, readonly Drain[]> {
  const items = view
    .items('log-drains')
    .filter(({ content }) => content.of !== 'telemetry-drain' || content.signals.includes('logs'))
  return grouped(items, (item) => item.content.owner.id)
}
