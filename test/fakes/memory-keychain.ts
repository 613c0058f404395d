import type { KeychainAnswer, KeychainAsk } from '../../electron/keychain/answer.ts'
import { type Keychain, openKeychain } from '../../electron/keychain/keychain.ts'
import type { Talker } from '../../electron/keychain/talker.ts'

/** An operating system's keychain in memory, which can refuse, hang or die when a test says so. */
export interface MemoryKeychain {
  readonly keychain: Keychain
  /** What is in it, by account. */
  readonly kept: Map<string, string>
  /** What was asked so far, as `verb account`; canaries are left out. */
  readonly asked: string[]
  /** How often a process was started, left and killed. */
  readonly processes: { started: number; left: number; killed: number }
  /** What happens to a question instead of its answer: an error, silence, or death. */
  fault: (asked: KeychainAsk) => KeychainAnswer | 'silence' | 'death' | null
}

/** Makes one; the keychain in front of it is the real one. */
export function memoryKeychain(timeoutMs = 200): MemoryKeychain {
  const kept = new Map<string, string>()
  const asked: string[] = []
  const processes = { started: 0, left: 0, killed: 0 }

  function answer({ ask, account, secret }: KeychainAsk): KeychainAnswer {
    if (ask === 'set') kept.set(account, secret ?? '')
    if (ask === 'read') return { value: kept.get(account) ?? null }
    if (ask === 'has') return { value: kept.has(account) }
    return { value: ask === 'set' || kept.delete(account) }
  }

  function start(): Talker {
    processes.started++
    return {
      ask(question, told) {
        if (!question.account.startsWith('canary')) asked.push(`${question.ask} ${question.account}`)
        const fault = memory.fault(question)
        if (fault === 'silence') return
        const reply = fault === 'death' ? null : (fault ?? answer(question))
        setImmediate(() => told(reply))
      },
      leave: () => processes.left++,
      kill: () => processes.killed++,
    }
  }

  const memory: MemoryKeychain = {
    keychain: openKeychain({ start, timeoutMs }),
    kept,
    asked,
    processes,
    fault: () => null,
  }
  return memory
}
