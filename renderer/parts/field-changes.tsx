import type { FieldChange } from '../../shared/model/field-changes.ts'
import { ContentValue } from './content-value.tsx'
import { Mark, type Meaning } from './mark.tsx'

const WORDS: Readonly<Record<FieldChange['kind'], readonly [Meaning, string]>> = {
  added: ['good', 'added'],
  removed: ['bad', 'removed'],
  changed: ['unknown', 'changed'],
}

/** Differences between two contents, a field a line: what stood there and what stands there now. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  if (changes.length === 0) return <p className="muted">No field differs.</p>
  return (
    <table className="plain changes">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => {
          const [meaning, word] = WORDS[change.kind]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list of differences never changes its order
            <tr key={index}>
              <th scope="row">
                {change.field || 'content'} <Mark meaning={meaning}>{word}</Mark>
              </th>
              <td>{change.kind === 'added' ? '' : <ContentValue value={change.before} />}</td>
              <td>{change.kind === 'removed' ? '' : <ContentValue value={change.after} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
