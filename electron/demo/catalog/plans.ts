import { type Ground, idOf } from '../random.ts'
import { type PlanRow, SERVICES, type ServiceRow } from './services.ts'
import { generationRef } from './stacks.ts'

/** Id and name of an add-on service. */
export const serviceRef = (ground: Ground, name: string) => ({
  id: idOf(ground, 'addon-service', name),
  name,
})

/** `GET /addon-services/{service}`. */
export const serviceAnswer = (ground: Ground, row: ServiceRow) => ({
  cli_plugin_name: null,
  created_at: '2012-01-01T12:00:00Z',
  human_name: row.title,
  id: idOf(ground, 'addon-service', row.name),
  name: row.name,
  state: row.state ?? 'ga',
  supports_multiple_installations: true,
  supports_sharing: true,
  updated_at: '2026-02-03T10:00:00Z',
  supported_generations: ['cedar', ...(row.fir ? ['fir'] : [])].map((name) => generationRef(ground, name)),
})

/** `GET /addon-services/{service}/plans/{plan}`. */
export const planAnswer = (ground: Ground, service: ServiceRow, row: PlanRow, index: number) => {
  const name = `${service.name}:${row.name}`
  const where = row.where ?? 'both'
  return {
    addon_service: serviceRef(ground, service.name),
    created_at: '2020-01-01T12:00:00Z',
    compliance: row.compliance ? [...row.compliance] : null,
    default: index === 0,
    description: `${service.title} ${row.name}`,
    human_name: row.name,
    id: idOf(ground, 'plan', name),
    installable_inside_private_network: where !== 'outside',
    installable_outside_private_network: where !== 'inside',
    name,
    price: { cents: row.cents, contract: false, metered: row.name === 'advanced', unit: 'month' },
    space_default: index === 0 && where !== 'outside',
    state: row.state ?? 'ga',
    updated_at: '2026-02-03T10:00:00Z',
    visible: (row.state ?? 'ga') === 'ga',
  }
}

/** A plan as Heroku answers it. */
export type Plan = ReturnType<typeof planAnswer>
/** A service as Heroku answers it. */
export type Service = ReturnType<typeof serviceAnswer>

/** The whole catalog, looked up by name or id. */
export interface Catalog {
  readonly services: readonly Service[]
  readonly plans: readonly Plan[]
  readonly service: ReadonlyMap<string, Service>
  readonly plan: ReadonlyMap<string, Plan>
}

/** Builds the catalog. */
export function makeCatalog(ground: Ground): Catalog {
  const services = SERVICES.map((row) => serviceAnswer(ground, row))
  const plans = SERVICES.flatMap((row) => row.plans.map((plan, i) => planAnswer(ground, row, plan, i)))
  return {
    services,
    plans,
    service: new Map(services.flatMap((s) => [[s.name, s] as const, [s.id, s] as const])),
    plan: new Map(plans.flatMap((p) => [[p.name, p] as const, [p.id, p] as const])),
  }
}
