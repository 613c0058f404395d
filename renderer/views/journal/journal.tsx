import { useMemo, useState } from 'react'
import { journalWords } from '../../../shared/model/journal-words.ts'
import type { JournalEntry } from '../../../shared/model/locker.ts'
import { useJobsDone } from '../../lib/shell-state.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'
import { EntrySide } from './entry-side.tsx'

const did = (entry: JournalEntry) => journalWords(entry).did
const says = (entry: JournalEntry) => journalWords(entry).says

const COLUMNS: readonly TableColumn<JournalEntry>[] = [
  { title: 'No.', width: '4.5rem', cell: (entry) => entry.seq, text: (entry) => String(entry.seq) },
  {
    title: 'When',
    width: '11.25rem',
    cell: (entry) => <When instant={entry.at} />,
    text: (entry) => entry.at,
  },
  { title: 'Who', width: '10rem', cell: (entry) => entry.actor, text: (entry) => entry.actor },
  { title: 'What', width: '11rem', cell: did, text: did },
  { title: 'Details', width: 'minmax(12rem, 1fr)', cell: says, text: says },
  {
    title: 'Hash',
    width: '8rem',
    cell: (entry) => <span className="mono">{entry.hash.slice(0, 12)}…</span>,
    text: (entry) => entry.hash,
  },
]

/** Beside an open entry there is room for these. */
const BESIDE = COLUMNS.filter(({ title }) => title !== 'Hash' && title !== 'Who')

/** Who did what, when: the hash-chained journal of the locker. */
export function Journal() {
  const pages = usePages('journal:page', { newestFirst: true }, useJobsDone())
  const [seq, setSeq] = useState<number | null>(null)
  const open = useMemo(() => pages.rows.find((row) => row.seq === seq) ?? null, [pages.rows, seq])
  return (
    <Page
      title="Journal"
      fill
      says="Everything that people and the app did with this locker. Each line carries the hash of the line before it, so nothing can be taken out unseen."
    >
      {pages.problem && <FailedBox problem={pages.problem} again={pages.again} />}
      {pages.state === 'waiting' && <Waiting lines={14} />}
      {pages.state === 'ready' && (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Journal"
            columns={open ? BESIDE : COLUMNS}
            total={pages.total}
            rowAt={pages.rowAt}
            onSight={pages.onSight}
            keyOf={(entry) => entry.seq}
            selected={seq}
            onOpen={(entry) => setSeq(entry.seq)}
            empty={<Empty title="Nothing yet" />}
          />
          {open && <EntrySide entry={open} onClose={() => setSeq(null)} />}
        </div>
      )}
    </Page>
  )
}
