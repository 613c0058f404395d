import { CloseButton } from '@mantine/core'
import type { CheckTally } from '../../../shared/contract-checks.ts'
import { ANSWERS, type CheckInfo } from '../../../shared/model/check.ts'
import { count } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { AnswerMark, SeverityMark } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { AnswerBar } from './answer-bar.tsx'
import { CheckWords } from './check-words.tsx'

/** How many collections of a trend are shown, the newest. */
const MOST = 12

function Trend({ checkId, version }: { readonly checkId: string; readonly version: string }) {
  const answer = useQuestion('check:trend', { checkId }, version)
  return (
    <Shown answer={answer} lines={2}>
      {(trend) => (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Collection</th>
              <th scope="col" className="wide">
                Answers
              </th>
              <th scope="col" className="num">
                Fail
              </th>
              <th scope="col" className="num">
                Pass
              </th>
            </tr>
          </thead>
          <tbody>
            {trend
              .slice(-MOST)
              .toReversed()
              .map(({ collectionId, at, counts }) => (
                <tr key={collectionId}>
                  <td>
                    {collectionId}, <When instant={at} />
                  </td>
                  <td>
                    <AnswerBar counts={counts} />
                  </td>
                  <td className="num">{count(counts.fail)}</td>
                  <td className="num">{count(counts.pass)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Shown>
  )
}

/** One check beside the table: its answers, how they went over the collections, what it is about. */
export function CheckSide({
  tally,
  info,
  version,
  onClose,
}: {
  readonly tally: CheckTally
  readonly info: CheckInfo | null
  readonly version: string
  readonly onClose: () => void
}) {
  const { checkId, title, severity, counts } = tally
  return (
    <aside className="side" aria-label={`Check ${checkId}`}>
      <div className="side-head">
        <h2>
          {checkId} {title}
        </h2>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <p className="marks">
        <SeverityMark severity={severity} />
      </p>
      <ul className="legend">
        {ANSWERS.filter((one) => counts[one] > 0).map((one) => (
          <li key={one}>
            <AnswerMark answer={one} />{' '}
            <a href={addressOf('checks', { check: checkId, answer: one })}>{count(counts[one])}</a>
          </li>
        ))}
      </ul>
      <h3 className="gap">Over the collections</h3>
      <Trend checkId={checkId} version={version} />
      {info && <CheckWords info={info} />}
    </aside>
  )
}
