import { TextInput } from '@mantine/core'
import { memo, useEffect, useRef, useState } from 'react'

/** Keys that come faster than this, in milliseconds, are held keys or a paste in pieces: the last one asks for all. */
const BURST_MS = 40

/**
 * A search field that asks at once with every key, and keeps bursts of keys to itself. Whoever answers asks one
 * question at a time, the newest next: what is outdated is never asked.
 */
export const SearchField = memo(function SearchField({
  value,
  placeholder,
  width,
  onSettled,
  label = 'Search',
  find = true,
}: {
  readonly value: string
  readonly placeholder: string
  readonly width: string
  readonly onSettled: (text: string) => void
  readonly label?: string
  /** It is the one that "Find" goes to. */
  readonly find?: boolean
}) {
  const [text, setText] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setText(value)
  }, [value])
  const before = useRef(Number.NEGATIVE_INFINITY)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function settle(typed: string) {
    const settled = typed.trim()
    if (settled === told.current) return
    told.current = settled
    onSettled(settled)
  }

  function change(typed: string, at: number) {
    setText(typed)
    clearTimeout(timer.current)
    const isBurst = at - before.current < BURST_MS
    before.current = at
    if (isBurst) timer.current = setTimeout(() => settle(typed), BURST_MS)
    else settle(typed)
  }
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      {...(find ? { 'data-find': true } : {})}
      w={width}
      value={text}
      maxLength={200}
      onChange={(event) => change(event.currentTarget.value, event.timeStamp)}
    />
  )
})
