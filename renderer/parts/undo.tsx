import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Act } from '../../shared/model/work.ts'
import { tell } from '../lib/tell.ts'
import { ask } from '../lib/window-api.ts'

/** The question that takes an act back: decisions about mappings, or records of anything else. */
export type UndoQuestion = 'mapping:undo' | 'record:undo'

let last: { readonly act: Act; readonly changed: () => void; readonly question: UndoQuestion } | null = null

/** Takes the newest decision of this window back. */
export async function undoLast(): Promise<void> {
  const undoing = last
  if (!undoing) return
  last = null
  try {
    await ask(undoing.question, { act: undoing.act.act })
    notifications.show({ message: `Taken back: ${undoing.act.says}`, autoClose: 3000, role: 'status' })
    undoing.changed()
  } catch (error) {
    tell(error)
  }
}

/** Says what was decided and offers to take it back, by button or Ctrl+Alt+Z. */
export function offerUndo(act: Act, changed: () => void, question: UndoQuestion = 'mapping:undo'): void {
  last = { act, changed, question }
  const id = notifications.show({
    autoClose: 8000,
    role: 'status',
    message: (
      <span className="undo">
        {act.says}{' '}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            void undoLast()
          }}
        >
          Undo
        </Button>
      </span>
    ),
  })
}

window.addEventListener('command:undo', () => void undoLast())
