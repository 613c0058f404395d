import { boxFlags, boxOptions } from '../box-flags.ts'
import { type Command, EXIT } from '../command.ts'
import { textFlag } from '../flags.ts'

/** The main job with the Heroku in the box: from nothing to a verified locker and its workbook. */
export const demo: Command = {
  name: 'demo',
  summary: 'the whole job with a Heroku that fits in the box',
  examples: ['demo', 'demo --dir /tmp/demo --apps 400 --latency 50', 'demo --dir /tmp/demo --json'],
  flags(parser) {
    parser.option('--dir <folder>', 'where its files go; files of an earlier demo are replaced', 'demo')
    boxFlags(parser)
  },
  async run(input) {
    const { runDemo } = await import('../demo/run-demo.ts')
    const { summaryLines } = await import('../demo/summary-lines.ts')
    const { print, show } = input
    const folder = input.path(textFlag(input.flags, 'dir') ?? 'demo')
    const summary = await runDemo(folder, boxOptions(input.flags), input)
    print.result(summaryLines(summary, print.width, show, print.heading), summary)
    return summary.verification.intact ? EXIT.done : EXIT.failed
  },
}
