import type { Json } from '../../../../../shared/model/json.ts'
import { at, layout, say, type TopicLayout, tally, word } from './field.ts'

/** One field a line, such as `host: a.example → b.example`. */
function fields(value: Json): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.map((one) => {
    const { field, before, after } = one as Record<string, Json>
    return `${field}: ${shown(before)} → ${shown(after)}`
  })
  return lines.length === 0 ? null : lines.join('\n')
}

function shown(value: Json | undefined): string {
  return value === null || value === undefined
    ? 'nothing'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)
}

/** What changed since the collection before. */
export const DRIFT: readonly TopicLayout[] = [
  layout(
    'drift-between-periods',
    'Drift since last collection',
    [
      word('of', 'Record', 14),
      word('topic', 'Topic', 28),
      word('change', 'What', 12),
      say('fields', 'Fields', 70, { show: fields }),
      tally('more_fields', 'More fields'),
      tally('with.collection', 'Compared with'),
      tally('topics', 'Topics'),
      tally('differences', 'Differences'),
      tally('kept', 'Kept as items'),
      at('with.started_at', 'Compared with that of'),
      say('with.digest', 'Its digest', 34),
      tally('not_compared', 'Not comparable', 14),
    ],
    'Made by Evidence Locker from two collections. What only records that something happened is no drift.',
  ),
]
