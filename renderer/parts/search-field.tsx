import { TextInput } from '@mantine/core'
import { memo, useEffect, useRef, useState } from 'react'

/** Milliseconds without a key press before a search is asked. */
const PAUSE_MS = 25

/** A search field that keeps its typing to itself: the screen around it draws only when the text has settled. */
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
  useEffect(() => {
    const settled = text.trim()
    if (settled === told.current) return
    const timer = setTimeout(() => {
      told.current = settled
      onSettled(settled)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, onSettled])
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      {...(find ? { 'data-find': true } : {})}
      w={width}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
})
