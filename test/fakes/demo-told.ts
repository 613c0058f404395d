import type { Core } from '../../electron/core/core.ts'
import type { Deps } from '../../electron/core/handlers/handler.ts'
import { HANDLERS } from '../../electron/core/handlers/index.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import type { RegisterState } from '../../electron/demo/register.ts'
import type { Demo } from '../../electron/demo/start.ts'
import { tellDemo as tell } from '../../electron/demo/told/tell.ts'
import { contract } from '../../shared/contract.ts'
import { hostOf } from './collected.ts'

/** Asks an open locker as a core does: the input is parsed, the handler answers. */
export function askOf(db: WritableDb, now: () => Date = () => new Date()): Pick<Core, 'ask'> {
  const deps: Deps = { db, host: hostOf('', ''), now }
  const ask = async (question: keyof typeof contract, input: unknown) =>
    (HANDLERS[question] as (deps: Deps, input: unknown, options: object) => unknown)(
      deps,
      contract[question].input.parse(input),
      {},
    )
  return { ask: ask as Core['ask'] }
}

/** Tells a locker what the sample organisation's compliance lead knows: tags, lists, statements and documents. */
export async function tellDemo(
  db: WritableDb,
  demo: Demo,
  collectionId: number,
  state: RegisterState = 'kept',
): Promise<void> {
  const { organisation } = demo
  await tell(
    askOf(db, () => organisation.options.now),
    organisation,
    collectionId,
    state,
  )
}
