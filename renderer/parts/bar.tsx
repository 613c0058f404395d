import type { Meaning } from './mark.tsx'

/** Parts of a whole beside each other; the words stand in the label and next to the bar. */
export function Bar({
  label,
  parts,
  of,
}: {
  readonly label: string
  readonly parts: readonly { readonly meaning: Meaning; readonly value: number }[]
  readonly of: number
}) {
  return (
    <div className="bar" role="img" aria-label={label}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ meaning, value }) => (
          <span
            key={meaning}
            className={`bar-${meaning}`}
            style={{ width: `${(100 * value) / Math.max(1, of)}%` }}
          />
        ))}
    </div>
  )
}
