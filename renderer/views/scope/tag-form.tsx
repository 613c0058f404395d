import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { DATA_CLASS_WORDS } from '../../../shared/model/records/data-class.ts'
import type { AppTagFields } from '../../../shared/model/records/scope.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { offerUndo } from '../../parts/undo.tsx'
import { CRITICALITY_CHOICES, chosenClasses, DATA_CHOICES, ENVIRONMENT_CHOICES } from './tag-words.ts'

type Set = { -readonly [K in keyof AppTagFields]?: AppTagFields[K] }

/** Stands for a field that is taken back to "nobody said". */
const CLEAR = { value: 'clear', label: 'Nobody said' }

const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/**
 * Says of one or of many apps what they are for, what data they handle, whose they are. Only what is changed here is
 * set; what is left as it is stays.
 */
export function TagForm({
  apps,
  standing,
  changed,
}: {
  readonly apps: readonly string[]
  /** What was said of the one app; null for many. */
  readonly standing: AppTagFields | null
  readonly changed: () => void
}) {
  const [set, setSet] = useState<Set>({})
  const [busy, setBusy] = useState(false)
  const placeholder = apps.length > 1 ? 'Leave as it is' : 'Nobody said'
  const now = { ...(standing ?? {}), ...set } as Set
  const said = Object.keys(set).length > 0
  const change = (part: Set) => setSet((old) => ({ ...old, ...part }))
  const shown = (value: string | null | undefined, isSet: boolean) =>
    isSet && value === null ? CLEAR.value : value

  async function save(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      offerUndo(await ask('tag:set', { tags: apps.map((app) => ({ app, set })) }), changed, 'record:undo')
      setSet({})
      changed()
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  const rules = (now.dataClasses ?? []).flatMap((one) => DATA_CLASS_WORDS[one].rule ?? [])
  return (
    <form className="form" onSubmit={save}>
      <Select
        label="Environment"
        placeholder={placeholder}
        data={[...ENVIRONMENT_CHOICES, CLEAR]}
        value={shown(now.environment, 'environment' in set) ?? null}
        onChange={(value) => change({ environment: value === CLEAR.value ? null : (value as never) })}
      />
      <MultiSelect
        label="Data that it handles"
        placeholder={now.dataClasses?.length ? '' : placeholder}
        description={rules.length > 0 ? `Heroku's terms: ${rules.join('; ')}.` : undefined}
        data={DATA_CHOICES}
        value={[...(now.dataClasses ?? [])]}
        onChange={(classes) => {
          const chosen = chosenClasses(now.dataClasses ?? [], classes)
          change({ dataClasses: chosen.length > 0 ? chosen : null })
        }}
      />
      <TextInput
        label="Owner"
        placeholder={placeholder}
        maxLength={200}
        value={now.owner ?? ''}
        onChange={({ currentTarget: { value } }) => change({ owner: value.trim() === '' ? null : value })}
      />
      <Select
        label="Criticality"
        placeholder={placeholder}
        data={[...CRITICALITY_CHOICES, CLEAR]}
        value={shown(now.criticality, 'criticality' in set) ?? null}
        onChange={(value) => change({ criticality: value === CLEAR.value ? null : (value as never) })}
      />
      <Select
        label="Must be reachable from its space only"
        placeholder={placeholder}
        data={[...YES_NO, CLEAR]}
        value={
          now.internal === undefined
            ? null
            : now.internal === null
              ? 'internal' in set
                ? CLEAR.value
                : null
              : now.internal
                ? 'yes'
                : 'no'
        }
        onChange={(value) => change({ internal: value === CLEAR.value ? null : value === 'yes' })}
      />
      <Button type="submit" loading={busy} disabled={!said}>
        {apps.length > 1 ? `Keep for ${apps.length} apps` : 'Keep'}
      </Button>
    </form>
  )
}
