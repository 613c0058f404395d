import type { OutputOf, ParsedInputOf, Question } from '../../../shared/contract.ts'
import type { AskOptions, CoreHost } from '../core.ts'
import type { WritableDb } from '../store/db.ts'

/** What every handler works with: the open locker, the shell around the core, and the time. */
export interface Deps {
  readonly db: WritableDb
  readonly host: CoreHost
  readonly now: () => Date
}

/** Who acts, and when: what every act and every line of the journal begins with. */
export function who({ host, now }: Pick<Deps, 'host' | 'now'>): {
  readonly at: string
  readonly actor: string
} {
  return { at: now().toISOString(), actor: host.actor }
}

/** Answers one question of the contract. Its input has passed the schema of that line, defaults filled in. */
export type Handler<Q extends Question> = (
  deps: Deps,
  input: ParsedInputOf<Q>,
  options: AskOptions<Q>,
) => OutputOf<Q> | Promise<OutputOf<Q>>

/** One handler for each line of the contract; files hold a part each: `satisfies Pick<Handlers, 'check:run' | …>`. */
export type Handlers = { readonly [Q in Question]: Handler<Q> }
