import { FrameworkId } from '../../shared/model/engagement.ts'

/** A control with its framework. */
export interface NamedControl {
  readonly framework: FrameworkId
  readonly control: string
}

/** A control as it is typed and stands in addresses, such as `soc2-2017:CC6.1`. */
export const controlName = ({ framework, control }: NamedControl) => `${framework}:${control}`

/** Controls as they were typed, with commas between; null where one is not written as framework:control. */
export function controlsOf(typed: string): readonly NamedControl[] | null {
  const names = typed
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const controls = names.flatMap((name) => {
    const at = name.indexOf(':')
    const framework = FrameworkId.safeParse(name.slice(0, at).trim())
    const control = name.slice(at + 1).trim()
    return at > 0 && framework.success && control !== '' ? [{ framework: framework.data, control }] : []
  })
  return controls.length === names.length ? controls : null
}

/** What to say about a field that does not hold controls. */
export const NO_CONTROL = 'Write framework and number, such as soc2-2017:CC6.1.'
