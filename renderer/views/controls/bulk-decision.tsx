import { Button, Menu } from '@mantine/core'
import { useMemo } from 'react'
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
  const open = useMemo(() => {
    const shown = new Set(rows.map(({ state }) => state.control.id))
    return mappings.filter((mapping) => mapping.decision === 'suggested' && shown.has(mapping.control))
  }, [rows, mappings])

  async function decide(decision: MappingDecision) {
    try {
      const keys = open.map(({ control, topic, subjectId }) => ({ framework, control, topic, subjectId }))
      offerUndo(await ask('mapping:decide', { keys, decision, rationale: '' }), changed)
      changed()
    } catch (error) {
      tell(error)
    }
  }

  if (open.length === 0) return null
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default">{counted(open.length, 'suggestion')} here…</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => decide('confirmed')}>Confirm all</Menu.Item>
        <Menu.Item onClick={() => decide('rejected')}>Reject all</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
