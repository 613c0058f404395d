import { problem } from '../../../shared/errors.ts'
import {
  ATTESTATION_KINDS,
  type AttestationKind,
  attestationOf,
  usualUntil,
} from '../../../shared/model/records/attestation.ts'
import { choiceOf, needed } from '../choice.ts'
import { type Command, EXIT, type Flags } from '../command.ts'
import { countOf, lockerFlags, numberFlag, textFlag } from '../flags.ts'
import { withLocker } from '../open-locker.ts'

/** States something that no API tells. */
export const attestationAdd: Command = {
  name: 'attestation add',
  summary: 'state something that no API tells, with a person, a date and a document',
  examples: [
    'attestation add third-party-oauth-restriction --subject acme --answer yes --person "Ana Silva" --statement "Seen in the settings" --locker acme.locker',
    'attestation add retention-policy --answer yes --person Ana --statement "Exported" --fact days=30 --document 4 --locker acme.locker',
  ],
  flags(parser) {
    parser.argument('<kind>', 'as `attestation kinds` names it')
    lockerFlags(parser)
    parser
      .option('--answer <answer>', 'yes, no, or neither')
      .option('--statement <words>', 'what the person says')
      .option('--person <name>', 'who says it')
      .option('--role <words>', 'what the person is')
      .option('--subject <name>', 'the app, database, team or account that it is about')
      .option('--date <day>', 'the day as of which it holds; today where left out')
      .option('--until <day>', 'the last day on which it holds; the usual term where left out')
      .option('--document <number>', 'a document of the locker that shows it', countOf('--document', 1))
      .option('--fact <name=value...>', 'facts that belong to it, as `attestation kinds` names them')
  },
  async run(input) {
    const { args, flags, print } = input
    const about = choiceOf('the kind', args[0] ?? '', ATTESTATION_KINDS)
    const date = textFlag(flags, 'date') ?? new Date().toISOString().slice(0, 10)
    const answer = choiceOf('--answer', needed('--answer', textFlag(flags, 'answer')), [
      'yes',
      'no',
      'neither',
    ])
    const attestation = {
      about,
      subject: textFlag(flags, 'subject'),
      answer: answer === 'neither' ? null : answer === 'yes',
      statement: needed('--statement', textFlag(flags, 'statement')),
      facts: factsOf(about, flags),
      person: needed('--person', textFlag(flags, 'person')),
      role: textFlag(flags, 'role'),
      date,
      until: textFlag(flags, 'until') ?? usualUntil(about, date),
      documentId: numberFlag(flags, 'document'),
    }
    const told = await withLocker(input, (core) => core.ask('attestation:add', { attestation }))
    print.result([`${told.act.says}, until ${attestation.until}. Act ${told.act.act}.`], told)
    return EXIT.done
  },
}

function factsOf(about: AttestationKind, flags: Flags): Record<string, string | number | string[]> {
  const typed = Array.isArray(flags.fact) ? flags.fact.map(String) : []
  const kinds = new Map(attestationOf(about).facts.map(({ name, as }) => [name, as]))
  return Object.fromEntries(
    typed.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1)
        throw problem('wrong-use', { what: `--fact does not take ${pair}`, remedy: 'write it as name=value' })
      const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
      const as = kinds.get(name)
      if (as === 'number') return [name, Number(value)]
      return [name, as === 'many' ? value.split(';').map((one) => one.trim()) : value]
    }),
  )
}
