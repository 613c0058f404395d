import { describe, expect, it } from 'vitest'
import { storyOf } from '../../../renderer/views/checks/history-words.ts'
import type { AnswerThen } from '../../../shared/contract-checks.ts'

const then = (
  collectionId: number,
  answer: AnswerThen['answer'],
  reason: string | null = 'So.',
): AnswerThen => ({
  collectionId,
  at: `2026-0${collectionId}-01T00:00:00.000Z`,
  answer,
  reason: answer ? reason : null,
})

describe('the answers about a subject over the collections', () => {
  it('tell since when it fails, and that it failed before', () => {
    const story = storyOf([then(1, 'fail'), then(2, 'pass'), then(3, 'fail'), then(4, 'fail')])
    expect(story).toMatchObject({
      failingSince: { collectionId: 3 },
      inARow: 2,
      firstFailed: { collectionId: 1 },
    })
  })

  it('tell no failure that is over, and no earlier one where there is none', () => {
    expect(storyOf([then(1, 'fail'), then(2, 'pass')])).toMatchObject({
      failingSince: null,
      inARow: 0,
      firstFailed: { collectionId: 1 },
    })
    expect(storyOf([then(1, 'fail'), then(2, 'fail')])).toMatchObject({ inARow: 2, firstFailed: null })
    expect(storyOf([])).toEqual({ failingSince: null, inARow: 0, firstFailed: null, turns: [] })
  })

  it('do not take a collection without an answer for a pass or a break', () => {
    const story = storyOf([then(1, 'fail'), then(2, null), then(3, 'fail')])
    expect(story).toMatchObject({ failingSince: { collectionId: 1 }, inARow: 2 })
  })

  it('are told once while nothing turns, newest first', () => {
    const { turns } = storyOf([
      then(1, 'pass'),
      then(2, 'pass'),
      then(3, 'fail', 'One.'),
      then(4, 'fail', 'Two.'),
    ])
    expect(
      turns.map(({ collectionId, until, answer }) => [answer, collectionId, until.collectionId]),
    ).toEqual([
      ['fail', 4, 4],
      ['fail', 3, 3],
      ['pass', 1, 2],
    ])
  })
})
