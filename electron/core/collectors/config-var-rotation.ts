import type { Fingerprint } from '../../../shared/model/content.ts'
import type { Collector, HerokuReader } from './collector.ts'
import { isSecretLike } from './config-var-names.ts'
import { readVariables, type Variable } from './config-vars.ts'

/** Age and keyed fingerprint of credentials in config vars: what shows rotation and reuse without a value. */
export const configVarRotation: Collector<'config-var-rotation', 'app'> = {
  id: 'config-var-rotation',
  topic: 'config-var-rotation',
  title: 'Rotation of secrets',
  says: 'when each credential in a config var last changed, and whether two of them are the same',
  scope: 'read-protected',
  per: 'app',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for (const variable of await readVariables(heroku, app)) {
      if (!isSecretLike(variable.key)) continue
      yield {
        subject: `${app.name} ${variable.key}`,
        subjectId: `${app.id}/${variable.key}`,
        content: {
          app: ref,
          key: variable.key,
          value_updated_at: variable.value_updated_at,
          attachment: variable.attachment?.id ?? null,
          fingerprint: fingerprintOf(heroku, variable),
        },
      }
    }
  },
}

/** What Heroku returns for a masked variable is not its value, so it has no fingerprint. */
function fingerprintOf(heroku: HerokuReader, variable: Variable): Fingerprint {
  return variable.masked === true ? { withheld: 'masked' } : heroku.fingerprint(variable.value)
}
