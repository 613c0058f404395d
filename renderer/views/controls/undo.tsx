import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Act } from '../../../shared/model/work.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'

let last: { readonly act: Act; readonly changed: () => void } | null = null

/** Takes the newest decision of this window back. */
export async function undoLast(): Promise<void> {
  const undoing = last
  if (!undoing) return
  last = null
  try {
    await ask('mapping:undo', { act: undoing.act.act })
    notifications.show({ message: `Taken back: ${undoing.act.says}`, autoClose: 3000, role: 'status' })
    undoing.changed()
  } catch (error) {
    tell(error)
  }
}

/** Says what was decided and offers to take it back, by button or Ctrl+Alt+Z. */
export function offerUndo(act: Act, changed: () => void): void {
  last = { act, changed }
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
