import { NOTE_ABOUT } from '../../../shared/model/records/note.ts'
import type { RecordItem } from '../../../shared/model/records.ts'
import { asking } from '../asking.ts'
import { choiceOf, needed } from '../choice.ts'
import type { Command, CommandInput } from '../command.ts'
import { isOn, textFlag } from '../flags.ts'
import { table } from '../table.ts'

/** What a note is about, as typed: `control soc2-2017:CC6.1` is two arguments. */
function aboutOf(kind: string, id: string) {
  return { kind: choiceOf('what the note is about', kind, NOTE_ABOUT), id: needed('its id', id) }
}

const noteLines = ({ key, content }: RecordItem<'note'>) => [
  `${key} on ${content.about.kind} ${content.about.id}: ${content.state}.`,
]

const by = ({ flags }: CommandInput) => needed('--by', textFlag(flags, 'by'))

const list = asking({
  name: 'note list',
  summary: 'notes and review notes, on everything or on one thing',
  examples: [
    'note list --locker acme.locker',
    'note list --about control --id soc2-2017:CC6.1 --locker acme.locker --json',
  ],
  takes: (parser) =>
    void parser
      .option('--about <kind>', NOTE_ABOUT.join(', '))
      .option('--id <id>', 'which one, with --about')
      .option('--open', 'only those that nobody closed'),
  question: 'note:list',
  input({ flags }) {
    const kind = textFlag(flags, 'about')
    return { about: kind === null ? null : aboutOf(kind, needed('--id', textFlag(flags, 'id'))) }
  },
  lines(notes, width, flags) {
    const shown = notes.filter(({ content }) => !isOn(flags, 'open') || content.state !== 'closed')
    if (shown.length === 0) return ['No notes.']
    const rows = shown.map(({ key, content: one }) => [
      key,
      one.review ? 'review' : 'note',
      one.state,
      `${one.about.kind} ${one.about.id}`,
      one.writtenBy,
      one.text,
    ])
    const columns = ['Id', 'Kind', 'State', 'About', 'By', 'Text'].map((title) => ({
      title,
      gives: title === 'Text' || title === 'About',
    }))
    return table(columns, rows, width)
  },
})

const write = asking({
  name: 'note write',
  summary: 'leave a note on anything; an open review note keeps a reviewer from signing',
  examples: [
    'note write control soc2-2017:CC6.1 --review --text "Which apps are meant?" --by Ben --locker acme.locker',
    'note write evidence 123 --text "Agreed to the HR list" --by Ana --locker acme.locker',
  ],
  takes: (parser) =>
    void parser
      .argument('<kind>', NOTE_ABOUT.join(', '))
      .argument('<id>', 'which one, such as soc2-2017:CC6.1 for a control')
      .option('--text <words>', 'the note')
      .option('--title <words>', 'what the thing is called; its id where left out')
      .option('--review', 'a review note, which wants an answer')
      .option('--by <name>', 'who writes it'),
  question: 'note:write',
  input(given) {
    const { args, flags } = given
    const about = aboutOf(args[0] ?? '', args[1] ?? '')
    return {
      about: { ...about, title: textFlag(flags, 'title') ?? about.id },
      review: isOn(flags, 'review'),
      text: needed('--text', textFlag(flags, 'text')),
      writtenBy: by(given),
    }
  },
  lines: noteLines,
})

const answer = asking({
  name: 'note answer',
  summary: 'answer a note',
  examples: ['note answer N-1 --text "All apps of the payments team" --by Ana --locker acme.locker'],
  takes: (parser) =>
    void parser
      .argument('<note>', 'its id')
      .option('--text <words>', 'the answer')
      .option('--by <name>', 'who answers'),
  question: 'note:answer',
  input: (given) => ({
    id: given.args[0] ?? '',
    text: needed('--text', textFlag(given.flags, 'text')),
    by: by(given),
  }),
  lines: noteLines,
})

const close = asking({
  name: 'note close',
  summary: 'close a note',
  examples: ['note close N-1 --by Ben --locker acme.locker'],
  takes: (parser) => void parser.argument('<note>', 'its id').option('--by <name>', 'who closes it'),
  question: 'note:close',
  input: (given) => ({ id: given.args[0] ?? '', by: by(given) }),
  lines: noteLines,
})

/** Notes on anything. */
export const NOTE: readonly Command[] = [list, write, answer, close]
