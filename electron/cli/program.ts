import { CommanderError, Command as Parser } from 'commander'
import { type Problem, problem } from '../../shared/errors.ts'
import { APP_VERSION } from '../../shared/version.ts'
import { type Command, type CommandInput, EXIT, type ExitCode } from './command.ts'
import { COMMANDS } from './index.ts'

/** What a run of any command gets from the process around it. */
export interface Around extends Omit<CommandInput, 'args' | 'flags'> {
  /** Writes help. */
  readonly help: (text: string) => void
}

/**
 * Parses the words that a person typed and runs the command they name. Throws a `wrong-use` problem for anything
 * that is no command, no flag or no fitting value; prints help where it is asked for.
 */
export async function runProgram(words: readonly string[], around: Around): Promise<ExitCode> {
  let chosen: (() => Promise<ExitCode>) | null = null
  const program = strict(new Parser('evidence-locker'), around)
    .description('Turns a Heroku account into audit evidence that proves itself.')
    .version(APP_VERSION, '--version', 'print the version')
  for (const command of COMMANDS) {
    const parser = strict(parent(program, command.name, around).command(lastWord(command.name)), around)
    parser.summary(command.summary).description(`${sentence(command.summary)}.`)
    command.flags(parser)
    parser.option('--json', 'print the result as one JSON document')
    parser.addHelpText('after', examples(command, around.call))
    parser.action(() => {
      const { help: _, ...input } = around
      chosen = () => command.run({ ...input, args: parser.args, flags: parser.opts() })
    })
  }
  parse(program, words, around.call)
  return chosen === null ? EXIT.done : await (chosen as () => Promise<ExitCode>)()
}

function parse(program: Parser, words: readonly string[], call: string): void {
  try {
    program.parse(words, { from: 'user' })
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown
    if (!HELPED.includes(thrown.code)) throw wrongUse(thrown, words, call)
  }
}

const HELPED = ['commander.helpDisplayed', 'commander.help', 'commander.version']

function wrongUse(error: CommanderError, words: readonly string[], call: string): Problem {
  const [first = '', hint = ''] = error.message.replace(/^error: /, '').split('\n')
  const suggestion = /Did you mean (.+)\?/.exec(hint)?.[1]
  const typed = commandWords(words).join(' ')
  const help = `see \`${call} ${typed === '' ? '' : `${typed} `}--help\``
  const remedy = suggestion ? `did you mean ${suggestion}; ${help}` : help
  return problem('wrong-use', { what: first, remedy })
}

/** The longest start of what was typed that names a command or a group. */
function commandWords(words: readonly string[]): readonly string[] {
  const names = COMMANDS.map((command) => command.name.split(' '))
  const fits = (count: number) =>
    names.some((name) => count <= name.length && words.slice(0, count).every((word, at) => word === name[at]))
  const longest = Math.min(2, words.length)
  for (let count = longest; count > 0; count--) if (fits(count)) return words.slice(0, count)
  return []
}

const GROUPS: Readonly<Record<string, string>> = {
  connection: 'Heroku credentials, whose tokens are kept in the keychain',
  locker: 'encrypted files that hold one engagement each',
  scope: 'what the engagement looks at, and what its apps are for',
  list: 'lists that checks compare with, such as leavers and service accounts',
  attestation: 'statements of people on what no API tells',
  export: 'files for auditors',
  framework: 'frameworks of the engagement: shipped ones and your own',
  mapping: 'what speaks to which control, and what people decided',
  control: 'single controls',
  conclusion: 'conclusions per control, with sign-offs',
  exception: 'failures that are accepted for a time',
  policy: 'the numbers and choices that checks measure by',
  sample: 'samples of populations, drawn, repeated and tested',
  tickmark: 'marks on single things, and their legend',
  request: 'what the client is asked for',
  note: 'notes and review notes on anything',
  finding: 'exceptions that a person has to deal with',
  'trail-review': 'reviews of the audit trail, month by month',
  result: 'what the checks answered: one by one, over the collections, over the audit period',
  'access-review': 'reviews of who may do what',
  document: 'files in the locker, and their review sheets',
  register: 'the register of vendor documents',
  inherited: 'what the vendor operates for its customers',
  evidence: 'what was collected, item by item',
}

function parent(program: Parser, name: string, around: Around): Parser {
  const [group, ...rest] = name.split(' ')
  if (!group || rest.length === 0) return program
  const known = program.commands.find((command) => command.name() === group)
  if (known) return known
  const says = GROUPS[group] ?? group
  return strict(program.command(group), around)
    .summary(says)
    .description(`${sentence(says)}.`)
}

function strict(parser: Parser, around: Around): Parser {
  return parser
    .exitOverride()
    .helpCommand(false)
    .helpOption('--help', 'show this help')
    .configureHelp({ helpWidth: Math.min(around.print.width ?? 100, 100) })
    .configureOutput({ writeOut: around.help, writeErr: around.help, outputError: () => {} })
}

function examples(command: Command, call: string): string {
  const lines = command.examples.map((example) => `  ${call} ${example}`)
  return lines.length === 0 ? '' : `\nExamples:\n${lines.join('\n')}\n`
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
