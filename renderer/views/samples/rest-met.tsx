import { Button } from '@mantine/core'
import type { SampleDetail } from '../../../shared/contract-testing.ts'
import type { SampleResult } from '../../../shared/model/records/sample.ts'
import { counted } from '../../lib/format.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'

/** Says of every attribute without a result that it is met: one act, taken back as one. */
export function RestMet({
  detail,
  testedBy,
  changed,
}: {
  readonly detail: SampleDetail
  readonly testedBy: string
  readonly changed: () => void
}) {
  const { id, sample, results } = detail
  const known = new Map(results.map(({ position, result }) => [position, result]))
  const items = sample.picks.flatMap(({ position }) => {
    const before: SampleResult = known.get(position) ?? { results: {}, mark: '', text: '', testedBy }
    const open = sample.attributes.filter((attribute) => before.results[attribute.id] === undefined)
    const met = Object.fromEntries(open.map((attribute) => [attribute.id, 'met' as const]))
    return open.length === 0
      ? []
      : [{ ...before, testedBy, results: { ...before.results, ...met }, position }]
  })
  if (items.length === 0) return null
  return (
    <Button
      variant="default"
      disabled={testedBy.trim() === ''}
      onClick={() =>
        ask('sample:test', { id, items }).then((act) => {
          offerUndo(act, changed, 'record:undo')
          changed()
        }, tell)
      }
    >
      Met by the other {counted(items.length, 'item')}
    </Button>
  )
}
