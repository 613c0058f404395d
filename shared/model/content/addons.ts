import type { Instant } from '../json.ts'
import type { Ref } from './refs.ts'

/** Add-ons and their attachments, across all apps. */
export type AddonInventoryContent =
  | {
      readonly of: 'addon'
      readonly id: string
      readonly name: string
      readonly addon_service: Ref
      readonly plan: Ref
      readonly app: Ref
      readonly state: string
      /** Release state of the plan and of the service, such as `ga`, `beta`, `shutdown`; null where not told. */
      readonly plan_state: string | null
      readonly service_state: string | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'attachment'
      readonly id: string
      readonly name: string
      readonly namespace: string | null
      readonly addon: Ref & { readonly app: Ref | null }
      readonly app: Ref
      readonly created_at: Instant
    }

/** Which add-on services a team allows, and whether the control is on. */
export type AddonAllowlistContent =
  | {
      readonly of: 'team-preferences'
      readonly team: string
      readonly addons_controls: boolean | null
      readonly enterprise_team: boolean
    }
  | {
      readonly of: 'allowed-service'
      readonly id: string
      readonly team: string
      readonly addon_service: Ref
      readonly added_at: Instant
      readonly added_by: string
    }

/** What Heroku's catalog says of plans: of those in use, and of all others of a service in use. */
export type PlanContent =
  | {
      /** Subject: the add-on. */
      readonly of: 'addon'
      readonly addon: Ref
      readonly app: Ref
      readonly addon_service: string
      readonly plan: Ref
      readonly compliance: readonly string[] | null
      readonly installable_inside_private_network: boolean | null
      readonly installable_outside_private_network: boolean | null
      readonly state: string | null
    }
  | {
      /** `GET /addon-services/{service}` and its plans, for services in use. Subject: the service. */
      readonly of: 'service'
      readonly id: string
      readonly name: string
      /** `alpha`, `beta`, `ga` or `shutdown`; null where not told. */
      readonly state: string | null
      readonly supported_generations: readonly string[]
      readonly supports_sharing: boolean | null
      readonly supports_multiple_installations: boolean | null
      /** By name. */
      readonly plans: readonly {
        readonly id: string
        readonly name: string
        readonly compliance: readonly string[] | null
        readonly installable_inside_private_network: boolean | null
        readonly installable_outside_private_network: boolean | null
        readonly state: string | null
      }[]
    }
