import { utilityProcess } from 'electron'
import type { FromCore, PrivilegedQuestions, ToCore } from '../../shared/core-port.ts'
import { Problem, type ProblemKind } from '../../shared/errors.ts'
import type { Connection } from '../../shared/model/connection.ts'
import type { ProblemShape } from '../../shared/shell.ts'

/** What the shell gives the core process, and hears of it. */
export interface CoreProcessHost {
  readonly actor: string
  readonly proxy: () => string | null
  readonly credential: (connectionId: string) => Promise<{ connection: Connection; token: string }>
  /** The process ended without being asked to. Everything committed is safe; it restarts at the next question. */
  readonly onCrash: () => void
}

/** The core in its own process, as the shell sees it. */
export interface CoreProcess {
  ask(
    question: string,
    input: unknown,
    options?: { signal?: AbortSignal; onProgress?: (progress: unknown) => void },
  ): Promise<unknown>
  privileged<Q extends keyof PrivilegedQuestions>(
    question: Q,
    input: PrivilegedQuestions[Q]['input'],
  ): Promise<PrivilegedQuestions[Q]['output']>
  /** Starts the process ahead of the first question. */
  warm(): void
  stop(): Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
  readonly onProgress: ((progress: unknown) => void) | undefined
}

type Child = ReturnType<typeof utilityProcess.fork>

const CRASHED: ProblemShape = {
  kind: 'core-crashed',
  what: 'the part of the app that works on the locker stopped unexpectedly',
  remedy: 'it is being restarted; what was committed is safe, and a collection can be resumed',
}

function fromShape(shape: ProblemShape): Problem {
  return new Problem(shape.kind as ProblemKind, shape.what, shape.remedy)
}

function toShape(error: unknown): ProblemShape {
  if (error instanceof Problem) return { kind: error.kind, what: error.what, remedy: error.remedy }
  return { kind: 'unexpected', what: 'something unexpected happened', remedy: 'try again' }
}

/** Starts the core when it is first needed, and again after a crash. */
export function coreProcess(entry: string, host: CoreProcessHost): CoreProcess {
  const waiting = new Map<number, Waiting>()
  let child: Child | null = null
  let stopping = false
  let next = 1

  async function giveCredential(to: Child, id: number, connectionId: string) {
    try {
      send(to, { kind: 'credential', id, credential: await host.credential(connectionId), problem: null })
    } catch (error) {
      send(to, { kind: 'credential', id, credential: null, problem: toShape(error) })
    }
  }

  function hear(from: Child, message: FromCore) {
    if (message.kind === 'ready') return
    if (message.kind === 'credential-wanted')
      return void giveCredential(from, message.id, message.connectionId)
    const asked = waiting.get(message.id)
    if (message.kind === 'progress') return asked?.onProgress?.(message.progress)
    waiting.delete(message.id)
    if (message.kind === 'answer') asked?.resolve(message.output)
    else asked?.reject(fromShape(message.problem))
  }

  function start(): Child {
    const started = utilityProcess.fork(entry, [], { serviceName: 'Evidence Locker core', stdio: 'inherit' })
    started.on('message', (message: FromCore) => hear(started, message))
    started.on('exit', () => {
      child = null
      for (const asked of waiting.values()) asked.reject(fromShape(CRASHED))
      waiting.clear()
      if (!stopping) host.onCrash()
    })
    send(started, { kind: 'start', actor: host.actor, proxy: host.proxy() })
    return started
  }

  function post(
    message: (id: number) => ToCore,
    onProgress?: (progress: unknown) => void,
    signal?: AbortSignal,
  ): Promise<unknown> {
    child ??= start()
    const to = child
    const id = next++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress })
      signal?.addEventListener('abort', () => send(to, { kind: 'cancel', id }), { once: true })
      send(to, message(id))
    })
  }

  return {
    ask: (question, input, options) =>
      post((id) => ({ kind: 'ask', id, question, input }), options?.onProgress, options?.signal),
    privileged: (question, input) => post((id) => ({ kind: 'privileged', id, question, input })) as never,
    warm() {
      child ??= start()
    },
    async stop() {
      stopping = true
      const ending = child
      if (!ending) return
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
      await post((id) => ({ kind: 'privileged', id, question: 'close', input: null })).catch(() => {})
      ending.kill()
      await ended
    },
  }
}

function send(to: Child, message: ToCore): void {
  to.postMessage(message)
}
