import { readMarkdown } from './markdown.ts';

/** A component of any type, as it is sent. */
export interface Piece {
  readonly type?: number;
  readonly components?: readonly Piece[];
  readonly component?: Piece;
  readonly accessory?: Piece;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly style?: number;
  readonly emoji?: unknown;
  readonly options?: readonly { readonly label?: string; readonly value?: string }[];
  readonly min_values?: number;
  readonly max_values?: number;
}

/** A message as it is sent. */
export interface Body {
  readonly content?: string | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly Piece[] | null;
  readonly flags?: number;
  readonly poll?: unknown;
  readonly sticker_ids?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly allowed_mentions?: { readonly parse?: readonly string[] } & Readonly<Record<string, unknown>>;
}

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly fields?: readonly { readonly name?: string; readonly value?: string }[];
  readonly footer?: { readonly text?: string };
  readonly author?: { readonly name?: string };
}

const V2 = 1 << 15;
const ROW = 1;
const BUTTON = 2;
const TEXT = 10;
const SELECTS = [3, 5, 6, 7, 8];
/** Types that require the flag IS_COMPONENTS_V2. */
const NEWER = [9, 10, 11, 12, 13, 14, 17];

/** Returns violations in a message that the schema does not cover. */
export function messageFaults(body: Body): readonly string[] {
  const { content, embeds, components, flags = 0, attachments } = body;
  const all = (components ?? []).flatMap(withNested);
  const newer = (flags & V2) !== 0;
  const something = [
    content,
    ...(embeds ?? []),
    ...all,
    ...(attachments ?? []),
    body.poll,
    ...(body.sticker_ids ?? []),
  ];
  return [
    ...(something.some(Boolean) ? [] : ['the message is empty']),
    ...((content ?? '').length > 2000 ? [`content of ${content?.length} characters, more than 2,000`] : []),
    ...embedFaults(embeds ?? []),
    ...(newer ? newerFaults(body, all) : olderFaults(all)),
    ...componentFaults(all),
    ...mentionFaults(body),
  ];
}

/** A component and its descendants. */
export const withNested = (piece: Piece): readonly Piece[] => [
  piece,
  ...[...(piece.components ?? []), piece.component, piece.accessory].flatMap((component) =>
    component ? withNested(component) : [],
  ),
];

const lengthOf = (text: string | undefined): number => text?.length ?? 0;

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
function embedFaults(embeds: readonly Embed[]): readonly string[] {
  const characters = embeds
    .flatMap(({ title, description, fields, footer, author }) => [
      title,
      description,
      footer?.text,
      author?.name,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
    ])
    .reduce((sum, text) => sum + lengthOf(text), 0);
  return characters > 6000 ? [`${characters} characters in all embeds, more than 6,000`] : [];
}

/** https://docs.discord.com/developers/components/reference */
function newerFaults(body: Body, all: readonly Piece[]): readonly string[] {
  const texts = all.filter(({ type }) => type === TEXT).map(({ content = '' }) => content);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const marks = texts.reduce((sum, text) => sum + marksOf(text), 0);
  return [
    ...(['content', 'embeds', 'poll', 'sticker_ids'] as const)
      .filter((key) => body[key] !== undefined && body[key] !== null)
      .map((key) => `${key} in a message of components`),
    ...(all.length > 40 ? [`${all.length} components, more than 40`] : []),
    ...(characters > 4000 ? [`${characters} characters of text, more than 4,000`] : []),
    ...(marks > 100 ? [`${marks} elements of markup, more than 100`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['a text without letters'] : []),
  ];
}

/** The number of styles, links, line prefixes and emoji. */
function marksOf(text: string): number {
  const { live, marks, text: read } = readMarkdown(text);
  return live.length + marks.length + (read.match(/\p{Extended_Pictographic}/gu)?.length ?? 0);
}

function olderFaults(all: readonly Piece[]): readonly string[] {
  const newer = all.filter(({ type = 0 }) => NEWER.includes(type));
  return newer.length > 0 ? [`a component of type ${newer[0]?.type} without the flag it needs`] : [];
}

function componentFaults(all: readonly Piece[]): readonly string[] {
  const rows = all.filter(({ type }) => type === ROW);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return [
    ...(rows.length > 5 ? [`${rows.length} rows, more than 5`] : []),
    ...twice.map((id) => `two components with the custom_id ${id}`),
    ...rows.flatMap(rowFaults),
    ...all.flatMap((piece) => (piece.type === BUTTON ? buttonFaults(piece) : [])),
    ...all.flatMap((piece) => (SELECTS.includes(piece.type ?? 0) ? selectFaults(piece) : [])),
  ];
}

function rowFaults({ components = [] }: Piece): readonly string[] {
  const selects = components.filter(({ type = 0 }) => SELECTS.includes(type));
  return [
    ...(components.length === 0 ? ['a row without anything in it'] : []),
    ...(components.length > 5 ? [`${components.length} buttons in a row, more than 5`] : []),
    ...(selects.length > 0 && components.length > 1 ? ['a menu that is not alone in its row'] : []),
  ];
}

const LINK = 5;

function buttonFaults({ custom_id, url, style, label = '', emoji }: Piece): readonly string[] {
  return [
    ...(style === LINK
      ? [...(url === undefined ? ['a link button without an address'] : [])]
      : [...(custom_id === undefined || custom_id === '' ? ['a button without a custom_id'] : [])]),
    ...(url !== undefined && custom_id !== undefined ? ['a button with an address and a custom_id'] : []),
    ...(url !== undefined && url.length > 512 ? [`an address of ${url.length} characters, more than 512`] : []),
    ...(label.trim() === '' && emoji === undefined ? ['a button without a label'] : []),
    ...(label.length > 80 ? [`a label of ${label.length} characters, more than 80`] : []),
  ];
}

export function selectFaults({ type, options = [], min_values = 1, max_values = 1 }: Piece): readonly string[] {
  if (type !== 3) return [];
  const values = options.map(({ value }) => value);
  return [
    ...(options.length === 0 ? ['a menu without options'] : []),
    ...(options.length > 25 ? [`a menu of ${options.length} options, more than 25`] : []),
    ...(new Set(values).size < values.length ? ['a menu with two equal values'] : []),
    ...(min_values > max_values || max_values > Math.max(1, options.length) ? ['a menu that asks for too many'] : []),
    ...options.flatMap(({ label = '', value = '' }) => [
      ...(label.trim() === '' || label.length > 100 ? [`an option’s label of ${label.length} characters`] : []),
      ...(value === '' || value.length > 100 ? [`an option’s value of ${value.length} characters`] : []),
    ]),
  ];
}

/** A message may not mention users. */
function mentionFaults({ allowed_mentions }: Body): readonly string[] {
  if (allowed_mentions === undefined) return ['a message that does not say whom it may call'];
  const { parse, ...named } = allowed_mentions;
  const pinged = Object.entries(named).filter(([key, value]) => key !== 'replied_user' && [value].flat().length > 0);
  const quiet = parse?.length === 0 && pinged.length === 0 && named.replied_user !== true;
  return quiet ? [] : ['a message that may call somebody'];
}
