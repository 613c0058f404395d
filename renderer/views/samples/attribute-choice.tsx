import type { KeyboardEvent } from 'react'
import { ATTRIBUTE_RESULTS, type SampleResult } from '../../../shared/model/records/sample.ts'

type Result = (typeof ATTRIBUTE_RESULTS)[number]

const NAMES: Readonly<Record<Result, string>> = { met: 'met', 'not-met': 'not met', 'not-applicable': 'n/a' }

/** Keys that choose at once. */
const KEYS: Readonly<Record<string, Result>> = { m: 'met', n: 'not-met', a: 'not-applicable' }

const groups = (from: HTMLElement, attribute: string) => [
  ...(from.closest('table')?.querySelectorAll<HTMLElement>(`[data-attribute="${attribute}"]`) ?? []),
]

/** Moves the focus to the same attribute of another item. */
function focusItem(from: HTMLElement, attribute: string, step: 1 | -1): void {
  const all = groups(from, attribute)
  const here = all.findIndex((group) => group.contains(from))
  all[here + step]?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
}

/** Moves the focus along the choices of one item. */
function focusChoice(from: HTMLElement, step: 1 | -1): void {
  const all = [...(from.parentElement?.querySelectorAll('button') ?? [])]
  all[all.indexOf(from as HTMLButtonElement) + step]?.focus()
}

/**
 * What testing one attribute of one item gave: one click, or one key. M, N and A choose and go on to the next item;
 * the arrows move; what is chosen is taken back by choosing it again.
 */
export function AttributeChoice({
  attribute,
  item,
  value,
  onChoose,
}: {
  readonly attribute: string
  readonly item: number
  readonly value: SampleResult['results'][string] | null
  readonly onChoose: (value: Result | null) => void
}) {
  function pressed(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const from = event.target as HTMLElement
    const chosen = KEYS[event.key.toLowerCase()]
    if (chosen) {
      onChoose(chosen)
      focusItem(from, attribute, 1)
    } else if (event.key === 'ArrowDown') focusItem(from, attribute, 1)
    else if (event.key === 'ArrowUp') focusItem(from, attribute, -1)
    else if (event.key === 'ArrowRight') focusChoice(from, 1)
    else if (event.key === 'ArrowLeft') focusChoice(from, -1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame
    <div
      role="group"
      className="choice"
      aria-label={`${attribute} of item ${item}`}
      data-attribute={attribute}
      onKeyDown={pressed}
    >
      {ATTRIBUTE_RESULTS.map((one) => (
        <button
          key={one}
          type="button"
          className={`choice-${one}`}
          aria-pressed={value === one}
          tabIndex={(value ?? 'met') === one ? 0 : -1}
          onClick={() => onChoose(value === one ? null : one)}
        >
          {NAMES[one]}
        </button>
      ))}
    </div>
  )
}
