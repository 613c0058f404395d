import { z } from 'zod'
import type { Collector, SpaceSubject } from './collector.ts'
import { orNull, Time } from './fields.ts'

const Ruleset = z.object({
  id: z.string(),
  created_at: Time,
  created_by: orNull(z.string()),
  rules: orNull(z.array(z.object({ action: z.string(), source: z.string() }))),
})

/** The trusted ranges of a space, and the rule sets before it. */
export const spaceTrustedIps: Collector<'space-trusted-ips', 'space'> = {
  id: 'space-trusted-ips',
  topic: 'space-trusted-ips',
  title: 'Trusted IP ranges',
  says: 'from which addresses the web processes of a space can be reached, and who changed that',
  scope: 'read',
  per: 'space',
  async *collect(heroku, space) {
    const current = await heroku.find(`/spaces/${space.id}/inbound-ruleset`, Ruleset, { variant: '3' })
    if (!current) return
    yield rulesetItem(space, current, true)
    const history = heroku.listIfAllowed(`/spaces/${space.id}/inbound-rulesets`, Ruleset)
    for await (const ruleset of history)
      if (ruleset.id !== current.id) yield rulesetItem(space, ruleset, false)
  },
}

function rulesetItem(space: SpaceSubject, ruleset: z.infer<typeof Ruleset>, current: boolean) {
  return {
    subject: `${space.name} rules of ${ruleset.created_at}`,
    subjectId: ruleset.id,
    content: {
      id: ruleset.id,
      space: { id: space.id, name: space.name },
      current,
      created_at: ruleset.created_at,
      created_by: ruleset.created_by,
      rules: ruleset.rules ?? [],
    },
  }
}
