import { useCallback, useState } from 'react'
import type { InheritedControl, RegisterEntry } from '../../../shared/contract-register.ts'
import { addressOf, go } from '../../lib/route.ts'
import { useQuestion } from '../../lib/use-question.ts'
import { Mark, type Meaning } from '../../parts/mark.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Shown } from '../../parts/states.tsx'
import { type TableColumn, VirtualTable } from '../../parts/virtual-table.tsx'
import type { ViewProps } from '../view.ts'
import { KIND_NAMES } from './kind-names.ts'
import { ReviewSide } from './review-side.tsx'

const CLASS_MEANING: Readonly<Record<string, Meaning>> = {
  public: 'good',
  internal: 'neutral',
  restricted: 'bad',
}

const COLUMNS: readonly TableColumn<RegisterEntry>[] = [
  {
    title: 'Document',
    width: 'minmax(12rem, 1fr)',
    cell: ({ document }) => document.title,
    text: ({ document }) => document.title,
  },
  {
    title: 'Review sheet',
    width: '10rem',
    cell: ({ review }) =>
      review ? <Mark meaning="good">filled in</Mark> : <Mark meaning="unknown">to fill in</Mark>,
    text: ({ review }) => (review ? 'filled in' : 'to fill in'),
  },
  {
    title: 'Kind',
    width: 'minmax(9rem, 14rem)',
    cell: ({ review }) => (review ? KIND_NAMES[review.content.sheet.of] : '–'),
    text: ({ review }) => review?.content.sheet.of ?? '',
  },
  {
    title: 'Class',
    width: '8rem',
    cell: ({ review }) =>
      review ? (
        <Mark meaning={CLASS_MEANING[review.content.confidentiality] ?? 'neutral'}>
          {review.content.confidentiality}
        </Mark>
      ) : (
        '–'
      ),
    text: ({ review }) => review?.content.confidentiality ?? '',
  },
  {
    title: 'Reviewed',
    width: '8rem',
    cell: ({ review }) => review?.content.reviewedOn ?? '–',
    text: ({ review }) => review?.content.reviewedOn ?? '',
  },
  {
    title: 'By',
    width: '10rem',
    cell: ({ review }) => review?.content.reviewedBy ?? '–',
    text: ({ review }) => review?.content.reviewedBy ?? '',
  },
]

/** Beside an open sheet there is room for these. */
const BESIDE = COLUMNS.slice(0, 2)

function Inherited({ list }: { readonly list: readonly InheritedControl[] }) {
  return (
    <details className="card gap">
      <summary>What is inherited from Heroku ({list.length})</summary>
      <ul className="uses gap">
        {list.map(({ id, title, says, cites, duty, documents }) => (
          <li key={id}>
            <strong>{title}</strong> <Mark meaning="neutral">inherited</Mark>
            <p>{says}</p>
            <p className="muted">
              {cites.map(({ document, section }) => `${KIND_NAMES[document]}, ${section}`).join('; ')}.{' '}
              {documents.length === 0
                ? 'None of them is on file.'
                : `On file: ${documents.map((one) => `${one.title} (${one.date})`).join(', ')}.`}
            </p>
            <p>Left to do: {duty}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The register of vendor documents: a review sheet each, and what is inherited from the vendor. */
export function Vendors({ params }: ViewProps) {
  const [version, setVersion] = useState(0)
  const changed = useCallback(() => setVersion((n) => n + 1), [])
  const answer = useQuestion('register:list', {}, version)
  const inherited = useQuestion('inherited:list', {}, version)
  return (
    <Page
      title="Vendors"
      fill
      says={
        <>
          What reports, certificates and contracts of vendors say. Attach the files in{' '}
          <a href={addressOf('documents')}>Documents</a>, then fill in a review sheet here.
        </>
      }
    >
      {inherited.state === 'ready' && <Inherited list={inherited.value} />}
      <Shown answer={answer} lines={10}>
        {(rows) => {
          const open = rows.find(({ document }) => String(document.id) === params.document)
          return (
            <div className={open ? 'split has-side' : 'split'}>
              <VirtualTable
                label="Vendor documents"
                columns={open ? BESIDE : COLUMNS}
                total={rows.length}
                rowAt={(index) => rows[index]}
                keyOf={({ document }) => String(document.id)}
                selected={params.document ?? null}
                onOpen={({ document }) => go('vendors', { document: String(document.id) }, true)}
                empty={<Empty title="No document yet">Attach the vendor’s reports first.</Empty>}
              />
              {open && (
                <ReviewSide
                  key={`${open.document.id} ${open.review?.act ?? 0}`}
                  entry={open}
                  changed={changed}
                  onClose={() => go('vendors', {}, true)}
                />
              )}
            </div>
          )
        }}
      </Shown>
    </Page>
  )
}
