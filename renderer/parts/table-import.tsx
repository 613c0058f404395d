import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { Imported } from '../../shared/contract-scope.ts'
import type { Json } from '../../shared/model/json.ts'
import { faultSentence } from '../../shared/model/table.ts'
import { count, counted } from '../lib/format.ts'
import { done, tell } from '../lib/tell.ts'
import { type AnyInput, ask } from '../lib/window-api.ts'
import { ContentValue } from './content-value.tsx'
import { Dialog } from './dialog.tsx'
import { offerUndo } from './undo.tsx'

type Importing = 'tag:import' | 'list:import' | 'request:import' | 'framework:import'

function Reading({ reading }: { readonly reading: Imported['reading'] }) {
  return (
    <>
      {reading.faultsTotal > 0 && (
        <div className="failed" role="alert">
          <div>
            <strong>
              {counted(reading.faultsTotal, 'fault')}: nothing is taken over before all is right.
            </strong>
            <ul>
              {reading.faults.slice(0, 12).map((fault) => (
                <li key={faultSentence(fault)}>{faultSentence(fault)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {reading.notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      {reading.sample.length > 0 && (
        <div className="scroll-across">
          <table className="plain">
            <thead>
              <tr>
                {reading.columns.map(({ field, header }) => (
                  <th key={field} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reading.sample.slice(0, 8).map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sample never changes its order
                <tr key={index}>
                  {reading.columns.map(({ field }) => (
                    <td key={field}>
                      <ContentValue value={(row[field] ?? null) as Json} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

/** Takes a table over, pasted or from a file: read first, shown with its faults, and kept when the person says so. */
export function TableImport({
  opened,
  onClose,
  title,
  says,
  question,
  input,
  changed,
  ready = true,
  children,
}: {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly says: string
  readonly question: Importing
  /** What the question needs beside the table. */
  readonly input: Readonly<Record<string, unknown>>
  readonly changed: () => void
  /** What stands in `input` is whole; until then nothing is read. */
  readonly ready?: boolean
  /** Fields that belong to `input`. */
  readonly children?: ReactNode
}) {
  const [text, setText] = useState('')
  const [read, setRead] = useState<Imported | null>(null)
  const [busy, setBusy] = useState(false)

  const inputKey = JSON.stringify(input)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read holds for the input that it was read with
  useEffect(() => setRead(null), [inputKey])

  const send = (more: Readonly<Record<string, unknown>>) =>
    ask(question, { ...input, ...more } as AnyInput<Importing>) as Promise<Imported>

  async function act(work: () => Promise<void>) {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  const look = (pasted: string) => act(async () => setRead(await send({ text: pasted, dryRun: true })))

  const keep = (more: Readonly<Record<string, unknown>>) =>
    act(async () => {
      const told = await send(more)
      setRead(told)
      if (told.reading.faultsTotal > 0) return
      if (told.act) offerUndo(told.act, changed, 'record:undo')
      else done('Nothing in it is new')
      changed()
      setText('')
      setRead(null)
      onClose()
    })

  const choose = () =>
    act(async () => {
      const place = await ask('shell:pick-document', {})
      if (place) await keep({ destination: place.token })
    })

  return (
    <Dialog opened={opened} onClose={onClose} title={title} size="60rem">
      <div className="form wide-form">
        <p>{says}</p>
        {children}
        <Textarea
          label="Paste the table"
          placeholder="The first line holds the headers"
          autosize
          minRows={4}
          maxRows={10}
          className="mono-input"
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value)
            setRead(null)
          }}
        />
        {read && <Reading reading={read.reading} />}
        <div className="page-actions">
          {read && read.reading.faultsTotal === 0 && read.reading.rows > 0 ? (
            <Button loading={busy} disabled={!ready} onClick={() => void keep({ text })}>
              Take over {counted(read.reading.rows, 'row')}
            </Button>
          ) : (
            <Button loading={busy} disabled={!ready || text.trim() === ''} onClick={() => void look(text)}>
              Read it
            </Button>
          )}
          <Button variant="default" loading={busy} disabled={!ready} onClick={() => void choose()}>
            Choose a file…
          </Button>
          {read && read.reading.faultsTotal === 0 && (
            <p className="muted">
              {count(read.added)} new, {count(read.changed)} changed, {count(read.removed)} removed,{' '}
              {count(read.kept)} as they are.
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}
