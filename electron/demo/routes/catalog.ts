import { dynoSizesOf } from '../catalog/dyno-sizes.ts'
import { regionsOf } from '../catalog/regions.ts'
import { generationsOf, stacksOf } from '../catalog/stacks.ts'
import { found } from '../server/refusal.ts'
import { pages, type Route, read, whole } from '../server/route.ts'

const named = <T extends { readonly id: string; readonly name: string }>(
  list: readonly T[],
  key: string | undefined,
  what: string,
): T =>
  found(
    list.find((item) => item.id === key || item.name === key),
    what,
  )

/** What Heroku offers: regions, stacks, generations, dyno sizes, add-on services and plans. */
export const CATALOG: readonly Route[] = [
  read('/regions', ({ org }) => pages(regionsOf(org.ground), 'id', 'name')),
  read('/regions/:region', ({ org, params }) => whole(named(regionsOf(org.ground), params[0], 'region'))),
  read('/stacks', ({ org }) => pages(stacksOf(org.ground), 'id', 'name')),
  read('/stacks/:stack', ({ org, params }) => whole(named(stacksOf(org.ground), params[0], 'stack'))),
  read('/generations', ({ org }) => pages(generationsOf(org.ground), 'id', 'name')),
  read('/generations/:generation', ({ org, params }) =>
    whole(named(generationsOf(org.ground), params[0], 'generation')),
  ),
  read('/dyno-sizes', ({ org }) => pages(dynoSizesOf(org.ground), 'id', 'name')),
  read('/dyno-sizes/:size', ({ org, params }) =>
    whole(named(dynoSizesOf(org.ground), params[0], 'dyno size')),
  ),
  read('/addon-services', ({ org }) => pages(org.catalog.services, 'id', 'name')),
  read('/addon-services/:service', ({ org, params }) =>
    whole(found(org.catalog.service.get(params[0] ?? ''), 'add-on service')),
  ),
  read('/addon-services/:service/plans', ({ org, params }) => {
    const service = found(org.catalog.service.get(params[0] ?? ''), 'add-on service')
    return pages(
      org.catalog.plans.filter((plan) => plan.addon_service.id === service.id),
      'id',
      'name',
    )
  }),
  read('/addon-services/:service/plans/:plan', ({ org, params }) =>
    whole(found(org.catalog.plan.get(params[1] ?? ''), 'plan')),
  ),
  read('/plans/:plan', ({ org, params }) => whole(found(org.catalog.plan.get(params[0] ?? ''), 'plan'))),
]
