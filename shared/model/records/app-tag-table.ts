import { z } from 'zod'
import { HerokuName, MaybeWords } from './cells.ts'
import { DATA_CLASSES, DataClass } from './data-class.ts'
import { column, list, maybe } from './list-definition.ts'
import { CRITICALITIES, ENVIRONMENTS } from './scope.ts'

const oneOf = (words: readonly string[]) => ({ error: `is none of ${words.join(', ')}` })
const named = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .pipe(schema as z.ZodType<T, string>)

/** Tags of apps as a table: what `scope tags` writes and `scope import` reads. A blank cell leaves a field as it is. */
export const APP_TAG_TABLE = list({
  title: 'Tags of apps',
  of: 'tags of apps',
  says: 'What each app is for, what data it handles, and who answers for it.',
  row: z.object({
    app: HerokuName,
    environment: named(z.enum(ENVIRONMENTS, oneOf(ENVIRONMENTS)))
      .nullable()
      .default(null),
    dataClasses: z.array(named(DataClass)).max(DATA_CLASSES.length).default([]),
    owner: MaybeWords,
    criticality: named(z.enum(CRITICALITIES, oneOf(CRITICALITIES)))
      .nullable()
      .default(null),
    internal: z.boolean({ error: 'is neither yes nor no' }).nullable().default(null),
  }),
  columns: [
    column('app', 'App', 'its name or id at Heroku', 'shop-api', {
      synonyms: ['application', 'name', 'app id'],
    }),
    maybe('environment', 'Environment', ENVIRONMENTS.join(', '), 'production', {
      synonyms: ['env', 'stage', 'tier'],
    }),
    maybe('dataClasses', 'Data classes', DATA_CLASSES.join('; '), 'personal; cardholder', {
      as: 'many',
      synonyms: ['data class', 'data', 'classification', 'data classification'],
    }),
    maybe('owner', 'Owner', 'the person or group that answers for it', 'Ana Silva', {
      synonyms: ['responsible', 'owned by', 'product owner', 'contact'],
    }),
    maybe('criticality', 'Criticality', CRITICALITIES.join(', '), 'high', {
      synonyms: ['importance', 'priority'],
    }),
    maybe('internal', 'Internal', 'reachable from its space only: yes or no', 'no', {
      as: 'yes-no',
      synonyms: ['internal only', 'private'],
    }),
  ],
  key: ['app'],
  checks: ['PLT-06', 'NET-05', 'NET-06', 'NET-11'],
  emptyMeans: 'no app is tagged',
})
