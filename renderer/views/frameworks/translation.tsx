import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import type { FrameworkInfo, TranslationRow } from '../../../shared/contract-frameworks.ts'
import { count, counted } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'

/** The one change of version that ships with the app. */
const PAIR = { from: 'csa-ccm-4.0.13', to: 'csa-ccm-4.1.0' } as const

const COLUMNS: readonly TableColumn<TranslationRow>[] = [
  { title: '4.0.13', width: '6rem', cell: ({ from }) => from, text: ({ from }) => from },
  { title: '4.1.0', width: '6rem', cell: ({ to }) => to ?? 'none', text: ({ to }) => to ?? 'none' },
  {
    title: 'Control',
    width: 'minmax(13rem, 1fr)',
    cell: ({ title }) => <span title={title}>{title}</span>,
    text: ({ title }) => title,
  },
  {
    title: 'Look at it',
    width: '7rem',
    cell: ({ look }) => (look ? <Mark meaning="unknown">look</Mark> : <Mark meaning="good">same</Mark>),
    text: ({ look }) => (look ? 'look' : 'same'),
  },
  {
    title: 'What became of it',
    width: 'minmax(14rem, 1.4fr)',
    cell: ({ note }) => <span title={note}>{note}</span>,
    text: ({ note }) => note,
  },
  {
    title: 'Decided',
    width: '5.5rem',
    end: true,
    cell: ({ decided }) => decided || '',
    text: ({ decided }) => String(decided),
  },
]

const sum = (rows: readonly TranslationRow[]) => rows.reduce((all, { decided }) => all + decided, 0)

/** From one version of a framework to the next: what a person has to look at, and decisions that are carried over. */
export function Translation({
  all,
  params,
  set,
  version,
  changed,
}: {
  readonly all: readonly FrameworkInfo[]
  readonly params: Readonly<Record<string, string>>
  readonly set: (change: Readonly<Record<string, string | null>>) => void
  readonly version: number
  readonly changed: () => void
}) {
  const answer = useQuestion('framework:translation', PAIR, version)
  const show = params.show ?? 'look'
  const rows = useMemo(
    () =>
      answer.state !== 'ready'
        ? []
        : answer.value.filter(
            ({ look, decided }) => show === 'all' || (show === 'look' ? look : decided > 0),
          ),
    [answer, show],
  )
  const isChosen = all.some(({ id, chosen }) => id === PAIR.to && chosen)
  async function carry() {
    try {
      offerUndo(await ask('mapping:carry', PAIR), changed)
      changed()
    } catch (error) {
      tell(error)
    }
  }
  return (
    <Shown answer={answer} lines={12}>
      {(told) => {
        const left = sum(told.filter(({ to }) => to === null))
        const decided = sum(told) - left
        return (
          <>
            <div className="filters">
              <Select
                label="Show"
                w="14rem"
                allowDeselect={false}
                data={[
                  { value: 'look', label: 'What a person must look at' },
                  { value: 'decided', label: 'With decisions' },
                  { value: 'all', label: 'Every control' },
                ]}
                value={show}
                onChange={(value) => set({ show: value === 'look' ? null : value })}
              />
              <Button disabled={decided === 0} onClick={() => void carry()}>
                Carry my decisions over
              </Button>
            </div>
            <p role="status" className="muted">
              {decided === 0
                ? 'No mapping of CCM 4.0.13 is decided yet, so there is nothing to carry over.'
                : `${counted(decided, 'decision')} of CCM 4.0.13 can go over; what is decided in 4.1.0 already stays as it is.`}
              {left > 0 && ` ${counted(left, 'decision')} stay behind: the control has no successor.`}{' '}
              {isChosen
                ? 'Enter opens the control in 4.1.0.'
                : 'Choose CCM 4.1.0 under Frameworks to work with its controls.'}{' '}
              {count(told.filter(({ look }) => look).length)} of {counted(told.length, 'control')} need a
              look.
            </p>
            <div className="split">
              <VirtualTable
                label="Translation"
                columns={COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={({ from }) => from}
                {...(isChosen
                  ? {
                      onOpen: ({ to }: TranslationRow) =>
                        to && go('controls', { framework: PAIR.to, control: to }),
                    }
                  : {})}
                empty={<Empty title="No control here">Choose another view above to see the others.</Empty>}
              />
            </div>
          </>
        )
      }}
    </Shown>
  )
}
