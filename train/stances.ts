import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelFile } from '../src/briefing/models/model.ts';
import { stanceFeatures } from '../src/briefing/stance/features.ts';
import { judge } from '../src/briefing/stance/judge.ts';
import type { AttributionKind, Stance } from '../src/core/attribution.ts';
import { trainClassifier } from './logistic.ts';
import { toModelFile } from './weights.ts';

/** A judged stance with its article, so that folds can consist of whole articles. */
interface StanceExample {
  readonly article: string;
  readonly features: number[];
  /** 1 if the stance is as labelled. */
  readonly label: number;
  readonly stance: Stance;
}

const OPTIONS = { bits: 14, epochs: 10, seed: 4, rate: 0.1, l2: 0.05 };

/** Trains the confidence of stances, on the labels of `speakers-dev` and of the project's own articles. */
export async function trainStances(corpora: string): Promise<ModelFile> {
  return toModelFile(learnStances(stanceExamples(corpora)));
}

const learnStances = (examples: readonly StanceExample[]): ReturnType<typeof trainClassifier> =>
  trainClassifier(examples, ['wrong', 'right'], OPTIONS);

function stanceExamples(corpora: string): StanceExample[] {
  const world = new URL('../eval/world', import.meta.url).pathname;
  return [join(corpora, 'speakers-dev'), world].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.gold.json'))
      .sort()
      .flatMap((name) => examplesOf(join(folder, name))),
  );
}

type Pair = readonly [start: number, end: number];
interface Labelled {
  readonly kind: AttributionKind;
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly stance?: Stance;
}

function examplesOf(path: string): StanceExample[] {
  const text = readFileSync(path.replace('.gold.json', '.txt'), 'utf8');
  const { attributions = [] } = JSON.parse(readFileSync(path, 'utf8')) as { attributions?: readonly Labelled[] };
  return attributions.flatMap(({ kind, source, cue, content, stance }) => {
    if (!stance) return [];
    const words = (spans: readonly Pair[]): string => spans.map(([start, end]) => text.slice(start, end)).join(' ');
    const sentence = sentenceAround(text, [...content, ...cue]);
    const judgement = judge({ kind, source: words(source), cue: words(cue), content: words(content), sentence });
    const label = Number(judgement.judged.stance === stance);
    return [{ article: path, features: stanceFeatures(judgement), label, stance: judgement.judged.stance }];
  });
}

function sentenceAround(text: string, spans: readonly Pair[]): string {
  const first = Math.min(...spans.map(([start]) => start));
  const last = Math.max(...spans.map(([, end]) => end));
  const start = Math.max(text.lastIndexOf('\n', first), text.lastIndexOf('. ', first) + 1);
  const length = text.slice(last).search(/[.\n]/);
  return text.slice(start + 1, length < 0 ? text.length : last + length + 1);
}
