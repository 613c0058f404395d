import { Select } from '@mantine/core'
import { memo, useState } from 'react'
import type { FrameworkId } from '../../../shared/model/engagement.ts'
import { count } from '../../lib/format.ts'
import { shortName } from '../../lib/framework-names.ts'
import { topicTitle } from '../../lib/topic-titles.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { ask } from '../../lib/window-api.ts'
import { controlOf, controlWord } from './filter.ts'

interface Choice {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** Names at most this many at once; typing narrows. */
const MOST = 80

/** Narrows by topic; offered are those that the collection holds, with their number of items. */
export const TopicChoice = memo(function TopicChoice({
  collectionId,
  value,
  onChange,
}: Choice & { readonly collectionId: number | null }) {
  const answer = useQuestion('evidence:topics', { collectionId })
  const topics = answer.state === 'ready' ? answer.value : []
  return (
    <Select
      label="Topic"
      placeholder="All topics"
      clearable
      searchable
      w="10rem"
      comboboxProps={{ width: '20rem', position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': 'All topics' }}
      data={topics
        .map(({ topic, items }) => ({ value: topic, label: `${topicTitle(topic)} (${count(items)})` }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en'))}
      value={value}
      onChange={onChange}
    />
  )
})

/** Narrows to what names an app. */
export const AppChoice = memo(function AppChoice({
  collectionId,
  value,
  onChange,
}: Choice & { readonly collectionId: number | null }) {
  const answer = useQuestion('evidence:apps', { collectionId })
  const apps = answer.state === 'ready' ? answer.value : []
  return (
    <Select
      label="App"
      placeholder="All apps"
      clearable
      searchable
      limit={MOST}
      w="10rem"
      clearButtonProps={{ 'aria-label': 'All apps' }}
      nothingFoundMessage="No such app"
      data={apps.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
})

interface ControlOption {
  readonly value: string
  readonly label: string
}

async function controlOptions(): Promise<readonly { group: string; items: ControlOption[] }[]> {
  const frameworks = (await ask('framework:list', {})).filter(({ chosen }) => chosen)
  return Promise.all(
    frameworks.map(async ({ id }) => ({
      group: shortName(id),
      items: (await ask('framework:controls', { framework: id })).map(({ control }) => ({
        value: controlWord(id, control.id),
        label: `${control.id} ${control.title}`,
      })),
    })),
  )
}

function named(word: string): ControlOption {
  const { framework, control } = controlOf(word) ?? { framework: '' as FrameworkId, control: word }
  return { value: word, label: `${shortName(framework)} ${control}` }
}

/** Narrows to what speaks to a control or a group of them. The catalogs are fetched when somebody opens it. */
export const ControlChoice = memo(function ControlChoice({ value, onChange }: Choice) {
  const [options, setOptions] = useState<Awaited<ReturnType<typeof controlOptions>> | null>(null)
  const known = options?.some(({ items }) => items.some((item) => item.value === value))
  return (
    <Select
      label="Control"
      placeholder="All controls"
      clearable
      searchable
      limit={MOST}
      w="10rem"
      comboboxProps={{ width: '24rem', position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': 'All controls' }}
      nothingFoundMessage={options ? 'No such control' : 'Looking…'}
      data={[...(value && !known ? [named(value)] : []), ...(options ?? [])]}
      onDropdownOpen={() => {
        if (!options) controlOptions().then(setOptions, () => setOptions([]))
      }}
      value={value}
      onChange={onChange}
    />
  )
})
