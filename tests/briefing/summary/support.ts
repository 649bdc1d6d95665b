import type { Article, PartKind } from '#core/article';
import type { ShownSentence } from '#core/shown-sentence';
import type { Span } from '#core/span';
import type { Speaker } from '#core/speaker';
import { normalise, type Reading } from '../../../src/briefing/normalise.ts';
import { type Sentence, segment } from '../../../src/briefing/segment.ts';
import type { Statement } from '../../../src/briefing/summary/index.ts';

export interface Story {
  readonly reading: Reading;
  readonly sentences: readonly Sentence[];
}

/** A story of a headline and paragraphs. */
export function story(title: string, ...paragraphs: readonly string[]): Story {
  let text = '';
  const part = (kind: PartKind, words: string) => {
    const start = text.length;
    text += `${words}\n\n`;
    return { kind, span: { start, end: start + words.length } };
  };
  const parts: Article['parts'] = [part('headline', title), ...paragraphs.map((words) => part('paragraph', words))];
  const reading = normalise({ text, parts, edits: [] });
  return { reading, sentences: segment(reading) };
}

/** The span of the first occurrence of some words; an empty span at 0 if there is none. */
export function find({ reading }: Story, words: string): Span {
  const start = reading.text.indexOf(words);
  return start < 0 ? { start: 0, end: 0 } : { start, end: start + words.length };
}

const speaker = (name: string): Speaker => ({ id: name, name, aliases: [], type: 'person' });

/** Attributes the passage with these words to `name`, or to an unknown speaker. */
export function tells(of: Story, sentence: string, source: string, name?: string): Statement {
  const around = find(of, sentence);
  const start = around.start + sentence.search(new RegExp(`\\b${source}\\b`));
  const span = { start, end: start + source.length };
  const quote = /“([^”]*)”/.exec(sentence);
  const at = around.start + (quote?.index ?? 0) + 1;
  return {
    sentences: around,
    quoted: quote?.[1] ? [{ start: at, end: at + quote[1].length }] : [],
    source: [span],
    cue: [],
    content: quote?.[1] ? [{ start: at, end: at + quote[1].length }] : [around],
    speaker: name ? { kind: 'named', speaker: speaker(name), mention: span } : { kind: 'unknown', why: 'test' },
  };
}

/** A line as shown: its words, with inserts in square brackets. */
export function shown({ reading }: Story, line: ShownSentence | undefined): string {
  if (!line) return '';
  let words = '';
  let at = line.span.start;
  for (const { span, replacement } of line.substitutions) {
    words += `${reading.text.slice(at, span.start)}[${replacement}]`;
    at = span.end;
  }
  return words + reading.text.slice(at, line.span.end);
}
