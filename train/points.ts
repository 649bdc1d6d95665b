import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readArticle } from '#library';
import { pointChoiceOf } from '../src/briefing/index.ts';
import { usefulnessFeatures } from '../src/briefing/summary/usefulness.ts';
import { contains } from '../src/core/span.ts';
import { readLines } from './corpus.ts';
import { outletOf } from './folds.ts';
import { logisticRegression } from './newton.ts';

/** The L2 penalty for features in standard deviations. */
const L2 = 33;

/** A passage as a key point, with whether an editor found it useful below what is new. */
interface PointExample {
  readonly article: string;
  readonly features: readonly number[];
  readonly isUseful: boolean;
}

/** Trains the weights of `usefulness.ts` on articles of `worldwide-ner`, `polnear-train` and `summaries-dev.jsonl`. */
export const trainPoints = async (corpora: string): Promise<readonly number[]> =>
  learnUsefulness(await pointExamples(corpora));

/** The weight of each feature; the last one is the bias. */
function learnUsefulness(examples: readonly PointExample[]): readonly number[] {
  const width = examples[0]?.features.length ?? 0;
  const scales = Array.from({ length: width - 1 }, (_, at) =>
    deviationOf(examples.map(({ features }) => features[at] ?? 0)),
  );
  const rows = examples.map(({ features }) => features.map((value, at) => value / (scales[at] ?? 1)));
  const labels = examples.map(({ isUseful }) => Number(isUseful));
  return logisticRegression(rows, labels, L2).map((weight, at) => Number((weight / (scales[at] ?? 1)).toPrecision(3)));
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** The labelled passages that can be key points: those that the program would not show at all teach nothing. */
async function pointExamples(corpora: string): Promise<PointExample[]> {
  const texts = textsOf(corpora);
  const examples: PointExample[] = [];
  for (const [id, labels] of readLabels()) {
    const text = texts(id);
    if (text === undefined) continue;
    const found = pointChoiceOf(await readArticle(`${id}.txt`, Buffer.from(text)));
    for (const passage of found?.choice.others ?? []) {
      const span = found?.reading.toArticle(passage.span);
      const label = labels.find(({ start }) => span && contains(span, { start, end: start }));
      if (!label || !found || label.use === 'news') continue;
      const features = usefulnessFeatures(passage, found.choice.above);
      examples.push({ article: id, features, isUseful: label.use === 'best' || label.use === 'useful' });
    }
  }
  return examples;
}

const GROUPS = 8;

/** Prints how often a passage was useful, by the least probability, on outlets that were not learned from. */
export async function crossValidatePoints(corpora: string): Promise<void> {
  const examples = await pointExamples(corpora);
  const outlets = [...new Set(examples.map(({ article }) => outletOf(article)))];
  const groupOf = ({ article }: PointExample): number => outlets.indexOf(outletOf(article)) % GROUPS;
  const scored = Array.from({ length: GROUPS }, (_, group) => group).flatMap((group) => {
    const weights = learnUsefulness(examples.filter((example) => groupOf(example) !== group));
    return examples
      .filter((example) => groupOf(example) === group)
      .map(({ features, isUseful }) => ({
        isUseful,
        odds: features.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), 0),
      }));
  });
  console.log(`${scored.length} passages, each outlet unseen\nprobability  passages  useful`);
  for (const least of [0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8]) {
    const above = scored.filter(({ odds }) => 1 / (1 + Math.exp(-odds)) >= least);
    const useful = above.filter(({ isUseful }) => isUseful).length / Math.max(1, above.length);
    console.log(
      `${least.toFixed(2).padEnd(13)}${String(above.length).padStart(8)}${`${(100 * useful).toFixed(1)} %`.padStart(8)}`,
    );
  }
}

interface Label {
  readonly start: number;
  readonly use: string;
}

/** By article: the start of each labelled sentence, and what an editor said of it. */
function readLabels(): ReadonlyMap<string, readonly Label[]> {
  const rows = readFileSync(new URL('./labels/points.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string, string]);
  return new Map(
    [...Map.groupBy(rows, ([article]) => article)].map(([article, all]) => [
      article,
      all.map(([, start, use]) => ({ start: Number(start), use })),
    ]),
  );
}

interface Summarised {
  readonly title: string;
  readonly paragraphs: readonly (readonly string[])[];
}

/** The texts that were labelled: a headline, if there is one, and paragraphs, with empty lines between them. */
function textsOf(corpora: string): (id: string) => string | undefined {
  const world = readLines<{ readonly id: string; readonly text: string }>(
    corpora,
    'worldwide-ner',
    'worldwide-ner-train.jsonl',
  );
  const texts = new Map(world.map(({ id, text }) => [id, text]));
  readLines<Summarised>(corpora, 'summaries-dev.jsonl').forEach(({ title, paragraphs }, at) => {
    texts.set(`cnn_${at}`, [title, ...paragraphs.map((sentences) => sentences.join(' '))].join('\n\n'));
  });
  const political = join(corpora, 'polnear-train');
  for (const file of readdirSync(political)) {
    if (file.endsWith('.txt'))
      texts.set(basename(file, '.txt'), withHeadline(readFileSync(join(political, file), 'utf8')));
  }
  return (id) => texts.get(id);
}

/** The headlines there end with a full stop, as if they were sentences. */
function withHeadline(text: string): string {
  const end = text.indexOf('\n\n');
  return `${text
    .slice(0, end)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.+$/, '')}${text.slice(end)}`;
}
