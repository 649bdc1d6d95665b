import type { Command } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Reply, SelectBlock } from '#core/reply';
import { sanitize } from '#text/sanitize';
import { shortId } from '#text/short-id';
import { type ButtonAction, encodeToken } from '../button-token.ts';
import type { Button, Drawable, MessageBudget } from './drawable.ts';
import { countOf, fitsWithin, split, subtractCosts, totalCost } from './split.ts';

/** The options for rendering a reply. */
export interface PaginateOptions {
  readonly commands: readonly Command[];
  readonly budget: MessageBudget;
  /** The invocation, needed for the Share button and buttons to other parts. */
  readonly invocation?: Invocation | undefined;
  /** Which part of a long answer, from 1. */
  readonly part?: number;
  /** Buttons in addition to those of the reply: `share` posts it to the channel, `form` opens the form. */
  readonly extras?: readonly ('share' | 'form')[];
  /** Translates our own texts into the language of the answer. */
  readonly t?: Translate;
  /** Whether it is visible to a whole channel: blocks for the requester alone are left out. */
  readonly shared?: boolean;
}

/**
 * Returns an answer as one message within the budget: the requested part, split between blocks, sentences, items and
 * rows, never inside a quotation; then `+3 more`, and the buttons. Content that fits no message is replaced by its
 * length and its paragraph.
 */
export function paginate({ blocks }: Reply, presentation: PaginateOptions): readonly Drawable[] {
  const { budget, part: wanted = 1, t = inEnglish } = presentation;
  const reply = blocks
    .filter((block) => !(presentation.shared && block.type === 'context' && block.askerOnly))
    .filter((block) => block.type !== 'actions' && block.type !== 'select');
  const menus = blocks.flatMap((block) => (block.type === 'select' ? menuFor(block, presentation) : []));
  const answers = blocks.flatMap((block) => (block.type === 'actions' ? block.actions : []));
  const buttons = answers.flatMap(({ label, ...invocation }) =>
    buttonFor('run', label, { ...presentation, invocation, part: 1 }),
  );
  const again = repeatable(presentation);
  const waysFor = (part: number, parts: number, { menus, buttons }: Controls): readonly Drawable[] => [
    ...menus,
    ...buttonRow([...pageButtons(part, parts, again), ...buttons, ...extraButtons(part, again)]),
  ];
  const kept = fitControls(budget, { menus, buttons }, (controls) => waysFor(2, 3, controls));
  const most = subtractCosts(
    budget.limit,
    totalCost([...waysFor(2, 3, kept), moreNotice(MAX_HIDDEN, t)], budget.costOf),
  );
  const parts = split(reply, most, budget.costOf, t);
  const part = Math.min(Math.max(1, wanted), Math.max(1, parts.length));
  const hidden = countOf(parts.slice(part).flat());
  return [
    ...(parts[part - 1] ?? []),
    ...(hidden > 0 ? [moreNotice(hidden, t)] : []),
    ...waysFor(part, parts.length, kept),
  ];
}

/** A command with an effect would repeat it, so it gets neither page buttons nor Share. */
function repeatable({ invocation, ...rest }: PaginateOptions): PaginateOptions {
  const command = rest.commands.find(({ name }) => name === invocation?.command);
  return command?.mutates ? rest : { ...rest, invocation };
}

/** The actions of the reply itself, without page buttons. */
interface Controls {
  readonly menus: readonly Drawable[];
  readonly buttons: readonly Button[];
}

/** Reserves half of the characters for the answer: with very long names, the last buttons, then menus, are dropped. */
function fitControls(
  { limit, costOf }: MessageBudget,
  all: Controls,
  drawn: (controls: Controls) => readonly Drawable[],
): Controls {
  const half = { ...limit, characters: limit.characters / 2 };
  let controls = all;
  while (controls.menus.length + controls.buttons.length > 0 && !fitsWithin(totalCost(drawn(controls), costOf), half)) {
    const { menus, buttons } = controls;
    controls = buttons.length > 0 ? { menus, buttons: buttons.slice(0, -1) } : { menus: menus.slice(0, -1), buttons };
  }
  return controls;
}

const moreNotice = (count: number, t: Translate): Drawable => ({ type: 'context', text: [t('more', { count })] });

/** The largest count in `+3 more`, for which space is reserved. */
const MAX_HIDDEN = 999_999;

/** The most buttons in a readable message. */
const MAX_BUTTONS = 15;

const buttonRow = (buttons: readonly Button[]): readonly Drawable[] => {
  const tokens = new Set<string>();
  const unique = buttons.filter(({ token }) => !tokens.has(token) && tokens.add(token));
  return unique.length > 0 ? [{ type: 'buttons', buttons: unique.slice(0, MAX_BUTTONS) }] : [];
};

function buttonFor(
  action: ButtonAction,
  label: string,
  { commands, budget, invocation, part = 1 }: PaginateOptions,
): readonly Button[] {
  const token = invocation && encodeToken({ action, invocation, part }, commands, budget.token);
  return token === undefined ? [] : [{ label, token }];
}

/** Buttons to the other parts of a long answer. */
const pageButtons = (part: number, parts: number, presentation: PaginateOptions): readonly Button[] => [
  ...(part > 1
    ? buttonFor('run', labelTo('back', part - 1, parts, presentation), { ...presentation, part: part - 1 })
    : []),
  ...(part < parts
    ? primary(buttonFor('run', labelTo('more', part + 1, parts, presentation), { ...presentation, part: part + 1 }))
    : []),
];

const labelTo = (direction: 'more' | 'back', part: number, parts: number, { t = inEnglish }: PaginateOptions): string =>
  t(`chat.${direction}`, { part, parts });

const primary = (buttons: readonly Button[]): readonly Button[] =>
  buttons.map((button) => ({ ...button, style: 'primary' }));

const EXTRAS = { form: 'chat.choose', share: 'name.share' } as const;

const extraButtons = (part: number, presentation: PaginateOptions): readonly Button[] =>
  (presentation.extras ?? []).flatMap((verb) =>
    buttonFor(verb, (presentation.t ?? inEnglish)(EXTRAS[verb]), { ...presentation, part }),
  );

function menuFor(
  { label, command, options, option, choices }: SelectBlock,
  { commands, budget, invocation }: PaginateOptions,
): Drawable[] {
  const token = encodeToken(
    { action: 'select', invocation: { command, options }, part: 1, option },
    commands,
    budget.token,
  );
  const listed = commands.find(({ name }) => name === command)?.options.find(({ name }) => name === option)?.values;
  // Control characters cannot be part of a value, as platforms do not return them unchanged.
  const fits = (value: string): boolean => value.length <= budget.value && sanitize(value) === value;
  const sent = (value: string): string => (!fits(value) && listed ? shortId(value) : value);
  const fitting = choices
    .map((choice) => ({ ...choice, value: sent(choice.value) }))
    .filter(({ value }) => fits(value));
  if (token === undefined || fitting.length === 0) return [];
  const asked = invocation?.command === command ? invocation.options[option] : undefined;
  const chosen = fitting.find(({ value }) => asked !== undefined && value === sent(asked))?.value;
  return [{ type: 'menu', label, token, choices: fitting, ...(chosen === undefined ? {} : { chosen }) }];
}
