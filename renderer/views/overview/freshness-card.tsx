import type { Overview } from '../../../shared/contract-work.ts'
import { ago, count, counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { When } from '../../parts/when.tsx'
import { daysBetween, periodWords } from './period-words.ts'

function Topics({ overview, now }: { readonly overview: Overview; readonly now: Date }) {
  return (
    <details>
      <summary>{counted(overview.topics.length, 'topic')}</summary>
      <table className="domains">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col" className="num">
              Items
            </th>
            <th scope="col" className="num">
              Not read
            </th>
            <th scope="col" className="num">
              Read
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.topics.map(({ topic, items, notRead, capturedAt }) => (
            <tr key={topic}>
              <th scope="row">{topicTitle(topic)}</th>
              <td className="num">
                <a href={addressOf('evidence', { topic })}>{count(items)}</a>
              </td>
              <td className="num">
                {notRead > 0 ? (
                  <a href={addressOf('collect')}>{count(notRead)}</a>
                ) : (
                  <span className="muted">0</span>
                )}
              </td>
              <td className="num">{capturedAt && ago(capturedAt, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** How old the evidence is, what of it is older than the newest collection, and what could not be read. */
export function FreshnessCard({ overview }: { readonly overview: Overview }) {
  const { locker } = useShell()
  const { collection, topics } = overview
  if (!collection) return null
  const now = new Date()
  const refused = topics.filter(({ notRead }) => notRead > 0)
  const older = topics.filter(({ capturedAt }) => capturedAt && capturedAt < collection.startedAt)
  const age = daysBetween(collection.startedAt, now.toISOString())
  return (
    <section className="card" aria-label="Freshness">
      <h2>Freshness</h2>
      <p>
        <a href={addressOf('evidence')}>{counted(collection.counts.evidence, 'item')}</a>, read{' '}
        {ago(collection.startedAt, now)} (<When instant={collection.startedAt} />)
        {age >= 30 && '; time to collect again'}.
      </p>
      {locker && <p>{periodWords(locker.engagement.period, now.toISOString().slice(0, 10))}</p>}
      {older.length > 0 && (
        <p>{counted(older.length, 'topic')} of an earlier collection: the newest one did not read them.</p>
      )}
      <p>
        {refused.length === 0 ? (
          'Every read was answered.'
        ) : (
          <>
            <a href={addressOf('collect')}>
              {counted(
                refused.reduce((sum, { notRead }) => sum + notRead, 0),
                'read',
              )}
            </a>{' '}
            of {counted(refused.length, 'topic')} refused or failed.
          </>
        )}
      </p>
      <Topics overview={overview} now={now} />
    </section>
  )
}
