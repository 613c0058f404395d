import { Button } from '@mantine/core'
import { go } from '../../lib/route.ts'
import { useShell } from '../../lib/shell-state.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { FreshnessCard } from './freshness-card.tsx'
import { SeverityCard } from './severity-card.tsx'
import { WorkCard } from './work-card.tsx'

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
      <div className="cards cards-top">
        <Shown answer={overview} lines={4}>
          {(told) => (
            <>
              <SeverityCard overview={told} />
              <WorkCard overview={told} />
              <FreshnessCard overview={told} />
            </>
          )}
        </Shown>
      </div>
      <h2 className="gap">Coverage</h2>
      <div className="cards cards-broad">
        <Shown answer={coverage} lines={6}>
          {(list) => (
            <>
              {list.map((framework) => (
                <CoverageCard key={framework.framework} told={framework} />
              ))}
            </>
          )}
        </Shown>
      </div>
    </Page>
  )
}
