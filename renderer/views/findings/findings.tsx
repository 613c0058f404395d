import { Button } from '@mantine/core'
import { useCallback, useState } from 'react'
import { SEVERITIES } from '../../../shared/model/check.ts'
import type { Finding } from '../../../shared/model/records/finding.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { controlsOf } from '../../lib/control-names.ts'
import { go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { FindingForm } from './finding-form.tsx'

type Row = RecordItem<'finding'>

const MEANING: Readonly<Record<Finding['state'], Meaning>> = {
  open: 'bad',
  answered: 'unknown',
  resolved: 'good',
  withdrawn: 'neutral',
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { title: 'No.', width: '4.5rem', cell: ({ key }) => key, text: ({ key }) => key },
  {
    title: 'Finding',
    width: 'minmax(12rem, 1fr)',
    cell: ({ content }) => content.title,
    text: ({ content }) => content.title,
  },
  {
    title: 'State',
    width: '8rem',
    cell: ({ content }) => <Mark meaning={MEANING[content.state]}>{content.state}</Mark>,
    text: ({ content }) => content.state,
  },
  {
    title: 'Severity',
    width: '7rem',
    cell: ({ content }) => content.severity,
    text: ({ content }) => content.severity,
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
    title: 'Response',
    width: 'minmax(10rem, 1fr)',
    cell: ({ content }) => content.response || '–',
    text: ({ content }) => content.response,
  },
]

/** Beside an open finding there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

/** A finding before anything is typed: about the control, or the failure of a check, that the address names. */
const fresh = (raisedBy: string, params: Readonly<Record<string, string>>): Finding => ({
  title: params.title ?? '',
  text: params.text ?? '',
  severity: SEVERITIES.find((one) => one === params.severity) ?? 'medium',
  controls: [...(controlsOf(params.for ?? '') ?? [])],
  checkId: params.check ?? null,
  subjects: params.subjectId ? [{ subjectId: params.subjectId, subject: params.subject ?? '' }] : [],
  owner: '',
  due: null,
  state: 'open',
  response: '',
  resolution: '',
  raisedBy,
})

/** Exceptions that a person has to deal with, from open to resolved. */
export function Findings({ params }: ViewProps) {
  const { locker } = useShell()
  const [version, setVersion] = useState(0)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const close = useCallback(() => go('findings', {}, true), [])
  const answer = useQuestion('finding:list', {}, version)
  return (
    <Page
      title="Findings"
      fill
      says="What a person has to deal with: how bad, who, until when, and what management says."
      actions={<Button onClick={() => go('findings', { finding: 'new' }, true)}>New finding</Button>}
    >
      <Shown answer={answer} lines={10}>
        {(rows) => {
          const open = rows.find(({ key }) => key === params.finding)
          const made = params.finding === 'new'
          return (
            <div className={open || made ? 'split has-side' : 'split'}>
              <VirtualTable
                label="Findings"
                columns={open || made ? BESIDE : COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={({ key }) => key}
                selected={params.finding ?? null}
                onOpen={({ key }) => go('findings', { finding: key }, true)}
                empty={
                  <Empty title="No finding yet">Raise one where an exception needs somebody to act.</Empty>
                }
              />
              {made && (
                <FindingForm
                  id={null}
                  start={fresh(locker?.engagement.preparer ?? '', params)}
                  changed={changed}
                  onClose={close}
                />
              )}
              {open && (
                <FindingForm
                  key={open.act}
                  id={open.key}
                  start={open.content}
                  changed={changed}
                  onClose={close}
                />
              )}
            </div>
          )
        }}
      </Shown>
    </Page>
  )
}
