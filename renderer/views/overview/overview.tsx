import { Button } from '@mantine/core'
import { askEarly } from '../../lib/early.ts'
import { go } from '../../lib/route.ts'
import { useJobsDone } from '../../lib/shell-state.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Waiting } from '../../parts/states.tsx'
import { CoverageCard } from './coverage-card.tsx'
import { FreshnessCard } from './freshness-card.tsx'
import { SeverityCard } from './severity-card.tsx'
import { WorkCard } from './work-card.tsx'

/** Cards in the places of those that are on their way. */
function WaitingCards({ cards, lines }: { readonly cards: number; readonly lines: number }) {
  return Array.from({ length: cards }, (_, card) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the cards are all alike
    <div key={card} className="card">
      <Waiting lines={lines} />
    </div>
  ))
}

/** Asks early for all that the overview shows: it is what a locker opens with. */
export function askForOverview(): void {
  askEarly('overview:get', {})
  askEarly('framework:coverage', {})
}

/** How the engagement stands: coverage, failures, freshness, open work. Every number leads to its rows. */
export function Overview() {
  const version = useJobsDone()
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
    <Page
      title="Overview"
      says="Every number leads to its rows."
      actions={
        <Button variant="default" onClick={() => go('export')}>
          Go on to export
        </Button>
      }
    >
      <div className="cards cards-top">
        {overview.state === 'waiting' && <WaitingCards cards={3} lines={6} />}
        {overview.state === 'failed' && <FailedBox problem={overview.problem} again={overview.again} />}
        {overview.state === 'ready' && (
          <>
            <SeverityCard overview={overview.value} />
            <WorkCard overview={overview.value} />
            <FreshnessCard overview={overview.value} />
          </>
        )}
      </div>
      <h2 className="gap">Coverage</h2>
      <div className="cards cards-broad">
        {coverage.state === 'waiting' && <WaitingCards cards={4} lines={9} />}
        {coverage.state === 'failed' && <FailedBox problem={coverage.problem} again={coverage.again} />}
        {coverage.state === 'ready' &&
          coverage.value.map((framework) => <CoverageCard key={framework.framework} told={framework} />)}
      </div>
    </Page>
  )
}
