import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import type { RequestState } from '../../../shared/model/records/client-request.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { controlsOf } from '../../lib/control-names.ts'
import { go } from '../../lib/route.ts'
import { done, tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { TableImport } from '../../parts/table-import.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { NEW_REQUEST, RequestForm } from './request-form.tsx'

type Row = RecordItem<'client-request'>

const MEANING: Readonly<Record<RequestState, Meaning>> = {
  open: 'unknown',
  received: 'neutral',
  accepted: 'good',
  returned: 'bad',
  withdrawn: 'neutral',
}

const today = () => new Date().toISOString().slice(0, 10)
const late = ({ content }: Row) => content.state === 'open' && content.due !== null && content.due < today()

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    title: 'No.',
    width: '4rem',
    end: true,
    cell: ({ content }) => content.number,
    text: ({ content }) => String(content.number),
  },
  {
    title: 'Asked for',
    width: 'minmax(12rem, 1fr)',
    cell: ({ content }) => content.title,
    text: ({ content }) => content.title,
  },
  {
    title: 'State',
    width: '8rem',
    cell: (row) => (
      <Mark meaning={late(row) ? 'bad' : MEANING[row.content.state]}>
        {late(row) ? 'late' : row.content.state}
      </Mark>
    ),
    text: ({ content }) => content.state,
  },
  {
    title: 'Owner',
    width: '11rem',
    cell: ({ content }) => content.owner || '–',
    text: ({ content }) => content.owner,
  },
  {
    title: 'Due',
    width: '7rem',
    cell: ({ content }) => content.due ?? '–',
    text: ({ content }) => content.due ?? '',
  },
  {
    title: 'Answer',
    width: 'minmax(10rem, 1fr)',
    cell: ({ content }) => content.answer || '–',
    text: ({ content }) => content.answer,
  },
]

/** Beside an open request there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

/** What the client is asked for: due dates, states, answers; out to a spreadsheet and in again. */
export function Requests({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const [importing, setImporting] = useState(false)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const close = useCallback(() => go('requests', {}, true), [])
  const answer = useQuestion('request:list', {}, version)
  async function save() {
    const place = await ask('shell:pick-destination', { suggestedName: 'requests.xlsx' })
    if (!place) return
    await ask('request:export', { destination: place.token })
    done('Requests saved as a workbook')
  }
  const actions = (
    <>
      <Button variant="default" onClick={() => setImporting(true)}>
        Paste or import…
      </Button>
      <Button variant="default" onClick={() => save().catch(tell)}>
        Save as a workbook…
      </Button>
      <Button onClick={() => go('requests', { request: 'new' }, true)}>New request</Button>
    </>
  )
  return (
    <Page
      title="Requests"
      fill
      says="What the client is asked for, by whom and until when."
      actions={actions}
    >
      <Shown answer={answer} lines={10}>
        {(rows) => {
          const open = rows.find(({ content }) => String(content.number) === params.request)
          const fresh = params.request === 'new'
          return (
            <div className={open || fresh ? 'split has-side' : 'split'}>
              <VirtualTable
                label="Requests"
                columns={open || fresh ? BESIDE : COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={({ content }) => String(content.number)}
                selected={params.request ?? null}
                onOpen={({ content }) => go('requests', { request: String(content.number) }, true)}
                empty={<Empty title="No request yet">Ask the client for what Heroku cannot tell.</Empty>}
              />
              {fresh && (
                <RequestForm
                  number={null}
                  start={{ ...NEW_REQUEST, control: controlsOf(params.for ?? '')?.[0] ?? null }}
                  changed={changed}
                  onClose={close}
                />
              )}
              {open && (
                <RequestForm
                  key={open.act}
                  number={open.content.number}
                  start={open.content}
                  changed={changed}
                  onClose={close}
                />
              )}
            </div>
          )
        }}
      </Shown>
      <TableImport
        opened={importing}
        onClose={() => setImporting(false)}
        title="Requests"
        says="Columns: Number (empty for a new one), Title, Text, Framework, Control, Owner, Due, State, Answer."
        question="request:import"
        input={{}}
        changed={changed}
      />
    </Page>
  )
}
