import type { Verdict } from '../../../shared/model/check.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { handledBy, notSaid } from './facts/data-fit.ts'
import { grouped } from './facts/grouped.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { ofAddons, ofService, tierOf } from './facts/services.ts'
import { inClassWords } from './facts/tags.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/** The keys that somebody approved, by what the list calls them: the whole name at AWS, or its end. */
interface Keys {
  readonly byName: ReadonlyMap<string, readonly ListRow<'encryption-keys'>[]>
  readonly called: string
}

function approvedKeys(given: GivenRows<'encryption-keys'> | null): Keys | null {
  return given && { byName: grouped(given.rows, ({ key }) => key), called: given.called }
}

/** DAT-14. */
export const customerKeysUsed: Check = {
  id: 'DAT-14',
  title: 'Customer managed key is used where policy asks',
  severity: 'medium',
  needs: ['addon-inventory', 'byok'],
  needsLists: ['encryption-keys'],
  why: 'Who holds the key can end access to the data, the provider’s included. With the provider’s key nobody else can.',
  fix: 'Make the database again with a key of your own: `heroku addons:create heroku-postgresql:private-0 --encryption-key ARN`, and move the data. Give the list of your keys.',
  limits:
    'A key is asked for where the list of keys names the database, and for the classes of data of the policy (`customerKeyClasses`). Heroku does not tell the key of Kafka clusters and of Postgres Advanced.',
  *judge(view, policy) {
    const found = ofAddons(view, 'byok')
    const given = givenList(view, 'encryption-keys')
    const keys = approvedKeys(given)
    const wanted = new Set(given?.rows.map(({ database }) => database))
    const handled = handledBy(view)
    yield* eachAddon(
      view,
      function* (addon) {
        const { classes, untagged } = handled(addon)
        const strict = classes.filter((one) => policy.customerKeyClasses.includes(one))
        const named = wanted.has(addon.content.name)
        const asked = named
          ? 'the list of keys names it'
          : strict.length > 0
            ? `it holds ${inClassWords(strict)}`
            : null
        const [item] = found.of(addon.content.id)
        const mute = hasNoPlaceForKeys(addon)
        if (mute) {
          yield asked
            ? notEvaluated(addon, `Heroku does not tell the key of ${mute}, and ${asked}.`, [addon])
            : notApplicable(addon, 'Nothing asks for a key of your own.', [addon])
          return
        }
        if (!item) {
          yield notEvaluated(addon, found.gap(addon.content.id) ?? 'Heroku told nothing about it.', [addon])
          return
        }
        const key = item.content.customer_key
        if (key !== null) yield judgeKey(addon, key, keys, [item])
        else if (asked) yield fail(addon, `It is encrypted with a key of the provider, and ${asked}.`, [item])
        else if (policy.customerKeyClasses.length > 0 && untagged.length > 0)
          yield notEvaluated(addon, notSaid({ classes, untagged }), [item])
        else yield notApplicable(addon, 'Nothing asks for a key of your own.', [item])
      },
      ofService('heroku-postgresql', 'heroku-redis', 'heroku-kafka'),
      'data service',
    )
  },
}

/** Data services of which Heroku's answers have no place for a key, in words; null for all others. */
function hasNoPlaceForKeys({ content }: Addon): string | null {
  if (content.addon_service.name === 'heroku-kafka') return 'Kafka clusters'
  return tierOf(content.plan.name) === 'advanced' ? 'Postgres Advanced' : null
}

function judgeKey(addon: Addon, key: string, keys: Keys | null, grounds: Grounds): Verdict {
  if (!keys) return notEvaluated(addon, `It is encrypted with ${key}. ${noList('encryption-keys')}`, grounds)
  const end = key.slice(key.lastIndexOf('/') + 1)
  const rows = [...(keys.byName.get(key) ?? []), ...(keys.byName.get(end) ?? [])]
  const row = rows.find(({ database }) => database === null || database === addon.content.name)
  return row
    ? pass(addon, `It is encrypted with ${key}, for which ${row.owner} answers by ${keys.called}.`, grounds)
    : fail(addon, `It is encrypted with ${key}, which is not on ${keys.called}.`, grounds)
}
