import type { TagProposal } from '../../../shared/contract-scope.ts'
import type { AppTagFields } from '../../../shared/model/records/scope.ts'
import { type Command, EXIT } from '../command.ts'
import { isOn, listFlag, lockerFlags } from '../flags.ts'
import { withLocker } from '../open-locker.ts'
import { table } from '../table.ts'

/** What the evidence suggests for fields that nobody filled in. */
export const scopeProposals: Command = {
  name: 'scope proposals',
  summary: 'what the evidence suggests about apps; --accept confirms it',
  examples: [
    'scope proposals --locker acme.locker',
    'scope proposals --locker acme.locker --fields environment --accept',
  ],
  flags(parser) {
    lockerFlags(parser)
    parser
      .option('--fields <names>', 'only these: environment, owner, internal, dataClasses')
      .option('--accept', 'take them over; hints without a value stay open')
  },
  async run(input) {
    const { flags, print } = input
    const fields = listFlag(flags, 'fields')
    const told = await withLocker(input, async (core) => {
      const all = await core.ask('scope:proposals', {})
      const proposals = all.filter(({ field }) => fields === null || fields.includes(field))
      const sure = proposals.filter(({ value }) => value !== null)
      const act =
        isOn(flags, 'accept') && sure.length > 0 ? await core.ask('tag:set', { tags: sure.map(asTag) }) : null
      return { proposals, act }
    })
    const rows = told.proposals.map(({ name, field, value, why }) => [
      name,
      field,
      value === null ? '?' : String(value),
      why,
    ])
    const columns = [
      { title: 'App', gives: true },
      { title: 'Field' },
      { title: 'Value' },
      { title: 'Why', gives: true },
    ]
    const end = told.act ? ['', `${told.act.says}. Act ${told.act.act}.`] : []
    print.result(
      rows.length === 0 ? ['Nothing to suggest.'] : [...table(columns, rows, print.width), ...end],
      told,
    )
    return EXIT.done
  },
}

function asTag({ app, field, value }: TagProposal) {
  return { app, set: { [field]: value } as Partial<AppTagFields> }
}
