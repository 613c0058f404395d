import { acceptException, acceptedExceptions, withdrawException } from '../store/exceptions.ts'
import { policyOf, setPolicy } from '../store/policy.ts'
import { forgetFilter, savedFilters, saveFilter } from '../store/saved-filters.ts'
import { type Handlers, who } from './handler.ts'

/** Accepted exceptions, saved filters and the policy. */
export const workHandlers = {
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
