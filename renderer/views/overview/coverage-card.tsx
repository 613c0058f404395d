import type { FrameworkCoverage, Standing } from '../../../shared/contract.ts'
import type { ControlStatus } from '../../../shared/model/framework.ts'
import { count, counted } from '../../lib/format.ts'
import { frameworkName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { Bar } from '../../parts/bar.tsx'

/** Chromium notes when this text was painted; the benchmark reads it. */
const PAINTED = { elementtiming: 'coverage' }

const STATUSES: readonly (readonly [ControlStatus, string])[] = [
  ['supported', 'supported'],
  ['exception', 'with exceptions'],
  ['evidence', 'evidence only'],
  ['open', 'open'],
]

function StandingBar({ label, standing }: { readonly label: string; readonly standing: Standing }) {
  const { supported, exception, evidence, open, requirements } = standing
  return (
    <Bar
      label={`${label}: ${supported} supported, ${exception} with exceptions, ${evidence} with evidence only, ${open} open, of ${requirements}`}
      parts={[
        { meaning: 'good', value: supported },
        { meaning: 'bad', value: exception },
        { meaning: 'neutral', value: evidence },
      ]}
      of={requirements}
    />
  )
}

function Domains({ told }: { readonly told: FrameworkCoverage }) {
  const { framework, domains } = told
  // A list without groups has nothing to add to the whole.
  if (domains.length < 2 || domains.every(({ requirements }) => requirements === 1)) return null
  return (
    <table className="domains">
      <thead>
        <tr>
          <th scope="col">Domain</th>
          <th scope="col" className="wide">
            Standing
          </th>
          <th scope="col" className="num">
            Supported
          </th>
          <th scope="col" className="num">
            Exceptions
          </th>
          <th scope="col" className="num">
            Open
          </th>
        </tr>
      </thead>
      <tbody>
        {domains.map((domain) => {
          const link = (status: ControlStatus, value: number) =>
            value > 0 ? (
              <a href={addressOf('controls', { framework, under: domain.id, status })}>{count(value)}</a>
            ) : (
              <span className="muted">0</span>
            )
          return (
            <tr key={domain.id}>
              <th scope="row">
                <a href={addressOf('controls', { framework, under: domain.id })} title={domain.title}>
                  {domain.id} {domain.title}
                </a>
              </th>
              <td>
                <StandingBar label={`${domain.id} ${domain.title}`} standing={domain} />
              </td>
              <td className="num">{link('supported', domain.supported)}</td>
              <td className="num">{link('exception', domain.exception)}</td>
              <td className="num">{link('open', domain.open)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How far the evidence covers a framework, as a whole and by domain. */
export function CoverageCard({ told }: { readonly told: FrameworkCoverage }) {
  const { framework, requirements, mapped } = told
  return (
    <section className="card" aria-label={told.title}>
      <h2>
        <a href={addressOf('controls', { framework })}>{frameworkName(framework)}</a>
      </h2>
      <StandingBar label={told.title} standing={told} />
      <ul className="legend">
        {STATUSES.map(([status, words]) => (
          <li key={status}>
            <span className={`swatch swatch-${status}`} aria-hidden />
            <a href={addressOf('controls', { framework, status })}>
              {count(told[status])} {words}
            </a>
          </li>
        ))}
      </ul>
      <p className="muted" {...PAINTED}>
        {counted(mapped, 'requirement')} of {count(requirements)} can be spoken to by Heroku evidence.
      </p>
      <Domains told={told} />
    </section>
  )
}
