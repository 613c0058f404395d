import type { Check } from './check.ts'
import { eachApp } from './facts/apps.ts'
import { grouped } from './facts/grouped.ts'
import { eachProductionApp } from './facts/production.ts'
import { inWords, readsOf } from './facts/reads.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** CFG-05. */
export const secretsAreMasked: Check = {
  id: 'CFG-05',
  title: 'Secret config vars are masked where masking is offered',
  severity: 'low',
  needs: ['app-inventory', 'config-vars-inventory'],
  why: 'A masked value can be set and used but not read back, so a curious colleague, a shared screen or a stolen token does not reveal it.',
  fix: 'Mask the variable in the Dashboard (app, Settings, Config Vars) where Heroku offers it.',
  limits:
    'Heroku tells masks in a newer part of its API only; where that is missing nothing is evaluated. Names tell what looks like a secret.',
  *judge(view) {
    const variables = grouped(view.items('config-vars-inventory'), (item) => item.content.app.id)
    const reads = readsOf(view, 'config-vars-inventory')
    yield* eachApp(view, function* (app) {
      const secrets = (variables.get(app.subjectId) ?? []).filter((item) => item.content.secret_like)
      const offered = secrets.filter((item) => item.content.masking_supported === true || item.content.masked)
      const open = offered.filter((item) => item.content.masked === false)
      const untold = secrets.filter((item) => item.content.masked === null)
      const gap = reads.finished('app', app.subjectId) ? null : reads.gap('app', app.subjectId)
      if (open.length > 0)
        yield fail(
          app,
          `Readable although masking is offered: ${listed(open.map((item) => item.content.key))}.`,
          open,
        )
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (secrets.length === 0)
        yield notApplicable(app, 'No config var of the app looks like a secret.', [app])
      else if (untold.length > 0)
        yield notEvaluated(
          app,
          `Heroku did not tell whether ${listed(untold.map((item) => item.content.key))} can be masked.`,
          untold,
        )
      else if (offered.length === 0)
        yield notApplicable(app, 'Heroku offers no masking for the secrets of this app.', secrets)
      else yield pass(app, `${count(offered.length, 'secret')} masked.`, offered)
    })
  },
}

/** A name that reads like a debug switch, for variables whose value may not be read. */
const DEBUG_NAME = /(^|_)(DEBUG|TRACE|VERBOSE|LOG_LEVEL|ENV)(_|$)/i

/** CFG-07. */
export const noDebugInProduction: Check = {
  id: 'CFG-07',
  title: 'No debug flag is on in production',
  severity: 'medium',
  needs: ['app-inventory', 'config-vars-inventory', 'pipelines-promotions'],
  why: 'Debug modes show stack traces, queries and sometimes secrets to whoever causes an error, and fill the logs with personal data.',
  fix: 'Turn the flag off, `heroku config:set DEBUG=false --app APP` or `heroku config:unset DEBUG --app APP`.',
  limits:
    'Knows the switches of common frameworks by name and judges their values in memory; switches inside the code are not visible.',
  *judge(view, policy) {
    const variables = grouped(view.items('config-vars-inventory'), (item) => item.content.app.id)
    const reads = readsOf(view, 'config-vars-inventory')
    const values = readsOf(view, 'config-vars-inventory', /\/config-vars$/)
    yield* eachProductionApp(view, policy, function* (app) {
      const here = variables.get(app.subjectId) ?? []
      const on = here.filter((item) => item.content.debug_flag_on === true)
      const off = here.filter((item) => item.content.debug_flag_on === false)
      const hidden = here.filter(
        ({ content }) => content.masked && content.debug_flag_on === null && DEBUG_NAME.test(content.key),
      )
      const gap = reads.finished('app', app.subjectId) ? null : reads.gap('app', app.subjectId)
      const refusal = values.refusal('app', app.subjectId)
      if (on.length > 0) yield fail(app, `On: ${listed(on.map((item) => item.content.key))}.`, on)
      else if (gap) yield notEvaluated(app, gap, [app])
      else if (refusal)
        yield notEvaluated(app, `The values could not be looked at (${inWords(refusal)}).`, [app])
      else if (hidden.length > 0)
        yield notEvaluated(
          app,
          `Masked, so that their values cannot be judged: ${listed(hidden.map((item) => item.content.key))}.`,
          hidden,
        )
      else if (off.length > 0) yield pass(app, `Off: ${listed(off.map((item) => item.content.key))}.`, off)
      else yield pass(app, `None of ${count(here.length, 'config var')} is a debug flag.`, [app])
    })
  },
}
