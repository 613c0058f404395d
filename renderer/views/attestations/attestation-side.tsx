import { Button, CloseButton } from '@mantine/core'
import type { AttestationInfo, AttestationRow } from '../../../shared/contract-scope.ts'
import type { Json } from '../../../shared/model/json.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { ContentValue } from '../../parts/content-value.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { AgeMark } from './age-mark.tsx'
import { AttestationForm } from './attestation-form.tsx'

function Statement({ row, withdraw }: { readonly row: AttestationRow; readonly withdraw: () => void }) {
  const { attestation, age } = row
  const { answer, subject, statement, facts, person, role, date, until, documentId } = attestation
  return (
    <li className="card">
      <p className="marks">
        <Mark meaning={answer === null ? 'neutral' : answer ? 'good' : 'bad'}>
          {answer === null ? 'Neither' : answer ? 'Yes' : 'No'}
        </Mark>{' '}
        <AgeMark age={age} /> {subject && <strong>{subject}</strong>}
      </p>
      <p>{statement}</p>
      {Object.keys(facts).length > 0 && (
        <dl className="facts">
          {Object.entries(facts).map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>
                <ContentValue value={value as Json} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="muted">
        {person}
        {role && `, ${role}`}, as of {date}, until {until}
        {documentId && (
          <>
            , shown by <a href={addressOf('documents')}>document {documentId}</a>
          </>
        )}
      </p>
      <Button variant="subtle" onClick={withdraw}>
        Withdraw
      </Button>
    </li>
  )
}

/** One question beside the table: how to find out, what was stated, and a form to state it anew. */
export function AttestationSide({
  info,
  version,
  changed,
  onClose,
}: {
  readonly info: AttestationInfo
  readonly version: number
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const answer = useQuestion('attestation:list', { about: info.kind }, version)

  async function withdraw(id: string) {
    try {
      offerUndo(await ask('attestation:withdraw', { id }), changed, 'record:undo')
      changed()
    } catch (error) {
      tell(error)
    }
  }

  return (
    <aside className="side" aria-label={info.title}>
      <div className="side-head">
        <h2>{info.title}</h2>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <p>
        <strong>{info.question}</strong>
      </p>
      <p className="muted">
        <Prose>{info.how}</Prose>
      </p>
      {info.checks.length > 0 && (
        <p className="muted">
          Asked for by{' '}
          {info.checks.map((check, index) => (
            <span key={check}>
              {index > 0 && ', '}
              <a href={addressOf('checks', { by: 'check', check })}>{check}</a>
            </span>
          ))}
        </p>
      )}
      <Shown answer={answer} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <p>Nobody stated it yet.</p>
          ) : (
            <ul className="recents">
              {rows.map((row) => (
                <Statement key={row.id} row={row} withdraw={() => void withdraw(row.id)} />
              ))}
            </ul>
          )
        }
      </Shown>
      <h3 className="gap">{info.age ? 'State it anew' : 'State it'}</h3>
      <AttestationForm info={info} changed={changed} />
    </aside>
  )
}
