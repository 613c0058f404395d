import type { AnswerThen } from '../../../shared/contract-checks.ts'
import type { CheckResult } from '../../../shared/model/check.ts'
import { counted } from '../../lib/format.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { AnswerMark, Mark } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { type Story, storyOf } from './history-words.ts'

function Point({ then }: { readonly then: AnswerThen }) {
  return (
    <>
      collection {then.collectionId} (<When instant={then.at} />)
    </>
  )
}

function Summary({ story }: { readonly story: Story }) {
  const { failingSince, inARow, firstFailed } = story
  return (
    <p>
      {failingSince ? (
        <>
          First seen failing in <Point then={failingSince} />
          {inARow > 1 && `, ${counted(inARow, 'collection')} in a row`}.{' '}
        </>
      ) : (
        !firstFailed && 'Never seen failing. '
      )}
      {firstFailed && (
        <>
          It failed before, first in <Point then={firstFailed} />.
        </>
      )}
    </p>
  )
}

/** How the answer of a check about a subject went over the collections. */
export function ResultHistory({
  result,
  version,
}: {
  readonly result: CheckResult
  readonly version: string
}) {
  const { checkId, subjectId } = result
  const answer = useQuestion('check:history', { checkId, subjectId }, version)
  return (
    <section aria-label="History">
      <h3 className="gap">Over the collections</h3>
      <Shown answer={answer} lines={2}>
        {(answers) => {
          const story = storyOf(answers)
          return (
            <>
              <Summary story={story} />
              <ol className="turns">
                {story.turns.map((turn) => (
                  <li key={turn.collectionId}>
                    {turn.answer ? (
                      <AnswerMark answer={turn.answer} />
                    ) : (
                      <Mark meaning="neutral">No answer</Mark>
                    )}{' '}
                    <span className="muted">
                      {turn.until.collectionId === turn.collectionId ? (
                        <Point then={turn} />
                      ) : (
                        <>
                          collections {turn.collectionId} to {turn.until.collectionId}, from{' '}
                          <When instant={turn.at} />
                        </>
                      )}
                    </span>
                    {turn.reason && turn.reason !== result.reason && <p>{turn.reason}</p>}
                  </li>
                ))}
              </ol>
            </>
          )
        }}
      </Shown>
    </section>
  )
}
