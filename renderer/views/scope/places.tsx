import { Button, Checkbox, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ScopeChoice, ScopeState } from '../../../shared/contract-scope.ts'
import { count, counted } from '../../lib/format.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'
import { When } from '../../parts/when.tsx'

function Choices({
  title,
  list,
  chosen,
  toggle,
}: {
  readonly title: string
  readonly list: readonly ScopeChoice[]
  readonly chosen: ReadonlySet<string>
  readonly toggle: (id: string) => void
}) {
  if (list.length === 0) return null
  return (
    <fieldset className="card choices">
      <legend>{title}</legend>
      {list.map(({ id, name, apps }) => (
        <Checkbox
          key={id}
          label={`${name} (${counted(apps, 'app')})`}
          checked={chosen.has(id)}
          onChange={() => toggle(id)}
        />
      ))}
    </fieldset>
  )
}

const inScope = (list: readonly ScopeChoice[]) =>
  new Set(list.filter((one) => one.inScope).map(({ id }) => id))

const named = (list: readonly ScopeChoice[], chosen: ReadonlySet<string>) => {
  const kept = list.filter(({ id }) => chosen.has(id))
  return kept.length === list.length ? null : kept.map(({ id, name }) => ({ id, name }))
}

/** Which teams and spaces the engagement looks at, and why not at the others. */
export function Places({ state, changed }: { readonly state: ScopeState; readonly changed: () => void }) {
  const [teams, setTeams] = useState(() => inScope(state.teams))
  const [spaces, setSpaces] = useState(() => inScope(state.spaces))
  const [reason, setReason] = useState(state.scope.reason)
  const narrowed = teams.size < state.teams.length || spaces.size < state.spaces.length
  const flip = (old: ReadonlySet<string>, id: string) => {
    const next = new Set(old)
    if (!next.delete(id)) next.add(id)
    return next
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    const scope = {
      teams: named(state.teams, teams),
      spaces: named(state.spaces, spaces),
      apps: state.scope.apps,
      reason,
    }
    try {
      offerUndo(await ask('scope:set', scope), changed, 'record:undo')
      changed()
    } catch (error) {
      tell(error)
    }
  }

  return (
    <form className="stack" onSubmit={save}>
      <p>
        {count(state.apps.inScope)} of {counted(state.apps.seen, 'app')} in scope.{' '}
        {state.said ? (
          <span className="muted">
            Said by {state.said.by}, <When instant={state.said.at} />.
          </span>
        ) : (
          <span className="muted">Nobody narrowed it: everything is in scope.</span>
        )}
      </p>
      <Choices
        title="Teams"
        list={state.teams}
        chosen={teams}
        toggle={(id) => setTeams((old) => flip(old, id))}
      />
      <Choices
        title="Spaces"
        list={state.spaces}
        chosen={spaces}
        toggle={(id) => setSpaces((old) => flip(old, id))}
      />
      <Textarea
        label="Why the rest is left out"
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      <div className="page-actions">
        <Button type="submit" disabled={(narrowed && reason.trim() === '') || teams.size + spaces.size === 0}>
          Keep this scope
        </Button>
        {narrowed && reason.trim() === '' && <p className="muted">Say why the rest is left out.</p>}
      </div>
    </form>
  )
}
