import type { Check } from './check.ts'
import { fail, notApplicable, notEvaluated, pass, WHOLE } from './facts/verdict.ts'
import { count, listed, minute } from './facts/words.ts'

/** EVD-04. */
export const chainVerifies: Check = {
  id: 'EVD-04',
  title: 'Hash chain and signatures verify',
  severity: 'critical',
  needs: [],
  why: 'Only a chain that verifies shows that nothing was changed, added or taken out since it was written.',
  fix: 'Run `locker verify`. If it names a broken entry, do not rely on this file: go back to a copy that verifies.',
  limits:
    'Tells what the newest verification found; somebody who holds the key could rebuild the whole chain, so keep its head elsewhere. Packages and their signatures are verified where they are received.',
  *judge(view) {
    const { verification } = view.work()
    if (!verification) yield notEvaluated(WHOLE, 'The locker was not verified yet.')
    else if (verification.intact) yield pass(WHOLE, `The locker verified on ${minute(verification.at)}.`)
    else
      yield fail(
        WHOLE,
        `On ${minute(verification.at)} the first broken entry was ${verification.firstBroken}.`,
      )
  },
}

/** EVD-08. */
export const controlsHaveEvidence: Check = {
  id: 'EVD-08',
  title: 'Each control in scope has evidence or a reason',
  severity: 'medium',
  needs: [],
  why: 'An empty line in a workpaper is a question that nobody answered.',
  fix: 'Collect what is missing, attach a document, or conclude the control in words that say why it is empty.',
  limits: 'In scope are the requirements of the chosen frameworks that something is mapped to.',
  *judge(view) {
    const groups = Map.groupBy(view.work().controls, ({ framework }) => framework)
    if (groups.size === 0) yield notApplicable(WHOLE, 'No requirement of the chosen frameworks is mapped.')
    for (const [framework, controls] of groups) {
      const about = { subject: framework, subjectId: `framework:${framework}` }
      const empty = controls.filter(({ evidence, concluded }) => evidence === 0 && !concluded)
      if (empty.length === 0)
        yield pass(about, `All ${count(controls.length, 'mapped requirement')} have evidence or a reason.`)
      else
        yield fail(
          about,
          `Without evidence and without a reason: ${listed(
            empty.map(({ control }) => control),
            12,
          )}.`,
        )
    }
  },
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** EVD-09. */
export const reviewerIsAnother: Check = {
  id: 'EVD-09',
  title: 'Reviewer differs from preparer',
  severity: 'medium',
  needs: [],
  why: 'Who checks the own work finds what they expect.',
  fix: 'Let a second person review the conclusion.',
  limits: 'Names are what people typed; two spellings of one name look like two people.',
  *judge(view) {
    const { signOffs } = view.work()
    if (signOffs.length === 0) yield notApplicable(WHOLE, 'Nothing was concluded yet.')
    for (const { framework, control, preparedBy, reviewedBy } of signOffs) {
      const about = { subject: `${framework} ${control}`, subjectId: `control:${framework}:${control}` }
      if (reviewedBy === null)
        yield notEvaluated(about, `${preparedBy} concluded it; nobody reviewed it yet.`)
      else if (same(preparedBy, reviewedBy)) yield fail(about, `${preparedBy} both prepared and reviewed it.`)
      else yield pass(about, `Prepared by ${preparedBy}, reviewed by ${reviewedBy}.`)
    }
  },
}

/** EVD-10. */
export const samplesRepeat: Check = {
  id: 'EVD-10',
  title: 'Sample selection can be repeated',
  severity: 'medium',
  needs: [],
  why: 'A sample that nobody can draw again could have been chosen to please.',
  fix: 'Draw the sample anew with a stated seed, and test the items that come out.',
  limits:
    'The population is the one that the collection of the sample knew; whether the size is enough is the auditor’s judgement.',
  *judge(view) {
    const { samples } = view.work()
    if (samples.length === 0) yield notApplicable(WHOLE, 'No sample was drawn.')
    for (const { id, name, same: again, says } of samples) {
      const about = { subject: `${id} ${name}`, subjectId: `sample:${id}` }
      const reason = `Drawn again, ${says}.`
      yield again ? pass(about, reason) : fail(about, reason)
    }
  },
}
