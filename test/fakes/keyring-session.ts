import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A private session bus with a real Secret Service, for as many processes as a test starts. */
export interface KeyringSession {
  /** Environment that leads to it, and to a home of its own. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

const PRINT_AND_WAIT = 'echo "$HOME"; echo "$XDG_RUNTIME_DIR"; echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'

/** Starts such a session in one of the modes of `keyring.sh`; it lives until it is closed. */
export async function openKeyringSession(
  mode: 'unlocked' | 'locked' | 'nobody' | 'none',
): Promise<KeyringSession> {
  const script = join(import.meta.dirname, 'keyring.sh')
  const child = spawn('sh', [script, mode, 'sh', '-c', PRINT_AND_WAIT], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await lines.next()).value ?? '')
  const [HOME, XDG_RUNTIME_DIR, DBUS_SESSION_BUS_ADDRESS] = [await next(), await next(), await next()]
  return {
    env: { HOME, XDG_RUNTIME_DIR, ...(DBUS_SESSION_BUS_ADDRESS ? { DBUS_SESSION_BUS_ADDRESS } : {}) },
    async close() {
      const ended = once(child, 'close')
      child.stdin.end()
      await ended
    },
  }
}
