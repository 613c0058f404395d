import { fork } from 'node:child_process'
import type { KeychainAnswer, KeychainAsk } from './answer.ts'

/** The process that talks to the keychain, as the one that asks sees it. */
export interface Talker {
  ask(asked: KeychainAsk, told: (answer: KeychainAnswer | null) => void): void
  /** Stops listening; a prompt that is on the screen may still be answered. */
  leave(): void
  /** Ends it now, whatever it is doing. */
  kill(): void
}

/**
 * Starts that process under plain Node. It never keeps this process alive but while a question is open. An
 * answer of null means that it died.
 */
export function startTalker(): Talker {
  const child = fork(new URL('./child.ts', import.meta.url), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let waiting: ((answer: KeychainAnswer | null) => void) | null = null
  const rest = () => {
    child.unref()
    child.channel?.unref()
  }
  const tell = (answer: KeychainAnswer | null) => {
    const told = waiting
    waiting = null
    rest()
    told?.(answer)
  }
  child.on('message', (answer) => tell(answer as KeychainAnswer))
  child.on('exit', () => tell(null))
  child.on('error', () => tell(null))
  rest()
  return {
    ask(asked, told) {
      waiting = told
      child.ref()
      child.channel?.ref()
      child.send(asked, (error) => error && tell(null))
    },
    leave() {
      waiting = null
      if (child.connected) child.disconnect()
      child.unref()
    },
    kill() {
      waiting = null
      child.kill('SIGKILL')
    },
  }
}
