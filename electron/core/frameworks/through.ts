import type {
  CheckMapping,
  Control,
  ControlOwner,
  Framework,
  TopicMapping,
} from '../../../shared/model/framework.ts'

/** For each control of the other framework, the controls of this one that take its mappings over. */
function heirs(framework: Framework): ReadonlyMap<string, readonly string[]> {
  const { through, controls } = framework
  const pairs: (readonly [string, string])[] =
    through?.by === 'translation'
      ? (through.rows ?? []).flatMap(({ from, to }) => (to === null ? [] : [[from, to] as const]))
      : controls
          .filter(({ kind }) => framework.requirementKinds.includes(kind))
          .flatMap(({ id, parent }) => (parent === null ? [] : [[parent, id] as const]))
  return new Map(
    [...Map.groupBy(pairs, ([from]) => from)].map(([from, of]) => [from, of.map(([, heir]) => heir)]),
  )
}

/**
 * A framework with the mappings that it takes from another: a question of the CAIQ what speaks to its CCM
 * control, a control of CCM 4.1 what speaks to its forerunner. What it says itself stays first.
 */
export function withMappingsOf(framework: Framework, other: Framework): Framework {
  const to = heirs(framework)
  const words = new Map(other.controls.map((control) => [control.id, control.says]))
  const wordsOf = new Map([...to].flatMap(([from, ids]) => ids.map((id) => [id, words.get(from)] as const)))
  const taken = <Row extends { readonly control: string }>(rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => (to.get(row.control) ?? []).map((control) => ({ ...row, control })))
  const unique = <Row extends TopicMapping | CheckMapping>(rows: readonly Row[]): readonly Row[] => [
    ...new Map(
      rows.map((row) => [`${'topic' in row ? row.topic : row.check}\n${row.control}`, row]),
    ).values(),
  ]
  const controls = framework.controls.map((control): Control => {
    const says = control.says ?? wordsOf.get(control.id) ?? words.get(control.id)
    return says === undefined ? control : { ...control, says }
  })
  return {
    ...framework,
    controls,
    topics: unique([...framework.topics, ...taken(other.topics)]),
    checks: unique([...framework.checks, ...taken(other.checks)]),
  }
}

/**
 * Who usually sees to a control on Heroku, by what speaks to it: only documents of the vendor mean inherited,
 * only evidence from the customer's account means customer, both mean shared. This is where the proposal of
 * ownership in a CAIQ comes from (`../shared/compliance/GUIDE.md`, 2.1).
 */
export function ownerOf(topics: readonly { readonly topic: string }[]): ControlOwner | undefined {
  const vendor = topics.filter(({ topic }) => topic.startsWith('vendor-')).length
  if (topics.length === 0) return undefined
  if (vendor === topics.length) return 'inherited'
  return vendor === 0 ? 'customer' : 'shared'
}

/** A framework whose controls tell who usually sees to them. */
export function withOwners(framework: Framework): Framework {
  const topics = Map.groupBy(framework.topics, ({ control }) => control)
  const controls = framework.controls.map((control): Control => {
    const owner = ownerOf(topics.get(control.id) ?? [])
    return owner === undefined ? control : { ...control, owner }
  })
  return { ...framework, controls }
}
