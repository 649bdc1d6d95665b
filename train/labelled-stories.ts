import { readFileSync } from 'node:fs';
import { type Measured, measure } from '../src/briefing/summary/passage-features.ts';
import type { Passage } from '../src/briefing/summary/passages.ts';

/** The features of a story, with the indices of the sentences on which an editor’s summary is based. */
export interface LabelledStory {
  readonly measured: Measured;
  readonly gold: ReadonlySet<number>;
}

interface Line {
  readonly title: string;
  readonly paragraphs: readonly (readonly string[])[];
  readonly gold: readonly number[];
}

/** Reads the stories of a JSONL file, one per line: `{title, paragraphs: [[sentence]], gold: [number]}`. */
export const readLabelledStories = (file: string): readonly LabelledStory[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelled(JSON.parse(line) as Line));

function labelled({ title, paragraphs, gold }: Line): LabelledStory {
  const passages: Passage[] = [];
  let at = 0;
  for (const sentences of paragraphs) {
    sentences.forEach((text, inParagraph) => {
      passages.push(passageOf(text, at, passages.length, inParagraph));
      at += text.length + 1;
    });
  }
  return { measured: measure(passages, title), gold: new Set(gold) };
}

const MARKS = /["“][^"”]*["”]?/g;

function passageOf(text: string, start: number, index: number, inParagraph: number): Passage {
  const quoted = Array.from(text.matchAll(MARKS), ({ index: at, 0: words }) => ({
    start: start + at,
    end: start + at + words.length,
  }));
  const span = { start, end: start + text.length };
  return { span, text, sentences: 1, index, inParagraph, quoted, isPartial: false };
}
