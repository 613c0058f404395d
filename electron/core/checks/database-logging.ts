import type { Check } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { type Handled, handledBy, notSaid } from './facts/data-fit.ts'
import { ofAddons, ofService, SHARED_POSTGRES as SHARED, tierOf } from './facts/services.ts'
import { inClassWords } from './facts/tags.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'

/**
 * What `log_statement` records, from nothing to everything; a least duration of 0 records everything, too.
 * Source: PostgreSQL's documentation.
 */
const LEVELS = ['none', 'ddl', 'mod', 'all']
const NO_READS = 'Levels below all leave out reads, so they do not record who read what (PCI DSS 10.2.1.1).'

/** LOG-14. */
export const databasesLogChanges: Check = {
  id: 'LOG-14',
  title: 'Scoped databases log connections and changes',
  severity: 'medium',
  needs: ['addon-inventory', 'postgres-logging-settings'],
  why: 'When data was changed or taken, the log of the database is the only place that tells by whom and when.',
  fix: 'Turn it on with `heroku pg:settings:log-connections DATABASE on` and `heroku pg:settings:log-statement DATABASE ddl` (mod for health and cardholder data).',
  limits: `Sees the settings, not the log. ${NO_READS} What a person tagged decides whether mod is asked for.`,
  *judge(view) {
    const settings = ofAddons(view, 'postgres-logging-settings')
    const handled = handledBy(view)
    yield* eachAddon(
      view,
      function* (addon) {
        const [item] = settings.of(addon.content.id)
        if (!item && SHARED.has(tierOf(addon.content.plan.name))) {
          yield notApplicable(addon, `Plan ${addon.content.plan.name} has no such settings.`, [addon])
          return
        }
        if (!item) {
          yield notEvaluated(addon, settings.gap(addon.content.id) ?? 'Heroku told nothing about it.', [
            addon,
          ])
          return
        }
        yield judgeSettings(addon, item, handled(addon))
      },
      ofService('heroku-postgresql'),
      'Heroku Postgres database',
    )
  },
}

type Settings = ReturnType<ReturnType<typeof ofAddons<'postgres-logging-settings'>>['of']>[number]

function judgeSettings(about: Addon, item: Settings, handled: Handled) {
  const { log_connections: connections, log_statement: statement, plan } = item.content
  if (connections === null && statement === null)
    return notApplicable(about, `Plan ${plan} has no such settings.`, [item])
  const wrong: string[] = []
  const every = item.content.log_min_duration_statement === 0
  const level = every ? 3 : LEVELS.indexOf(statement ?? '')
  const strict = handled.classes.filter((one) => one === 'phi' || one === 'cardholder')
  if (connections === false) wrong.push('connections are not logged')
  if (level === 0) wrong.push('no statement is logged')
  if (level === 1 && strict.length > 0)
    wrong.push(`statements are logged at ddl only, and it holds ${inClassWords(strict)}`)
  if (wrong.length > 0) return fail(about, `${sentence(wrong)}.`, [item])
  if (connections === null)
    return notEvaluated(about, 'Heroku did not tell whether connections are logged.', [item])
  if (level === -1)
    return notEvaluated(
      about,
      statement === null
        ? 'Connections are logged; Heroku did not tell which statements are.'
        : `What “${statement}” records is not known.`,
      [item],
    )
  if (level === 1 && handled.untagged.length > 0)
    return notEvaluated(about, `Statements are logged at ddl, and ${lower(notSaid(handled))}`, [item])
  const note = level < 3 ? ` ${NO_READS}` : ''
  const what = every ? 'every statement, with its duration' : `statements at ${statement}`
  return pass(about, `Connections are logged, and ${what}.${note}`, [item])
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(', and ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
