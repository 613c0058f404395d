import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FRAMEWORK_IDS, FrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import { Topic } from '../../../shared/model/topic.ts'

/** Schema of a file of `assets/frameworks`. What the rows of it have to agree on is tested, not parsed. */
export const FrameworkFile = z.strictObject({
  id: FrameworkId,
  title: z.string().min(1),
  version: z.string().min(1),
  source: z.string().min(1),
  requirementKinds: z.array(z.string()).min(1),
  published: z.record(z.string(), z.int()),
  controls: z.array(
    z.strictObject({
      id: z.string().min(1),
      parent: z.string().min(1).nullable(),
      title: z.string().min(1),
      kind: z.string().min(1),
    }),
  ),
  topics: z.array(z.strictObject({ topic: Topic, control: z.string().min(1), rationale: z.string().min(1) })),
  checks: z.array(z.strictObject({ check: z.string().min(1), control: z.string().min(1) })),
})

/** Where a framework's file lies, beside the code. */
export function frameworkFile(id: FrameworkId): URL {
  return new URL(`../../../assets/frameworks/${id}.json`, import.meta.url)
}

let read: readonly Framework[] | undefined

/** The frameworks that ship with the app, read and checked once, on first use. */
export function frameworks(): readonly Framework[] {
  read ??= FRAMEWORK_IDS.map((id) => FrameworkFile.parse(JSON.parse(readFileSync(frameworkFile(id), 'utf8'))))
  return read
}
