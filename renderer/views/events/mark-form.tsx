import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Tickmark } from '../../../shared/model/records/tickmark.ts'
import type { Act } from '../../../shared/model/work.ts'
import { counted } from '../../lib/format.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import type { Marked } from './marked.ts'

/** Sets a tickmark of the legend on events, with a note and the name of who examined them; or takes it off. */
export function MarkForm({
  about,
  mark,
  changed,
  onDone,
}: {
  readonly about: readonly Marked[]
  /** The mark that stands there. */
  readonly mark: Tickmark | null
  readonly changed: () => void
  readonly onDone?: () => void
}) {
  const { locker } = useShell()
  const legend = useQuestion('tickmark:legend', {})
  const [sign, setSign] = useState(mark?.mark ?? '✓')
  const [text, setText] = useState(mark?.text ?? '')
  const [by, setBy] = useState(mark?.by ?? locker?.engagement.preparer ?? '')

  async function act(work: () => Promise<Act>) {
    try {
      offerUndo(await work(), changed, 'record:undo')
      changed()
      onDone?.()
    } catch (error) {
      tell(error)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void act(() =>
      ask('tickmark:set', { marks: about.map((one) => ({ about: one, mark: sign, text: text.trim(), by })) }),
    )
  }

  return (
    <Shown answer={legend} lines={3}>
      {(marks) => (
        <form className="form" onSubmit={submit} aria-label="Tickmark">
          {mark && (
            <p>
              <strong>{mark.mark}</strong> {marks.find((one) => one.mark === mark.mark)?.meaning} ({mark.by})
            </p>
          )}
          <div>
            <SegmentedControl
              aria-label="Mark"
              value={sign}
              onChange={setSign}
              data={marks.map((one) => ({ value: one.mark, label: one.mark }))}
            />
            <p className="muted">{marks.find((one) => one.mark === sign)?.meaning}</p>
          </div>
          <TextInput
            label="Note"
            maxLength={20_000}
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
          />
          <TextInput
            label="Examined by"
            withAsterisk
            maxLength={200}
            value={by}
            onChange={({ currentTarget: { value } }) => setBy(value)}
          />
          <div className="page-actions">
            <Button type="submit" disabled={by.trim() === ''}>
              Mark {about.length > 1 ? counted(about.length, 'event') : 'it'}
            </Button>
            {mark && (
              <Button
                variant="subtle"
                onClick={() =>
                  void act(() => ask('tickmark:clear', { keys: [`${mark.about.kind}:${mark.about.id}`] }))
                }
              >
                Take the mark off
              </Button>
            )}
          </div>
        </form>
      )}
    </Shown>
  )
}
