import { Select, Textarea, TextInput } from '@mantine/core'

/** A field of a form that holds text: what it is called, what it holds, and who hears of a change. */
interface Field {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly set: (value: string) => void
  readonly error?: string | undefined
}

/** One line of text. */
export function Line({
  set,
  most,
  isNeeded = false,
  ...field
}: Field & { readonly most?: number; readonly isNeeded?: boolean }) {
  return (
    <TextInput
      {...field}
      withAsterisk={isNeeded}
      maxLength={most}
      onChange={({ currentTarget: { value } }) => set(value)}
    />
  )
}

/** Most characters that a text may have. */
const LONGEST_TEXT = 20_000

/** Text of several lines, in a field that grows with it up to a height. */
export function Lines({
  set,
  rows: [minRows, maxRows],
  ...field
}: Field & { readonly rows: readonly [least: number, most: number] }) {
  return (
    <Textarea
      {...field}
      autosize
      minRows={minRows}
      maxRows={maxRows}
      maxLength={LONGEST_TEXT}
      onChange={({ currentTarget: { value } }) => set(value)}
    />
  )
}

/** A day, or none. */
export function DayLine({
  label,
  value,
  set,
}: {
  readonly label: string
  readonly value: string | null
  readonly set: (day: string | null) => void
}) {
  return (
    <TextInput
      label={label}
      type="date"
      value={value ?? ''}
      onChange={({ currentTarget: { value: typed } }) => set(typed || null)}
    />
  )
}

/** One of some words, always chosen. */
export function OneOf<Word extends string>({
  label,
  words,
  value,
  set,
  error,
}: {
  readonly label: string
  readonly words: readonly Word[]
  readonly value: Word
  readonly set: (word: Word) => void
  readonly error?: string | undefined
}) {
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={[...words]}
      value={value}
      error={error}
      onChange={(word) => word && set(word as Word)}
    />
  )
}
