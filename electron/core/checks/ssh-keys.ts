import type { Verdict } from '../../../shared/model/check.ts'
import type { SshKeyContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check, EvidenceView } from './check.ts'
import { ageInDays, isOlderThan } from './facts/ages.ts'
import { readsOf, refusedSubjects } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, day, short } from './facts/words.ts'

const ACCOUNT_ONLY =
  'Heroku shows the keys of the collecting account only; those of other people cannot be read.'

function* eachKey(
  view: EvidenceView,
  judge: (item: EvidenceItem<'ssh-keys'>, called: string) => Verdict,
): Iterable<Verdict> {
  const items = view.items('ssh-keys')
  for (const item of items) yield judge(item, short(item.content.comment || item.content.fingerprint))
  const reads = readsOf(view, 'ssh-keys')
  yield* refusedSubjects(reads, ['account'])
  if (items.length === 0 && reads.refusals.length === 0)
    yield notApplicable(WHOLE, 'The collecting account has no SSH key.')
}

type Strength = readonly [strong: boolean, why: string] | null

function strength({ algorithm, bits }: SshKeyContent): Strength {
  if (algorithm === null) return null
  if (/ed25519/.test(algorithm)) return [true, 'Ed25519']
  if (/^ssh-dss/.test(algorithm)) return [false, 'DSA, which is no longer considered safe']
  if (bits === null) return null
  if (/ecdsa/.test(algorithm)) return [bits >= 256, `ECDSA with ${bits} bits`]
  if (!/rsa/.test(algorithm)) return null
  const note =
    bits >= 2048 && bits < 3072 ? ', enough today but below the 3072 that new keys should have' : ''
  return [bits >= 2048, `RSA with ${bits} bits${note}`]
}

/** TOK-07. */
export const sshKeysAreStrong: Check = {
  id: 'TOK-07',
  title: 'SSH keys use strong algorithms',
  severity: 'low',
  needs: ['ssh-keys'],
  why: 'An SSH key opens the git remotes and one-off dynos of its owner. A weak one can be computed from its public half.',
  fix: 'Make a new key with `ssh-keygen -t ed25519`, add it with `heroku keys:add`, then remove the old one with `heroku keys:remove NAME`.',
  limits: ACCOUNT_ONLY,
  judge: (view) =>
    eachKey(view, (item, called) => {
      const found = strength(item.content)
      if (!found) return notEvaluated(item, `The kind of key “${called}” could not be read from it.`, [item])
      const [strong, why] = found
      return strong
        ? pass(item, `“${called}” is ${why}.`, [item])
        : fail(item, `“${called}” is ${why}.`, [item])
    }),
}

/** TOK-08. */
export const sshKeysAreYoung: Check = {
  id: 'TOK-08',
  title: 'SSH keys are younger than the set age',
  severity: 'low',
  needs: ['ssh-keys'],
  why: 'Keys stay on laptops that were sold, lost or given to others. Replacing them on schedule closes those doors.',
  fix: 'Make a new key, add it with `heroku keys:add`, then remove the old one with `heroku keys:remove NAME`.',
  limits: ACCOUNT_ONLY,
  judge: (view, { sshKeyMaxAgeDays: limit }) =>
    eachKey(view, (item, called) => {
      const added = item.content.created_at
      const reason = `“${called}” was added on ${day(added)}, ${count(ageInDays(view.asOf, added), 'day')} ago; the limit is ${limit}.`
      return isOlderThan(view.asOf, added, limit) ? fail(item, reason, [item]) : pass(item, reason, [item])
    }),
}
