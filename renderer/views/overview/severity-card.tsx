import type { Overview } from '../../../shared/contract-work.ts'
import { count } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { Bar } from '../../parts/bar.tsx'
import { SeverityMark } from '../../parts/mark.tsx'

const COLUMNS = [
  { title: 'Open', params: { answer: 'fail', exceptions: 'open' } },
  { title: 'Accepted', params: { exceptions: 'accepted' } },
  { title: 'Not evaluated', params: { answer: 'not-evaluated' } },
  { title: 'Pass', params: { answer: 'pass' } },
] as const

/** Results of the checks by severity: how many fail, are accepted, could not be told, pass. */
export function SeverityCard({ overview }: { readonly overview: Overview }) {
  return (
    <section className="card" aria-label="Open failures">
      <h2>
        <a href={addressOf('checks', { exceptions: 'open' })}>Open failures</a> and other results
      </h2>
      <table className="domains">
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <th scope="col" className="wide">
              Results
            </th>
            {COLUMNS.map(({ title }) => (
              <th key={title} scope="col" className="num">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.failures.map(({ severity, open, accepted, counts }) => {
            const values = [open, accepted, counts['not-evaluated'], counts.pass]
            return (
              <tr key={severity}>
                <th scope="row">
                  <SeverityMark severity={severity} />
                </th>
                <td>
                  <Bar
                    label={`${severity}: ${open} open failures, ${accepted} accepted, ${counts['not-evaluated']} not evaluated, ${counts.pass} pass`}
                    parts={[
                      { meaning: 'bad', value: open },
                      { meaning: 'neutral', value: accepted },
                      { meaning: 'unknown', value: counts['not-evaluated'] },
                      { meaning: 'good', value: counts.pass },
                    ]}
                    of={values.reduce((sum, value) => sum + value, 0)}
                  />
                </td>
                {COLUMNS.map(({ title, params }, index) => (
                  <td key={title} className="num">
                    {values[index] ? (
                      <a href={addressOf('checks', { ...params, severity })}>{count(values[index])}</a>
                    ) : (
                      <span className="muted">0</span>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="muted">Checks that do not apply to a subject are not counted here.</p>
    </section>
  )
}
