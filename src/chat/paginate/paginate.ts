import type { Command } from '#core/command';
import type { Invocation } from '#core/invocation';
import type { Reply, SelectBlock } from '#core/reply';
import { plain } from '#text/sanitize';
import { shortOf } from '#text/short-id';
import { encodeToken, type Verb } from '../button-token.ts';
import type { Button, Drawable, Room } from './drawable.ts';
import { countOf, minus, partsOf, total, within } from './split.ts';

/** What is drawn of an answer, beside the reply itself. */
export interface Presentation {
  readonly commands: readonly Command[];
  readonly room: Room;
  /** What was asked, so that further parts and Share can be asked for; without it there are none. */
  readonly invocation?: Invocation | undefined;
  /** Which part of a long answer, from 1. */
  readonly part?: number;
  /** Buttons beside those of the reply: `share` posts it to the channel, `form` asks for other options. */
  readonly extras?: readonly ('share' | 'form')[];
}

/**
 * An answer as one message that fits: the part asked for, cut between blocks, at the ends of sentences, between items
 * and rows, never inside a quotation; then `+3 more`, and the buttons. What fits no message at all is named with its
 * length and its paragraph.
 */
export function present({ blocks }: Reply, presentation: Presentation): readonly Drawable[] {
  const { room, part: wanted = 1 } = presentation;
  const told = blocks.filter((block) => block.type !== 'actions' && block.type !== 'select');
  const menus = blocks.flatMap((block) => (block.type === 'select' ? menuOf(block, presentation) : []));
  const answers = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  const buttons = answers.flatMap(({ label, ...invocation }) =>
    buttonFor('go', label, { ...presentation, invocation, part: 1 }),
  );
  const again = askable(presentation);
  const waysFor = (part: number, parts: number, { menus, buttons }: Ways): readonly Drawable[] => [
    ...menus,
    ...row([...turns(part, parts, again), ...buttons, ...extras(part, again)]),
  ];
  const kept = affordable(room, { menus, buttons }, (ways) => waysFor(2, 3, ways));
  const most = minus(room.most, total([...waysFor(2, 3, kept), MORE], room.costOf));
  const parts = partsOf(told, most, room.costOf);
  const part = Math.min(Math.max(1, wanted), Math.max(1, parts.length));
  const hidden = countOf(parts.slice(part).flat());
  return [...(parts[part - 1] ?? []), ...(hidden > 0 ? [moreOf(hidden)] : []), ...waysFor(part, parts.length, kept)];
}

/** What does something does it again when it is asked again: no part and no Share may lead back to it. */
function askable({ invocation, ...rest }: Presentation): Presentation {
  const command = rest.commands.find(({ name }) => name === invocation?.command);
  return command?.changes ? rest : { ...rest, invocation };
}

/** Ways on that an answer brings along, beside those to its own parts. */
interface Ways {
  readonly menus: readonly Drawable[];
  readonly buttons: readonly Button[];
}

/** Half of the letters are for what was asked: where names are endless, the last buttons and then the menus give way. */
function affordable({ most, costOf }: Room, all: Ways, drawn: (ways: Ways) => readonly Drawable[]): Ways {
  const half = { ...most, characters: most.characters / 2 };
  let ways = all;
  while (ways.menus.length + ways.buttons.length > 0 && !within(total(drawn(ways), costOf), half)) {
    const { menus, buttons } = ways;
    ways = buttons.length > 0 ? { menus, buttons: buttons.slice(0, -1) } : { menus: menus.slice(0, -1), buttons };
  }
  return ways;
}

const moreOf = (hidden: number): Drawable => ({ type: 'context', text: [`+${hidden} more`] });

/** As long as it ever gets. */
const MORE = moreOf(999_999);

/** As many buttons as still make a message that one can take in. */
const MOST_BUTTONS = 15;

const row = (buttons: readonly Button[]): readonly Drawable[] => {
  const tokens = new Set<string>();
  const each = buttons.filter(({ token }) => !tokens.has(token) && tokens.add(token));
  return each.length > 0 ? [{ type: 'buttons', buttons: each.slice(0, MOST_BUTTONS) }] : [];
};

function buttonFor(
  verb: Verb,
  label: string,
  { commands, room, invocation, part = 1 }: Presentation,
): readonly Button[] {
  const token = invocation && encodeToken({ verb, invocation, part }, commands, room.token);
  return token === undefined ? [] : [{ label, token }];
}

/** To the other parts of a long answer. */
const turns = (part: number, parts: number, presentation: Presentation): readonly Button[] => [
  ...(part > 1 ? buttonFor('go', `Back (${part - 1} of ${parts})`, { ...presentation, part: part - 1 }) : []),
  ...(part < parts
    ? primary(buttonFor('go', `More (${part + 1} of ${parts})`, { ...presentation, part: part + 1 }))
    : []),
];

const primary = (buttons: readonly Button[]): readonly Button[] =>
  buttons.map((button) => ({ ...button, style: 'primary' }));

const EXTRAS = { form: 'Choose…', share: 'Share' } as const;

const extras = (part: number, presentation: Presentation): readonly Button[] =>
  (presentation.extras ?? []).flatMap((verb) => buttonFor(verb, EXTRAS[verb], { ...presentation, part }));

function menuOf(
  { label, command, options, option, choices }: SelectBlock,
  { commands, room, invocation }: Presentation,
): Drawable[] {
  const token = encodeToken({ verb: 'pick', invocation: { command, options }, part: 1, option }, commands, room.token);
  const listed = commands.find(({ name }) => name === command)?.options.find(({ name }) => name === option)?.values;
  // What would drive a display cannot stand in a value either, and would not come back as it was.
  const fits = (value: string): boolean => value.length <= room.value && plain(value) === value;
  const sent = (value: string): string => (!fits(value) && listed ? shortOf(value) : value);
  const fitting = choices
    .map((choice) => ({ ...choice, value: sent(choice.value) }))
    .filter(({ value }) => fits(value));
  if (token === undefined || fitting.length === 0) return [];
  const asked = invocation?.command === command ? invocation.options[option] : undefined;
  const chosen = fitting.find(({ value }) => asked !== undefined && value === sent(asked))?.value;
  return [{ type: 'menu', label, token, choices: fitting, ...(chosen === undefined ? {} : { chosen }) }];
}
