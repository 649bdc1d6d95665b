/** The visible text of Markdown, and its active parts. */
export interface Read {
  /** The text without markup, line by line. */
  readonly text: string;
  /** Mentions, links, emoji by name, times: `mention @everyone`, `link https://…`. */
  readonly live: readonly string[];
  /** Formatting: `heading`, `bold`, `quote`, `item`, `small`, `code`, … */
  readonly marks: readonly string[];
}

// Written for the tests from https://support.discord.com/hc/en-us/articles/210298617 and from what clients were seen to
// do (https://github.com/discord/discord-api-docs/issues/6088, /6185, /7721). Knows nothing of how the product escapes.

/** Reads a text as the client does, closely enough to distinguish markup from text. */
export function readMarkdown(source: string): Read {
  const marks: string[] = [];
  const unquoted = source.split('\n').map((line) => strip(line, marks));
  const inline = readInline(unquoted.join('\n'), true);
  return { text: inline.text, live: inline.live, marks: [...marks, ...inline.marks] };
}

const BLOCKS: readonly (readonly [name: string, prefix: RegExp, inside: readonly string[]])[] = [
  ['quote', /^ *>(?:>>)? +/, ['heading', 'small', 'item']],
  ['item', /^ *(?:[-*+]|\d+\.) +(?=\S)/, ['heading', 'item', 'small', 'quote']],
  ['small', /^ *-# +(?=\S)/, []],
  ['heading', /^ *#{1,3} +(?=\S)/, []],
];

/** Strips the prefix that makes a line a heading, a quotation, a list item or small print. */
function strip(line: string, marks: string[], allowed = BLOCKS.map(([name]) => name)): string {
  for (const [name, prefix, inside] of BLOCKS) {
    const [found] = (allowed.includes(name) && prefix.exec(line)) || [];
    if (found === undefined) continue;
    marks.push(name);
    return strip(line.slice(found.length), marks, [...inside]);
  }
  return line;
}

/** The inline rules in order of precedence; `null` means plain text. */
type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Read | null];

const letters = (text: string): Read => ({ text, live: [], marks: [] });
const alive = (what: string, text: string): Read => ({ text, live: [`${what} ${text}`], marks: [] });

const styled =
  (mark: string) =>
  (match: RegExpExecArray): Read => {
    const inside = readInline(match[1] ?? match[2] ?? '', true);
    return { ...inside, marks: [mark, ...inside.marks] };
  };

const ESCAPE: Rule = [/^\\([^0-9A-Za-z\s])/, ([, mark = '']) => letters(mark)];

const RULES: readonly Rule[] = [
  [/^```[\s\S]+?```/, ([all]) => ({ text: all.slice(3, -3), live: [], marks: ['fence'] })],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , inside = '']) => ({ text: inside, live: [], marks: ['code'] })],
  [
    /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/,
    ([, label = '', target = '']) => maskedLink(label, target),
  ],
  [/^<((?:https?|ftp|discord|steam|mailto|tel|sms):[^ >\n]+)>/i, ([, address = '']) => alive('link', address)],
  [/^<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+|\+\d[\d -]+)>/, ([, address = '']) => alive('link', address)],
  [/^(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/i, ([address]) => alive('link', address)],
  [/^@(?:everyone|here)/, ([name]) => alive('mention', name)],
  [/^<(?:@[!&]?|#)\d+>/, ([name]) => alive('mention', name)],
  [/^<\/[^:>]+:\d+>/, ([name]) => alive('command', name)],
  [/^<id:\w+(?::\d+)?>/, ([name]) => alive('mention', name)],
  [/^<t:-?\d+(?::[a-zA-Z])?>/, ([time]) => alive('time', time)],
  [/^<(?:a?|sound):\w*:\d+(?::\d+)?>/, ([name]) => alive('emoji', name)],
  [/^:[^\s:]+?(?:::skin-tone-\d)?:/, ([name]) => alive('emoji', name)],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, styled('bold')],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, styled('underline')],
  [/^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/, styled('italic')],
  [/^_((?:__|\\[\s\S]|[^\\_])+?)_(?![0-9A-Za-z])/, styled('italic')],
  [/^~~([\s\S]+?)~~(?!_)/, styled('strike')],
  [/^\|\|([\s\S]+?)\|\|/, styled('spoiler')],
];

function readInline(source: string, escapes: boolean): Read {
  const rules = escapes ? [ESCAPE, ...RULES] : RULES;
  const read: { text: string; live: string[]; marks: string[] } = { text: '', live: [], marks: [] };
  let at = 0;
  while (at < source.length) {
    const [length, found] = firstAt(source.slice(at), rules) ?? [1, letters(source.charAt(at))];
    read.text += found.text;
    read.live.push(...found.live);
    read.marks.push(...found.marks);
    at += length;
  }
  return read;
}

/** Except for URLs, no rule begins with a letter, a digit or white space. */
const PLAIN = /^[^\\`[<@:*_~|hsd]/i;

function firstAt(source: string, rules: readonly Rule[]): readonly [length: number, read: Read] | undefined {
  if (PLAIN.test(source)) return undefined;
  for (const [pattern, read] of rules) {
    const match = pattern.exec(source);
    const found = match && read(match);
    if (match && found) return [match[0].length, found];
  }
  return undefined;
}

/** Backslashes stay in the label of a link; a label with a URL, a mention or an emoji makes it plain text. */
function maskedLink(label: string, target: string): Read | null {
  const shown = readInline(label, false);
  const refused = shown.live.length > 0 || /\p{Extended_Pictographic}/u.test(label) || label.trim() === '';
  if (refused || !/^(?:https?|discord):\/\/\S/i.test(target)) return null;
  return { text: shown.text, live: [`link ${target}`], marks: shown.marks };
}
