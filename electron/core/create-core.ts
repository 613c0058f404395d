import type { ZodType } from 'zod'
import { contract, type InputOf, type ParsedInputOf, type Question } from '../../shared/contract.ts'
import { problem } from '../../shared/errors.ts'
import { Engagement } from '../../shared/model/engagement.ts'
import { APP_VERSION } from '../../shared/version.ts'
import { beginWork } from './at-work.ts'
import type { AskOptions, Core, CoreHost } from './core.ts'
import type { Handler, Handlers } from './handlers/handler.ts'
import { HANDLERS } from './handlers/index.ts'
import { parseInput } from './parse-input.ts'
import type { WritableDb } from './store/db.ts'
import { appendJournal } from './store/journal.ts'
import { lockerInfo } from './store/locker.ts'
import { closeLocker, createLocker, openLocker, rekeyLocker } from './store/open.ts'
import { openFileAt } from './store/open-files.ts'
import { newKey, recoveryKeyOf } from './store/recovery-key.ts'

const handlers: Handlers = HANDLERS

/** Schema of each question's input, with its type tied to the question. */
const inputs = Object.fromEntries(
  Object.entries(contract).map(([question, line]) => [question, line.input]),
) as unknown as { readonly [Q in Question]: ZodType<ParsedInputOf<Q>> }

/** Work that would get in its own way if it were done twice at a time. */
const ALONE: readonly Question[] = ['collection:run', 'check:run', 'document:attach']

/** Makes a core with no locker open. `now` is the clock of everything it records. */
export function createCore(host: CoreHost, now: () => Date = () => new Date()): Core {
  let db: WritableDb | null = null
  const work = beginWork()

  function opened(): WritableDb {
    if (db === null) throw problem('wrong-use', { what: 'no locker is open', remedy: 'open one first' })
    return db
  }

  function journal(action: string, detail: Readonly<Record<string, unknown>>): void {
    appendJournal(opened(), { actor: host.actor, action, detail })
  }

  async function close(): Promise<void> {
    const closing = db
    db = null
    await work.stop()
    if (closing !== null) closeLocker(closing)
  }

  return {
    async create(file, engagement) {
      const facts = {
        engagement: parseInput(Engagement, engagement),
        appVersion: APP_VERSION,
        actor: host.actor,
      }
      await close()
      const key = newKey()
      db = createLocker(file, key, facts)
      return { info: lockerInfo(db), key, recoveryKey: recoveryKeyOf(key) }
    },
    async open(file, key) {
      if (openFileAt(file) !== null) await close()
      // A file that does not open must not cost the one that is open.
      const next = openLocker(file, key)
      await close()
      db = next
      try {
        journal('locker.opened', { appVersion: APP_VERSION })
        return lockerInfo(db)
      } catch (error) {
        await close()
        throw error
      }
    },
    async rekey(next) {
      work.refuseBusy()
      rekeyLocker(opened(), next)
      journal('locker.rekeyed', {})
      return { recoveryKey: recoveryKeyOf(next) }
    },
    close,
    async ask<Q extends Question>(question: Q, input: InputOf<Q>, options: AskOptions<Q> = {}) {
      const parsed = parseInput<ParsedInputOf<Q>>(inputs[question], input)
      const handler: Handler<Q> = handlers[question]
      const deps = { db: opened(), host, now }
      const alone = ALONE.includes(question)
      return await work.run(question, alone, options.signal, (signal) =>
        handler(deps, parsed, { ...options, signal }),
      )
    },
  }
}
