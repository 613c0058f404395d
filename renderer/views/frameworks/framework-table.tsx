import { Button, Checkbox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { FrameworkInfo } from '../../../shared/contract-frameworks.ts'
import { type FrameworkId, OwnFrameworkId } from '../../../shared/model/engagement.ts'
import type { Act } from '../../../shared/model/work.ts'
import { count } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'

async function switched(id: FrameworkId, on: boolean): Promise<Act> {
  const chosen = (await ask('framework:list', {})).filter((one) => one.chosen).map((one) => one.id)
  const others = chosen.filter((one) => one !== id)
  return ask('framework:choose', { frameworks: on ? [...others, id] : others })
}

/** Every framework with what it holds, and whether the engagement works with it: a tick chooses, at once. */
export function FrameworkTable({
  all,
  changed,
}: {
  readonly all: readonly FrameworkInfo[]
  readonly changed: () => void
}) {
  // Two ticks in a row: the second one starts from what the first one left.
  const turn = useRef<Promise<void>>(Promise.resolve())
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list knows every tick
  useEffect(() => setTicked({}), [all])
  const only = all.filter(({ id, chosen }) => ticked[id] ?? chosen).length === 1
  function act(work: () => Promise<Act>) {
    turn.current = turn.current.then(async () => {
      try {
        offerUndo(await work(), changed, 'record:undo')
      } catch (error) {
        setTicked({})
        tell(error)
      }
      changed()
    })
  }
  return (
    <div className="scroll-across">
      <table className="plain" aria-label="Frameworks">
        <thead>
          <tr>
            <th scope="col">Chosen</th>
            <th scope="col">Framework</th>
            <th scope="col">Version</th>
            <th scope="col" className="num">
              Requirements
            </th>
            <th scope="col" className="num">
              Suggestions
            </th>
            <th scope="col" className="num">
              Checks
            </th>
            <th scope="col">
              <span className="unseen">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ id, title, version, source, counts, ...one }) => {
            const chosen = ticked[id] ?? one.chosen
            const own = OwnFrameworkId.safeParse(id)
            return (
              <tr key={id}>
                <td>
                  <Checkbox
                    aria-label={`Work with ${title}`}
                    checked={chosen}
                    disabled={chosen && only}
                    title={chosen && only ? 'At least one stays' : undefined}
                    onChange={({ currentTarget: { checked } }) => {
                      setTicked((before) => ({ ...before, [id]: checked }))
                      act(() => switched(id, checked))
                    }}
                  />
                </td>
                <td>
                  <strong>
                    {chosen ? <a href={addressOf('controls', { framework: id })}>{title}</a> : title}
                  </strong>
                  <details>
                    <summary className="muted">Where it comes from</summary>
                    <p className="muted">
                      {source} · <code>{id}</code>
                    </p>
                  </details>
                </td>
                <td>{version}</td>
                <td className="num">{count(counts.requirements)}</td>
                <td className="num">{count(counts.topics)}</td>
                <td className="num">{count(counts.checks)}</td>
                <td>
                  {own.success && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Remove ${title}`}
                      disabled={chosen && only}
                      onClick={() => act(() => ask('framework:remove', { id: own.data }))}
                    >
                      Remove
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
