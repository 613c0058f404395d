import { useMemo, useRef } from 'react'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { MappingDecision } from '../../../shared/model/work.ts'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo, undoLast } from '../../parts/undo.tsx'
import type { ControlRow } from './rows.ts'

interface At {
  readonly rows: readonly ControlRow[]
  readonly open: string | null
  readonly openControl: (control: string) => void
  readonly framework: FrameworkId
  readonly changed: () => void
}

/** The row that a step from the open control leads to: headings are passed over, the ends hold. */
export function stepFrom(rows: readonly ControlRow[], open: string | null, by: 1 | -1): string | null {
  const at = rows.findIndex(({ state }) => state.control.id === open)
  for (let index = at < 0 && by < 0 ? rows.length - 1 : at + by; rows[index]; index += by)
    if (!rows[index]?.isHeading) return rows[index]?.state.control.id ?? null
  return null
}

async function decideAll({ framework, open, changed }: At, decision: MappingDecision): Promise<void> {
  if (!open) return
  const { mappings } = await ask('control:get', { framework, control: open })
  const keys = mappings
    .filter((mapping) => mapping.decision === 'suggested')
    .map(({ control, topic, subjectId }) => ({ framework, control, topic, subjectId }))
  if (keys.length === 0) return
  offerUndo(await ask('mapping:decide', { keys, decision, rationale: '' }), changed)
  changed()
}

const focus = (selector: string) => document.querySelector<HTMLElement>(`aside.side ${selector}`)?.focus()

/** The daily moves among controls, without the mouse. */
export function useControlKeys(at: At): void {
  const newest = useRef(at)
  newest.current = at
  const shortcuts = useMemo((): readonly Shortcut[] => {
    const step = (by: 1 | -1) => {
      const { rows, open, openControl } = newest.current
      const next = stepFrom(rows, open, by)
      if (next) openControl(next)
    }
    const decide = (decision: MappingDecision) => void decideAll(newest.current, decision).catch(tell)
    return [
      { keys: 'n', says: 'Next control', run: () => step(1) },
      { keys: 'p', says: 'Previous control', run: () => step(-1) },
      { keys: 'm', says: 'To the first mapping to decide', run: () => focus('[data-decide]') },
      { keys: 'c', says: 'On a mapping: confirm it', run: () => focus('[data-decide]') },
      { keys: 'x', says: 'On a mapping: reject it', run: () => focus('[data-decide]') },
      { keys: 'C', says: 'Confirm all suggestions of the control', run: () => decide('confirmed') },
      { keys: 'X', says: 'Reject all suggestions of the control', run: () => decide('rejected') },
      {
        keys: 'w',
        says: 'Write the conclusion (Ctrl+Enter keeps it)',
        run: () => focus('[data-conclusion]'),
      },
      { keys: 'z', says: 'Take the newest decision back', run: () => void undoLast() },
    ]
  }, [])
  useShortcuts('Controls', shortcuts)
}
