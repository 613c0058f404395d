import { CloseButton } from '@mantine/core'
import type { CheckInfo, CheckResult } from '../../../shared/model/check.ts'
import { evidenceNumber } from '../../../shared/model/evidence.ts'
import { addressOf } from '../../lib/route.ts'
import { AnswerMark, SeverityMark } from '../../parts/mark.tsx'
import { ExceptionForm } from './exception-form.tsx'

/** One result beside the table: the reason, what it rests on, why it matters, how to fix it. */
export function ResultSide({
  result,
  info,
  onClose,
}: {
  readonly result: CheckResult
  readonly info: CheckInfo | null
  readonly onClose: () => void
}) {
  return (
    <aside className="side" aria-label={`${result.checkId} ${result.subject}`}>
      <div className="side-head">
        <div>
          <h2>
            {result.checkId} {result.title}
          </h2>
          <p className="muted">{result.subject}</p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      <p className="marks">
        <AnswerMark answer={result.answer} /> <SeverityMark severity={result.severity} />
      </p>
      <p className="reason">{result.reason}</p>
      {result.evidence.length > 0 && (
        <p>
          Rests on{' '}
          {result.evidence.slice(0, 20).map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <a href={addressOf('evidence', { item: String(id) })}>{evidenceNumber(id)}</a>
            </span>
          ))}
          {result.evidence.length > 20 && ` and ${result.evidence.length - 20} more`}
        </p>
      )}
      {info && (
        <dl className="prose">
          <dt>Why it matters</dt>
          <dd>{info.why}</dd>
          <dt>How to fix it</dt>
          <dd>{info.fix}</dd>
          {info.limits && (
            <>
              <dt>What it cannot see</dt>
              <dd>{info.limits}</dd>
            </>
          )}
          <dt>Speaks to</dt>
          <dd>
            {info.controls.map(({ framework, control }, index) => (
              <span key={`${framework} ${control}`}>
                {index > 0 && ', '}
                <a href={addressOf('controls', { framework, control })}>{control}</a>
              </span>
            ))}
          </dd>
        </dl>
      )}
      {result.answer === 'fail' && <ExceptionForm result={result} />}
    </aside>
  )
}
