import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Conclusion } from '../../../shared/model/work.ts'
import { conclude, conclusionOf, conclusionsOf, review } from '../store/conclusions.ts'
import { acceptException, acceptedExceptions, withdrawException } from '../store/exceptions.ts'
import { lockerInfo } from '../store/locker.ts'
import { policyOf, setPolicy } from '../store/policy.ts'
import { forgetFilter, savedFilters, saveFilter } from '../store/saved-filters.ts'
import type { Deps, Handlers } from './handler.ts'

const who = ({ host, now }: Deps) => ({ at: now().toISOString(), actor: host.actor })

function standing(deps: Deps, framework: FrameworkId, control: string): Conclusion {
  const found = conclusionOf(deps.db, framework, control)
  if (!found)
    throw problem('wrong-use', { what: `${control} has no conclusion yet`, remedy: 'conclude it first' })
  return found
}

/** Conclusions, accepted exceptions, saved filters and the policy. */
export const workHandlers = {
  'conclusion:list': ({ db }, { framework }) => conclusionsOf(db, framework),
  'conclusion:set'(deps, input) {
    conclude(deps.db, input, { ...who(deps), preparer: lockerInfo(deps.db).engagement.preparer })
    return standing(deps, input.framework, input.control)
  },
  'conclusion:review'(deps, { framework, control, reviewer }) {
    review(deps.db, framework, control, { ...who(deps), reviewer })
    return standing(deps, framework, control)
  },
  'exception:list': ({ db }) => acceptedExceptions(db),
  'exception:accept': (deps, input) => acceptException(deps.db, { ...input, ...who(deps) }),
  'exception:withdraw': (deps, input) => withdrawException(deps.db, { ...input, ...who(deps) }),
  'filter:list': ({ db }, { screen }) => savedFilters(db, screen),
  'filter:save'({ db }, filter) {
    saveFilter(db, filter)
    return filter
  },
  'filter:forget'({ db }, { screen, name }) {
    forgetFilter(db, screen, name)
    return null
  },
  'policy:get': ({ db }) => policyOf(db),
  'policy:set': (deps, change) => setPolicy(deps.db, change, who(deps)),
} satisfies Partial<Handlers>
