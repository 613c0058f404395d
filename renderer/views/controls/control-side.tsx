import { CloseButton } from '@mantine/core'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { ControlState } from '../../../shared/model/framework.ts'
import { count, counted } from '../../lib/format.ts'
import { addressOf } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { StatusMark } from '../../parts/mark.tsx'
import { Notes } from '../../parts/notes.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Shown } from '../../parts/states.tsx'
import { ConclusionForm } from './conclusion-form.tsx'
import { Mappings } from './mappings.tsx'
import { Owner } from './owner.tsx'
import { Reopened } from './reopened.tsx'
import { WorkOf } from './work-of.tsx'

function ChecksOf({ state }: { readonly state: ControlState }) {
  if (state.checks.length === 0) return <p className="muted">No check speaks to this control.</p>
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col" className="num">
            Pass
          </th>
          <th scope="col" className="num">
            Fail
          </th>
          <th scope="col" className="num">
            Not evaluated
          </th>
          <th scope="col" className="num">
            N/A
          </th>
        </tr>
      </thead>
      <tbody>
        {state.checks.map(({ check, counts }) => (
          <tr key={check}>
            <td>
              <a href={addressOf('checks', { check })}>{check}</a>
            </td>
            <td className="num">{count(counts.pass)}</td>
            <td className="num">
              {counts.fail > 0 ? (
                <a href={addressOf('checks', { check, answer: 'fail' })}>{count(counts.fail)}</a>
              ) : (
                0
              )}
            </td>
            <td className="num">
              {counts['not-evaluated'] > 0 ? (
                <a href={addressOf('checks', { check, answer: 'not-evaluated' })}>
                  {count(counts['not-evaluated'])}
                </a>
              ) : (
                0
              )}
            </td>
            <td className="num">{count(counts['not-applicable'])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One control beside the tree: what it asks in our words, what speaks to it, what was tested, what is concluded. */
export function ControlSide({
  framework,
  control,
  version,
  changed,
  onClose,
}: {
  readonly framework: FrameworkId
  readonly control: string
  readonly version: number
  readonly changed: () => void
  readonly onClose: () => void
}) {
  const answer = useQuestion('control:get', { framework, control }, version)
  return (
    <aside className="side" aria-label={`Control ${control}`}>
      <Shown answer={answer}>
        {(detail) => (
          <>
            <div className="side-head">
              <div>
                <p className="muted">{detail.path.join(' › ')}</p>
                <h2>
                  {detail.state.control.id} {detail.state.control.title}
                </h2>
              </div>
              <CloseButton aria-label="Close" onClick={onClose} />
            </div>
            <p className="marks">
              <StatusMark status={detail.state.status} />{' '}
              {detail.state.evidence > 0 && (
                <a href={addressOf('evidence', { control: `${framework} ${control}` })}>
                  {counted(detail.state.evidence, 'item')} of evidence
                </a>
              )}
            </p>
            {detail.state.control.says && (
              <p>
                <Prose>{detail.state.control.says}</Prose>
              </p>
            )}
            <Owner state={detail.state} />
            <h3 className="gap">What speaks to it</h3>
            <Mappings detail={detail} framework={framework} changed={changed} />
            <h3 className="gap">What was tested</h3>
            <ChecksOf state={detail.state} />
            <WorkOf framework={framework} control={control} version={version} />
            <Reopened detail={detail} />
            <ConclusionForm detail={detail} framework={framework} changed={changed} />
            <Notes
              about={{ kind: 'control', id: `${framework}:${control}`, title: `${framework} ${control}` }}
              version={version}
              changed={changed}
            />
          </>
        )}
      </Shown>
    </aside>
  )
}
