import { utilityProcess } from 'electron'
import type { KeychainAnswer } from '../keychain/answer.ts'
import type { Talker } from '../keychain/talker.ts'

/** The process that talks to the keychain, under Electron: plain Node is not to be had there (fuse `runAsNode`). */
export function startKeychainTalker(entry: string): Talker {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Evidence Locker keychain', stdio: 'ignore' })
  let waiting: ((answer: KeychainAnswer | null) => void) | null = null
  const tell = (answer: KeychainAnswer | null) => {
    const told = waiting
    waiting = null
    told?.(answer)
  }
  child.on('message', (answer: KeychainAnswer) => tell(answer))
  child.on('exit', () => tell(null))
  return {
    ask(asked, told) {
      waiting = told
      child.postMessage(asked)
    },
    leave() {
      waiting = null
      child.kill()
    },
    kill() {
      waiting = null
      child.kill()
    },
  }
}
