import { z } from 'zod'
import { App } from './app-inventory.ts'
import type { Collector } from './collector.ts'
import { orNull } from './fields.ts'

const Stack = z.object({ id: z.string(), name: z.string(), state: z.string(), default: z.boolean() })

const common = {
  topic: 'stack-eol',
  title: 'Stacks',
  says: 'which operating system images Heroku offers, and which each app builds and runs on',
  scope: 'read',
  per: 'account',
} as const

/** The stacks of the catalog with their state. */
export const stacks: Collector<'stack-eol', 'account'> = {
  ...common,
  id: 'stack-eol.stacks',
  async *collect(heroku) {
    for await (const stack of heroku.list('/stacks', Stack))
      yield { subject: stack.name, subjectId: stack.id, content: { of: 'stack', ...stack } }
  },
}

const Generation = z.object({
  id: z.string(),
  name: z.string(),
  unsupported_features: orNull(z.array(z.string())),
})

/** The generations of the platform, and what each cannot do. */
export const generations: Collector<'stack-eol', 'account'> = {
  ...common,
  id: 'stack-eol.generations',
  async *collect(heroku) {
    for await (const { unsupported_features, ...generation } of heroku.list('/generations', Generation))
      yield {
        subject: generation.name,
        subjectId: generation.id,
        content: {
          of: 'generation',
          ...generation,
          unsupported_features: (unsupported_features ?? []).toSorted(),
        },
      }
  },
}

/** The stack of each app. */
export const appStacks: Collector<'stack-eol', 'account'> = {
  ...common,
  id: 'stack-eol.apps',
  async *collect(heroku) {
    for await (const app of heroku.list('/apps', App))
      yield {
        subject: app.name,
        subjectId: app.id,
        content: {
          of: 'app',
          app: { id: app.id, name: app.name },
          stack: app.stack.name,
          build_stack: app.build_stack.name,
          generation: app.generation,
        },
      }
  },
}
