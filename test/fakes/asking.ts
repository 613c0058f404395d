import type { z } from 'zod'
import type { Deps } from '../../electron/core/handlers/handler.ts'
import { HANDLERS } from '../../electron/core/handlers/index.ts'
import { parseInput } from '../../electron/core/parse-input.ts'
import type { WritableDb } from '../../electron/core/store/db.ts'
import { contract, type InputOf, type OutputOf, type Question } from '../../shared/contract.ts'
import { hostOf } from './collected.ts'

/** Asks questions of an open locker as a face does: the input goes through its schema, then to the handler. */
export function askOf(db: () => WritableDb, now: () => Date = () => new Date('2026-11-21T10:00:00Z')) {
  return async <Q extends Question>(question: Q, input: InputOf<Q>): Promise<OutputOf<Q>> => {
    const deps: Deps = { db: db(), host: hostOf('', ''), now }
    const handler = HANDLERS[question] as unknown as (
      deps: Deps,
      input: unknown,
      options: object,
    ) => OutputOf<Q> | Promise<OutputOf<Q>>
    return handler(deps, parseInput(contract[question].input as z.ZodType<unknown>, input), {})
  }
}
