import { go, presentScreen } from '../lib/route.ts'
import { type Dropped, shellNow } from '../lib/shell-state.ts'
import { tell } from '../lib/tell.ts'
import { ask, Failed } from '../lib/window-api.ts'
import { confirm } from '../parts/confirm.tsx'

/**
 * Takes a file that was dropped on the window or handed over by the system. What is no locker is told where the
 * person is, and nothing typed is lost; an open locker, or a form that is being filled, gives way only when asked.
 */
export async function takeDropped({ token, name, problem }: Dropped): Promise<void> {
  if (problem) return tell(new Failed(problem))
  const { locker, locked } = shellNow()
  if (locked) {
    await ask('locker:open', { place: token }).then(() => go('overview'), tell)
    return
  }
  const asks = locker !== null || presentScreen() === 'new'
  const sure =
    !asks ||
    (await confirm({
      title: `Open ${name}?`,
      says: locker
        ? `The locker of ${locker.engagement.organisation} is closed for it. What was typed and not kept is lost.`
        : 'What was typed here and not kept is lost.',
      action: 'Open it',
    }))
  if (sure) go('start', { place: token, name })
}
