import type { Command, Option } from '#core/command';
import type { Block, Reply, RichText } from '#core/reply';
import { choose, commandNamed, wordingsOf } from '#lookup';
import { action, actions, answer, context, heading, paragraph, select } from '#replies';

/** `/help`: made from the commands themselves. */
export default {
  name: 'help',
  description: 'Show the commands, or all about one of them',
  options: [
    {
      name: 'command',
      description: 'The command to explain',
      type: 'text',
      main: true,
      values: ({ commands }) => commands.map(({ name }) => name),
      complete: ({ commands, translations }, typed) =>
        choose(
          commands.map((command) => ({
            label: `${command.name}: ${command.description}`,
            value: command.name,
            names: wordingsOf(command, translations).map(({ name }) => name),
          })),
          typed,
        ),
    },
  ],
  examples: ['/help command:quotes'],
  run: ({ options }, context) =>
    options.command === undefined
      ? all(context.commands)
      : one(commandNamed(options.command.replace(/^\//, ''), context)),
} satisfies Command;

const all = (commands: readonly Command[]): Reply =>
  answer(
    heading('Commands', 2),
    {
      type: 'table',
      columns: ['Type', 'To'],
      rows: commands.map((command) => [[{ text: usage(command), style: 'code' }], [lowerFirst(command.description)]]),
    },
    ...examples(commands.flatMap(({ examples = [] }) => examples.filter((line) => line.includes('"')).slice(0, 1))),
    actions(action('Newest briefing', 'brief', {}), action('Articles', 'articles', {})),
    select(
      { label: 'All about a command', command: 'help', option: 'command', options: {} },
      commands.map(({ name, description }) => ({ label: `/${name}: ${description}`, value: name })),
    ),
  );

const one = (command: Command): Reply =>
  answer(
    heading(`/${command.name}`, 2),
    paragraph(`${command.description}.`),
    context({ text: usage(command), style: 'code' }),
    command.options.length === 0
      ? undefined
      : {
          type: 'table',
          columns: ['Option', 'What it takes'],
          rows: command.options.map((option) => [[{ text: option.name, style: 'code' }], [takes(option)]]),
        },
    ...examples(command.examples ?? []),
  );

/** Lines to learn from; what the marks of the grammar are for shows by itself. */
const examples = (lines: readonly string[]): readonly Block[] =>
  lines.length === 0
    ? []
    : [heading('For example', 3), { type: 'list', items: lines.map((text): RichText => [{ text, style: 'code' }]) }];

/** `/quotes [speaker] [article] [kind]` */
const usage = ({ name, options }: Command): string =>
  [`/${name}`, ...options.map((option) => `[${option.name}]`)].join(' ');

const takes = ({ description, choices, main }: Option): string =>
  [
    description,
    choices ? `: ${choices.join(', ')}` : '',
    main ? ' (in a typed line its name may be left out)' : '',
  ].join('');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
