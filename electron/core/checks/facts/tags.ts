import { DATA_CLASS_WORDS, type DataClass } from '../../../../shared/model/records/data-class.ts'
import type { RecordItem } from '../../../../shared/model/records.ts'
import type { EvidenceView } from '../check.ts'
import { listed } from './words.ts'

/** What a person said of an app, and when. */
export type Tag = RecordItem<'app-tag'>

/** Tells what was said of an app, by its id. */
export function tagsOf(view: EvidenceView): (appId: string) => Tag | undefined {
  const tags = new Map(view.records('app-tag').map((tag) => [tag.key, tag]))
  return (appId) => tags.get(appId)
}

/**
 * The classes of data that an app handles by its tag: null while nobody said, empty where a person said that
 * there is none.
 */
export function dataClassesOf(tag: Tag | undefined): readonly DataClass[] | null {
  return tag?.content.dataClasses?.filter((one) => one !== 'none') ?? null
}

/** The first of some classes of data that an app handles, and null where it handles none or nobody said. */
export function handles(tag: Tag | undefined, classes: readonly DataClass[]): readonly DataClass[] {
  return dataClassesOf(tag)?.filter((one) => classes.includes(one)) ?? []
}

/** Classes of data in words, such as `cardholder data and personal data`. */
export function inClassWords(classes: readonly DataClass[]): string {
  return listed(
    classes.map((one) => DATA_CLASS_WORDS[one].title.replace(/^[A-Z](?![A-Z])/, (c) => c.toLowerCase())),
  )
}

/** Why the question does not arise for an app without such a tag, as a sentence. */
export function notTagged(tag: Tag | undefined): string {
  const classes = dataClassesOf(tag)
  if (classes === null) return 'Nobody said what data the app handles.'
  return classes.length === 0
    ? 'The app is tagged as handling none of these classes of data.'
    : `The app is tagged with ${inClassWords(classes)} only.`
}
