import type { Instant } from '../json.ts'
import type { Ref, UserRef } from './refs.ts'

/** `GET /apps/{app}/releases`. Subject: the release. */
export interface ReleaseContent {
  readonly id: string
  readonly app: Ref
  readonly version: number
  readonly description: string
  readonly status: string
  readonly user: UserRef
  readonly current: boolean
  readonly slug: string | null
  readonly oci_image: string | null
  readonly addon_plan_names: readonly string[]
  readonly created_at: Instant
}

/** Builds of an app, and the buildpacks it builds with. */
export type BuildContent =
  | {
      readonly of: 'build'
      readonly id: string
      readonly app: Ref
      readonly status: string
      readonly stack: string | null
      readonly user: UserRef
      readonly buildpacks: readonly string[]
      readonly source_checksum: string | null
      readonly source_version: string | null
      readonly slug: string | null
      readonly release: string | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'buildpack'
      readonly app: Ref
      readonly ordinal: number
      readonly name: string
      readonly url: string
    }
  | {
      /** The slug of the release that is current; Cedar. */
      readonly of: 'slug'
      readonly id: string
      readonly app: Ref
      readonly release_version: number
      readonly commit: string | null
      readonly checksum: string | null
      readonly stack: string | null
      readonly size: number | null
      readonly created_at: Instant
    }
  | {
      /** The image of the release that is current; Fir. */
      readonly of: 'oci-image'
      readonly id: string
      readonly app: Ref
      readonly release_version: number
      readonly commit: string | null
      readonly digest: string | null
      readonly base_image_name: string | null
      readonly stack: string | null
      readonly architecture: string | null
      /** Such as `heroku/ruby 2.0.0`. */
      readonly buildpacks: readonly string[]
      readonly created_at: Instant
    }

/** Pipelines and the apps coupled to them. */
export type PipelineContent =
  | {
      readonly of: 'pipeline'
      readonly id: string
      readonly name: string
      readonly owner: { readonly id: string; readonly type: string } | null
      readonly created_at: Instant
    }
  | {
      readonly of: 'coupling'
      readonly id: string
      readonly pipeline: Ref
      readonly app: Ref
      readonly stage: string
      readonly created_at: Instant
    }
  | {
      /** The newest build, deployment or release of each app of a pipeline. */
      readonly of: 'latest-build' | 'latest-deployment' | 'latest-release'
      readonly id: string
      readonly pipeline: Ref
      /** Heroku tells the id alone. */
      readonly app_id: string
      readonly status: string
      /** Of a release or deployment. */
      readonly version: number | null
      readonly slug: string | null
      readonly oci_image: string | null
      /** Of a build: what the source called itself, mostly a commit. */
      readonly source_version: string | null
      readonly user: UserRef
      readonly created_at: Instant
    }
  | {
      /** The repository that a pipeline is connected to. */
      readonly of: 'repository'
      readonly pipeline: Ref
      readonly name: string
      readonly type: string | null
      readonly ci: boolean | null
    }
  | {
      /** The repository that an app deploys from by itself. */
      readonly of: 'github'
      readonly app: Ref
      readonly repo: string
      readonly branch: string | null
      readonly auto_deploy: boolean | null
      readonly wait_for_ci: boolean | null
    }

/** Review apps of a pipeline. */
export type ReviewAppsContent =
  | {
      readonly of: 'config'
      readonly pipeline: Ref
      /** False when Heroku answers 404: review apps are off. The other fields are null then. */
      readonly enabled: boolean
      readonly automatic_review_apps: boolean | null
      readonly destroy_stale_apps: boolean | null
      readonly stale_days: number | null
      readonly wait_for_ci: boolean | null
      readonly deploy_target: { readonly id: string; readonly type: string } | null
    }
  | {
      readonly of: 'review-app'
      readonly id: string
      readonly pipeline: Ref
      readonly app: string | null
      readonly branch: string
      readonly status: string
      readonly created_at: Instant
    }
