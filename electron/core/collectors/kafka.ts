import { z } from 'zod'
import type { AddonSubject, Collector } from './collector.ts'
import { KAFKA, livesInSpace, serviceOf } from './data-addons.ts'
import { orNull } from './fields.ts'
import { IpRule } from './ip-rule.ts'
import { readKafka } from './kafka-info.ts'

const Topic = z.object({
  name: z.string(),
  partitions: orNull(z.number()),
  replication_factor: orNull(z.number()),
  retention_time_ms: orNull(z.number()),
  cleanup_policy: orNull(z.string()),
  compaction: orNull(z.boolean()),
  retention_enabled: orNull(z.boolean()),
})

const Groups = z.object({ consumer_groups: orNull(z.array(z.object({ name: z.string() }))) })

const common = {
  topic: 'kafka',
  title: 'Kafka clusters',
  says: 'how each Kafka cluster is set, how long its topics keep messages, and who may reach it',
  scope: 'read-protected',
  per: 'addon',
} as const

const isKafka = (addon: AddonSubject) => addon.service === KAFKA

/** Each cluster: version, health, limits. */
export const kafkaClusters: Collector<'kafka', 'addon'> = {
  ...common,
  id: 'kafka.cluster',
  when: isKafka,
  async *collect(heroku, addon) {
    yield {
      subject: `${addon.name} of ${addon.app.name}`,
      subjectId: addon.id,
      content: { of: 'cluster', ...serviceOf(addon), ...(await readKafka(heroku, addon)) },
    }
  },
}

/** The topics of each cluster and how long they keep messages. */
export const kafkaTopics: Collector<'kafka', 'addon'> = {
  ...common,
  id: 'kafka.topics',
  when: isKafka,
  async *collect(heroku, addon) {
    const about = serviceOf(addon)
    let count = 0
    const path = `/data/kafka/v0/clusters/${addon.id}/topics`
    for await (const topic of heroku.list(path, Topic, { api: 'data' })) {
      count += 1
      yield {
        subject: `${addon.name} ${topic.name}`,
        subjectId: `topic:${addon.id}:${topic.name}`,
        content: { of: 'topic', ...about, ...topic },
      }
    }
    yield {
      subject: `${addon.name} topics`,
      subjectId: `topics:${addon.id}`,
      content: { of: 'topics-read', ...about, count },
    }
  },
}

/** Who reads from a cluster, as far as groups have names. */
export const kafkaConsumerGroups: Collector<'kafka', 'addon'> = {
  ...common,
  id: 'kafka.consumer-groups',
  tier: 'optional',
  when: isKafka,
  async *collect(heroku, addon) {
    const path = `/data/kafka/v0/clusters/${addon.id}/consumer_groups`
    const answer = await heroku.find(path, Groups, { api: 'data' })
    if (answer)
      yield {
        subject: `${addon.name} consumer groups`,
        subjectId: `groups:${addon.id}`,
        content: {
          of: 'consumer-groups',
          ...serviceOf(addon),
          names: (answer.consumer_groups ?? []).map(({ name }) => name).sort(),
        },
      }
  },
}

/** Addresses outside of Heroku that may reach a cluster in a space. */
export const kafkaIpRules: Collector<'kafka', 'addon'> = {
  ...common,
  id: 'kafka.ip-rules',
  when: (addon) => isKafka(addon) && livesInSpace(addon),
  async *collect(heroku, addon) {
    const about = serviceOf(addon)
    let count = 0
    const path = `/data/kafka/v0/clusters/${addon.id}/ip-rules`
    for await (const rule of heroku.list(path, IpRule, { api: 'data', mayBeOff: true })) {
      count += 1
      yield {
        subject: `${addon.name} ${rule.cidr}`,
        subjectId: rule.id,
        content: { of: 'ip-rule', ...about, ...rule },
      }
    }
    yield {
      subject: `${addon.name} address rules`,
      subjectId: `ip-rules:${addon.id}`,
      content: { of: 'ip-rules-read', ...about, count },
    }
  },
}
