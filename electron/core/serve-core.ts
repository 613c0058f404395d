import type { FromCore, PrivilegedQuestions, ToCore } from '../../shared/core-port.ts'
import { isProblem, Problem, type ProblemKind } from '../../shared/errors.ts'
import type { ProblemShape } from '../../shared/shell.ts'
import type { Core, CoreHost } from './core.ts'
import { createCore } from './create-core.ts'
import { frameworks } from './frameworks/index.ts'
import { probe } from './heroku/probe.ts'
import { refuseForeign } from './store/examine.ts'
import { keyOfRecoveryKey } from './store/recovery-key.ts'

/** One end of a message port: Electron's `parentPort`, or Node's channel to its parent. */
export interface CorePort {
  send(message: FromCore): void
  listen(listener: (message: ToCore) => void): void
}

type Credential = Awaited<ReturnType<CoreHost['credential']>>

/** Where an unforeseen error came from. Its message stays out of the log: it may hold what a source answered. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something was thrown that is no error'
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...places].join('\n')
}

function shapeOf(error: unknown): ProblemShape {
  if (isProblem(error)) return { kind: error.kind, what: error.what, remedy: error.remedy }
  console.error(traceOf(error))
  return {
    kind: 'unexpected',
    what: 'something unexpected happened in the core',
    remedy: 'try again; if it stays, please report it',
  }
}

/** Serves one core over a port until the process ends. Keys and tokens pass only by the privileged questions. */
export function serveCore(port: CorePort): void {
  const running = new Map<number, AbortController>()
  const credentials = new Map<
    number,
    { resolve: (value: Credential) => void; reject: (error: unknown) => void }
  >()
  let core: Core | null = null
  let nextCredential = 1

  const credential = (connectionId: string) =>
    new Promise<Credential>((resolve, reject) => {
      const id = nextCredential++
      credentials.set(id, { resolve, reject })
      port.send({ kind: 'credential-wanted', id, connectionId })
    })

  const privileged: {
    readonly [Q in keyof PrivilegedQuestions]: (
      core: Core,
      input: PrivilegedQuestions[Q]['input'],
    ) => Promise<unknown>
  } = {
    create: (open, input) => open.create(input.file, input.engagement),
    open: (open, input) => open.open(input.file, Buffer.from(input.key)),
    async 'open-with-recovery-key'(open, input) {
      const key = keyOfRecoveryKey(input.recoveryKey)
      return { info: await open.open(input.file, key), key }
    },
    async look(_open, { file }) {
      refuseForeign(file)
      return null
    },
    async close(open) {
      await open.close()
      return null
    },
    probe: (_open, input) => probe({ ...input, proxy }),
  }
  let proxy: string | null = null

  async function answer(id: number, work: (open: Core, signal: AbortSignal) => Promise<unknown>) {
    const stop = new AbortController()
    running.set(id, stop)
    try {
      if (!core) throw new Error('the core was asked before it was started')
      port.send({ kind: 'answer', id, output: (await work(core, stop.signal)) ?? null })
    } catch (error) {
      port.send({ kind: 'problem', id, problem: shapeOf(error) })
    } finally {
      running.delete(id)
    }
  }

  port.listen((message) => {
    if (message.kind === 'start') {
      proxy = message.proxy
      core = createCore({ actor: message.actor, proxy, credential })
      port.send({ kind: 'ready' })
      // The catalogs are read while the keychain is asked for the key of the first locker.
      setImmediate(frameworks)
    } else if (message.kind === 'cancel') running.get(message.id)?.abort()
    else if (message.kind === 'credential') {
      const asked = credentials.get(message.id)
      credentials.delete(message.id)
      if (message.credential) asked?.resolve(message.credential)
      else if (message.problem)
        asked?.reject(
          new Problem(message.problem.kind as ProblemKind, message.problem.what, message.problem.remedy),
        )
    } else if (message.kind === 'privileged')
      void answer(message.id, (open) => privileged[message.question](open, message.input as never))
    else
      void answer(message.id, (open, signal) =>
        open.ask(message.question as never, message.input as never, {
          signal,
          onProgress: (progress: unknown) => port.send({ kind: 'progress', id: message.id, progress }),
        }),
      )
  })
}
