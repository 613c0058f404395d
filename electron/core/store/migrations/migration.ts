import type Database from 'better-sqlite3'

/** One step of the locker's format. A shipped one is never edited: what changes later is a new step. */
export interface Migration {
  /** 1, 2, 3 …: the locker's `user_version` once it has run. */
  readonly version: number
  readonly name: string
  /** Makes a table anew that others refer to: references are not enforced while it runs, and checked after. */
  readonly rebuilds?: boolean
  /** Runs within a transaction on a locker of the version before. */
  up(db: Database.Database): void
}

/** SQL of the triggers that make a table append-only: a row that is written is never changed nor deleted. */
export function appendOnly(table: string): string {
  return ['update', 'delete']
    .map(
      (verb) => `create trigger ${table}_no_${verb} before ${verb} on ${table} begin
  select raise(abort, '${table} is append-only: what is written is never ${verb}d');
end;`,
    )
    .join('\n')
}
