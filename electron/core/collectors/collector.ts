import type { ZodType } from 'zod'
import type { SubjectKind, Tier } from '../../../shared/model/collection.ts'
import type { ContentOf, Fingerprint, Ref } from '../../../shared/model/content.ts'
import type { Secret } from '../heroku/secret.ts'

/** What one collector run is about: the thing whose id goes into the path. */
export interface Subject {
  readonly kind: SubjectKind
  /** UUID where Heroku has one; `~` for the account itself. */
  readonly id: string
  readonly name: string
}

/** The collecting account. */
export interface AccountSubject extends Subject {
  readonly kind: 'account'
  readonly email: string
}

/** An enterprise account that the token can see. */
export interface EnterpriseSubject extends Subject {
  readonly kind: 'enterprise'
  readonly identityProvider: Ref | null
  /** The day that the collection began, such as `2026-11-21`: reads of a period count back from it. */
  readonly asOf: string
}

/** A team that the token can see. */
export interface TeamSubject extends Subject {
  readonly kind: 'team'
  readonly enterprise: Ref | null
  readonly identityProvider: Ref | null
  /** The day that the collection began. */
  readonly asOf: string
}

/** A Private Space. */
export interface SpaceSubject extends Subject {
  readonly kind: 'space'
  readonly team: string
  readonly shield: boolean
  readonly generation: string | null
}

/** A pipeline. */
export interface PipelineSubject extends Subject {
  readonly kind: 'pipeline'
}

/** An app. */
export interface AppSubject extends Subject {
  readonly kind: 'app'
  readonly team: string | null
  readonly generation: string | null
  readonly space: Ref | null
  /** The app is billed for a Heroku Postgres database: app-wide transfers exist only then. */
  readonly hasPostgres: boolean
  /** The app is billed for a service of Heroku Data, of any kind. */
  readonly hasData: boolean
}

/** An add-on of a Heroku data service. */
export interface AddonSubject extends Subject {
  readonly kind: 'addon'
  /** Name of the add-on service, such as `heroku-postgresql`. */
  readonly service: string
  /** Full plan name, such as `heroku-postgresql:standard-0`. */
  readonly plan: string
  readonly app: Ref
}

/** The subject of each kind. */
export interface SubjectOf {
  readonly account: AccountSubject
  readonly enterprise: EnterpriseSubject
  readonly team: TeamSubject
  readonly space: SpaceSubject
  readonly pipeline: PipelineSubject
  readonly app: AppSubject
  readonly addon: AddonSubject
}

/**
 * Which of Heroku's services: the Platform API, the Data API, and two beside them that nothing else depends on:
 * the one that connects apps and pipelines with GitHub, and the one that watches dynos.
 */
export type Api = 'platform' | 'data' | 'github' | 'metrics'

/** How to ask: another host, an expansion, an older variant. */
export interface ReadOptions {
  readonly api?: Api
  /** `Accept-Expansion` header, such as `addon_service,plan`. */
  readonly expand?: string
  /** Start of the `Range` header, such as `version ..; order=desc`; the default is `id ..`. Page size is added. */
  readonly range?: string
  /** Variant of the API; the default is `3.sdk`, with a fall-back to `3` where an endpoint is not in it. */
  readonly variant?: string
  /** Of a list: 404 and 410 mean that the feature is off. Recorded as `off`, and the list is empty. */
  readonly mayBeOff?: true
}

/**
 * The read-only door to Heroku that a collector gets. The schema is parser and redaction in one: only fields
 * that it names survive, and a field marked `secret()` survives as a fingerprint. Equal reads within one
 * subject are asked once. A refused read throws `Refused`, which the run records and discloses.
 */
export interface HerokuReader {
  /** Reads one object. */
  get<T>(path: string, schema: ZodType<T>, options?: ReadOptions): Promise<T>
  /** Reads one object, or null where Heroku answers 404: a feature that is off. Recorded as `off`. */
  find<T>(path: string, schema: ZodType<T>, options?: ReadOptions): Promise<T | null>
  /** Reads a list to its end, page by page. */
  list<T>(path: string, schema: ZodType<T>, options?: ReadOptions): AsyncIterable<T>
  /** Goes on after a refusal: records it for this path and ends the list early instead of throwing. */
  listIfAllowed<T>(path: string, schema: ZodType<T>, options?: ReadOptions): AsyncIterable<T>
  /** Fingerprint of a secret under the locker's key, or why there is none; null means that it was not readable. */
  fingerprint(value: Secret | string | null): Fingerprint
  /** Whether a token in an answer is the one this collection runs under; null where it was not returned. */
  isOwnToken(value: Secret | null): boolean | null
}

/** What any collector found: one evidence item before it is hashed and stored, its content told by its topic. */
export interface AnyFound {
  /** What a person calls it. */
  readonly subject: string
  /** Stable key, unique within the topic; UUIDs rather than names. */
  readonly subjectId: string
  readonly content: object
}

/** What a collector of a topic found. */
export interface Found<T extends keyof ContentOf> extends AnyFound {
  readonly content: ContentOf[T]
}

export type { Tier } from '../../../shared/model/collection.ts'

/**
 * A collector of any topic, run once per subject of a kind. The content of what it finds is left open here:
 * comparing the contents of all topics with each other takes the compiler minutes.
 */
export interface CollectorOf<K extends SubjectKind> {
  /** Stable name within the topic; what a resumed collection knows it by. */
  readonly id: string
  readonly topic: keyof ContentOf
  readonly title: string
  /** What the evidence tells, as the rest of "This tells …". */
  readonly says: string
  /** Least OAuth scope that can read it. */
  readonly scope: 'identity' | 'read' | 'read-protected' | 'global'
  /** How much it belongs to a collection; `core` where not said. `optional` ones are read by choice only. */
  readonly tier?: Tier
  readonly per: K
  /** Limits the collector to some subjects, such as Postgres add-ons. */
  readonly when?: (subject: SubjectOf[K]) => boolean
  collect(heroku: HerokuReader, subject: SubjectOf[K]): AsyncIterable<AnyFound>
}

/**
 * One kind of evidence and how to read it. One file per topic, one line in `index.ts`. A collector may touch
 * the reader and nothing else: no store, no fetch, no clock, no disk.
 */
export interface Collector<T extends keyof ContentOf, K extends SubjectKind> extends CollectorOf<K> {
  readonly topic: T
  collect(heroku: HerokuReader, subject: SubjectOf[K]): AsyncIterable<Found<T>>
}

/** A collector of any topic and subject kind: what the list holds. */
export type AnyCollector = { [K in SubjectKind]: CollectorOf<K> }[SubjectKind]
