import {
  IconAlertCircle,
  IconCheck,
  IconCircleDashed,
  IconMinus,
  IconPoint,
  IconX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Answer, Severity } from '../../shared/model/check.ts'
import type { ControlStatus } from '../../shared/model/framework.ts'

/** The four meanings that a mark can have. */
export type Meaning = 'good' | 'bad' | 'unknown' | 'neutral'

/** A word with a sign and a ground: the meaning is told three times, colour is only one of them. */
export function Mark({
  meaning,
  icon,
  children,
}: {
  readonly meaning: Meaning
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <span className={`mark mark-${meaning}`}>
      {icon ?? <IconPoint aria-hidden size="0.875rem" />}
      {children}
    </span>
  )
}

const ANSWER: Readonly<Record<Answer, readonly [Meaning, string, ReactNode]>> = {
  pass: ['good', 'Pass', <IconCheck key="i" aria-hidden size="0.875rem" />],
  fail: ['bad', 'Fail', <IconX key="i" aria-hidden size="0.875rem" />],
  'not-applicable': ['neutral', 'Not applicable', <IconMinus key="i" aria-hidden size="0.875rem" />],
  'not-evaluated': ['unknown', 'Not evaluated', <IconCircleDashed key="i" aria-hidden size="0.875rem" />],
}

/** The answer of a check. */
export function AnswerMark({ answer }: { readonly answer: Answer }) {
  const [meaning, word, icon] = ANSWER[answer]
  return (
    <Mark meaning={meaning} icon={icon}>
      {word}
    </Mark>
  )
}

const SEVERITY: Readonly<Record<Severity, Meaning>> = {
  critical: 'bad',
  high: 'bad',
  medium: 'unknown',
  low: 'neutral',
}

/** How much a failure matters. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <Mark
      meaning={SEVERITY[severity]}
      icon={severity === 'critical' ? <IconAlertCircle aria-hidden size="0.875rem" /> : undefined}
    >
      {severity.charAt(0).toUpperCase() + severity.slice(1)}
    </Mark>
  )
}

const STATUS: Readonly<Record<ControlStatus, readonly [Meaning, string, ReactNode]>> = {
  supported: ['good', 'Supported', <IconCheck key="i" aria-hidden size="0.875rem" />],
  exception: ['bad', 'Exception', <IconX key="i" aria-hidden size="0.875rem" />],
  evidence: ['neutral', 'Evidence only', <IconPoint key="i" aria-hidden size="0.875rem" />],
  open: ['unknown', 'Open', <IconCircleDashed key="i" aria-hidden size="0.875rem" />],
}

/** Where a control stands. */
export function StatusMark({ status }: { readonly status: ControlStatus }) {
  const [meaning, word, icon] = STATUS[status]
  return (
    <Mark meaning={meaning} icon={icon}>
      {word}
    </Mark>
  )
}
