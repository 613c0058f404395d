import { problem } from '../../../shared/errors.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { StandingConclusion } from '../../../shared/model/work.ts'
import { conclude, conclusionOf, conclusionsOf, review } from '../store/conclusions.ts'
import { inTransaction } from '../store/db.ts'
import { lockerInfo } from '../store/locker.ts'
import { keepRecords } from '../store/records.ts'
import { basisKey, presentBasis, standingConclusions } from './conclusion-basis.ts'
import { type Deps, type Handlers, who } from './handler.ts'

function standing({ db }: Deps, framework: FrameworkId, control: string): StandingConclusion {
  const found = conclusionOf(db, framework, control)
  const [one] = found ? standingConclusions(db, framework, [found]) : []
  if (!one)
    throw problem('wrong-use', { what: `${control} has no conclusion yet`, remedy: 'conclude it first' })
  return one
}

/** What preparers conclude and reviewers sign; open review notes and changed evidence stand in the way. */
export const conclusionHandlers = {
  'conclusion:list': ({ db }, { framework }) =>
    standingConclusions(db, framework, conclusionsOf(db, framework)),
  'conclusion:set'(deps, input) {
    const { framework, control } = input
    inTransaction(deps.db, () => {
      conclude(deps.db, input, { ...who(deps), preparer: lockerInfo(deps.db).engagement.preparer })
      const content = presentBasis(deps.db, framework, control)
      if (content)
        keepRecords(deps.db, who(deps), `${control}: what the conclusion rests on`, [
          { kind: 'conclusion-basis', key: basisKey(framework, control), content },
        ])
    })
    return standing(deps, framework, control)
  },
  'conclusion:review'(deps, { framework, control, reviewer }) {
    const { openReviewNotes, changed } = standing(deps, framework, control)
    if (openReviewNotes > 0)
      throw problem('wrong-use', {
        what: `${control} has ${openReviewNotes} open review ${openReviewNotes === 1 ? 'note' : 'notes'}`,
        remedy: 'have them answered and closed first',
      })
    if (changed.length > 0)
      throw problem('wrong-use', {
        what: `the evidence of ${control} changed since it was concluded (${changed.slice(0, 5).join(', ')})`,
        remedy: 'let the preparer look at it and conclude again',
      })
    review(deps.db, framework, control, { ...who(deps), reviewer })
    return standing(deps, framework, control)
  },
} satisfies Partial<Handlers>
