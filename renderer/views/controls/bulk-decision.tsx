import { Button, Popover, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Mapping, MappingDecision } from '../../../shared/model/work.ts'
import { counted } from '../../lib/format.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'
import type { ControlRow } from './rows.ts'

/** Decides all suggested mappings of the controls in sight at once. */
export function BulkDecision({
  framework,
  rows,
  mappings,
  changed,
}: {
  readonly framework: FrameworkId
  readonly rows: readonly ControlRow[]
  readonly mappings: readonly Mapping[]
  readonly changed: () => void
}) {
  const [shown, setShown] = useState(false)
  const [why, setWhy] = useState('')
  const open = useMemo(() => {
    const inSight = new Set(rows.map(({ state }) => state.control.id))
    return mappings.filter((mapping) => mapping.decision === 'suggested' && inSight.has(mapping.control))
  }, [rows, mappings])

  async function decide(decision: MappingDecision) {
    try {
      const keys = open.map(({ control, topic, subjectId }) => ({ framework, control, topic, subjectId }))
      offerUndo(await ask('mapping:decide', { keys, decision, rationale: why }), changed)
      setShown(false)
      setWhy('')
      changed()
    } catch (error) {
      tell(error)
    }
  }

  if (open.length === 0) return null
  return (
    <Popover opened={shown} onChange={setShown} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setShown(!shown)}>
          {counted(open.length, 'suggestion')} here…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="form">
          <Textarea
            label="Why"
            description="The rationale of the decision; empty keeps each suggestion’s own"
            autosize
            minRows={2}
            maxLength={4000}
            value={why}
            onChange={({ currentTarget: { value } }) => setWhy(value)}
          />
          <div className="page-actions">
            <Button onClick={() => decide('confirmed')}>Confirm all</Button>
            <Button variant="default" onClick={() => decide('rejected')}>
              Reject all
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
