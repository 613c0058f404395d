import { Button, Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CollectionSummary } from '../../../shared/contract.ts'
import type { CollectionProgress } from '../../../shared/model/collection.ts'
import type { Job } from '../../../shared/shell.ts'
import { count, duration } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { useJob } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask, Failed } from '../../lib/window-api.ts'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Shown } from '../../parts/states.tsx'
import type { ViewProps } from '../view.ts'
import { Collections } from './collections.tsx'
import { NotRead } from './not-read.tsx'
import { TopicPicker, useTopicChoice } from './topic-picker.tsx'
import { TopicProgress } from './topic-progress.tsx'

/** Seconds that are left at the present pace, or null before there is one. */
export function secondsLeft(progress: CollectionProgress, startedAt: string, now: number): number | null {
  const spent = (now - new Date(startedAt).getTime()) / 1000
  if (progress.tasksDone < 5 || progress.tasksPlanned <= progress.tasksDone) return null
  return (spent / progress.tasksDone) * (progress.tasksPlanned - progress.tasksDone)
}

function Running({ job }: { readonly job: Job }) {
  const progress = job.progress as CollectionProgress | null
  if (!progress) return <p className="card">Asking Heroku who we are…</p>
  const left = secondsLeft(progress, job.startedAt, Date.now())
  return (
    <section className="card" aria-label="Collection in progress">
      <div className="figures">
        <p role="status">
          <strong>{progress.doing}</strong>
        </p>
        <p>
          <span className="figure">{count(progress.evidence)}</span> evidence items
        </p>
        <p>
          <span className="figure">{count(progress.events)}</span> audit events
        </p>
        <p>
          <span className="figure">{count(progress.requests)}</span> requests
        </p>
        <p>
          <span className="figure">
            {progress.rateLimitRemaining === null ? '–' : count(progress.rateLimitRemaining)}
          </span>{' '}
          requests left this hour
        </p>
        <p>
          <span className="figure">{left === null ? '–' : duration(left)}</span> to go
        </p>
      </div>
      <TopicProgress progress={progress} />
      <div className="page-actions modal-actions">
        <Button variant="default" onClick={() => ask('shell:cancel-job', { id: job.id }).catch(tell)}>
          Cancel
        </Button>
      </div>
    </section>
  )
}

function Ended({ job, resume }: { readonly job: Job; readonly resume: () => void }) {
  const checking = useJob('check:run')?.state === 'running'
  if (job.state === 'failed' && job.problem)
    return (
      <>
        <FailedBox problem={new Failed(job.problem)} />
        <p className="gap">
          <Button onClick={resume}>Resume</Button>{' '}
          <span className="muted">What was collected is safe; only what is missing is read.</span>
        </p>
      </>
    )
  if (job.state === 'cancelled')
    return (
      <p className="card" role="status">
        Cancelled. What was collected is safe. <Button onClick={resume}>Resume</Button>
      </p>
    )
  const summary = job.output as CollectionSummary
  return (
    <section className="card" role="status" aria-label="Finished collection">
      <h2>Collected</h2>
      <p>
        {count(summary.collection.counts.evidence)} evidence items and{' '}
        {count(summary.collection.counts.events)} audit events with{' '}
        {count(summary.collection.counts.requests)} requests in {duration(summary.seconds)}.
      </p>
      <div className="page-actions modal-actions">
        <Button loading={checking} onClick={() => ask('check:run', {}).then(() => go('overview'), tell)}>
          Run the checks
        </Button>
      </div>
    </section>
  )
}

/** Choose what is read, watch it, stop it, go on, and see what was refused and what to ask the client for. */
export function Collect({ params }: ViewProps) {
  const connections = useQuestion('connection:list', {})
  const job = useJob('collection:run')
  const running = job?.state === 'running'
  const [chosen, setChosen] = useState<string | null>(null)
  const topics = useTopicChoice()
  const list = connections.state === 'ready' ? connections.value : []
  const connectionId = chosen ?? list[0]?.id ?? null
  const asked = useRef(false)

  function run(resume: boolean) {
    if (connectionId) ask('collection:run', { connectionId, resume, topics: topics.chosen }).catch(() => {})
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: starts once, when the palette asked for it
  useEffect(() => {
    if (params.start && connectionId && !asked.current && !running) {
      asked.current = true
      run(false)
    }
  }, [params.start, connectionId])

  return (
    <Page
      title="Collect"
      says="Reads Heroku at this point in time. It only ever reads; what is refused is kept as such and shown."
      actions={
        list.length > 0 && (
          <>
            <Select
              aria-label="Connection"
              data={list.map((connection) => ({ value: connection.id, label: connection.label }))}
              value={connectionId}
              onChange={setChosen}
              allowDeselect={false}
            />
            <Button
              variant={job?.state === 'done' ? 'default' : 'filled'}
              disabled={running}
              onClick={() => run(false)}
            >
              {running ? 'Collecting…' : 'Collect now'}
            </Button>
          </>
        )
      }
    >
      <Shown answer={connections} lines={2}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              title="No connection yet"
              action={<Button onClick={() => go('connections')}>Add a connection</Button>}
            >
              A connection holds the token that Heroku is read with.
            </Empty>
          ) : null
        }
      </Shown>
      {running ? <Running job={job} /> : <TopicPicker choice={topics} />}
      {job && !running && <Ended job={job} resume={() => run(true)} />}
      <NotRead version={job?.state ?? ''} />
      <Collections version={job?.state ?? ''} resume={() => run(true)} running={running} />
    </Page>
  )
}
