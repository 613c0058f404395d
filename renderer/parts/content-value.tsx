import type { Json } from '../../shared/model/json.ts'
import { capital } from '../lib/format.ts'
import { When } from './when.tsx'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/

function titleOf(field: string): string {
  return capital(field.replaceAll('_', ' '))
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value of a content as a person reads it: names instead of ids, times in the engagement's zone. */
export function ContentValue({ value }: { readonly value: Json }) {
  if (value === null || value === '') return <span className="muted">–</span>
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return value
  if (typeof value === 'string') return INSTANT.test(value) ? <When instant={value} /> : value
  if (isObject(value)) {
    if ('name' in value && 'id' in value) return <span title={String(value.id)}>{String(value.name)}</span>
    if ('email' in value) return String(value.email)
    return <ContentTable content={value} />
  }
  if (value.length === 0) return <span className="muted">none</span>
  if (value.every((part) => typeof part !== 'object' || part === null)) return value.join(', ')
  return (
    <ol className="parts">
      {value.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence never changes its order
        <li key={index}>
          <ContentValue value={part} />
        </li>
      ))}
    </ol>
  )
}

/** The content of an item as a person reads it: a field a line. */
export function ContentTable({ content }: { readonly content: Json }) {
  if (!isObject(content))
    return (
      <p>
        <ContentValue value={content} />
      </p>
    )
  return (
    <dl className="facts content">
      {Object.entries(content).map(([field, value]) => (
        <div key={field} className="fact">
          <dt>{titleOf(field)}</dt>
          <dd>
            <ContentValue value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
