import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFolder } from '@tabler/icons-react'
import type { ExportedFile } from '../../../shared/model/export.ts'
import { bytes, count, duration } from '../../lib/format.ts'
import { useJob, useShell } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { ask, Failed } from '../../lib/window-api.ts'
import { Page } from '../../parts/page.tsx'
import { FailedBox } from '../../parts/states.tsx'

const HOLDS: readonly (readonly [title: string, says: string])[] = [
  [
    'Cover and statement',
    'Whom it is about, who collected what with which rights, what was refused, and how to check it',
  ],
  ['Frameworks', 'One sheet each: every control with its evidence, its checks and room for a conclusion'],
  ['Register', 'Every evidence item with its number, time, request and SHA-256'],
  ['Results and findings', 'Every answer of every check; failures first, with what to do'],
  ['Topics', 'One sheet per topic, readable without the app'],
  ['Events', 'The audit trail of the period'],
]

function Finished({ file }: { readonly file: ExportedFile }) {
  const rows = file.sheets.reduce((sum, sheet) => sum + sheet.rows, 0)
  return (
    <section className="card" aria-label="Finished export">
      <h2>{file.file.split(/[\\/]/).at(-1)}</h2>
      <dl className="facts">
        <dt>Size</dt>
        <dd>
          {bytes(file.bytes)}, {count(file.sheets.length)} sheets, {count(rows)} rows,{' '}
          {duration(file.seconds)}
        </dd>
        <dt>SHA-256</dt>
        <dd className="mono">{file.sha256}</dd>
      </dl>
      <div className="page-actions modal-actions">
        <Button
          leftSection={<IconFolder aria-hidden size="1rem" />}
          onClick={() => ask('shell:reveal-export', { file: file.file }).catch(tell)}
        >
          Show in its folder
        </Button>
      </div>
    </section>
  )
}

/** Choose a place, watch, and open the folder of what came out. */
export function Export() {
  const { locker } = useShell()
  const job = useJob('export:workbook')
  async function start() {
    const end = locker?.engagement.period.end ?? ''
    const name = (locker?.engagement.organisation ?? 'evidence')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .toLowerCase()
    try {
      const place = await ask('shell:pick-destination', { suggestedName: `${name}-${end}.xlsx` })
      if (place) await ask('export:workbook', { destination: place.token })
    } catch (error) {
      if (!(error instanceof Failed)) tell(error)
    }
  }
  const progress = job?.state === 'running' ? (job.progress as { sheet: string; rows: number } | null) : null
  return (
    <Page
      title="Export"
      says="A workbook for the auditor: one file that opens in Excel and LibreOffice and can be checked against this locker."
      actions={
        <Button
          size="sm"
          leftSection={<IconFileSpreadsheet aria-hidden size="1rem" />}
          loading={job?.state === 'running'}
          onClick={start}
        >
          Export a workbook…
        </Button>
      }
    >
      {job?.state === 'running' && (
        <p role="status" className="card">
          Writing {progress ? `${progress.sheet}, ${count(progress.rows)} rows` : 'the workbook'}…
        </p>
      )}
      {job?.state === 'failed' && job.problem && (
        <FailedBox problem={new Failed(job.problem)} again={start} />
      )}
      {job?.state === 'cancelled' && (
        <p className="card">The export was cancelled; nothing was left behind.</p>
      )}
      {job?.state === 'done' && <Finished file={job.output as ExportedFile} />}
      <h2 className="gap">What is in it</h2>
      <div className="cards">
        {HOLDS.map(([title, says]) => (
          <div className="card" key={title}>
            <h3>{title}</h3>
            <p className="muted">{says}</p>
          </div>
        ))}
      </div>
    </Page>
  )
}
