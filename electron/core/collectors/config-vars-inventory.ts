import type { Collector } from './collector.ts'
import { debugFlagOn, isSecretLike } from './config-var-names.ts'
import { readVariables } from './config-vars.ts'

/** Names, masks and ages of config vars; values are looked at in memory and dropped. */
export const configVarsInventory: Collector<'config-vars-inventory', 'app'> = {
  id: 'config-vars-inventory',
  topic: 'config-vars-inventory',
  title: 'Config vars',
  says: 'which config vars each app has, which look like credentials, and which are masked',
  scope: 'read-protected',
  per: 'app',
  async *collect(heroku, app) {
    const ref = { id: app.id, name: app.name }
    for (const variable of await readVariables(heroku, app))
      yield {
        subject: `${app.name} ${variable.key}`,
        subjectId: `${app.id}/${variable.key}`,
        content: {
          app: ref,
          key: variable.key,
          secret_like: isSecretLike(variable.key),
          masked: variable.masked,
          masking_supported: variable.masking_supported,
          value_updated_at: variable.value_updated_at,
          attachment: variable.attachment?.id ?? null,
          debug_flag_on: variable.value ? debugFlagOn(variable.key, variable.value.reveal()) : null,
        },
      }
  },
}
