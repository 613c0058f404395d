import { Button, SegmentedControl, Select } from '@mantine/core'
import { useCallback } from 'react'
import { ANSWERS, type CheckInfo, SEVERITIES } from '../../../shared/model/check.ts'
import { capital } from '../../lib/format.ts'
import { useJob } from '../../lib/shell-state.ts'
import { tell } from '../../lib/tell.ts'
import { type Narrow, useNarrowing } from '../../lib/use-narrowing.ts'
import { ask } from '../../lib/window-api.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import type { ViewProps } from '../view.ts'
import { ANSWER_WORDS } from './answer-bar.tsx'
import { ByCheck } from './by-check.tsx'
import { BySubject } from './by-subject.tsx'
import { useKnownChecks } from './known-checks.ts'
import { Outdated } from './outdated.tsx'
import { OverPeriod } from './over-period.tsx'
import { Results } from './results.tsx'

const WAYS = [
  { value: 'result', label: 'Results' },
  { value: 'check', label: 'By check' },
  { value: 'subject', label: 'By subject' },
  { value: 'period', label: 'Period' },
]

/** What a change of the way to look takes off: each has filters and a side of its own. */
const OWN = { check: null, result: null, subject: null, answer: null, exceptions: null }

function ResultFilters({
  params,
  checks,
  set,
}: ViewProps & { readonly checks: readonly CheckInfo[]; readonly set: Narrow }) {
  return (
    <>
      <Select
        label="Check"
        placeholder="All checks"
        clearable
        searchable
        w="12rem"
        comboboxProps={{ width: '26rem', position: 'bottom-start' }}
        clearButtonProps={{ 'aria-label': 'All checks' }}
        data={checks.map((check) => ({ value: check.id, label: `${check.id} ${check.title}` }))}
        value={params.check ?? null}
        onChange={(check) => set({ check, result: null })}
      />
      <Select
        label="Answer"
        placeholder="All answers"
        clearable
        w="9rem"
        clearButtonProps={{ 'aria-label': 'All answers' }}
        data={ANSWERS.map((answer) => ({ value: answer, label: ANSWER_WORDS[answer] }))}
        value={params.answer ?? null}
        onChange={(answer) => set({ answer })}
      />
      <Select
        label="Exceptions"
        placeholder="All"
        clearable
        w="9rem"
        clearButtonProps={{ 'aria-label': 'With and without exceptions' }}
        data={[
          { value: 'open', label: 'Open failures' },
          { value: 'accepted', label: 'Accepted' },
        ]}
        value={params.exceptions ?? null}
        onChange={(exceptions) => set({ exceptions })}
      />
    </>
  )
}

/** Every answer of every check, result by result, by check, or by subject; beside it, why and how to fix. */
export function Checks({ params }: ViewProps) {
  const job = useJob('check:run')
  const version = `${job?.id ?? 0} ${job?.state}`
  const checks = useKnownChecks()
  const set = useNarrowing('checks', params)
  const setText = useCallback((search: string) => set({ search }), [set])
  const way = WAYS.find(({ value }) => value === params.by)?.value ?? 'result'

  return (
    <Page
      title="Checks"
      fill
      says="Automated tests over the evidence. Four answers; what was not read is not evaluated, and never a pass."
      actions={
        <Button loading={job?.state === 'running'} onClick={() => ask('check:run', {}).catch(tell)}>
          Run the checks
        </Button>
      }
    >
      <Outdated version={version} />
      <div className="filters">
        <SegmentedControl
          aria-label="Way to look"
          value={way}
          onChange={(by) => set({ ...OWN, by: by === 'result' ? null : by })}
          data={WAYS}
        />
        {way === 'result' && <ResultFilters params={params} checks={checks} set={set} />}
        {way !== 'subject' && (
          <Select
            label="Severity"
            placeholder="All"
            clearable
            w="8rem"
            clearButtonProps={{ 'aria-label': 'All severities' }}
            data={SEVERITIES.map((one) => ({
              value: one,
              label: capital(one),
            }))}
            value={params.severity ?? null}
            onChange={(severity) => set({ severity })}
          />
        )}
        <SearchField
          label={
            way === 'check' || way === 'period'
              ? 'Number or words'
              : way === 'subject'
                ? 'Subject'
                : 'Subject or reason'
          }
          placeholder="Search"
          width="10rem"
          value={params.search ?? ''}
          onSettled={setText}
        />
      </div>
      {way === 'result' && <Results params={params} checks={checks} version={version} set={set} />}
      {way === 'check' && <ByCheck params={params} checks={checks} version={version} set={set} />}
      {way === 'period' && <OverPeriod params={params} version={version} set={set} />}
      {way === 'subject' && <BySubject params={params} version={version} set={set} />}
    </Page>
  )
}
