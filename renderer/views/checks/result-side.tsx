import { CloseButton } from '@mantine/core'
import type { CheckInfo, CheckResult } from '../../../shared/model/check.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { addressOf } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { AnswerMark, SeverityMark } from '../../parts/mark.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Shown } from '../../parts/states.tsx'
import { CheckWords } from './check-words.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { ResultHistory } from './result-history.tsx'
import { Supplies } from './supplies.tsx'

/** A result as the address names it: its check and its subject. */
export function resultKey({ checkId, subjectId }: Pick<CheckResult, 'checkId' | 'subjectId'>): string {
  return `${checkId} ${subjectId}`
}

const MOST = 20

function RestsOn({ result }: { readonly result: CheckResult }) {
  if (result.evidence.length === 0) return null
  return (
    <p>
      Rests on{' '}
      {result.evidence.slice(0, MOST).map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={addressOf('evidence', { item: String(id) })}>{evidenceNumber(id)}</a>
        </span>
      ))}
      {result.evidence.length > MOST && ` and ${result.evidence.length - MOST} more`}
    </p>
  )
}

function Result({
  result,
  info,
  version,
  onClose,
}: {
  readonly result: CheckResult
  readonly info: CheckInfo | null
  readonly version: string
  readonly onClose: () => void
}) {
  return (
    <>
      <div className="side-head">
        <div>
          <h2>
            {result.checkId} {result.title}
          </h2>
          <p className="muted">
            <a href={addressOf('checks', { by: 'subject', subject: result.subjectId })}>{result.subject}</a>
          </p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <p className="marks">
        <AnswerMark answer={result.answer} /> <SeverityMark severity={result.severity} />
      </p>
      <p className="reason">
        <Prose>{result.reason}</Prose>
      </p>
      {info && result.answer === 'not-evaluated' && <Supplies info={info} result={result} />}
      <RestsOn result={result} />
      <ResultHistory result={result} version={version} />
      {info && <CheckWords info={info} />}
      {result.answer === 'fail' && (
        <p className="gap">
          <a
            href={addressOf('findings', {
              finding: 'new',
              ...{ check: result.checkId, subjectId: result.subjectId, subject: result.subject },
              ...{
                title: `${result.title}: not so for ${result.subject}`.slice(0, 300),
                text: result.reason,
              },
              severity: result.severity,
            })}
          >
            Raise a finding
          </a>
        </p>
      )}
      {result.answer === 'fail' && <ExceptionForm key={resultKey(result)} result={result} />}
    </>
  )
}

/** One result beside the table: the reason, what it rests on, its history, why it matters, how to fix it. */
export function ResultSide({
  named,
  checks,
  version,
  onClose,
}: {
  /** As `resultKey` writes it. */
  readonly named: string
  readonly checks: readonly CheckInfo[]
  /** Changes when the checks have run. */
  readonly version: string
  readonly onClose: () => void
}) {
  const at = named.indexOf(' ')
  const [checkId, subjectId] = [named.slice(0, at), named.slice(at + 1)]
  const answer = useQuestion('check:results', { checkId, subjectId, limit: 1 }, version)
  return (
    <aside className="side" aria-label={`Result of ${checkId}`}>
      <Shown answer={answer}>
        {({ rows: [result] }) =>
          result ? (
            <Result
              result={result}
              info={checks.find(({ id }) => id === checkId) ?? null}
              version={version}
              onClose={onClose}
            />
          ) : (
            <div className="side-head">
              <p>The newest run of {checkId} says nothing about this subject.</p>
              <CloseButton aria-label="Close" onClick={onClose} />
            </div>
          )
        }
      </Shown>
    </aside>
  )
}
