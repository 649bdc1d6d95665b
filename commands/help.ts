import type { Operator } from '#core/access/operator';
import type { Choice } from '#core/commands/choice';
import type { Command, Context, Option } from '#core/commands/command';
import type { LocalizedOption } from '#core/commands/translation';
import type { Translate } from '#core/messages/index';
import type { Block, Inline, Reply, RichText } from '#core/reply';
import { choose, commandNamed, findGroup, type ResolvedGroup, resolveGroups, wordingsOf } from '#lookup';
import { action, actions, answer, context, heading, paragraph, select, strong } from '#replies';
import { addressText } from '#replies/data';

/** `/help`: generated from the command definitions. */
export default {
  name: 'help',
  description: 'Show all commands, or one in detail',
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
    return household ? groupHelp(household, context) : commandHelp(commandNamed(typed, context), context);
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

function commandList(context: Context): Reply {
  const { commands, t, operator } = context;
  return answer(
    heading(t('help.commands'), 2),
    tableOf(commands, context),
    ...examples(
      commands.flatMap(({ examples = [] }) => examples.filter((line) => line.includes('"')).slice(0, 1)),
      t,
    ),
    heading(t('help.otherWays'), 3),
    { type: 'list', items: otherWays(t) },
    ...linksOf(operator, t),
    actions(action(t('action.newest'), 'brief', {}), action(t('action.articles'), 'articles', {})),
    aboutCommand(commands, context),
  );
}

/** Ways to use Onrecord other than typing. */
const otherWays = (t: Translate): readonly RichText[] => [
  t.rich('help.briefThis', { name: strong(t('name.briefThis')) }),
  [t('help.mention')],
  t.rich('help.share', { name: strong(t('name.share')) }),
];

/** Support, terms and privacy links. */
function linksOf({ support, terms, privacy }: Operator, t: Translate): readonly Block[] {
  const links = [
    ...(support === undefined ? [] : [[t('help.support'), support] as const]),
    ...(terms === undefined ? [] : [[t('help.terms'), terms] as const]),
    [t('help.privacy'), privacy] as const,
  ];
  const line = links.flatMap(([label, address], at): RichText => {
    const target: Inline =
      address === undefined ? { text: t.command('/privacy'), style: 'code' } : addressText(address);
    return [...(at === 0 ? [] : [' · ']), `${label}: `, target];
  });
  return [context(...line)];
}

const groupHelp = ({ name, group: { description }, members }: ResolvedGroup, given: Context): Reply =>
  answer(
    heading(given.t.command(`/${name}`), 2),
    paragraph(`${describe({ name, description }, given)}.`),
    tableOf(members, given),
    ...examples(
      members.flatMap(({ examples = [] }) => examples.slice(0, 1)),
      given.t,
    ),
    aboutCommand(members, given),
  );

/** A menu that leads to the full help of a command. */
const aboutCommand = (commands: readonly Command[], given: Context): Block | undefined =>
  select(
    { label: given.t('help.aboutCommand'), command: 'help', option: 'command', options: {} },
    commands.map((command) => ({
      label: `${given.t.command(`/${command.name}`)}: ${describe(command, given)}`,
      value: command.name,
    })),
  );

const tableOf = (commands: readonly Command[], given: Context): Block => ({
  type: 'table',
  columns: [given.t('help.type'), given.t('help.to')],
  rows: commands.map((command) => [
    [{ text: usage(command, given), style: 'code' }],
    [lowerFirst(describe(command, given))],
  ]),
});

/** The description of a command or a group in the user's language. */
function describe({ name, description }: Pick<Command, 'name' | 'description'>, { t, translations }: Context): string {
  const own = translations?.[t.language];
  return own?.commands[name]?.description ?? own?.commandGroups?.[name]?.description ?? description;
}

function commandHelp(command: Command, given: Context): Reply {
  const { t, translations } = given;
  const own = translations?.[t.language]?.commands[command.name]?.options;
  return answer(
    heading(t.command(`/${command.name}`), 2),
    paragraph(`${describe(command, given)}.`),
    context({ text: usage(command, given), style: 'code' }),
    command.options.length === 0
      ? undefined
      : {
          type: 'table',
          columns: [t('help.option'), t('help.takes')],
          rows: command.options.map((option) => [
            [{ text: own?.[option.name]?.name ?? option.name, style: 'code' }],
            [optionSyntax(option, own?.[option.name], t)],
          ]),
        },
    ...examples(command.examples ?? [], t),
  );
}

/** Example lines, which also illustrate the syntax. */
const examples = (lines: readonly string[], t: Translate): readonly Block[] =>
  lines.length === 0
    ? []
    : [
        heading(t('help.examples'), 3),
        { type: 'list', items: lines.map((line): RichText => [{ text: t.command(line), style: 'code' }]) },
      ];

/** `/quotes [speaker] [article] [kind]`, with the names of the options in the user's language. */
function usage({ name, options }: Command, { t, translations }: Context): string {
  const own = translations?.[t.language]?.commands[name]?.options;
  return [t.command(`/${name}`), ...options.map((option) => `[${own?.[option.name]?.name ?? option.name}]`)].join(' ');
}

function optionSyntax(option: Option, own: LocalizedOption | undefined, t: Translate): string {
  const { description, choices, main } = { ...option, ...own, choices: option.choices };
  const names = choices?.map((choice) => own?.choices?.[choice] ?? choice);
  const values = names ? `${description} (${names.join(', ')})` : description;
  return main ? t('help.mainOption', { description: values }) : values;
}

/** “Brief …” becomes “brief …”; “OPML …” stays. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
