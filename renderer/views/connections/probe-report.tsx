import type { Probe } from '../../../shared/model/connection.ts'
import { capital, count, sentence } from '../../lib/format.ts'
import { Mark } from '../../parts/mark.tsx'
import { Prose } from '../../parts/prose.tsx'
import { When } from '../../parts/when.tsx'

/** Scopes with which a token could change something. */
const WRITING = ['global', 'write', 'write-protected']

/** What a token turned out to be: who, how far it reaches, and what it will not be able to read. */
export function ProbeReport({ probe }: { readonly probe: Probe }) {
  const writes = probe.scopes?.some((scope) => WRITING.includes(scope))
  return (
    <section className="probe" aria-label="What this token can do">
      <dl className="facts">
        <dt>Account</dt>
        <dd>
          {probe.account.email}{' '}
          {probe.account.federated && <span className="muted">(signs in through an identity provider)</span>}
        </dd>
        <dt>Scope</dt>
        <dd>
          {probe.scopes ? probe.scopes.join(', ') : 'Heroku does not tell'}{' '}
          {writes && <Mark meaning="unknown">can also write; a read-only token is better evidence</Mark>}
        </dd>
        <dt>Expires</dt>
        <dd>{probe.expiresAt ? <When instant={probe.expiresAt} /> : 'never, or not told'}</dd>
        <dt>Teams</dt>
        <dd>
          {probe.teams.length === 0
            ? 'none'
            : probe.teams.map((team) => `${team.name} (${team.role ?? 'no role'})`).join(', ')}
        </dd>
        <dt>Enterprise</dt>
        <dd>
          {probe.enterprises.length === 0
            ? 'none'
            : probe.enterprises
                .map((account) => `${account.name} (${account.permissions.join(', ') || 'no permission'})`)
                .join(', ')}
        </dd>
        <dt>Requests left</dt>
        <dd>{probe.rateLimitRemaining === null ? 'not told' : count(probe.rateLimitRemaining)}</dd>
      </dl>
      {probe.cannotRead.length === 0 ? (
        <p>
          <Mark meaning="good">Nothing stands in the way of a full collection</Mark>
        </p>
      ) : (
        <>
          <h3>What it will not be able to read</h3>
          <ul>
            {probe.cannotRead.map((missing) => (
              <li key={missing.what}>
                <strong>{capital(missing.what)}</strong>: {missing.why}.{' '}
                <Prose>{sentence(missing.remedy)}</Prose>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
