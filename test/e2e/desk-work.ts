import type { Page } from '@playwright/test'
import type { InputOf, OutputOf, Question } from '../../shared/contract.ts'
import type { Reply } from '../../shared/shell.ts'

/** Asks a question as the window does; a question that fails fails here. */
export async function askWindow<Q extends Question>(
  page: Page,
  question: Q,
  input: InputOf<Q>,
): Promise<OutputOf<Q>> {
  const reply = await page.evaluate(
    ({ question, input }) =>
      (window as unknown as { api: Record<string, (input: unknown) => Promise<Reply>> }).api[question]?.(
        input,
      ) as Promise<Reply>,
    { question: question as string, input: input as unknown },
  )
  if (!reply.ok) throw new Error(`${question}: ${reply.problem.what}: ${reply.problem.remedy}`)
  return reply.output as OutputOf<Q>
}

/** What `deskWork` left behind, for addresses of screens. */
export interface DeskWork {
  readonly sample: string
  readonly review: string
  readonly finding: string
}

const CC61 = { framework: 'soc2-2017', control: 'CC6.1' } as const
const CC81 = { framework: 'soc2-2017', control: 'CC8.1' } as const

/** A day's work of an auditor on a locker that was collected and checked: for pictures of screens with work in them. */
export async function deskWork(page: Page): Promise<DeskWork> {
  const drawn = await askWindow(page, 'sample:draw', {
    name: 'Releases to production',
    control: CC81,
    population: { of: 'evidence', collectionId: 1, topic: 'releases' },
    method: 'random',
    seed: 'northquay-2026',
    size: 25,
    reason: 'Daily control, 25 items by our sampling guide',
    attributes: [
      { id: 'A', text: 'Approved before release' },
      { id: 'B', text: 'Released by somebody other than its author' },
    ],
    drawnBy: 'Ana Silva',
  })
  await askWindow(page, 'sample:test', {
    id: drawn.id,
    items: drawn.sample.picks.slice(0, 14).map(({ position }, at) => ({
      position,
      results: { A: at === 5 ? ('not-met' as const) : ('met' as const), B: 'met' as const },
      mark: at === 5 ? 'X' : '✓',
      text: at === 5 ? 'No ticket; the change board was not asked.' : '',
      testedBy: 'Ana Silva',
    })),
  })
  const ask = (title: string, due: string, rest: object) =>
    askWindow(page, 'request:set', { title, due, owner: 'Mira Holt', ...rest })
  await ask('Tickets of the sampled releases', '2026-12-15', {
    control: CC81,
    text: '25 releases, see sample.',
  })
  await ask('List of leavers of the audit period', '2026-11-20', { control: CC61, state: 'received' })
  await ask('Minutes of the access review', '2026-12-20', {
    state: 'accepted',
    answer: 'Sent on 2 December.',
  })
  const { key } = await askWindow(page, 'finding:set', {
    id: null,
    finding: {
      title: 'One release of 25 went out without an approved change',
      text: 'Item 6 of the sample has no ticket.',
      severity: 'medium',
      controls: [CC81],
      owner: 'Maren Lindqvist',
      due: '2027-01-31',
      state: 'answered',
      response: 'Agreed. The pipeline will refuse a promotion without a ticket.',
      raisedBy: 'Ana Silva',
      ...{ checkId: null, subjects: [], resolution: '' },
    },
  })
  const review = await askWindow(page, 'access-review:open', {
    title: 'Access, fourth quarter',
    reviewer: 'Maren Lindqvist',
    due: '2026-12-31',
  })
  const { rows } = await askWindow(page, 'access-review:get', { id: review.id })
  const decide = (from: number, to: number, decision: 'keep' | 'revoke') =>
    askWindow(page, 'access-review:decide', {
      id: review.id,
      rows: rows.slice(from, to).map(({ id }) => id),
      decision,
      by: 'Maren Lindqvist',
    })
  await decide(0, 12, 'keep')
  await decide(12, 15, 'revoke')
  return { sample: drawn.id, review: review.id, finding: key }
}
