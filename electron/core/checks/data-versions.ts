import type { Verdict } from '../../../shared/model/check.ts'
import type { ServiceVersionContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { readsOf } from './facts/reads.ts'
import { SUPPORT_AS_OF, supportOf } from './facts/service-support.ts'
import { ofService } from './facts/services.ts'
import { fail, notEvaluated, pass } from './facts/verdict.ts'
import { count, day, minute } from './facts/words.ts'

type Item<Of extends ServiceVersionContent['of']> = EvidenceItem<'data-service-versions'> & {
  readonly content: Extract<ServiceVersionContent, { of: Of }>
}

const isData = ofService('heroku-postgresql', 'heroku-redis', 'heroku-kafka')
const NAMES = { postgres: 'Postgres', 'key-value': 'Version', kafka: 'Kafka' } as const
const DAY_MS = 86_400_000
const SOON_DAYS = 90

/** DAT-10. */
export const versionsSupported: Check = {
  id: 'DAT-10',
  title: 'Database version is supported',
  severity: 'high',
  needs: ['addon-inventory', 'data-service-versions'],
  why: 'After the end of support nobody repairs faults that become known, and Heroku upgrades or closes such databases by its own calendar.',
  fix: 'Upgrade: `heroku pg:upgrade:prepare DATABASE` and `heroku pg:upgrade:run`, or `heroku redis:upgrade`.',
  limits: `Ends of support come from a table dated ${SUPPORT_AS_OF}; a quarter counts as its last day. Apache Kafka publishes no end of support, so its clusters are not evaluated.`,
  *judge(view) {
    const versions = new Map(
      view
        .items('data-service-versions')
        .filter((item): item is Item<'version'> => item.content.of === 'version')
        .map((item) => [item.content.addon.id, item]),
    )
    const reads = readsOf(view, 'data-service-versions', /^(?!\/data\/maintenances)/)
    yield* eachAddon(
      view,
      function* (addon) {
        const item = versions.get(addon.content.id)
        if (item) yield judgeVersion(addon, item, view.asOf)
        else
          yield notEvaluated(addon, reads.gap('addon', addon.content.id) ?? 'Heroku told nothing about it.', [
            addon,
          ])
      },
      isData,
      'data service',
    )
  },
}

function judgeVersion(addon: Addon, item: Item<'version'>, asOf: Date): Verdict {
  const { engine, version } = item.content
  if (version === null) return notEvaluated(addon, 'Heroku did not tell its version.', [item])
  const support = supportOf(engine, version)
  const name = `${NAMES[engine]} ${version}`
  if (support === null)
    return notEvaluated(addon, `${name} is missing in the table of ${SUPPORT_AS_OF}.`, [item])
  const { until, source } = support
  const left = Math.floor((Date.parse(until) + DAY_MS - asOf.getTime()) / DAY_MS)
  if (left < 0) return fail(addon, `Support of ${name} ended on ${until} (${source}).`, [item])
  const note = left < SOON_DAYS ? `, which is ${count(left, 'day')} away` : ''
  return pass(addon, `${name} is supported until ${until}${note} (${source}).`, [item])
}

/** States in which maintenance still has to happen. Source: Heroku's CLI, `data:maintenances`. */
const OPEN = new Set(['pending', 'preparing', 'ready', 'running'])

/** DAT-11. */
export const maintenanceNotOverdue: Check = {
  id: 'DAT-11',
  title: 'Required maintenance is not overdue',
  severity: 'medium',
  needs: ['addon-inventory', 'data-service-versions'],
  why: 'Maintenance brings the patches of operating system and database. What is put off past its date runs with known faults.',
  fix: 'Run it now with `heroku data:maintenances:run ADDON`, or set a window in which it may run: `heroku data:maintenances:window:update ADDON`.',
  limits: 'Tells what Heroku requires. Maintenance that Heroku did not announce yet is not seen.',
  *judge(view) {
    const items = view.items('data-service-versions')
    const pending = new Map(
      items
        .filter((item): item is Item<'maintenance'> => item.content.of === 'maintenance')
        .map((item) => [item.content.addon.id, item]),
    )
    const reads = readsOf(view, 'data-service-versions', /^\/data\/maintenances\/v1\/apps/)
    yield* eachAddon(
      view,
      function* (addon) {
        const item = pending.get(addon.content.id)
        if (item) yield judgeMaintenance(addon, item, view.asOf)
        else {
          const gap = reads.gap('app', addon.content.app.id)
          yield notEvaluated(addon, gap ?? 'Heroku’s list of maintenance does not name it.', [addon])
        }
      },
      isData,
      'data service',
    )
  },
}

function judgeMaintenance(addon: Addon, item: Item<'maintenance'>, asOf: Date): Verdict {
  const { status, required_by: due, scheduled_for: planned } = item.content
  if (!OPEN.has(status))
    return status === 'none' || status === 'completed'
      ? pass(addon, status === 'none' ? 'No maintenance is due.' : 'The last maintenance is done.', [item])
      : notEvaluated(addon, `What state “${status}” means is not known.`, [item])
  if (due === null)
    return pass(addon, `Maintenance is ${status}, with no date by which it has to run.`, [item])
  if (Date.parse(due) < asOf.getTime())
    return fail(addon, `Maintenance is ${status}, and was required by ${day(due)}.`, [item])
  const when = planned === null ? '' : `; it is planned for ${minute(planned)}`
  return pass(addon, `Maintenance is ${status}, required by ${day(due)}${when}.`, [item])
}
