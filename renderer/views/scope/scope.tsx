import { Button, SegmentedControl } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import { count } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { useNarrowing } from '../../lib/use-narrowing.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { TableImport } from '../../parts/table-import.tsx'
import type { ViewProps } from '../view.ts'
import { Apps } from './apps.tsx'
import { Places } from './places.tsx'
import { Proposals } from './proposals.tsx'

const PARTS = [
  { value: 'apps', label: 'Apps' },
  { value: 'proposals', label: 'Proposals' },
  { value: 'places', label: 'Teams and spaces' },
]

/** What the engagement looks at, and what each app is: data, environment, owner, criticality. Checks ask for it. */
export function Scope({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const [importing, setImporting] = useState(false)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const state = useQuestion('scope:get', {}, version)
  const set = useNarrowing('scope', params)
  const part = PARTS.find(({ value }) => value === params.part)?.value ?? 'apps'
  const nothing = state.state === 'ready' && state.value.apps.seen + state.value.apps.tagged === 0
  return (
    <Page
      title="Scope"
      fill={part !== 'places'}
      says={
        state.state === 'ready'
          ? `${count(state.value.apps.inScope)} of ${count(state.value.apps.seen)} apps in scope, ${count(state.value.apps.tagged)} tagged. Many checks judge an app by what people say of it.`
          : 'What the engagement looks at, and what people say of each app.'
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconTableImport aria-hidden size="1rem" />}
          onClick={() => setImporting(true)}
        >
          Import tags…
        </Button>
      }
    >
      <div className="filters">
        <SegmentedControl
          aria-label="Part"
          value={part}
          onChange={(value) => set({ part: value === 'apps' ? null : value, app: null })}
          data={PARTS}
        />
      </div>
      {nothing && (
        <Empty title="No app seen yet" action={<Button onClick={() => go('collect')}>Collect</Button>}>
          After a collection, apps are tagged here, and the teams and spaces in scope chosen.
        </Empty>
      )}
      {!nothing && part === 'apps' && <Apps params={params} set={set} version={version} changed={changed} />}
      {!nothing && part === 'proposals' && <Proposals version={version} changed={changed} />}
      {!nothing && part === 'places' && (
        <Shown answer={state} lines={8}>
          {(told) => <Places key={told.said?.act ?? 0} state={told} changed={changed} />}
        </Shown>
      )}
      <TableImport
        opened={importing}
        onClose={() => setImporting(false)}
        title="Import tags of apps"
        says="A table with a column for the app, and columns for environment, data, owner, criticality or internal only. Paste it from a spreadsheet, or choose a CSV file."
        question="tag:import"
        input={{}}
        changed={changed}
      />
    </Page>
  )
}
