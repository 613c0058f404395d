import { Button, SegmentedControl } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useCallback, useState } from 'react'
import type { FrameworkInfo } from '../../../shared/contract-frameworks.ts'
import { count, counted } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { useNarrowing } from '../../lib/use-narrowing.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Page } from '../../parts/page.tsx'
import { Shown } from '../../parts/states.tsx'
import type { ViewProps } from '../view.ts'
import { FrameworkTable } from './framework-table.tsx'
import { ImportFramework } from './import-framework.tsx'
import { Translation } from './translation.tsx'
import { Updates } from './updates.tsx'

const PARTS = [
  { value: 'chosen', label: 'Frameworks' },
  { value: 'versions', label: 'CCM 4.0 to 4.1' },
  { value: 'updates', label: 'Changed suggestions' },
]

const saysOf = (all: readonly FrameworkInfo[]) =>
  `The engagement works with ${count(all.filter(({ chosen }) => chosen).length)} of ${counted(all.length, 'framework')}. Collecting and checking stay the same; one evidence serves them all.`

/** Which frameworks the engagement works with, its own ones, and what new versions and updates ask of people. */
export function Frameworks({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const [importing, setImporting] = useState(false)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const answer = useQuestion('framework:list', {}, version)
  const set = useNarrowing('frameworks', params)
  const part = PARTS.find(({ value }) => value === params.part)?.value ?? 'chosen'
  return (
    <Page
      title="Frameworks"
      fill={part !== 'chosen'}
      says={answer.state === 'ready' ? saysOf(answer.value) : 'What the engagement is held against.'}
      actions={
        <Button
          variant="default"
          leftSection={<IconTableImport aria-hidden size="1rem" />}
          onClick={() => setImporting(true)}
        >
          Import one of your own…
        </Button>
      }
    >
      <div className="filters">
        <SegmentedControl
          aria-label="Part"
          value={part}
          onChange={(value) => go('frameworks', { part: value === 'chosen' ? null : value }, true)}
          data={PARTS}
        />
      </div>
      <Shown answer={answer} lines={12}>
        {(all) => (
          <>
            {part === 'chosen' && <FrameworkTable all={all} changed={changed} />}
            {part === 'versions' && (
              <Translation all={all} params={params} set={set} version={version} changed={changed} />
            )}
            {part === 'updates' && (
              <Updates params={params} set={set} all={all} version={version} changed={changed} />
            )}
            <ImportFramework
              opened={importing}
              onClose={() => setImporting(false)}
              all={all}
              changed={changed}
            />
          </>
        )}
      </Shown>
    </Page>
  )
}
