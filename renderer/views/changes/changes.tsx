import { Button, Select } from '@mantine/core'
import { useMemo } from 'react'
import { CHANGE_KINDS, type ChangeKind, type SubjectChange } from '../../../shared/model/changes.ts'
import type { Collection } from '../../../shared/model/collection.ts'
import type { Topic } from '../../../shared/model/topic.ts'
import { count, counted, moment } from '../../lib/format.ts'
import { go } from '../../lib/route.ts'
import { useJobsDone } from '../../lib/shell-state.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { type Narrow, useNarrowing } from '../../lib/use-narrowing.ts'
import { usePages } from '../../lib/use-pages.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, FailedBox, Shown, Waiting } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import { useTimeZone } from '../../parts/when.tsx'
import type { ViewProps } from '../view.ts'
import { ChangeSide } from './change-side.tsx'
import { countsOf, inOneLine, KIND_WORDS } from './change-words.ts'

const changeKey = ({ topic, subjectId, kind }: SubjectChange) => `${topic} ${kind} ${subjectId}`

const COLUMNS: readonly TableColumn<SubjectChange>[] = [
  {
    title: 'What',
    width: '8.5rem',
    cell: ({ kind }) => <Mark meaning={KIND_WORDS[kind][0]}>{KIND_WORDS[kind][1]}</Mark>,
    text: ({ kind }) => kind,
  },
  { title: 'Topic', width: '12rem', cell: ({ topic }) => topicTitle(topic), text: ({ topic }) => topic },
  {
    title: 'Subject',
    width: 'minmax(12rem, 1fr)',
    cell: ({ subject }) => subject,
    text: ({ subject }) => subject,
  },
  {
    title: 'Fields',
    width: 'minmax(14rem, 2fr)',
    cell: (row) => inOneLine(row),
    text: (row) => inOneLine(row),
  },
]

/** Beside an open change there is room for these. */
const BESIDE = COLUMNS.slice(0, 3)

const number = (text: string | undefined) => (text && Number.isInteger(Number(text)) ? Number(text) : null)

function Between({
  complete,
  params,
  set,
}: ViewProps & { readonly complete: readonly Collection[]; readonly set: Narrow }) {
  const timeZone = useTimeZone()
  const label = ({ id, startedAt }: Collection) => `No. ${id}, ${moment(startedAt, timeZone).slice(0, 16)}`
  const choose = (name: 'from' | 'to', title: string, standard: string) => (
    <Select
      label={title}
      placeholder={standard}
      clearable
      w="13rem"
      clearButtonProps={{ 'aria-label': standard }}
      data={complete.map((one) => ({ value: String(one.id), label: label(one) }))}
      value={params[name] ?? null}
      onChange={(id) => set({ [name]: id, change: null })}
    />
  )
  return (
    <>
      {choose('from', 'From', 'The one before')}
      {choose('to', 'To', 'The newest')}
    </>
  )
}

function Rows({ params, set }: ViewProps & { readonly set: Narrow }) {
  const between = { from: number(params.from), to: number(params.to) }
  const done = useJobsDone()
  const summary = useQuestion('collection:compare', { ...between, limit: 1 }, done)
  const pages = usePages(
    'collection:compare',
    {
      ...between,
      topic: (params.topic as Topic) || null,
      kinds: params.kind ? [params.kind as ChangeKind] : null,
    },
    done,
  )
  const open = useMemo(
    () => pages.rows.find((row) => changeKey(row) === params.change) ?? null,
    [pages.rows, params.change],
  )
  return (
    <>
      <Shown answer={summary} lines={1}>
        {(told) => {
          const counts = countsOf(told, params.topic ?? null)
          const noise = told.topics.reduce((sum, one) => sum + one.noise, 0)
          const same = told.topics.reduce((sum, one) => sum + one.unchanged, 0)
          const apart = told.topics.filter(({ compared }) => !compared)
          return (
            <>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame */}
              <div className="filters" role="group" aria-label="Kinds of change">
                {CHANGE_KINDS.map((kind) => (
                  <Button
                    key={kind}
                    variant={params.kind === kind ? 'filled' : 'default'}
                    aria-pressed={params.kind === kind}
                    title={KIND_WORDS[kind][2]}
                    onClick={() => set({ kind: params.kind === kind ? null : kind, change: null })}
                  >
                    {count(counts[kind])} {KIND_WORDS[kind][1].toLowerCase()}
                  </Button>
                ))}
                <Select
                  aria-label="Topic"
                  placeholder="All topics"
                  clearable
                  searchable
                  w="14rem"
                  clearButtonProps={{ 'aria-label': 'All topics' }}
                  data={told.topics
                    .filter((one) => CHANGE_KINDS.some((kind) => one[kind] > 0))
                    .map(({ topic }) => ({ value: topic, label: topicTitle(topic) }))}
                  value={params.topic ?? null}
                  onChange={(topic) => set({ topic, change: null })}
                />
              </div>
              <p className="table-count">
                {counted(same, 'item')} the same in both
                {noise > 0 &&
                  `; ${counted(noise, 'item')} differ only in what changes by itself, such as times of last use`}
                {apart.length > 0 &&
                  `; ${counted(apart.length, 'topic')} not compared, as only one of the two collections was to read them`}
                .
              </p>
            </>
          )
        }}
      </Shown>
      {summary.state === 'ready' && pages.problem && (
        <FailedBox problem={pages.problem} again={pages.again} />
      )}
      {pages.state === 'waiting' && summary.state !== 'failed' && <Waiting lines={12} />}
      {pages.state === 'ready' && (
        <div className={open ? 'split has-side' : 'split'}>
          <VirtualTable
            label="Changes"
            columns={open ? BESIDE : COLUMNS}
            total={pages.total}
            busy={pages.stale}
            rowAt={pages.rowAt}
            onSight={pages.onSight}
            keyOf={changeKey}
            selected={params.change ?? null}
            onOpen={(row) => set({ change: changeKey(row) })}
            empty={
              <Empty title="Nothing like that changed">
                {params.kind || params.topic
                  ? 'Take a filter off to see the other changes.'
                  : 'What the two collections read is the same.'}
              </Empty>
            }
          />
          {open && <ChangeSide change={open} onClose={() => set({ change: null })} />}
        </div>
      )}
    </>
  )
}

/** What changed between two collections: what came, what went, what is different, field by field. */
export function Changes({ params }: ViewProps) {
  const answer = useQuestion('collection:list', {}, useJobsDone())
  const set = useNarrowing('changes', params)
  const complete =
    answer.state === 'ready' ? answer.value.filter(({ state }) => state === 'complete').toReversed() : []
  return (
    <Page
      title="Changes"
      fill
      says="Two collections compared, subject by subject and field by field."
      actions={complete.length > 1 && <Between complete={complete} params={params} set={set} />}
    >
      {answer.state === 'waiting' && <Waiting lines={14} />}
      {answer.state === 'failed' && <FailedBox problem={answer.problem} again={answer.again} />}
      {answer.state === 'ready' &&
        (complete.length > 1 ? (
          <Rows params={params} set={set} />
        ) : (
          <Empty
            title={complete.length === 0 ? 'Nothing collected yet' : 'One collection so far'}
            action={<Button onClick={() => go('collect')}>Collect</Button>}
          >
            After a second collection this screen tells what came, what went and what is different.
          </Empty>
        ))}
    </Page>
  )
}
