import type { Check } from './check.ts'
import { readsOf } from './facts/reads.ts'
import { eachSpace } from './facts/spaces.ts'
import { fail, notApplicable, notEvaluated, pass } from './facts/verdict.ts'
import { listed } from './facts/words.ts'

/** NET-08. */
export const stableOutboundAddresses: Check = {
  id: 'NET-08',
  title: 'Stable outbound addresses are on',
  severity: 'low',
  needs: ['space-isolation', 'space-outbound-ips'],
  why: 'Partners who filter by address can only do so while the apps of a space call from the same few addresses.',
  fix: 'Stable addresses belong to every Private Space; if they are shown as disabled, ask Heroku support. Tell partners the addresses of `heroku spaces:info --space SPACE`.',
  limits:
    'Which partners filter by address is not known; the policy `partnersFilterByAddress` turns the question off. How long an update has been running is not told.',
  *judge(view, { partnersFilterByAddress }) {
    const nats = new Map(view.items('space-outbound-ips').map((item) => [item.content.space.id, item]))
    const reads = readsOf(view, 'space-outbound-ips')
    yield* eachSpace(view, function* (space) {
      const nat = nats.get(space.content.id)
      const gap = reads.gap('space', space.content.id)
      if (!partnersFilterByAddress)
        yield notApplicable(space, 'The policy says that no partner filters by address.', [space])
      else if (!nat)
        yield notEvaluated(space, gap ?? 'Heroku told no outbound address of this space.', [space])
      else if (nat.content.state === 'enabled')
        yield pass(space, `Apps call out from ${listed(nat.content.sources)}.`, [nat])
      else if (nat.content.state === 'disabled')
        yield fail(space, 'Stable outbound addresses are disabled.', [nat])
      else
        yield notEvaluated(
          space,
          `The outbound addresses are ${nat.content.state}; look again when that is done.`,
          [nat],
        )
    })
  },
}
