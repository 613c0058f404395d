import type { SavedFilter } from '../../../shared/model/work.ts'
import { query, type ReadableDb, type WritableDb, write } from './db.ts'

/** The filters that people keep for a screen, by name. */
export function savedFilters(db: ReadableDb, screen: string): SavedFilter[] {
  return query<[string], { name: string; params: string }>(
    db,
    'select name, params from saved_filter where screen = ? order by name',
  )
    .all(screen)
    .map(({ name, params }) => ({ name, screen, params: JSON.parse(params) as SavedFilter['params'] }))
}

/** Keeps a filter; an earlier one of the same name is replaced. A convenience, not evidence: it is not journaled. */
export function saveFilter(db: WritableDb, filter: SavedFilter): void {
  write<[string, string, string]>(
    db,
    'insert or replace into saved_filter (screen, name, params) values (?, ?, ?)',
  ).run(filter.screen, filter.name, JSON.stringify(filter.params))
}

/** Forgets a filter. */
export function forgetFilter(db: WritableDb, screen: string, name: string): void {
  write<[string, string]>(db, 'delete from saved_filter where screen = ? and name = ?').run(screen, name)
}
