import { Button, PasswordInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { ShellState } from '../../shared/shell.ts'
import { ask, Failed } from '../lib/window-api.ts'
import { FailedBox } from '../parts/states.tsx'

const WHY = {
  idle: 'Nobody was here for a while.',
  suspend: 'The computer was asleep.',
  asked: 'You locked it.',
} as const

/** In front of everything while the locker is shut: the keychain opens it, or the recovery key. */
export function LockedScreen({ locked }: { readonly locked: NonNullable<ShellState['locked']> }) {
  const [problem, setProblem] = useState<Failed | null>(null)
  const [recoveryKey, setRecoveryKey] = useState('')
  const [busy, setBusy] = useState(false)
  async function unlock(withKey: boolean) {
    setBusy(true)
    try {
      await ask('locker:unlock', { recoveryKey: withKey ? recoveryKey : null })
    } catch (error) {
      if (error instanceof Failed) setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="locked" id="main">
      <IconLock aria-hidden size="2rem" stroke={1.4} />
      <h1>{locked.name} is locked</h1>
      <p className="muted">{WHY[locked.why]}</p>
      <Button size="sm" loading={busy} onClick={() => unlock(false)} data-autofocus>
        Unlock with the keychain
      </Button>
      {problem && <FailedBox problem={problem} />}
      {problem && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            void unlock(true)
          }}
        >
          <PasswordInput
            label="Recovery key"
            value={recoveryKey}
            onChange={(event) => setRecoveryKey(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={busy} disabled={recoveryKey.trim() === ''}>
            Unlock with the recovery key
          </Button>
        </form>
      )}
      <Button variant="subtle" onClick={() => void ask('locker:close', {})}>
        Close this locker
      </Button>
    </main>
  )
}
