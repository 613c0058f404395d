import { Button, Checkbox } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { TagProposal } from '../../../shared/contract-scope.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Empty, Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { FIELD_NAMES, tagsOf, valueWords } from './tag-words.ts'

const keyOf = ({ app, field, why }: TagProposal) => `${app} ${field} ${why}`

const COLUMNS: readonly TableColumn<TagProposal>[] = [
  { title: 'App', width: 'minmax(9rem, 14rem)', cell: ({ name }) => name, text: ({ name }) => name },
  { title: 'Field', width: '8rem', cell: ({ field }) => FIELD_NAMES[field], text: ({ field }) => field },
  {
    title: 'Proposed',
    width: '11rem',
    cell: ({ field, value }) =>
      value === null ? (
        <span className="muted">to be said by a person</span>
      ) : (
        <strong>{valueWords(field, value)}</strong>
      ),
    text: ({ field, value }) => valueWords(field, value),
  },
  {
    title: 'Why',
    width: 'minmax(14rem, 1fr)',
    cell: ({ why, evidence }) => (
      <span title={why}>
        {why}{' '}
        {evidence.slice(0, 2).map((id) => (
          <a
            key={id}
            href={addressOf('evidence', { item: String(id) })}
            onClick={(event) => event.stopPropagation()}
          >
            {evidenceNumber(id)}{' '}
          </a>
        ))}
      </span>
    ),
    text: ({ why }) => why,
  },
]

/** What the evidence suggests of apps, for a person to confirm: one by one, chosen ones, or all. */
export function Proposals({ version, changed }: { readonly version: number; readonly changed: () => void }) {
  const answer = useQuestion('scope:proposals', {}, version)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => (answer.state === 'ready' ? answer.value : []), [answer])
  const chosen = rows.filter((row) => row.value !== null && !left.has(keyOf(row)))

  function toggle(list: readonly TagProposal[]) {
    setLeft((old) => {
      const next = new Set(old)
      const add = list.some((row) => !old.has(keyOf(row)))
      for (const row of list) add ? next.add(keyOf(row)) : next.delete(keyOf(row))
      return next
    })
  }

  async function confirm() {
    try {
      offerUndo(await ask('tag:set', { tags: tagsOf(chosen) as never }), changed, 'record:undo')
      changed()
    } catch (error) {
      tell(error)
    }
  }

  const columns: readonly TableColumn<TagProposal>[] = [
    {
      title: 'Take',
      width: '3.5rem',
      cell: (row) => (
        <Checkbox
          aria-label={`Take ${FIELD_NAMES[row.field]} of ${row.name}`}
          tabIndex={-1}
          disabled={row.value === null}
          checked={row.value !== null && !left.has(keyOf(row))}
          onClick={(event) => event.stopPropagation()}
          onChange={() => toggle([row])}
        />
      ),
    },
    ...COLUMNS,
  ]
  return (
    <Shown answer={answer} lines={12}>
      {() => (
        <>
          <div className="filters">
            <Button disabled={chosen.length === 0} onClick={() => void confirm()}>
              Confirm {counted(chosen.length, 'proposal')}
            </Button>
            <p className="muted">A proposal counts for nothing until a person confirms it.</p>
          </div>
          <div className="split">
            <VirtualTable
              label="Proposals"
              columns={columns}
              total={rows.length}
              rowAt={(index) => rows[index]}
              keyOf={keyOf}
              onMark={toggle}
              empty={<Empty title="No proposal">What the evidence suggests is said already.</Empty>}
            />
          </div>
        </>
      )}
    </Shown>
  )
}
