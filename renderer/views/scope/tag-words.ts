import type { TagProposal } from '../../../shared/contract-scope.ts'
import { DATA_CLASS_WORDS, type DataClass } from '../../../shared/model/records/data-class.ts'
import { type AppTagFields, CRITICALITIES, ENVIRONMENTS } from '../../../shared/model/records/scope.ts'
import { capital } from '../../lib/format.ts'

const choices = (words: readonly string[]) => words.map((value) => ({ value, label: capital(value) }))

/** What an app can be for. */
export const ENVIRONMENT_CHOICES = choices(ENVIRONMENTS)

/** How much an organisation can depend on an app. */
export const CRITICALITY_CHOICES = choices(CRITICALITIES)

/** The classes of data. */
export const DATA_CHOICES = Object.entries(DATA_CLASS_WORDS).map(([value, { title }]) => ({
  value,
  label: title,
}))

/** The names of the fields of a tag. */
export const FIELD_NAMES: Readonly<Record<keyof AppTagFields, string>> = {
  environment: 'Environment',
  dataClasses: 'Data',
  owner: 'Owner',
  criticality: 'Criticality',
  internal: 'Internal only',
}

/** Classes of data as people call them; empty while nobody said. */
export function dataWords(classes: readonly DataClass[] | null | undefined): string {
  return (classes ?? []).map((one) => DATA_CLASS_WORDS[one].title).join(', ')
}

/** `none` goes with no other class: the one chosen last holds. */
export function chosenClasses(before: readonly string[], after: readonly string[]): DataClass[] {
  const came = after.find((one) => !before.includes(one))
  if (came === 'none') return ['none']
  return after.filter((one) => one !== 'none' || after.length === 1) as DataClass[]
}

/** A value of a field of a tag in words. */
export function valueWords(field: keyof AppTagFields, value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (field === 'dataClasses') return dataWords(value as DataClass[])
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return field === 'owner' ? String(value) : capital(String(value))
}

/** Proposals of the same app as one tag. */
export function tagsOf(proposals: readonly TagProposal[]) {
  return [...Map.groupBy(proposals, ({ app }) => app)].map(([app, list]) => ({
    app,
    set: Object.fromEntries(list.map(({ field, value }) => [field, value])),
  }))
}
