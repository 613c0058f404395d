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
}: {
  readonly value: string
  readonly placeholder: string
  readonly width: string
  readonly onSettled: (text: string) => void
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
      label="Search"
      placeholder={placeholder}
      data-find
      w={width}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
})
