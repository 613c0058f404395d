import { Button } from '@mantine/core'
import type { FrameworkCoverage } from '../../../shared/contract.ts'
import type { Overview as OverviewShape } from '../../../shared/contract-work.ts'
import { ago, count, counted } from '../../lib/format.ts'
import { frameworkName } from '../../lib/framework-names.ts'
import { addressOf, go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Bar } from '../../parts/bar.tsx'
import { SeverityMark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'

/** Chromium notes when this text was painted; the benchmark reads it. */
const PAINTED = { elementtiming: 'coverage' }

function Coverage({ framework }: { readonly framework: FrameworkCoverage }) {
  const { supported, exception, evidence, open, requirements } = framework
  const to = (status: string) => addressOf('controls', { framework: framework.framework, status })
  return (
    <section className="card" aria-label={framework.title}>
      <h2>
        <a href={addressOf('controls', { framework: framework.framework })}>
          {frameworkName(framework.framework)}
        </a>
      </h2>
      <Bar
        label={`${framework.title}: ${supported} supported, ${exception} with exceptions, ${evidence} with evidence only, ${open} open, of ${requirements}`}
        parts={[
          { meaning: 'good', value: supported },
          { meaning: 'bad', value: exception },
          { meaning: 'neutral', value: evidence },
        ]}
        of={requirements}
      />
      <ul className="legend">
        <li>
          <a href={to('supported')}>{count(supported)} supported</a>
        </li>
        <li>
          <a href={to('exception')}>{count(exception)} with exceptions</a>
        </li>
        <li>
          <a href={to('evidence')}>{count(evidence)} evidence only</a>
        </li>
        <li>
          <a href={to('open')}>{count(open)} open</a>
        </li>
      </ul>
      <p className="muted" {...PAINTED}>
        {counted(framework.mapped, 'requirement')} of {count(requirements)} can be spoken to by Heroku
        evidence.
      </p>
    </section>
  )
}

function Results({ overview }: { readonly overview: OverviewShape }) {
  return (
    <section className="card" aria-label="Open failures">
      <h2>
        <a href={addressOf('checks', { answer: 'fail' })}>Open failures</a>
      </h2>
      <table className="slim">
        <tbody>
          {overview.failures.map(({ severity, open, accepted }) => (
            <tr key={severity}>
              <th scope="row">
                <SeverityMark severity={severity} />
              </th>
              <td className="num">
                <a href={addressOf('checks', { answer: 'fail', severity })}>{count(open)}</a>
              </td>
              <td className="muted">{accepted > 0 && `${count(accepted)} accepted`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Work({ overview }: { readonly overview: OverviewShape }) {
  const { work } = overview
  return (
    <section className="card" aria-label="Open work">
      <h2>Open work</h2>
      <ul className="legend">
        <li>
          <a href={addressOf('controls')}>{counted(work.mappingsToDecide, 'mapping')} to decide</a>
        </li>
        <li>
          {count(work.concluded)} of {counted(work.controls, 'control')} concluded, {count(work.reviewed)}{' '}
          reviewed
        </li>
        {overview.exceptionsEndingSoon > 0 && (
          <li>
            <a href={addressOf('checks', { answer: 'fail' })}>
              {counted(overview.exceptionsEndingSoon, 'exception')} ending within 30 days
            </a>
          </li>
        )}
        {overview.documentsEndingSoon > 0 && (
          <li>
            <a href={addressOf('documents')}>
              {counted(overview.documentsEndingSoon, 'document')} ending within 30 days
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}

function Freshness({ overview }: { readonly overview: OverviewShape }) {
  const refused = overview.topics.filter((topic) => topic.notRead > 0)
  return (
    <section className="card" aria-label="Freshness">
      <h2>
        <a href={addressOf('collect')}>Evidence</a>
      </h2>
      {overview.collection && (
        <p>
          {count(overview.collection.counts.evidence)} items, read{' '}
          {ago(overview.collection.startedAt, new Date())} (<When instant={overview.collection.startedAt} />)
        </p>
      )}
      {refused.length === 0 ? (
        <p className="muted">Every read was answered.</p>
      ) : (
        <>
          <p>{counted(refused.length, 'topic')} with reads that were refused, off or absent:</p>
          <ul className="legend">
            {refused.map((topic) => (
              <li key={topic.topic}>
                <a href={addressOf('evidence', { topic: topic.topic })}>{topicTitle(topic.topic)}</a>:{' '}
                {count(topic.notRead)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** How the engagement stands: coverage, failures, freshness, open work. Every number leads to its rows. */
export function Overview() {
  const { jobs } = useShell()
  const version = jobs.filter((job) => job.state === 'done').length
  const overview = useQuestion('overview:get', {}, version)
  const coverage = useQuestion('framework:coverage', {}, version)
  if (overview.state === 'ready' && overview.value.collection === null)
    return (
      <Page title="Overview">
        <Empty
          title="Nothing collected yet"
          action={<Button onClick={() => go('collect')}>Go to collect</Button>}
        >
          Read the Heroku account first; then this screen shows coverage per framework, failures by severity
          and the work that is open.
        </Empty>
      </Page>
    )
  return (
    <Page title="Overview" says="Every number leads to its rows.">
      <div className="cards">
        <Shown answer={overview} lines={4}>
          {(told) => (
            <>
              <Results overview={told} />
              <Work overview={told} />
              <Freshness overview={told} />
            </>
          )}
        </Shown>
      </div>
      <h2 className="gap">Coverage</h2>
      <div className="cards cards-wide">
        <Shown answer={coverage} lines={6}>
          {(list) => (
            <>
              {list.map((framework) => (
                <Coverage key={framework.framework} framework={framework} />
              ))}
            </>
          )}
        </Shown>
      </div>
    </Page>
  )
}
