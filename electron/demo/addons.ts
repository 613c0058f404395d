import type { App } from './apps.ts'
import type { Catalog, Plan } from './catalog/plans.ts'
import { type ServiceRow, serviceOf } from './catalog/services.ts'
import { ago, diceOf, type Ground, idOf } from './random.ts'
import type { AddonTraits } from './traits.ts'

/** An add-on and the app that pays for it. */
export interface Addon {
  readonly id: string
  readonly name: string
  readonly service: ServiceRow
  readonly plan: Plan
  readonly app: App
  readonly traits: AddonTraits
  /** Name of its attachment on its own app, also when that is gone. */
  readonly as: string
  readonly createdAt: string
}

/** The link between an add-on and an app that may use it. */
export interface Attachment {
  readonly id: string
  readonly name: string
  readonly namespace: string | null
  readonly addon: Addon
  readonly app: App
  readonly createdAt: string
}

const SHAPES =
  'amorphous angular asymmetrical cubed concave curly cylindrical deep encircled flat globular horizontal infinite metric octagonal opaque parallel perpendicular polished rigid round shallow solid spherical trapezoidal vertical'.split(
    ' ',
  )

/** All add-ons, in the order of their apps. */
export function makeAddons(ground: Ground, apps: readonly App[], catalog: Catalog): readonly Addon[] {
  return apps.flatMap((app) =>
    (app.traits.addons ?? []).map((traits, i) => addon(ground, app, traits, i, catalog)),
  )
}

function addon(ground: Ground, app: App, traits: AddonTraits, i: number, catalog: Catalog): Addon {
  const plan = catalog.plan.get(traits.plan)
  if (!plan) throw new RangeError(`no such plan: ${traits.plan}`)
  const service = serviceOf(traits.plan)
  const roll = diceOf(ground, 'addon', app.name, i)
  const short = service.name.replace(/^heroku-?/, '')
  return {
    id: idOf(ground, 'addon', app.name, i),
    name: `${short}-${roll.pick(SHAPES)}-${10_000 + (Number.parseInt(idOf(ground, 'n', app.name, i).slice(0, 6), 16) % 90_000)}-${i}`,
    service,
    plan,
    app,
    traits,
    as: traits.as ?? service.as,
    createdAt: ago(
      ground,
      Math.max(0, app.ageDays - 1 - roll.int(0, Math.floor(app.ageDays / 4))),
      -roll.int(0, 9),
    ),
  }
}

/** All attachments: each add-on's own (orphans have none) and those that apps borrow. */
export function makeAttachments(
  ground: Ground,
  apps: readonly App[],
  addons: readonly Addon[],
): readonly Attachment[] {
  const own = addons
    .filter((addon) => !addon.traits.orphan)
    .map((addon) => attachment(ground, addon, addon.app, addon.as, addon.traits.credential))
  const borrowed = apps.flatMap((app) =>
    (app.traits.borrows ?? []).flatMap((loan) => {
      const lent = addons.find((addon) => addon.app.name === loan.app && addon.as === loan.as)
      return lent ? [attachment(ground, lent, app, loan.name, loan.credential)] : []
    }),
  )
  return [...own, ...borrowed]
}

function attachment(
  ground: Ground,
  addon: Addon,
  app: App,
  name: string,
  credential: string | undefined,
): Attachment {
  return {
    id: idOf(ground, 'attachment', addon.id, app.id, name),
    name,
    namespace: credential === undefined ? null : `credential:${credential}`,
    addon,
    app,
    createdAt: addon.createdAt,
  }
}

/** Config vars that an attachment makes, such as `DATABASE_URL`. */
export const varsOf = (attachment: Attachment): readonly string[] =>
  attachment.addon.service.vars.map((name) => name.replace('{}', attachment.name))
