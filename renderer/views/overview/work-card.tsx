import type { Overview } from '../../../shared/contract-work.ts'
import { count, counted } from '../../lib/format.ts'
import { shortName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'

/** What only people know and nobody told yet, or told too long ago. */
function Told() {
  const lists = useQuestion('list:kinds', {})
  const attestations = useQuestion('attestation:kinds', {})
  if (lists.state !== 'ready' || attestations.state !== 'ready') return <p className="muted">…</p>
  const missing = lists.value.filter(({ given }) => given === null).length
  const due = attestations.value.filter(({ age }) => age !== 'current').length
  return (
    <p>
      <a href={addressOf('lists', { show: 'missing' })}>{counted(missing, 'list')}</a> not given,{' '}
      <a href={addressOf('attestations', { show: 'missing' })}>{counted(due, 'attestation')}</a> to state or
      to renew
    </p>
  )
}

/** What people still have to do, framework by framework, and what ends soon. */
export function WorkCard({ overview }: { readonly overview: Overview }) {
  const { work, exceptionsEndingSoon, documentsEndingSoon } = overview
  const link = (framework: string, of: string, value: number) =>
    value > 0 ? (
      <a href={addressOf('controls', { framework, work: of })}>{count(value)}</a>
    ) : (
      <span className="muted">0</span>
    )
  return (
    <section className="card" aria-label="Open work">
      <h2>Open work</h2>
      <table className="domains">
        <thead>
          <tr>
            <th scope="col">Framework</th>
            <th scope="col" className="num">
              Mappings to decide
            </th>
            <th scope="col" className="num">
              To conclude
            </th>
            <th scope="col" className="num">
              To review
            </th>
          </tr>
        </thead>
        <tbody>
          {work.frameworks.map(({ framework, controls, concluded, reviewed, mappingsToDecide }) => (
            <tr key={framework}>
              <th scope="row" className="tight">
                <a href={addressOf('controls', { framework })}>{shortName(framework)}</a>
              </th>
              <td className="num">{link(framework, 'decide', mappingsToDecide)}</td>
              <td className="num">{link(framework, 'conclude', Math.max(0, controls - concluded))}</td>
              <td className="num">{link(framework, 'review', concluded - reviewed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Told />
      {exceptionsEndingSoon > 0 && (
        <p>
          <a href={addressOf('checks', { exceptions: 'accepted' })}>
            {counted(exceptionsEndingSoon, 'exception')}
          </a>{' '}
          ending within 30 days
        </p>
      )}
      {documentsEndingSoon > 0 && (
        <p>
          <a href={addressOf('documents')}>{counted(documentsEndingSoon, 'document')}</a> ending within 30
          days
        </p>
      )}
    </section>
  )
}
