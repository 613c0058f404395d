import { Button } from '@mantine/core'
import type { CollectionState } from '../../../shared/model/collection.ts'
import { count } from '../../lib/format.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'

const STATE: Readonly<Record<CollectionState, readonly [word: string, meaning: Meaning]>> = {
  running: ['Running', 'neutral'],
  complete: ['Complete', 'good'],
  interrupted: ['Interrupted', 'bad'],
  cancelled: ['Cancelled', 'unknown'],
}

/** Every collection of this locker, newest first; an unfinished newest one can be resumed. */
export function Collections({
  version,
  resume,
  running,
}: {
  readonly version: string
  readonly resume: () => void
  readonly running: boolean
}) {
  const answer = useQuestion('collection:list', {}, version)
  return (
    <section aria-labelledby="collections">
      <h2 id="collections" className="gap">
        Collections so far
      </h2>
      <Shown answer={answer} lines={2}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">None yet.</p>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">Began</th>
                  <th scope="col">State</th>
                  <th scope="col">Account</th>
                  <th scope="col">Scope</th>
                  <th scope="col" className="num">
                    Evidence
                  </th>
                  <th scope="col" className="num">
                    Unchanged
                  </th>
                  <th scope="col" className="num">
                    Events
                  </th>
                  <th scope="col" className="num">
                    Requests
                  </th>
                  <th scope="col" className="num">
                    Not read
                  </th>
                  <th scope="col">
                    <span className="muted">Move</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {[...list]
                  .sort((a, b) => b.id - a.id)
                  .map((collection, index) => {
                    const [word, meaning] = STATE[collection.state]
                    const open =
                      !running &&
                      index === 0 &&
                      (collection.state === 'interrupted' || collection.state === 'cancelled')
                    return (
                      <tr key={collection.id}>
                        <td>
                          <When instant={collection.startedAt} />
                        </td>
                        <td>
                          <Mark meaning={meaning}>{word}</Mark>
                        </td>
                        <td>{collection.account}</td>
                        <td>{collection.scopes?.join(', ') ?? 'not told'}</td>
                        <td className="num">{count(collection.counts.evidence)}</td>
                        <td className="num">{count(collection.counts.unchanged)}</td>
                        <td className="num">{count(collection.counts.events)}</td>
                        <td className="num">{count(collection.counts.requests)}</td>
                        <td className="num">{count(collection.counts.notRead)}</td>
                        <td>
                          {open && (
                            <Button size="compact-xs" variant="default" onClick={resume}>
                              Resume
                            </Button>
                          )}
                        </td>
                      </tr>
                    )
                  })}
              </tbody>
            </table>
          )
        }
      </Shown>
    </section>
  )
}
