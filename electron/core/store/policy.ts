import { Policy } from '../../../shared/model/policy.ts'
import { canonicalJson } from './canonical.ts'
import { inTransaction, query, type ReadableDb, type WritableDb, write } from './db.ts'
import { appendJournal } from './journal.ts'

/** The engagement's policy: what was set, defaults for the rest. */
export function policyOf(db: ReadableDb): Policy {
  const row = query<[], { policy: string }>(db, 'select policy from policy where id = 1').get()
  return Policy.parse(row ? JSON.parse(row.policy) : {})
}

/** Sets some values of the policy; the journal keeps which and to what. */
export function setPolicy(
  db: WritableDb,
  change: Partial<Policy>,
  who: { readonly at: string; readonly actor: string },
): Policy {
  const policy = Policy.parse({ ...policyOf(db), ...change })
  inTransaction(db, () => {
    write<[string]>(db, 'insert or replace into policy (id, policy) values (1, ?)').run(canonicalJson(policy))
    appendJournal(db, { ...who, action: 'policy.set', detail: { ...change } })
  })
  return policy
}
