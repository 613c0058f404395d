import type { EvidenceUses } from '../../../shared/contract-evidence.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { EvidenceId } from '../../../shared/model/evidence.ts'
import { counted } from '../../lib/format.ts'
import { frameworkName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { AnswerMark, Mark } from '../../parts/mark.tsx'
import { Shown } from '../../parts/states.tsx'

const DECISIONS = { confirmed: 'confirmed', added: 'added', suggested: 'suggested', rejected: 'rejected' }

function Controls({ controls }: Pick<EvidenceUses, 'controls'>) {
  const frameworks = [...Map.groupBy(controls, ({ framework }) => framework)]
  if (frameworks.length === 0) return <p className="muted">No control of the engagement uses its topic.</p>
  return frameworks.map(([framework, list]) => (
    <section key={framework} aria-label={frameworkName(framework as FrameworkId)}>
      <h4>{frameworkName(framework as FrameworkId)}</h4>
      <ul className="uses">
        {list.map(({ control, title, decision, own, conclusion }) => (
          <li key={`${control} ${own}`}>
            <a href={addressOf('controls', { framework, control })}>
              <strong>{control}</strong> {title}
            </a>{' '}
            <span className="muted">
              {own ? `${DECISIONS[decision]} for this item` : DECISIONS[decision]}
            </span>{' '}
            {conclusion && <Mark meaning={conclusion === 'reviewed' ? 'good' : 'neutral'}>{conclusion}</Mark>}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Results({ results, moreResults }: Pick<EvidenceUses, 'results' | 'moreResults'>) {
  if (results.length === 0) return <p className="muted">No result of a check rests on it.</p>
  return (
    <ul className="uses">
      {results.map(({ checkId, title, answer, subject, subjectId }) => (
        <li key={`${checkId} ${subjectId}`}>
          <AnswerMark answer={answer} />{' '}
          <a href={addressOf('checks', { check: checkId, result: `${checkId} ${subjectId}` })}>
            <strong>{checkId}</strong> {title}
          </a>{' '}
          <span className="muted">{subject}</span>
        </li>
      ))}
      {moreResults > 0 && <li className="muted">and {counted(moreResults, 'more result')}</li>}
    </ul>
  )
}

/** Where an item is used: results that rest on it, controls that it speaks to, what was concluded for them. */
export function ItemUses({ id }: { readonly id: EvidenceId }) {
  const answer = useQuestion('evidence:uses', { id })
  return (
    <Shown answer={answer} lines={6}>
      {({ controls, results, moreResults }) => (
        <>
          <h3 className="gap">Results that rest on it</h3>
          <Results results={results} moreResults={moreResults} />
          <h3 className="gap">Controls that it speaks to</h3>
          <Controls controls={controls} />
        </>
      )}
    </Shown>
  )
}
