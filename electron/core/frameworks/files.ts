import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FRAMEWORK_IDS, FrameworkId, type ShippedFrameworkId } from '../../../shared/model/engagement.ts'
import type { Framework } from '../../../shared/model/framework.ts'
import { Topic } from '../../../shared/model/topic.ts'
import { withMappingsOf, withOwners } from './through.ts'

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
      says: z.string().min(1).optional(),
    }),
  ),
  topics: z.array(z.strictObject({ topic: Topic, control: z.string().min(1), rationale: z.string().min(1) })),
  checks: z.array(z.strictObject({ check: z.string().min(1), control: z.string().min(1) })),
  through: z
    .strictObject({
      framework: FrameworkId,
      by: z.enum(['parent', 'translation']),
      rows: z
        .array(z.strictObject({ from: z.string(), to: z.string().nullable(), note: z.string() }))
        .optional(),
    })
    .optional(),
})

/** Where a framework's file lies, beside the code. */
export function frameworkFile(id: ShippedFrameworkId): URL {
  return new URL(`../../../assets/frameworks/${id}.json`, import.meta.url)
}

let read: readonly Framework[] | undefined

/** The frameworks that ship with the app, read once, on first use, in the order of their ids. */
export function frameworks(): readonly Framework[] {
  read ??= readAll()
  return read
}

function readAll(): readonly Framework[] {
  const files = new Map(FRAMEWORK_IDS.map((id) => [id as string, fileOf(id)]))
  const whole = (file: Framework): Framework => {
    const other = file.through && files.get(file.through.framework)
    return other ? withMappingsOf(file, whole(other)) : file
  }
  return [...files.values()].map((file) => withOwners(whole(file)))
}

/**
 * A framework as its own file tells it, without what it takes from others. That each shipped file keeps the schema is
 * tested and not asked again at every start: it would take as long as reading them.
 */
export function fileOf(id: ShippedFrameworkId): Framework {
  const { through, ...file } = JSON.parse(readFileSync(frameworkFile(id), 'utf8')) as z.infer<
    typeof FrameworkFile
  >
  return {
    ...file,
    controls: file.controls.map(({ says, ...control }) => (says ? { ...control, says } : control)),
    ...(through
      ? { through: { framework: through.framework, by: through.by, rows: through.rows ?? [] } }
      : {}),
  }
}
