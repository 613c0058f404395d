import type { EvidenceChanges, WhenSeen } from '../../../shared/contract-evidence.ts'
import { type EvidenceId, evidenceNumber } from '../../../shared/model/evidence.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { FieldChanges } from '../../parts/field-changes.tsx'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'

const WORDS: Readonly<Record<EvidenceChanges['since'], readonly [Meaning, string]>> = {
  first: ['neutral', 'First collection'],
  new: ['unknown', 'New'],
  same: ['good', 'Unchanged'],
  changed: ['unknown', 'Changed'],
}

function Collection({ seen }: { readonly seen: WhenSeen }) {
  return (
    <>
      collection {seen.collectionId} (<When instant={seen.at} />)
    </>
  )
}

function Since({ told }: { readonly told: EvidenceChanges }) {
  const { before, since } = told
  if (!before) return <>No complete collection before this one read this topic.</>
  if (since === 'new')
    return (
      <>
        It was not there in <Collection seen={before} />.
      </>
    )
  return (
    <>
      {since === 'same' ? 'It was the same in ' : 'It was different in '}
      <Collection seen={before} />.
    </>
  )
}

function Versions({
  told,
  id,
  onItem,
}: {
  readonly told: EvidenceChanges
  readonly id: EvidenceId
  readonly onItem: (id: EvidenceId) => void
}) {
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">First seen</th>
          <th scope="col">Last seen</th>
        </tr>
      </thead>
      <tbody>
        {told.versions.map((version) => (
          <tr key={version.id}>
            <th scope="row">
              {version.id === id ? (
                <strong>{evidenceNumber(version.id)}</strong>
              ) : (
                <button type="button" className="link-button" onClick={() => onItem(version.id)}>
                  {evidenceNumber(version.id)}
                </button>
              )}
            </th>
            <td>
              No. {version.first.collectionId}, <When instant={version.first.at} />
            </td>
            <td>
              No. {version.last.collectionId}, <When instant={version.last.at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What became of an item since the collection before, field by field, and every version of its subject. */
export function ItemChanges({
  id,
  onItem,
}: {
  readonly id: EvidenceId
  readonly onItem: (id: EvidenceId) => void
}) {
  const answer = useQuestion('evidence:changes', { id })
  return (
    <Shown answer={answer} lines={4}>
      {(told) => (
        <>
          <p>
            <Mark meaning={WORDS[told.since][0]}>{WORDS[told.since][1]}</Mark> <Since told={told} />
          </p>
          {told.previous && (
            <>
              <h3 className="gap">
                Against {evidenceNumber(told.previous.id)}, last seen in{' '}
                <Collection seen={told.previous.last} />
              </h3>
              <FieldChanges changes={told.fields} />
            </>
          )}
          <h3 className="gap">Versions of {told.versions.length > 1 ? 'this subject' : 'it'}</h3>
          <Versions told={told} id={id} onItem={onItem} />
        </>
      )}
    </Shown>
  )
}
