import { canary } from '../canary.ts'
import { regionsOf } from '../catalog/regions.ts'
import { drainsOf } from '../drains.ts'
import type { Organisation } from '../organisation.ts'
import { ago, idOf } from '../random.ts'
import { featureOff, found } from '../server/refusal.ts'
import { type Ask, guarded, pages, type Route, read, whole } from '../server/route.ts'
import { meterAnswer, usageHistory } from '../usage.ts'
import { pickOf } from './account-extras.ts'
import { addonOf } from './addons.ts'
import { hookRoutes } from './app-extras.ts'

/** Where each service may be installed. */
function* capabilities(org: Organisation) {
  for (const service of org.catalog.services) {
    const inside = org.catalog.plans.some(
      (plan) => plan.addon_service.id === service.id && plan.installable_inside_private_network,
    )
    for (const region of regionsOf(org.ground)) {
      yield {
        id: idOf(org.ground, 'capability', service.name, region.name),
        supports_private_networking: inside,
        addon_service: service,
        region,
      }
    }
  }
}

const sso = (ask: Ask, index: number) => {
  const addon = addonOf(ask, index)
  const secret = (part: string) => canary(ask.org.ground, 'sso', addon.id, part)
  return {
    method: 'post',
    action: `https://addons-sso.demo/${addon.service.name}/heroku/sso`,
    params: {
      email: ask.caller.person.email,
      user_id: ask.caller.person.id,
      owning_app: addon.app.name,
      attached_app: addon.app.name,
      timestamp: Math.floor(ask.org.ground.now / 1000),
      'nav-data': 'e30=',
      id: addon.id,
      token: secret('token'),
      resource_id: addon.id,
      resource_token: secret('resource'),
    },
  }
}

const meters = (ask: Ask) => {
  const plan = found(ask.org.catalog.plan.get(ask.params[0] ?? ''), 'plan')
  return plan.price.metered ? [meterAnswer(ask.org, plan.id)] : []
}

/** What is less asked of add-ons and plans. */
export const ADDON_EXTRAS: readonly Route[] = [
  read('/addon-region-capabilities', ({ org }) => pages([...capabilities(org)])),
  read('/addon-services/:service/region-capabilities', ({ org, params }) => {
    const service = found(org.catalog.service.get(params[0] ?? ''), 'add-on service')
    return pages([...capabilities(org)].filter((c) => c.addon_service.id === service.id))
  }),
  read('/regions/:region/addon-region-capabilities', ({ org, params }) => {
    const [key] = params
    return pages([...capabilities(org)].filter(({ region }) => region.id === key || region.name === key))
  }),
  guarded('/addons/:addon/sso', (ask) => whole(sso(ask, 0))),
  guarded('/apps/:app/addons/:addon/sso', (ask) => whole(sso(ask, 1))),
  ...hookRoutes('/addons/:addon', (ask) => ({ app: addonOf(ask).app, key: addonOf(ask).name })),
  read('/addons/:addon/log-drains', (ask) => {
    const addon = addonOf(ask)
    return pages(drainsOf(ask.org, addon.app).filter((drain) => drain.addon?.id === addon.id))
  }),
  guarded('/addon-attachments/:attachment/telemetry-ingress-info', (ask) => {
    const attachment = found(ask.org.find.attachment.get(ask.params[0] ?? ''), 'attachment')
    if (attachment.app.generation !== 'fir')
      throw featureOff('Telemetry ingress is not enabled for this app.')
    const host = 'https://telemetry-ingress.orchard-1234.herokuspace.com'
    return whole({
      id_token: canary(ask.org.ground, 'ingress', attachment.id),
      token_type: 'Bearer',
      transports: { http: `${host}/v1/logs`, logpex: `${host}/logplex/logs` },
      expires_at: ago(ask.org.ground, -1),
    })
  }),
  read('/plans/:plan/meters', (ask) => whole(meters(ask))),
  read('/plans/:plan/meters/:meter', (ask) => whole(pickOf(meters(ask), ask.params[1], 'meter', 'name'))),
  read('/resource/:resource/usage-history', (ask) => whole(usageHistory(ask.org, addonOf(ask).id))),
]
