import { ActionIcon, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { CollectionProgress } from '../../shared/model/collection.ts'
import type { Job } from '../../shared/shell.ts'
import { count } from '../lib/format.ts'
import { go, type Screen } from '../lib/route.ts'
import { useShell } from '../lib/shell-state.ts'
import { tell } from '../lib/tell.ts'
import { ask } from '../lib/window-api.ts'

const WORK: Readonly<Record<string, readonly [title: string, screen: Screen]>> = {
  'collection:run': ['Collecting', 'collect'],
  'check:run': ['Checking', 'checks'],
  'locker:verify': ['Verifying', 'settings'],
  'export:workbook': ['Exporting', 'export'],
  'event:export': ['Exporting events', 'events'],
  'document:attach': ['Attaching', 'documents'],
}

/** How far a job is, from 0 to 100, or null where nobody knows. */
export function percentOf(job: Job): number | null {
  const progress = job.progress as Partial<CollectionProgress> & { done?: number; of?: number }
  if (!progress) return null
  if (progress.tasksPlanned) return Math.min(100, (100 * (progress.tasksDone ?? 0)) / progress.tasksPlanned)
  if (progress.of) return Math.min(100, (100 * (progress.done ?? 0)) / progress.of)
  return null
}

function told(job: Job): string {
  const progress = job.progress as { doing?: string; sheet?: string; rows?: number } | null
  if (progress?.doing) return progress.doing
  if (progress?.sheet) return `${progress.sheet}, ${count(progress.rows ?? 0)} rows`
  return ''
}

/** What runs now, visible from every screen: how far it is, a way to it, a way to stop it. */
export function JobStrip() {
  const job = useShell().jobs.findLast((other) => other.state === 'running')
  if (!job) return null
  const [title, screen] = WORK[job.question] ?? [job.question, 'overview']
  const percent = percentOf(job)
  return (
    <div className="job-strip" role="status">
      <a
        href={`#/${screen}`}
        onClick={(event) => {
          event.preventDefault()
          go(screen)
        }}
      >
        {title}
      </a>
      <span className="muted job-told">{told(job)}</span>
      <Progress
        value={percent ?? 100}
        animated={percent === null}
        w="7rem"
        aria-label={`${title}: ${percent === null ? 'in progress' : `${Math.round(percent)} %`}`}
      />
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={`Cancel ${title.toLowerCase()}`}
        onClick={() => ask('shell:cancel-job', { id: job.id }).catch(tell)}
      >
        <IconX aria-hidden size="0.9rem" />
      </ActionIcon>
    </div>
  )
}
