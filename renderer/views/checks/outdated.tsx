import { Text } from '@mantine/core'
import { useQuestion } from '../../lib/use-question.ts'

/** Says that people told something since the checks ran, which some of the results do not know of. */
export function Outdated({ version }: { readonly version: string }) {
  const answer = useQuestion('check:outdated', {}, version)
  const checks = answer.state === 'ready' ? answer.value : []
  if (checks.length === 0) return null
  return (
    <Text size="sm" role="status">
      {checks.length === 1 ? 'The results of 1 check rest' : `The results of ${checks.length} checks rest`} on
      what was told before: run the checks. Only what may answer otherwise is judged again.
    </Text>
  )
}
