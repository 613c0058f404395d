import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, OutputOf } from '../../../shared/contract.ts'
import { Attestation } from '../../../shared/model/records/attestation.ts'
import { DocumentReview } from '../../../shared/model/records/document-review.ts'
import type { ListKind } from '../../../shared/model/records/lists.ts'
import { DocumentFacts } from '../../../shared/model/work.ts'
import type { Organisation } from '../organisation.ts'
import { type DemoDocument, demoRegister } from '../register.ts'
import type { Asked } from './asked.ts'
import { toldOf } from './index.ts'
import { seenBy } from './seen.ts'
import type { Telling, Told } from './told.ts'

/** The invented compliance lead of the sample organisation. */
export const LEAD = 'Mira Holt'

/** How much was told. */
export interface Telt {
  readonly apps: number
  readonly lists: number
  readonly statements: number
  readonly documents: number
}

/**
 * Tells a locker what the sample organisation's compliance lead knows, by the same questions that a person asks:
 * tags of apps, lists, statements, and documents of other vendors.
 */
export async function tellDemo(
  core: Asked,
  org: Organisation,
  collectionId: number,
  state: Telling['state'] = 'kept',
): Promise<Telt> {
  const day = (days: number) =>
    new Date(org.options.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const told = toldOf(org, { seen: await seenBy(core, collectionId), state, day })
  const tags = await tagsOf(core, collectionId, told)
  if (tags.length > 0) await core.ask('tag:set', { tags })
  for (const [kind, rows] of Object.entries(told.lists)) {
    const input = {
      kind: kind as ListKind,
      suppliedBy: LEAD,
      rows: rows as InputOf<'list:set'>['rows'] & object,
    }
    await core.ask('list:set', input)
  }
  for (const said of told.statements) {
    const attestation = Attestation.parse({ ...said, person: LEAD, date: day(-30), until: day(60) })
    await core.ask('attestation:add', { attestation })
  }
  await attach(core, told.documents)
  // Targets that the vendor's terms carry, or ones that they do not.
  await core.ask(
    'policy:set',
    state === 'kept' ? { ownRestoreHours: 12, ownLossHours: 4 } : { ownRestoreHours: 2, ownLossHours: 1 },
  )
  const register = demoRegister(org.options.now, state)
  await attachRegister(core, register)
  return {
    apps: tags.length,
    lists: Object.keys(told.lists).length,
    statements: told.statements.length,
    documents: told.documents.length + register.length,
  }
}

async function tagsOf(core: Asked, collectionId: number, { tags, apps }: Required<Told>) {
  const seen: OutputOf<'tag:list'>['rows'][number][] = []
  for (let after: string | null = null; ; ) {
    const page: OutputOf<'tag:list'> = await core.ask('tag:list', { collectionId, after, limit: 1000 })
    seen.push(...page.rows)
    after = page.next
    if (after === null) break
  }
  return seen.flatMap(({ id, name }) => {
    const { dataClasses: _, ...fields } = apps[name] ?? {}
    const classes = tags[name]
    const set = { ...fields, ...(classes ? { dataClasses: [...classes] } : {}) }
    return Object.keys(set).length > 0 ? [{ app: id, set }] : []
  })
}

/** Attaches a plain text in the place of each document, by way of a folder of its own. */
async function attach(core: Asked, documents: Required<Told>['documents']): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-documents-'))
  try {
    for (const { title, ...facts } of documents) {
      const destination = join(folder, `${title}.txt`)
      writeFileSync(destination, `${title}\n\nA sample that stands in for a document. No vendor wrote it.\n`)
      await core.ask('document:attach', { destination, facts: { title, ...facts, notes: '' } })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Attaches the documents of the register, each with its review sheet. */
async function attachRegister(core: Asked, documents: readonly DemoDocument[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-register-'))
  try {
    for (const { fileName, text, facts, review } of documents) {
      const destination = join(folder, fileName)
      writeFileSync(destination, text)
      const { id } = await core.ask('document:attach', { destination, facts: DocumentFacts.parse(facts) })
      await core.ask('register:review', DocumentReview.parse({ ...review, document: id }))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
