import { ActionIcon, Button, PasswordInput, Tooltip } from '@mantine/core'
import { IconFolderOpen, IconPlus, IconSparkles, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useEffect, useState } from 'react'
import type { RecentLocker } from '../../../shared/shell.ts'
import { ago } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { type AnyInput, ask, Failed } from '../../lib/window-api.ts'
import { Page } from '../../parts/page.tsx'
import { FailedBox } from '../../parts/states.tsx'
import type { ViewProps } from '../view.ts'

type Source = Pick<AnyInput<'locker:open'>, 'place' | 'recent'>

/** Asked when the keychain has no key for a locker, or does not open it. */
function RecoveryForm({
  name,
  problem,
  onKey,
}: {
  readonly name: string
  readonly problem: Failed
  readonly onKey: (key: string) => void
}) {
  const [key, setKey] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    onKey(key)
  }
  return (
    <form className="card form" onSubmit={submit} aria-label={`Open ${name} with its recovery key`}>
      <FailedBox problem={problem} />
      <PasswordInput
        label={`Recovery key of ${name}`}
        description="It was shown once when the locker was made. Dashes, spaces and case do not matter."
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit" disabled={key.trim() === ''}>
        Open with the recovery key
      </Button>
    </form>
  )
}

function Recent({ locker, onOpen }: { readonly locker: RecentLocker; readonly onOpen: () => void }) {
  return (
    <li className="recent">
      <button type="button" className="recent-open" onClick={onOpen} disabled={!locker.present}>
        <strong>{locker.organisation}</strong>
        <span className="muted">
          {locker.name} in {locker.folder}
        </span>
        <span className="muted">
          {locker.present ? `opened ${ago(locker.openedAt, new Date())}` : 'The file is not there any more.'}
        </span>
      </button>
      <Tooltip label="Take off this list; the file stays">
        <ActionIcon
          variant="subtle"
          aria-label={`Take ${locker.name} off the list`}
          onClick={() => ask('locker:forget-recent', { id: locker.id }).catch(tell)}
        >
          <IconTrash aria-hidden size="1rem" />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}

const NEEDS_KEY = [
  'no-key',
  'wrong-key',
  'bad-recovery-key',
  'keychain-missing',
  'keychain-locked',
  'keychain-timeout',
]

/** What a person does who is new here. */
const STEPS = [
  ['1. Make an engagement', 'Whom it is about, the audit period, the frameworks. It gets an encrypted file.'],
  ['2. Add a read-only token', 'You see what it can and cannot read before anything is collected.'],
  ['3. Collect and check', 'Minutes, not days: every item with its time, its request and its hash.'],
  ['4. Decide and hand over', 'Confirm what speaks to each control, conclude, export the workbook.'],
] as const

/** The first screen: lockers opened before, a new engagement, a locker from elsewhere, the sample organisation. */
export function Start({ params }: ViewProps) {
  const { recent, version } = useShell()
  const [asking, setAsking] = useState<{ source: Source; name: string; problem: Failed } | null>(null)
  const [busy, setBusy] = useState<string | null>(null)

  async function open(source: Source, name: string, recoveryKey: string | null = null) {
    setBusy(name)
    try {
      await ask('locker:open', { ...source, recoveryKey })
      go('overview')
    } catch (error) {
      if (error instanceof Failed && NEEDS_KEY.includes(error.kind))
        setAsking({ source, name, problem: error })
      else tell(error)
    } finally {
      setBusy(null)
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a dropped file is opened once
  useEffect(() => {
    const { place, name = '' } = params
    if (!place) return
    go('start', {}, true)
    void open({ place }, name)
  }, [params.place])

  async function pick() {
    const place = await ask('shell:pick-locker', {})
    if (place) await open({ place: place.token }, place.name)
  }

  async function explore() {
    setBusy('sample')
    try {
      await ask('locker:create-sample', {})
      go('overview')
    } catch (error) {
      tell(error)
    } finally {
      setBusy(null)
    }
  }

  return (
    <Page
      title="Evidence Locker"
      says="Turns a Heroku account into audit evidence that proves itself. Everything stays on this computer, encrypted."
    >
      <div className="start-actions">
        <Button size="sm" leftSection={<IconPlus aria-hidden size="1rem" />} onClick={() => go('new')}>
          New engagement
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconFolderOpen aria-hidden size="1rem" />}
          onClick={() => pick().catch(tell)}
        >
          Open a locker
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconSparkles aria-hidden size="1rem" />}
          loading={busy === 'sample'}
          onClick={explore}
        >
          Explore the sample organisation
        </Button>
      </div>
      {asking && (
        <RecoveryForm
          name={asking.name}
          problem={asking.problem}
          onKey={(key) => open(asking.source, asking.name, key)}
        />
      )}
      <section aria-labelledby="recent-title">
        <h2 id="recent-title">Recent lockers</h2>
        {recent.length === 0 ? (
          <>
            <p className="muted">
              None yet. A new engagement makes one; a locker that somebody gave you can also be dropped on
              this window.
            </p>
            <ol className="cards steps">
              {STEPS.map(([title, says]) => (
                <li className="card" key={title}>
                  <h3>{title}</h3>
                  <p className="muted">{says}</p>
                </li>
              ))}
            </ol>
          </>
        ) : (
          <ul className="recents">
            {recent.map((locker) => (
              <Recent
                key={locker.id}
                locker={locker}
                onOpen={() => open({ recent: locker.id }, locker.name)}
              />
            ))}
          </ul>
        )}
      </section>
      <p className="muted gap">Version {version}</p>
    </Page>
  )
}
