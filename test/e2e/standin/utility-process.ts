import { type ChildProcess, fork as forkChild } from 'node:child_process'
import { EventEmitter } from 'node:events'

/** Electron's utility process, by a plain Node child with the same messages. */
export class UtilityProcess extends EventEmitter {
  readonly child: ChildProcess
  readonly entry: string

  constructor(entry: string) {
    super()
    this.entry = entry
    // The child sees the same `process.parentPort` as under Electron.
    this.child = forkChild(entry, [], {
      execArgv: ['--import', new URL('./parent-port.mjs', import.meta.url).href],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code) => this.emit('exit', code ?? 1))
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as never)
  }

  kill(): boolean {
    return this.child.kill('SIGKILL')
  }
}

const all: UtilityProcess[] = []

/** The `utilityProcess` of Electron. */
export const utilityProcess = {
  fork(entry: string) {
    const process = new UtilityProcess(entry)
    all.push(process)
    return process
  },
}

/** Ends a utility process by force, as a crash would: the newest whose entry lies in a room of the app. */
export function kill(room: string): void {
  all.findLast((one) => one.entry.includes(`/electron/${room}/`))?.kill()
}

/** Holds a utility process still, or lets it go on: what it is asked waits meanwhile. */
export function hold(room: string, still: boolean): void {
  all.findLast((one) => one.entry.includes(`/electron/${room}/`))?.child.kill(still ? 'SIGSTOP' : 'SIGCONT')
}

/** Process numbers of all utility processes, for tests that kill one. */
export function utilityPids(): (number | undefined)[] {
  return all.map((one) => one.pid)
}
