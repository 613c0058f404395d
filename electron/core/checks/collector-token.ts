import { ownAuthorizations } from './authorizations.ts'
import type { Check } from './check.ts'
import { fail, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

const CAN_WRITE = new Set(['global', 'write', 'write-protected'])

/** TOK-09. */
export const collectedReadOnly: Check = {
  id: 'TOK-09',
  title: 'The collection token was read-only',
  severity: 'high',
  needs: ['oauth-authorizations'],
  why: 'Evidence is stronger when the tool that gathered it could not have changed what it reports, and a stolen token does less harm.',
  fix: 'Make a token for collecting with `heroku authorizations:create --scope identity,read-protected --expires-in SECONDS --description "Evidence Locker"` and replace the connection’s token.',
  limits:
    'Where Heroku does not tell which authorization collected, the scopes that the connection reported are judged.',
  *judge(view) {
    const item = ownAuthorizations(view).find((entry) => entry.content.is_collector === true)
    const scopes = item ? item.content.scope : view.collection.scopes
    const about = item ?? { subject: view.collection.connection.label, subjectId: WHOLE.subjectId }
    if (!scopes || scopes.length === 0) {
      yield notEvaluated(about, 'Heroku did not tell the scope of the token that collected.')
      return
    }
    const writes = scopes.filter((scope) => CAN_WRITE.has(scope))
    const grounds = item ? [item] : []
    if (writes.length > 0)
      yield fail(
        about,
        `The token that collected has scope ${listed(writes)}: it could have changed things.`,
        grounds,
      )
    else yield pass(about, `The token that collected has scope ${listed(scopes)}: it can only read.`, grounds)
  },
}
