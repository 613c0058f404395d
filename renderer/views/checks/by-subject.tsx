import { CloseButton } from '@mantine/core'
import type { SubjectTally } from '../../../shared/contract-checks.ts'
import { ANSWERS, SEVERITIES } from '../../../shared/model/check.ts'
import { capital, count, counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { AnswerMark, SeverityMark } from '../../parts/mark.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Empty, FailedBox, Shown, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { AnswerBar } from './answer-bar.tsx'
import { resultKey } from './result-side.tsx'

const COLUMNS: readonly TableColumn<SubjectTally>[] = [
  { title: 'Subject', width: 'minmax(14rem, 1fr)', cell: (row) => row.subject, text: (row) => row.subject },
  ...SEVERITIES.map(
    (severity): TableColumn<SubjectTally> => ({
      title: capital(severity),
      width: '5rem',
      end: true,
      cell: ({ failures }) =>
        failures[severity] > 0 ? (
          <strong>{count(failures[severity])}</strong>
        ) : (
          <span className="muted">0</span>
        ),
      text: ({ failures }) => String(failures[severity]),
    }),
  ),
  {
    title: 'Pass',
    width: '4.5rem',
    end: true,
    cell: ({ counts }) => count(counts.pass),
    text: ({ counts }) => String(counts.pass),
  },
  { title: 'Answers', width: '9rem', cell: ({ counts }) => <AnswerBar counts={counts} /> },
]

/** Beside an open subject there is room for these. */
const BESIDE = COLUMNS.slice(0, 5)

/** More results than this about one subject are counted only. */
const MOST = 500

function SubjectSide({
  subjectId,
  version,
  onClose,
}: {
  readonly subjectId: string
  readonly version: string
  readonly onClose: () => void
}) {
  const answer = useQuestion('check:results', { subjectId, limit: MOST }, version)
  return (
    <aside className="side" aria-label="Results of a subject">
      <Shown answer={answer}>
        {({ rows, next }) => (
          <>
            <div className="side-head">
              <div>
                <h2>{rows[0]?.subject ?? 'No result'}</h2>
                <p className="muted">{counted(rows.length, 'result')}</p>
              </div>
              <CloseButton aria-label="Close" onClick={onClose} />
            </div>
            {ANSWERS.toSorted((a, b) => Number(b === 'fail') - Number(a === 'fail')).map((which) => {
              const list = rows
                .filter((row) => row.answer === which)
                .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
              if (list.length === 0) return null
              return (
                <section key={which} aria-label={which}>
                  <h3 className="gap">
                    <AnswerMark answer={which} /> {count(list.length)}
                  </h3>
                  <ul className="uses">
                    {list.map((row) => (
                      <li key={resultKey(row)}>
                        <a href={addressOf('checks', { check: row.checkId, result: resultKey(row) })}>
                          <strong>{row.checkId}</strong> {row.title}
                        </a>{' '}
                        {which === 'fail' && <SeverityMark severity={row.severity} />}
                        {which !== 'pass' && (
                          <p className="muted">
                            <Prose>{row.reason}</Prose>
                          </p>
                        )}
                      </li>
                    ))}
                  </ul>
                </section>
              )
            })}
            {next && <p className="muted">Only the first {count(MOST)} are shown.</p>}
          </>
        )}
      </Shown>
    </aside>
  )
}

/** A line per subject (an app, a person, a database …): its failures by severity, the worst first. */
export function BySubject({
  params,
  version,
  set,
}: {
  readonly params: Readonly<Record<string, string>>
  readonly version: string
  readonly set: (change: Readonly<Record<string, string | null>>) => void
}) {
  const pages = usePages('check:subjects', { search: params.search || null }, version)
  if (pages.problem) return <FailedBox problem={pages.problem} again={pages.again} />
  if (pages.state === 'waiting') return <Waiting lines={14} />
  return (
    <div className={params.subject ? 'split has-side' : 'split'}>
      <VirtualTable
        label="Subjects"
        columns={params.subject ? BESIDE : COLUMNS}
        total={pages.total}
        busy={pages.stale}
        rowAt={pages.rowAt}
        onSight={pages.onSight}
        keyOf={({ subjectId }) => subjectId}
        selected={params.subject ?? null}
        onOpen={({ subjectId }) => set({ subject: subjectId })}
        empty={
          <Empty title="No subject here">Run the checks after a collection, or take a filter off.</Empty>
        }
      />
      {params.subject && (
        <SubjectSide subjectId={params.subject} version={version} onClose={() => set({ subject: null })} />
      )}
    </div>
  )
}
