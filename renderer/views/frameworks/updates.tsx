import { Button, CloseButton } from '@mantine/core'
import type { FrameworkInfo } from '../../../shared/contract-frameworks.ts'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import type { CrosswalkChange } from '../../../shared/model/work.ts'
import { counted } from '../../lib/format.ts'
import { shortName } from '../../lib/framework-names.ts'
import { addressOf } from '../../lib/route.ts'
import { tell } from '../../lib/tell.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { Mark } from '../../parts/mark.tsx'
import { Prose } from '../../parts/prose.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { offerUndo } from '../../parts/undo.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'

const WORDS = { added: 'new', removed: 'gone', reworded: 'reworded' } as const
const MEANINGS = { added: 'good', removed: 'bad', reworded: 'neutral' } as const

const keyOf = ({ framework, control, topic }: CrosswalkChange) => `${framework} ${control} ${topic}`
const nameOf = ({ framework }: CrosswalkChange) => shortName(framework as FrameworkId)
const topicOf = ({ topic }: CrosswalkChange) => topicTitle(topic as Topic)

const COLUMNS: readonly TableColumn<CrosswalkChange>[] = [
  { title: 'Framework', width: '7.5rem', cell: nameOf, text: nameOf },
  { title: 'Control', width: '7rem', cell: ({ control }) => control, text: ({ control }) => control },
  { title: 'Topic', width: 'minmax(10rem, 1fr)', cell: topicOf, text: topicOf },
  {
    title: 'Change',
    width: '8rem',
    cell: ({ change }) => <Mark meaning={MEANINGS[change]}>{WORDS[change]}</Mark>,
    text: ({ change }) => WORDS[change],
  },
]

function Change({
  row,
  isChosen,
  onClose,
}: {
  readonly row: CrosswalkChange
  readonly isChosen: boolean
  readonly onClose: () => void
}) {
  const { framework, control, change, rationale, was } = row
  return (
    <aside className="side" aria-label={`Change of ${control}`}>
      <div className="side-head">
        <div>
          <h2>
            {nameOf(row)} {control}
          </h2>
          <p className="muted">{topicOf(row)}</p>
        </div>
        <CloseButton aria-label="Close" onClick={onClose} />
      </div>
      {change !== 'removed' && (
        <>
          <h3>Suggested now</h3>
          <p>
            <Prose>{rationale}</Prose>
          </p>
        </>
      )}
      {was !== null && (
        <>
          <h3 className="gap">Suggested before</h3>
          <p>
            <Prose>{was}</Prose>
          </p>
        </>
      )}
      {isChosen && <a href={addressOf('controls', { framework, control })}>Open the control</a>}
    </aside>
  )
}

/** What a newer app suggests otherwise than people of this locker have seen. Their decisions stay as they are. */
export function Updates({
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
  const answer = useQuestion('mapping:updates', {}, version)
  async function seen() {
    try {
      offerUndo(await ask('mapping:updates-seen', {}), changed, 'record:undo')
      changed()
    } catch (error) {
      tell(error)
    }
  }
  return (
    <Shown answer={answer} lines={8}>
      {(rows) => {
        const open = rows.find((row) => keyOf(row) === params.change)
        if (rows.length === 0)
          return (
            <Empty title="No suggestion has changed">
              When a newer app suggests other mappings, what is new, gone or reworded stands here. What people
              decided stays.
            </Empty>
          )
        return (
          <>
            <div className="filters">
              <p role="status">
                {counted(rows.length, 'suggestion')} changed since somebody looked. Decisions stay as they
                are.
              </p>
              <Button variant="default" onClick={() => void seen()}>
                I have seen these
              </Button>
            </div>
            <div className={open ? 'split has-side' : 'split'}>
              <VirtualTable
                label="Changed suggestions"
                columns={COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={keyOf}
                selected={params.change ?? null}
                onOpen={(row) => set({ change: keyOf(row) })}
              />
              {open && (
                <Change
                  row={open}
                  isChosen={all.some(({ id, chosen }) => id === open.framework && chosen)}
                  onClose={() => set({ change: null })}
                />
              )}
            </div>
          </>
        )
      }}
    </Shown>
  )
}
