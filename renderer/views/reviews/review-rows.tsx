import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { AccessReviewDetail, AccessReviewRow } from '../../../shared/contract-testing.ts'
import { count } from '../../lib/format.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Empty } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'

const MEANING: Readonly<Record<'keep' | 'revoke' | 'change', Meaning>> = {
  keep: 'good',
  revoke: 'bad',
  change: 'unknown',
}

function After({ row }: { readonly row: AccessReviewRow }) {
  if (row.stillThere === null) return <>–</>
  return row.stillThere ? <Mark meaning="bad">still there</Mark> : <Mark meaning="good">gone</Mark>
}

const COLUMNS: readonly TableColumn<AccessReviewRow>[] = [
  {
    title: 'Person',
    width: 'minmax(12rem, 1fr)',
    cell: ({ person }) => person,
    text: ({ person }) => person,
  },
  { title: 'Where', width: 'minmax(10rem, 1fr)', cell: ({ where }) => where, text: ({ where }) => where },
  { title: 'Right', width: 'minmax(9rem, 1fr)', cell: ({ right }) => right, text: ({ right }) => right },
  {
    title: 'Decision',
    width: '8rem',
    cell: ({ decision }) =>
      decision ? (
        <Mark meaning={MEANING[decision.decision]}>{decision.decision}</Mark>
      ) : (
        <Mark meaning="unknown">open</Mark>
      ),
    text: ({ decision }) => decision?.decision ?? 'open',
  },
  {
    title: 'By',
    width: '9rem',
    cell: ({ decision }) => decision?.by ?? '–',
    text: ({ decision }) => decision?.by ?? '',
  },
  {
    title: 'Afterwards',
    width: '8rem',
    cell: (row) => <After row={row} />,
    text: ({ stillThere }) => (stillThere === null ? '' : stillThere ? 'still there' : 'gone'),
  },
]

/** The rows of a review: marked with Shift and the arrows or one by one, decided together. */
export function ReviewRows({
  detail,
  changed,
}: {
  readonly detail: AccessReviewDetail
  readonly changed: () => void
}) {
  const [search, setSearch] = useState('')
  const [by, setBy] = useState(detail.review.reviewer)
  const [chosen, setChosen] = useState<readonly AccessReviewRow[]>([])
  const rows = useMemo(() => {
    const words = search.toLowerCase()
    return detail.rows.filter(
      ({ person, where, right }) => !words || `${person} ${where} ${right}`.toLowerCase().includes(words),
    )
  }, [detail.rows, search])
  const open = detail.review.completedOn === null
  async function decide(decision: 'keep' | 'revoke' | 'change', which: readonly AccessReviewRow[]) {
    try {
      const act = await ask('access-review:decide', {
        id: detail.id,
        rows: which.map(({ id }) => id),
        decision,
        by,
      })
      offerUndo(act, changed, 'record:undo')
      setChosen([])
      changed()
    } catch (error) {
      tell(error)
    }
  }
  const undecided = rows.filter(({ decision }) => decision === null)
  return (
    <>
      <div className="filters">
        <SearchField
          value={search}
          placeholder="Person, place or right"
          width="16rem"
          onSettled={setSearch}
        />
        {open && (
          <>
            <TextInput
              label="Decided by"
              maxLength={200}
              value={by}
              onChange={({ currentTarget: { value } }) => setBy(value)}
            />
            <div className="page-actions">
              {(['keep', 'revoke', 'change'] as const).map((decision) => (
                <Button
                  key={decision}
                  variant="default"
                  disabled={chosen.length === 0}
                  onClick={() => void decide(decision, chosen)}
                >
                  {decision === 'keep' ? 'Keep' : decision === 'revoke' ? 'Revoke' : 'Change'}{' '}
                  {chosen.length > 0 && count(chosen.length)}
                </Button>
              ))}
              <Button
                variant="subtle"
                disabled={undecided.length === 0}
                onClick={() => void decide('keep', undecided)}
              >
                Keep the {count(undecided.length)} open ones
              </Button>
            </div>
          </>
        )}
      </div>
      <p className="muted">Space chooses a row; with Shift and the arrows several.</p>
      <VirtualTable
        label="People and rights"
        columns={COLUMNS}
        total={rows.length}
        rowAt={(index) => rows[index]}
        keyOf={({ id }) => id}
        selected={chosen.length === 1 ? (chosen[0]?.id ?? null) : null}
        onOpen={(row) => setChosen([row])}
        onMark={setChosen}
        empty={<Empty title="Nobody here">Take the search off to see the others.</Empty>}
      />
    </>
  )
}
