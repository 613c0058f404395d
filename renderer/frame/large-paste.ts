import { count } from '../lib/format.ts'
import { tell } from '../lib/tell.ts'
import { Failed } from '../lib/window-api.ts'

/** Most characters that any field takes; a longer text is a document. */
const MOST = 20_000

/** Refuses to paste a whole file into a field: what is typed there stays, and the window stays quick. */
export function refuseLargePaste(event: ClipboardEvent): void {
  const length = event.clipboardData?.getData('text/plain').length ?? 0
  if (length <= MOST) return
  event.preventDefault()
  event.stopPropagation()
  tell(
    new Failed({
      kind: 'too-long',
      what: `the text to paste has ${count(length)} characters, a field takes ${count(MOST)}`,
      remedy: 'paste a part of it, or attach it as a document',
    }),
  )
}
