import type { Verdict } from '../../../shared/model/check.ts'
import type { KafkaContent, KeyValueContent } from '../../../shared/model/content.ts'
import type { EvidenceItem } from '../../../shared/model/evidence.ts'
import type { Check } from './check.ts'
import { type Addon, eachAddon } from './facts/addons.ts'
import { type Fit, handledBy, tierFits } from './facts/data-fit.ts'
import { ofAddons, ofService } from './facts/services.ts'
import { fail, type Grounds, notEvaluated, pass } from './facts/verdict.ts'
import { count, listed } from './facts/words.ts'

/** DAT-09. */
export const tierFitsData: Check = {
  id: 'DAT-09',
  title: 'Data plan tier fits the data class',
  severity: 'critical',
  needs: ['addon-inventory', 'plan-compliance-flags'],
  why: 'Heroku takes responsibility for cardholder and health data on Shield plans only, and for government and bank identifiers in spaces only.',
  fix: 'Move the data to a plan of the tier: make one with `heroku addons:create heroku-postgresql:shield-0` in a Shield Space, copy, and promote it.',
  limits:
    'Rests on what a person said of the apps that use the service. What Postgres Advanced allows is not published, so it is not evaluated for such data.',
  *judge(view, policy) {
    const handled = handledBy(view)
    const plans = new Map(
      view
        .items('plan-compliance-flags')
        .flatMap((item) => ('addon' in item.content ? [[item.content.addon.id, item] as const] : [])),
    )
    yield* eachAddon(
      view,
      function* (addon) {
        const { fits, why } = tierFits(addon.content.plan.name, handled(addon))
        const plan = plans.get(addon.content.id)
        yield answer(addon, fits, why, [plan ?? addon])
      },
      (addon) => policy.dataServices.includes(addon.content.addon_service.name),
      'data add-on',
    )
  },
}

function answer(addon: Addon, fits: boolean | null, why: string, grounds: Grounds): Verdict {
  if (fits === null) return notEvaluated(addon, why, grounds)
  return fits ? pass(addon, why, grounds) : fail(addon, why, grounds)
}

type Store = EvidenceItem<'key-value-store'> & {
  readonly content: Extract<KeyValueContent, { of: 'store' }>
}

/** DAT-12. */
export const keyValueStoresProtected: Check = {
  id: 'DAT-12',
  title: 'Key-value store requires TLS and fits the data class',
  severity: 'high',
  needs: ['addon-inventory', 'key-value-store'],
  why: 'What is cached is as sensitive as where it came from. Without TLS it crosses the network in the open.',
  fix: 'Upgrade the store (`heroku redis:upgrade`), which makes TLS required, and move it to a plan of the tier that its data asks for.',
  limits: 'Rests on what a person said of the apps that use the store. Which keys are cached is not seen.',
  *judge(view) {
    const stores = ofAddons(view, 'key-value-store')
    const handled = handledBy(view)
    yield* eachAddon(
      view,
      function* (addon) {
        const store = stores.of(addon.content.id).find((item): item is Store => item.content.of === 'store')
        if (store) yield judgeStore(addon, store, tierFits(addon.content.plan.name, handled(addon)))
        else
          yield notEvaluated(addon, stores.gap(addon.content.id) ?? 'Heroku told nothing about it.', [addon])
      },
      ofService('heroku-redis'),
      'key-value store',
    )
  },
}

function judgeStore(addon: Addon, store: Store, fit: Fit): Verdict {
  const { requires_tls: required, prefer_native_tls: native, persistence, persistent } = store.content
  const tls = required ?? (native === true ? true : null)
  if (tls === false) return fail(addon, 'It can be reached without TLS.', [store])
  if (fit.fits === false) return fail(addon, fit.why, [store])
  if (tls === null) return notEvaluated(addon, 'Heroku did not tell whether TLS is required.', [store])
  if (fit.fits === null) return notEvaluated(addon, `TLS is required. ${fit.why}`, [store])
  const kept =
    persistent === null
      ? 'whether data survives a restart is not told'
      : persistent
        ? `data survives a restart (${persistence})`
        : 'data does not survive a restart'
  return pass(addon, `TLS is required; ${kept}. ${fit.why}`, [store])
}

type KafkaTopic = EvidenceItem<'kafka'> & { readonly content: Extract<KafkaContent, { of: 'topic' }> }

/** DAT-13. */
export const kafkaRetentionBounded: Check = {
  id: 'DAT-13',
  title: 'Kafka tier fits and topic retention is bounded',
  severity: 'medium',
  needs: ['addon-inventory', 'kafka'],
  why: 'Messages are copies of data. Without an end to their retention they outlive every rule on deletion.',
  fix: 'Set a retention with `heroku kafka:retention-time TOPIC 7d`, and for compacted topics that hold personal data as well.',
  limits:
    'A compacted topic keeps the last message of each key until the app deletes it, which nobody sees from outside: it counts as unbounded.',
  *judge(view) {
    const clusters = ofAddons(view, 'kafka', /\/topics/)
    const handled = handledBy(view)
    yield* eachAddon(
      view,
      function* (addon) {
        const items = clusters.of(addon.content.id)
        const proof = items.find(({ content }) => content.of === 'topics-read')
        const topics = items.filter((item): item is KafkaTopic => item.content.of === 'topic')
        if (proof) yield judgeTopics(addon, proof, topics, tierFits(addon.content.plan.name, handled(addon)))
        else
          yield notEvaluated(addon, clusters.gap(addon.content.id) ?? 'Heroku told nothing about it.', [
            addon,
          ])
      },
      ofService('heroku-kafka'),
      'Kafka cluster',
    )
  },
}

function judgeTopics(
  addon: Addon,
  proof: EvidenceItem<'kafka'>,
  topics: readonly KafkaTopic[],
  fit: Fit,
): Verdict {
  const endless = topics.filter(({ content }) => isEndless(content))
  if (endless.length > 0)
    return fail(
      addon,
      `${listed(endless.map(({ content }) => content.name))} ${endless.length === 1 ? 'keeps' : 'keep'} messages without end.`,
      endless,
    )
  if (fit.fits === false) return fail(addon, fit.why, [proof])
  const unknown = topics.filter(({ content }) => content.retention_time_ms === null)
  if (unknown.length > 0)
    return notEvaluated(
      addon,
      `Heroku did not tell how long ${listed(unknown.map(({ content }) => content.name))} keeps messages.`,
      unknown,
    )
  if (fit.fits === null)
    return notEvaluated(addon, `Every topic has an end to its retention. ${fit.why}`, [proof])
  const what =
    topics.length === 0
      ? 'It has no topic'
      : `Each of its ${count(topics.length, 'topic')} has an end to its retention`
  return pass(addon, `${what}. ${fit.why}`, [proof, ...topics])
}

function isEndless({ retention_time_ms: ms, retention_enabled: on }: KafkaTopic['content']): boolean {
  return on === false || (ms !== null && ms < 0)
}
