import type { Verdict } from '../../../shared/model/check.ts'
import type { ListRow } from '../../../shared/model/records/lists.ts'
import type { Check } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { handledBy, notSaid } from './facts/data-fit.ts'
import { type GivenRows, givenList, noList } from './facts/lists.ts'
import { ofAddons, ofService } from './facts/services.ts'
import { inClassWords } from './facts/tags.ts'
import { fail, type Grounds, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

type Keys = GivenRows<'encryption-keys'>

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
    'A key is asked for where the list of keys names the database, and for the classes of data of the policy (`customerKeyClasses`). Heroku does not tell the key of Kafka clusters.',
  *judge(view, policy) {
    const found = ofAddons(view, 'byok')
    const keys = givenList(view, 'encryption-keys')
    const wanted = new Set(keys?.rows.map(({ database }) => database))
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
        if (addon.content.addon_service.name === 'heroku-kafka') {
          yield asked
            ? notEvaluated(addon, `Heroku does not tell the key of Kafka clusters, and ${asked}.`, [addon])
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

/** A key belongs to a database by its row, or to any where the row names none. */
function approves(row: ListRow<'encryption-keys'>, key: string, database: string): boolean {
  const same = row.key === key || key.endsWith(`/${row.key}`)
  return same && (row.database === null || row.database === database)
}

function judgeKey(addon: Addon, key: string, keys: Keys | null, grounds: Grounds): Verdict {
  if (!keys) return notEvaluated(addon, `It is encrypted with ${key}. ${noList('encryption-keys')}`, grounds)
  const row = keys.rows.find((one) => approves(one, key, addon.content.name))
  return row
    ? pass(addon, `It is encrypted with ${key}, for which ${row.owner} answers by ${keys.called}.`, grounds)
    : fail(addon, `It is encrypted with ${key}, which is not on ${keys.called}.`, grounds)
}
