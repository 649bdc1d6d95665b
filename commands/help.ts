import type { Choice } from '#core/commands/choice';
import type { Command, Context, Option } from '#core/commands/command';
import type { Block, Reply, RichText } from '#core/reply';
import { choose, commandNamed, findGroup, type ResolvedGroup, resolveGroups, wordingsOf } from '#lookup';
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
      values: (context) => [...resolveGroups(context), ...context.commands].map(({ name }) => name),
      complete,
    },
  ],
  examples: ['/help command:quotes'],
  run({ options }, context) {
    const typed = options.command?.replace(/^\//, '');
    if (typed === undefined) return commandList(context);
    const household = findGroup(typed, context);
    return household ? groupHelp(household) : commandHelp(commandNamed(typed, context));
  },
} satisfies Command;

function complete(context: Context, typed: string): readonly Choice[] {
  const { commands, translations } = context;
  const households = resolveGroups(context).map(({ name, group, wordings }) => ({
    label: `${name}: ${group.description}`,
    value: name,
    names: wordings.map(({ name }) => name),
  }));
  const others = commands.map((command) => ({
    label: `${command.name}: ${command.description}`,
    value: command.name,
    names: [command.name, ...wordingsOf(command, translations).map(({ name }) => name)],
  }));
  return choose([...households, ...others], typed);
}

const commandList = ({ commands }: Context): Reply =>
  answer(
    heading('Commands', 2),
    tableOf(commands),
    ...examples(commands.flatMap(({ examples = [] }) => examples.filter((line) => line.includes('"')).slice(0, 1))),
    actions(action('Newest briefing', 'brief', {}), action('Articles', 'articles', {})),
    select(
      { label: 'All about a command', command: 'help', option: 'command', options: {} },
      commands.map(({ name, description }) => ({ label: `/${name}: ${description}`, value: name })),
    ),
  );

const groupHelp = ({ name, group: { description }, members }: ResolvedGroup): Reply =>
  answer(
    heading(`/${name}`, 2),
    paragraph(`${description}.`),
    tableOf(members),
    ...examples(members.flatMap(({ examples = [] }) => examples.slice(0, 1))),
    select(
      { label: 'All about a command', command: 'help', option: 'command', options: {} },
      members.map(({ name, description }) => ({ label: `/${name}: ${description}`, value: name })),
    ),
  );

const tableOf = (commands: readonly Command[]): Block => ({
  type: 'table',
  columns: ['Type', 'To'],
  rows: commands.map((command) => [[{ text: usage(command), style: 'code' }], [lowerFirst(command.description)]]),
});

const commandHelp = (command: Command): Reply =>
  answer(
    heading(`/${command.name}`, 2),
    paragraph(`${command.description}.`),
    context({ text: usage(command), style: 'code' }),
    command.options.length === 0
      ? undefined
      : {
          type: 'table',
          columns: ['Option', 'What it takes'],
          rows: command.options.map((option) => [[{ text: option.name, style: 'code' }], [optionSyntax(option)]]),
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

const optionSyntax = ({ description, choices, main }: Option): string =>
  [
    description,
    choices ? ` (${choices.join(', ')})` : '',
    main ? '. In a typed line, its name may be left out.' : '',
  ].join('');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
