import type { JournalEntry } from '../../../shared/model/locker.ts'
import { usePages } from '../../lib/use-pages.ts'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { When } from '../../parts/when.tsx'

function inWords(detail: JournalEntry['detail']): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ')
}

const COLUMNS: readonly TableColumn<JournalEntry>[] = [
  { title: 'No.', width: '4.5rem', cell: (entry) => entry.seq, text: (entry) => String(entry.seq) },
  {
    title: 'When',
    width: '10.5rem',
    cell: (entry) => <When instant={entry.at} />,
    text: (entry) => entry.at,
  },
  { title: 'Who', width: '10rem', cell: (entry) => entry.actor, text: (entry) => entry.actor },
  { title: 'What', width: '12rem', cell: (entry) => entry.action, text: (entry) => entry.action },
  {
    title: 'Details',
    width: 'minmax(12rem, 1fr)',
    cell: (entry) => inWords(entry.detail),
    text: (entry) => inWords(entry.detail),
  },
  {
    title: 'Hash',
    width: '8rem',
    cell: (entry) => <span className="mono">{entry.hash.slice(0, 12)}…</span>,
    text: (entry) => entry.hash,
  },
]

/** Who did what, when: the hash-chained journal of the locker. */
export function Journal() {
  const pages = usePages('journal:page', { newestFirst: true })
  return (
    <Page
      title="Journal"
      fill
      says="Everything that people and the app did with this locker. Each line carries the hash of the line before it, so nothing can be taken out unseen."
    >
      {pages.problem && <FailedBox problem={pages.problem} again={pages.again} />}
      {pages.state === 'waiting' && <Waiting lines={14} />}
      {pages.state === 'ready' && (
        <VirtualTable
          label="Journal"
          columns={COLUMNS}
          total={pages.total}
          rowAt={pages.rowAt}
          onSight={pages.onSight}
          keyOf={(entry) => entry.seq}
          empty={<Empty title="Nothing yet" />}
        />
      )}
    </Page>
  )
}
