import type { Choice } from '#core/commands/choice';
import { inEnglish, type Message, message, type Translate } from '#core/messages/index';
import type { Action, Block, Inline, Reply, RichText, SelectBlock } from '#core/reply';
import { clip, MAX_CHOICES } from '#lookup/choices';

/** A reply to the requester. Empty blocks are omitted. */
export const answer = (...blocks: readonly (Block | undefined)[]): Reply => ({
  visibility: 'asker',
  blocks: blocks.filter((block) => block !== undefined),
});

export const heading = (text: string, level: 1 | 2 | 3): Block => ({ type: 'heading', text, level });
export const paragraph = (...text: RichText): Block => ({ type: 'paragraph', text });
export const context = (...text: RichText): Block => ({ type: 'context', text });
export const strong = (text: string): Inline => ({ text, style: 'strong' });

export const list = (items: readonly RichText[]): Block | undefined =>
  items.length > 0 ? { type: 'list', items } : undefined;

export const actions = (...all: readonly (Action | undefined)[]): Block | undefined => {
  const given = all.filter((action) => action !== undefined);
  return given.length > 0 ? { type: 'actions', actions: given } : undefined;
};

/** A button for a command; options without a value are omitted. */
export const action = (
  label: string,
  command: string,
  options: Readonly<Record<string, string | undefined>>,
): Action => ({ label, command, options: definedOptions(options) });

const definedOptions = (options: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The option to choose a value for, and the command it belongs to. */
interface SelectInput extends Pick<SelectBlock, 'label' | 'command' | 'option'> {
  /** Options without a value are omitted. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** A menu of unique values, limited to the number every platform shows; undefined if there is no choice. */
export function select({ options, ...input }: SelectInput, all: readonly Choice[]): SelectBlock | undefined {
  const values = new Set<string>();
  const choices = all
    .filter(({ value }) => !values.has(value) && values.add(value))
    .slice(0, MAX_CHOICES)
    .map(({ label, value }) => ({ label: clip(label), value }));
  return choices.length < 2 ? undefined : { type: 'select', ...input, options: definedOptions(options), choices };
}

/** Joins the texts with ` · `. */
export const joinWithDots = (texts: readonly Inline[]): RichText =>
  texts.flatMap((text, index) => (index === 0 ? [text] : [' · ', text]));

/** `one`, `one and two`, `one, two and three`. */
export const joinWords = (
  words: readonly string[],
  conjunction: 'and' | 'or' = 'and',
  t: Translate = inEnglish,
): string =>
  words.length < 2
    ? (words[0] ?? '')
    : t(`list.${conjunction}`, { others: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' });

/** The same as a message, translated once the language is known. */
export const joinMessage = (words: readonly string[], conjunction: 'and' | 'or'): Message | string =>
  words.length < 2
    ? (words[0] ?? '')
    : message(`list.${conjunction}`, { others: words.slice(0, -1).join(', '), last: words.at(-1) ?? '' });
