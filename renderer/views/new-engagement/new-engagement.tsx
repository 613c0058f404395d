import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { FRAMEWORK_IDS, type FrameworkId, USUAL_FRAMEWORKS } from '../../../shared/model/engagement.ts'
import { frameworkName } from '../../lib/framework-names.ts'
import { go } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { ask } from '../../lib/window-api.ts'
import { Page } from '../../parts/page.tsx'
import { RecoveryKey } from './recovery-key.tsx'

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')]

function fileNameOf(organisation: string, end: string): string {
  const name = organisation
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${name || 'engagement'}-${end.slice(0, 4)}.locker`
}

interface Draft {
  readonly organisation: string
  readonly start: string
  readonly end: string
  readonly timeZone: string
  readonly frameworks: readonly FrameworkId[]
  readonly preparer: string
  readonly reviewer: string
}

function complaint(
  draft: Draft,
): Partial<Record<'organisation' | 'period' | 'frameworks' | 'preparer' | 'reviewer', string>> {
  return {
    ...(draft.organisation.trim() ? {} : { organisation: 'Whose account is looked at?' }),
    ...(draft.start && draft.end
      ? draft.start > draft.end
        ? { period: 'The period ends before it starts.' }
        : {}
      : { period: 'Both days are needed.' }),
    ...(draft.frameworks.length > 0 ? {} : { frameworks: 'Choose at least one framework.' }),
    ...(draft.preparer.trim() ? {} : { preparer: 'Who prepares the work?' }),
    ...(draft.reviewer.trim() && draft.reviewer.trim().toLowerCase() === draft.preparer.trim().toLowerCase()
      ? { reviewer: 'The reviewer has to be another person.' }
      : {}),
  }
}

const year = new Date().getUTCFullYear()

/** Everything that a locker needs to be made: whom it is about, its period, its frameworks, its people. */
export function NewEngagement() {
  const [draft, setDraft] = useState<Draft>({
    organisation: '',
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    frameworks: [...USUAL_FRAMEWORKS],
    preparer: '',
    reviewer: '',
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const wrong = complaint(draft)
  const shown = tried ? wrong : {}
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    try {
      const place = await ask('shell:pick-new-locker', {
        suggestedName: fileNameOf(draft.organisation, draft.end),
      })
      if (!place) return
      const { organisation, start, end, timeZone, frameworks, preparer, reviewer } = draft
      const engagement = {
        organisation,
        period: { start, end },
        timeZone,
        frameworks: [...frameworks],
        preparer,
        reviewer: reviewer.trim() || null,
      }
      const made = await ask('locker:create', { place: place.token, engagement })
      setRecoveryKey(made.recoveryKey)
    } catch (error) {
      tell(error)
    } finally {
      setBusy(false)
    }
  }

  if (recoveryKey) return <RecoveryKey recoveryKey={recoveryKey} onStored={() => go('connections')} />
  return (
    <Page
      title="New engagement"
      says="One audit or assessment of one organisation. It gets a locker of its own: one encrypted file."
    >
      <form className="form" onSubmit={submit} noValidate>
        <TextInput
          label="Organisation"
          placeholder="Acme GmbH"
          required
          value={draft.organisation}
          error={shown.organisation}
          onChange={(event) => change({ organisation: event.currentTarget.value })}
          data-autofocus
        />
        <fieldset className="row">
          <legend>Audit period</legend>
          <TextInput
            type="date"
            label="First day"
            required
            value={draft.start}
            onChange={(event) => change({ start: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label="Last day"
            required
            value={draft.end}
            error={shown.period}
            onChange={(event) => change({ end: event.currentTarget.value })}
          />
        </fieldset>
        <Select
          label="Time zone"
          description="Times are shown in it, with UTC beside."
          data={ZONES}
          searchable
          value={draft.timeZone}
          onChange={(timeZone) => timeZone && change({ timeZone })}
        />
        <Checkbox.Group
          label="Frameworks"
          error={shown.frameworks}
          value={[...draft.frameworks]}
          onChange={(frameworks) => change({ frameworks: frameworks as FrameworkId[] })}
        >
          <div className="checks">
            {FRAMEWORK_IDS.map((id) => (
              <Checkbox key={id} value={id} label={frameworkName(id)} />
            ))}
          </div>
        </Checkbox.Group>
        <fieldset className="row">
          <legend>People</legend>
          <TextInput
            label="Prepared by"
            required
            value={draft.preparer}
            error={shown.preparer}
            onChange={(event) => change({ preparer: event.currentTarget.value })}
          />
          <TextInput
            label="Reviewed by"
            description="May be told later"
            value={draft.reviewer}
            error={shown.reviewer}
            onChange={(event) => change({ reviewer: event.currentTarget.value })}
          />
        </fieldset>
        <div className="page-actions">
          <Button size="sm" type="submit" loading={busy}>
            Choose where the locker lies…
          </Button>
          <Button size="sm" variant="subtle" onClick={() => go('start')}>
            Back
          </Button>
        </div>
      </form>
    </Page>
  )
}
