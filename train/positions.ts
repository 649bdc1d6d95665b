import { readFileSync } from 'node:fs';
import { readArticle } from '#library';
import { readGold } from '../eval/gold.ts';
import { brief } from '../src/briefing/index.ts';
import type { ModelFile } from '../src/briefing/models/model.ts';
import { positionFeatures, storyFeatures } from '../src/briefing/positions/features.ts';
import { mayBePosition, namedAttributions } from '../src/briefing/positions/is-position.ts';
import type { Stance } from '../src/core/attribution.ts';
import type { Span } from '../src/core/span.ts';
import { readLines } from './corpus.ts';
import { type LabelledExample, trainClassifier } from './logistic.ts';
import { toModelFile } from './weights.ts';

const OPTIONS = { bits: 13, epochs: 12, seed: 4, rate: 0.1, l2: 0.1 };

/** A statement that may be a position, with whether a reader recognised it as one with its stance. */
interface PositionExample extends LabelledExample {
  readonly article: string;
}

/**
 * Trains the probability that a statement is a position that a reader recognises, on articles of `worldwide-ner`.
 * The labels are by span, so they do not depend on what the program said about the statements.
 */
export async function trainPositions(corpora: string): Promise<ModelFile> {
  return toModelFile(learnPositions([...(await positionExamples(corpora)), ...(await inventedExamples())]));
}

const learnPositions = (examples: readonly LabelledExample[]): ReturnType<typeof trainClassifier> =>
  trainClassifier(examples, ['no', 'yes'], OPTIONS);

interface Story {
  readonly id: string;
  readonly text: string;
}

async function positionExamples(corpora: string): Promise<PositionExample[]> {
  const labels = readLabels();
  const examples: PositionExample[] = [];
  for (const { id, text } of readLines<Story>(corpora, 'worldwide-ner', 'worldwide-ner-train.jsonl')) {
    const labelled = labels.get(id);
    if (!labelled) continue;
    const { attributions } = brief(await readArticle(`${id}.txt`, Buffer.from(text)));
    const named = namedAttributions(attributions, text);
    const story = storyFeatures(named, text);
    for (const item of named) {
      const { content, stance } = item.attribution;
      const wanted = labelled.get(`${content[0]?.start} ${content.at(-1)?.end}`);
      if (wanted === undefined || !mayBePosition(item, text)) continue;
      const label = Number(isSame(wanted, stance));
      examples.push({ article: id, features: positionFeatures(item, text, story), label });
    }
  }
  return examples;
}

/** Invented articles have labels of stances only, and more positions than the news: they count less. */
const INVENTED_WEIGHT = 0.2;

/** The statements of the project’s own articles. */
async function inventedExamples(): Promise<PositionExample[]> {
  const folder = new URL('../eval/world/', import.meta.url).pathname;
  const examples: PositionExample[] = [];
  for (const document of readGold(folder)) {
    const { attributions } = brief(await readArticle(`${document.id}.txt`, Buffer.from(document.text)));
    const named = namedAttributions(attributions, document.text);
    const story = storyFeatures(named, document.text);
    for (const item of named) {
      if (!mayBePosition(item, document.text)) continue;
      const gold = document.gold.attributions?.find(({ content }) => overlaps(content, item.attribution.content));
      if (!gold?.stance) continue;
      const label = Number(isSame(gold.stance, item.attribution.stance));
      const features = positionFeatures(item, document.text, story);
      examples.push({ article: document.id, features, label, weight: INVENTED_WEIGHT });
    }
  }
  return examples;
}

/** By article and span: the stance, or `none` where a reader sees no position. */
function readLabels(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const rows = readFileSync(new URL('./labels/positions.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t') as [string, string, string, string]);
  const byArticle = Map.groupBy(rows, ([article]) => article);
  return new Map(
    [...byArticle].map(([article, all]) => [
      article,
      new Map(all.map(([, start, end, stance]) => [`${start} ${end}`, stance])),
    ]),
  );
}

type Pair = readonly [start: number, end: number];

const overlaps = (left: readonly Pair[], right: readonly Span[]): boolean =>
  left.some(([start, end]) => right.some((span) => span.start < end && start < span.end));

/** Both are shown as “against”. */
const isSame = (wanted: string, given: Stance): boolean =>
  wanted === given || (AGAINST.has(wanted) && AGAINST.has(given));
const AGAINST: ReadonlySet<string> = new Set<Stance>(['opposes', 'condemns']);
