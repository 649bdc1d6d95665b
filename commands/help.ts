import type { Command, Option } from '#core/command';
import { UserError } from '#core/errors';
import type { Reply } from '#core/reply';
import { choose, echo, nearestWord } from '#lookup';
import { answer, context, heading, paragraph } from '#replies';

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
      complete: ({ commands }, typed) =>
        choose(
          commands.map(({ name, description }) => ({
            label: `${name}: ${description}`,
            value: name,
            names: [name],
          })),
          typed,
        ),
    },
  ],
  run: ({ options }, { commands }) =>
    options.command === undefined ? all(commands) : one(commandNamed(options.command, commands)),
} satisfies Command;

function commandNamed(typed: string, commands: readonly Command[]): Command {
  const name = typed.replace(/^\//, '').toLowerCase();
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const names = commands.map((command) => command.name);
  const near = nearestWord(name, names);
  throw new UserError(
    `There is no command “${echo(typed)}”. ${near ? `Did you mean /${near}?` : 'Type /help for all of them.'}`,
  );
}

const all = (commands: readonly Command[]): Reply =>
  answer(
    heading('Commands', 2),
    {
      type: 'table',
      columns: ['Type', 'To'],
      rows: commands.map((command) => [[{ text: usage(command), style: 'code' }], [lowerFirst(command.description)]]),
    },
    context('Names with spaces go in quotation marks: speaker:"Kim Tae-hyo"'),
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
  );

/** `/quotes [speaker] [article] [kind]` */
const usage = ({ name, options }: Command): string =>
  [`/${name}`, ...options.map((option) => `[${option.name}]`)].join(' ');

const takes = ({ description, choices, main }: Option): string =>
  [description, choices ? `: ${choices.join(', ')}` : '', main ? ' (bare words are taken for it)' : ''].join('');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
