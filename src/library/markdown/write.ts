import type { Article, ArticlePart, PartKind } from '#core/article';
import { readAs } from '../edits.ts';

const HEADINGS: Readonly<Record<PartKind, string>> = {
  headline: '# ',
  subheadline: '## ',
  heading: '## ',
  paragraph: '',
};

/** Writes an article as Markdown with front matter. Read again, it has the same metadata, parts and words. */
export function writeMarkdown(article: Article): string {
  const { title, subtitle, authors, published, publisher, url, parts } = article;
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['title', quoted(title)],
    ['subtitle', subtitle && quoted(subtitle)],
    ['author', authors.length === 0 ? undefined : `[${authors.map(quoted).join(', ')}]`],
    ['published', published && quoted(`${published.at}${published.zone ?? ''}`)],
    ['source', publisher && quoted(publisher)],
    ['url', url && quoted(url)],
  ];
  const front = fields.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `---\n${front.join('\n')}\n---\n\n${parts.map((part) => blockOf(article, part)).join('\n\n')}\n`;
}

// JSON strings are YAML as well.
const quoted = (value: string): string => JSON.stringify(value.replace(/[\s\u0085]+/g, ' ').trim());

function blockOf({ text, edits }: Article, { kind, span }: ArticlePart): string {
  const words = readAs(text, span, edits).replace(/\s+/g, ' ').trim();
  return HEADINGS[kind] + escaped(words);
}

/** Inline syntax anywhere; an address; an entity; at the start of a line, a heading, a list or a rule. */
const SYNTAX = /[\\`*_~[\]<>|@]|:(?=\/\/)|(?<=\bwww)\.|&(?=#?\w+;)|^[-+=#](?=[\s#=-]|$)|(?<=^\d{1,9})[.)](?=\s|$)/g;

const escaped = (words: string): string => words.replace(SYNTAX, '\\$&');
