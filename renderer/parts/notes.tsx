import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Note } from '../../shared/model/records/note.ts'
import type { RecordItem } from '../../shared/model/records.ts'
import { useShell } from '../lib/shell-state.ts'
import { done, tell } from '../lib/tell.ts'
import { useQuestion } from '../lib/use-question.ts'
import { ask } from '../lib/window-api.ts'
import { Mark, type Meaning } from './mark.tsx'
import { Shown } from './states.tsx'
import { When } from './when.tsx'

const MEANING: Readonly<Record<Note['state'], Meaning>> = {
  open: 'unknown',
  answered: 'neutral',
  closed: 'good',
}

function OneNote({
  note: { key, content, at },
  me,
  changed,
}: {
  readonly note: RecordItem<'note'>
  readonly me: string
  readonly changed: () => void
}) {
  const [text, setText] = useState('')
  async function act(step: () => Promise<unknown>, message: string) {
    try {
      await step()
      done(message)
      setText('')
      changed()
    } catch (error) {
      tell(error)
    }
  }
  return (
    <li>
      <p>
        <strong>{content.review ? 'Review note' : 'Note'}</strong> by {content.writtenBy},{' '}
        <When instant={at} />{' '}
        {content.review && <Mark meaning={MEANING[content.state]}>{content.state}</Mark>}
      </p>
      <p>{content.text}</p>
      {content.answers.map((answer) => (
        <p key={answer.at} className="muted">
          {answer.by}: {answer.text}
        </p>
      ))}
      {content.state !== 'closed' && (
        <div className="filters">
          <TextInput
            aria-label={`Answer to ${key}`}
            placeholder="Answer"
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
          />
          <Button
            variant="default"
            disabled={text.trim() === '' || me.trim() === ''}
            onClick={() => void act(() => ask('note:answer', { id: key, by: me, text }), 'Answered')}
          >
            Answer
          </Button>
          <Button
            variant="subtle"
            disabled={me.trim() === ''}
            onClick={() => void act(() => ask('note:close', { id: key, by: me }), 'Closed')}
          >
            Close
          </Button>
        </div>
      )}
    </li>
  )
}

/** Notes and review notes on a thing: written, answered, closed. An open review note keeps the reviewer from signing. */
export function Notes({
  about,
  version,
  changed,
}: {
  readonly about: Note['about']
  readonly version: number
  readonly changed: () => void
}) {
  const { locker } = useShell()
  const answer = useQuestion('note:list', { about: { kind: about.kind, id: about.id } }, version)
  const [me, setMe] = useState(locker?.engagement.preparer ?? '')
  const [text, setText] = useState('')
  const [review, setReview] = useState(false)
  async function write(event: FormEvent) {
    event.preventDefault()
    try {
      await ask('note:write', { about, review, text, writtenBy: me })
      setText('')
      done('Note kept')
      changed()
    } catch (error) {
      tell(error)
    }
  }
  return (
    <section aria-label="Notes">
      <h3 className="gap">Notes</h3>
      <Shown answer={answer} lines={1}>
        {(notes) => (
          <ul className="uses">
            {notes.map((note) => (
              <OneNote key={note.key} note={note} me={me} changed={changed} />
            ))}
          </ul>
        )}
      </Shown>
      <form className="form" onSubmit={write}>
        <TextInput
          label="Your name"
          maxLength={200}
          value={me}
          onChange={({ currentTarget: { value } }) => setMe(value)}
        />
        <Textarea
          label="Note"
          autosize
          minRows={2}
          maxRows={10}
          maxLength={20_000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Checkbox
          label="Review note: the reviewer cannot sign before it is closed"
          checked={review}
          onChange={({ currentTarget: { checked } }) => setReview(checked)}
        />
        <Button type="submit" variant="default" disabled={text.trim() === '' || me.trim() === ''}>
          Write it
        </Button>
      </form>
    </section>
  )
}
