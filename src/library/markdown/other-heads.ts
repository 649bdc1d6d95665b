import { firstPart } from '#text/truncate';
import { assertHeadLength } from './yaml.ts';

/** The metadata above an article: its fields, and the offset of its text. */
export interface Head {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly end: number;
}

const TOML = /^\ufeff?\+\+\+[ \t]*\r?\n([\s\S]*?)^\+\+\+[ \t]*$/m;
const TOML_FIELD = /^([\w-]+)[ \t]*=[ \t]*(.*)$/;
const TOML_TEXT = /"""(.*?)"""|"((?:[^"\\]|\\.)*)"|'([^']*)'/g;
// authors = [⏎  "Jo Marsh",⏎  "Ann Lee",⏎]
const TOML_LIST = /=[ \t]*\[[^\]=]{0,4000}\]/g;

/**
 * Reads TOML front matter as written for Hugo: texts and lists of texts outside tables.
 *
 * @throws UserError if it is too long.
 */
export function tomlHead(text: string): Head | undefined {
  if (!/^\ufeff?\+\+\+[ \t]*\r?\n/.test(text)) return undefined;
  const match = TOML.exec(text);
  if (!match) return undefined;
  const [whole, toml = ''] = match;
  assertHeadLength(toml);
  const fields: Record<string, unknown> = {};
  for (const line of toml.replace(TOML_LIST, (list) => list.replace(/\s+/g, ' ')).split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) break;
    const [, name, value = ''] = TOML_FIELD.exec(line) ?? [];
    if (name) fields[name] = tomlValue(value.trimEnd());
  }
  return { fields, end: match.index + whole.length };
}

function tomlValue(value: string): unknown {
  const texts = Array.from(
    value.matchAll(TOML_TEXT),
    ([, long, basic, literal]) => (long ?? basic)?.replace(/\\(.)/g, '$1') ?? literal,
  );
  if (value.startsWith('[')) return texts;
  return texts[0] ?? value.replace(/(?<!\s)\s+#.*$/, '');
}

const LABELLED = /^\ufeff?Title:[ \t]*\S/;
const CONTENT = /^Markdown Content:[ \t]*$/m;
/** The labels used by tools that convert pages to Markdown, and their fields. */
const LABELS: Readonly<Record<string, string>> = {
  title: 'title',
  'url source': 'url',
  'published time': 'published',
  author: 'author',
};

/** Reads the labelled lines that Jina Reader puts above a page: `Title: …`, `URL Source: …`, `Markdown Content:`. */
export function labelledHead(text: string): Head | undefined {
  if (!LABELLED.test(text)) return undefined;
  const content = CONTENT.exec(firstPart(text, 8_000));
  if (!content) return undefined;
  const fields: Record<string, unknown> = {};
  for (const line of text.slice(0, content.index).split(/\r?\n/)) {
    const [, label = '', value] = /^\ufeff?([A-Za-z ]{2,20}):[ \t]*(.*)$/.exec(line) ?? [];
    const name = LABELS[label.toLowerCase()];
    if (name && value) fields[name] = value.trimEnd();
  }
  return { fields, end: content.index + content[0].length };
}
