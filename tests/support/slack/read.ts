type Json = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isMap) : []);
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The visible text of blocks without markup, with white space folded; buttons and menus by their labels. */
export const readBlocks = (blocks: unknown): string => wordsIn(blocks).replace(/\s+/g, ' ').trim();

/** The same without folding white space. */
export const wordsIn = (blocks: unknown): string => list(blocks).map(readOne).join(' ');

function readOne(part: Json): string {
  const read = READING[words(part.type)];
  if (!read) throw new Error(`Nobody knows how Slack draws: ${JSON.stringify(part)}`);
  return read(part);
}

const each = (parts: unknown, between = ' '): string => list(parts).map(readOne).join(between);

const READING: Readonly<Record<string, (part: Json) => string>> = {
  header: ({ text }) => readOne(text as Json),
  section: ({ text, fields, accessory }) => each([text, ...list(fields), accessory].filter(isMap)),
  context: ({ elements }) => each(elements),
  divider: () => '',
  image: ({ alt_text }) => words(alt_text),
  actions: ({ elements }) => each(elements),
  button: ({ text }) => readOne(text as Json),
  static_select: ({ placeholder }) => readOne(placeholder as Json),
  channel: ({ channel_id }) => `#${channel_id}`,
  rich_text: ({ elements }) => each(elements),
  rich_text_section: ({ elements }) => each(elements, ''),
  rich_text_quote: ({ elements }) => each(elements, ''),
  rich_text_preformatted: ({ elements }) => each(elements, ''),
  rich_text_list: ({ elements }) => each(elements),
  text: ({ text }) => words(text),
  link: ({ text, url }) => words(text) || words(url),
  plain_text: ({ text }) => words(text),
  mrkdwn: ({ text }) => unmarked(words(text)),
  table: ({ rows }) => (Array.isArray(rows) ? rows : []).map((row) => each(row)).join(' '),
  raw_text: ({ text }) => words(text),
};

const unmarked = (text: string): string =>
  text
    .replace(/<[^<>|]*\|([^<>]*)>/g, '$1')
    .replace(/[*_~`]/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** All active parts of a message: links, mentions, emoji, formatting. */
export function liveIn({ text, blocks }: { readonly text: string; readonly blocks: unknown }): readonly string[] {
  return [...text.matchAll(/<[^>]*>/g).map(([marked]) => `text: ${marked}`), ...list(blocks).flatMap(livePart)];
}

const ALIVE = new Set(['link', 'user', 'usergroup', 'channel', 'broadcast', 'emoji', 'team', 'date', 'color']);

function livePart(part: Json): readonly string[] {
  const type = words(part.type);
  const own = [
    ...(ALIVE.has(type) ? [JSON.stringify(part)] : []),
    ...(type === 'plain_text' && part.emoji === true && /:\w+:/.test(words(part.text)) ? [words(part.text)] : []),
    ...(type === 'mrkdwn' && /[<*_~`]|:\w+:/.test(words(part.text)) ? [words(part.text)] : []),
  ];
  return [...own, ...Object.values(part).flatMap(liveValue)];
}

const liveValue = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap(liveValue) : isMap(value) ? livePart(value) : [];
