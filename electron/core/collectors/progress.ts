import type { Collection, CollectionProgress, Reading } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { HerokuStats } from '../heroku/client.ts'
import { NOT_READ } from '../store/readings.ts'
import type { TaskToStore } from '../store/tasks.ts'

/** At most ten a second. Milliseconds. */
const BETWEEN = 100

type TopicCount = { items: number; notRead: number }

/** Counts what a collection does and tells it. */
export interface ProgressCount {
  /** More tasks are known to come. */
  planned(tasks: number): void
  /** A task was found stored by an earlier run. */
  skipped(): void
  /** A task was stored. */
  stored(task: Pick<TaskToStore, 'topic' | 'items' | 'resighted' | 'readings'>): void
  /** Tasks that are done and tasks that are known to come in all. */
  tasks(): { readonly tasksDone: number; readonly tasksPlanned: number }
  /** Events were taken over. */
  events(more: number): void
  /** What is being read, in a person's words. Tells at most ten times a second, and always with `now`. */
  tell(doing: string, now?: boolean): void
}

/** What progress starts from and where it goes. */
export interface ProgressSetting {
  /** As it stands before this run: a resumed collection goes on counting. */
  readonly collection: Collection
  readonly perTopic: readonly { readonly topic: Topic; readonly items: number }[]
  readonly notRead: readonly Reading[]
  readonly stats: () => HerokuStats
  readonly now: () => Date
  readonly onProgress: (progress: CollectionProgress) => void
}

/** Starts counting. */
export function countProgress(setting: ProgressSetting): ProgressCount {
  const { collection, stats } = setting
  const { requests, evidence, notRead, events } = collection.counts
  const count = { tasksDone: 0, tasksPlanned: 0, evidence, notRead, events }
  const perTopic = new Map<Topic, TopicCount>()
  const of = (topic: Topic): TopicCount => {
    const known = perTopic.get(topic) ?? { items: 0, notRead: 0 }
    perTopic.set(topic, known)
    return known
  }
  for (const { topic, items } of setting.perTopic) of(topic).items = items
  for (const { topic } of setting.notRead) of(topic).notRead += 1
  let told = Number.NEGATIVE_INFINITY

  return {
    planned: (tasks) => {
      count.tasksPlanned += tasks
    },
    skipped: () => {
      count.tasksDone += 1
    },
    stored: ({ topic, items, resighted = [], readings }) => {
      const seen = items.length + resighted.length
      const unread = readings.filter(({ outcome }) => NOT_READ.includes(outcome)).length
      const ofTopic = of(topic)
      ofTopic.items += seen
      ofTopic.notRead += unread
      count.tasksDone += 1
      count.evidence += seen
      count.notRead += unread
    },
    tasks: () => ({ tasksDone: count.tasksDone, tasksPlanned: count.tasksPlanned }),
    events: (more) => {
      count.events += more
    },
    tell: (doing, now = false) => {
      const at = setting.now().getTime()
      if (!now && at - told < BETWEEN) return
      told = at
      const client = stats()
      setting.onProgress({
        collectionId: collection.id,
        doing,
        ...count,
        requests: requests + client.requests,
        rateLimitRemaining: client.rateLimitRemaining,
        perTopic: Object.fromEntries([...perTopic].map(([topic, counts]) => [topic, { ...counts }])),
      })
    },
  }
}
