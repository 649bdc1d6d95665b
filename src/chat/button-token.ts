import type { Command, Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { shortId } from '#text/short-id';

/** What a button does: answers its invocation, posts the answer to the channel, or opens the form for it. */
export type ButtonAction = 'run' | 'share' | 'form' | 'select';

/** All data held by a button. */
export interface ButtonToken {
  readonly action: ButtonAction;
  readonly invocation: Invocation;
  /** Which part of a long answer, from 1. */
  readonly part: number;
  /** For `select`: the option that receives the selected value. */
  readonly option?: string;
}

// 1g2;quotes;ar=river-dam;s=Mara Lind;k=mixed
// ^^^ ^      ^^ the shortest beginning that only one option of the command has
// |||  the command
// ||the part, to base 36
// |the action
// the version
const VERSION = '1';
const CODES = { run: 'g', share: 's', form: 'f', select: 'p' } as const satisfies Record<ButtonAction, string>;
const HEADER = /^1([gsfp])([0-9a-z]{1,4})$/;

/** Shortened values take eight characters: values that are hardly longer are kept. */
const MIN_SHORTENED_LENGTH = 12;

/**
 * Encodes a token as short text; if it exceeds `maxLength` characters, values are replaced by a {@link shortId}.
 *
 * @returns undefined if it does not fit: the button is then omitted.
 */
export function encodeToken(token: ButtonToken, commands: readonly Command[], maxLength: number): string | undefined {
  const command = commands.find(({ name }) => name === token.invocation.command);
  if (!command) return undefined;
  let options = token.invocation.options;
  let text = serialize(token, command, options);
  for (const name of shortenable(command, options)) {
    if (text.length <= maxLength) break;
    options = { ...options, [name]: shortId(options[name] ?? '') };
    text = serialize(token, command, options);
  }
  return text.length <= maxLength ? text : undefined;
}

/** Returns the options with choices whose value is worth shortening; the article first, as all answers have one. */
const shortenable = (command: Command, options: Invocation['options']): readonly string[] =>
  command.options
    .filter(({ name, values }) => values !== undefined && (options[name]?.length ?? 0) > MIN_SHORTENED_LENGTH)
    .map(({ name }) => name)
    .sort((a, b) => Number(b === 'article') - Number(a === 'article'));

function serialize({ action, part, option }: ButtonToken, command: Command, options: Invocation['options']): string {
  const entries = Object.entries(options).map(([name, value]) => `${keyOf(name, command)}=${escapeSpecial(value)}`);
  const open = option === undefined ? [] : [`${keyOf(option, command)}?`];
  return [`${VERSION}${CODES[action]}${part.toString(36)}`, command.name, ...entries, ...open].join(';');
}

/**
 * Keys that were unique before another option was added: existing buttons with them still work. Add an entry for each
 * new option that would make an existing key ambiguous.
 */
const KEPT_KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = { quotes: { s: 'speaker' } };

/** Returns the shortest prefix of an option's name that is unique within the command. */
function keyOf(name: string, { name: command, options }: Command): string {
  const kept = Object.entries(KEPT_KEYS[command] ?? {}).find(([, option]) => option === name);
  if (kept) return kept[0];
  for (let length = 1; length < name.length; length++) {
    const key = name.slice(0, length);
    if (options.every((option) => option.name === name || !option.name.startsWith(key))) return key;
  }
  return name;
}

// a;b\c is encoded as a\:b\\c, and control and format characters by their code point: \202e.
const SPECIAL = /[\\;\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escapeSpecial = (value: string): string =>
  value.toWellFormed().replace(SPECIAL, (mark) => {
    if (mark === '\\') return '\\\\';
    return mark === ';' ? '\\:' : `\\${mark.codePointAt(0)?.toString(16)}.`;
  });

const unescapeSpecial = (value: string): string =>
  value.replace(/\\(?:([\\:])|([0-9a-f]{1,5})\.)/g, (_, mark, number) => {
    if (number !== undefined) return String.fromCodePoint(Number.parseInt(number, 16)).toWellFormed();
    return mark === ':' ? ';' : '\\';
  });

/** @returns undefined for anything that is not a token of this version; never throws. */
export function decodeToken(text: string, commands: readonly Command[]): ButtonToken | undefined {
  const [head = '', name, ...entries] = text.split(';');
  const [, letter, part = ''] = HEADER.exec(head) ?? [];
  const action = (Object.keys(CODES) as ButtonAction[]).find((candidate) => CODES[candidate] === letter);
  const command = commands.find((candidate) => candidate.name === name);
  if (action === undefined || !command) return undefined;
  const options: Record<string, string> = {};
  let open: string | undefined;
  for (const entry of entries) {
    const [, key = '', mark, value = ''] = /^([^=?]+)([=?])(.*)$/s.exec(entry) ?? [];
    const option = optionOf(key, command);
    if (!option) return undefined;
    if (mark === '?') open = option.name;
    else options[option.name] = unescapeSpecial(value);
  }
  if ((action === 'select') !== (open !== undefined)) return undefined;
  const invocation = { command: command.name, options };
  return {
    action,
    invocation,
    part: Math.max(1, Number.parseInt(part, 36)),
    ...(open === undefined ? {} : { option: open }),
  };
}

/** Returns the option that a key identifies. */
function optionOf(key: string, { name: command, options }: Command): Option | undefined {
  const exact = options.find(({ name }) => name === (KEPT_KEYS[command]?.[key] ?? key));
  if (exact || key === '') return exact;
  const [found, ...others] = options.filter(({ name }) => name.startsWith(key));
  return others.length === 0 ? found : undefined;
}
