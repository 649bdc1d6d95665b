import { nameFeatures } from '../src/briefing/mentions/name-features.ts';
import { labelOf, NAME_LABELS, type NameType } from '../src/briefing/mentions/name-labels.ts';
import { capitalRuns } from '../src/briefing/mentions/name-tagger.ts';
import { tokenFacts } from '../src/briefing/mentions/token-facts.ts';
import type { Tokens } from '../src/briefing/mentions/tokens.ts';

import { GIVEN, TITLE } from '../src/briefing/mentions/word-flags.ts';
import { type ModelFile, readModel } from '../src/briefing/models/model.ts';
import { type LabelledDocument, readDocument, readLines } from './corpus.ts';
import { trainCrf } from './crf.ts';
import { silverTokens } from './silver.ts';
import type { LabelledSequence } from './tagger.ts';
import { toModelFile } from './weights.ts';

const WORLDWIDE: Readonly<Record<string, NameType>> = {
  Person: 'person',
  Organization: 'organisation',
  Location: 'place',
  Facility: 'place',
  NORP: 'people',
  Misc: 'title',
  Product: 'title',
};

/** A document for training or testing. */
interface NameDocument {
  readonly group: string;
  readonly tokens: Tokens;
  readonly runs: readonly LabelledSequence[];
  /** The corpus's names as token ranges: `from-to-type`. */
  readonly gold: ReadonlySet<string>;
}

async function readNameDocuments(corpora: string, part: 'train' | 'dev'): Promise<NameDocument[]> {
  const documents = readLines<LabelledDocument>(corpora, 'worldwide-ner', `worldwide-ner-${part}.jsonl`);
  return Promise.all(documents.map((document) => prepare(document)));
}

/** Trains the name model: first on the labelled articles, then also on American ones labelled by the first model. */
export async function trainNames(corpora: string): Promise<ModelFile> {
  return learnNames(corpora, await readNameDocuments(corpora, 'train'));
}

/** Trains the model without some outlets. */
export async function namesWithout(corpora: string, isLeftOut: (outlet: string) => boolean): Promise<ModelFile> {
  const documents = await readNameDocuments(corpora, 'train');
  return learnNames(
    corpora,
    documents.filter(({ group }) => !isLeftOut(group)),
  );
}

async function learnNames(corpora: string, documents: readonly NameDocument[]): Promise<ModelFile> {
  const sequences = documents.flatMap(({ runs }) => runs);
  const silver = await silverTokens(corpora, readModel(learn(sequences, 0.03)));
  return learn([...sequences, ...silver.flatMap((tokens) => runsOf(tokens, tokens.names))], FLOOR);
}

/** Weights below this fraction of the largest one are not written: those of features seen once, and little else. */
const FLOOR = 0.22;

const learn = (sequences: readonly LabelledSequence[], floor: number): ModelFile =>
  toModelFile(trainCrf(sequences, NAME_LABELS, { bits: 18, epochs: 10, seed: 7, dropout: 0.5 }), floor);

async function prepare({ id, outlet, text, mentions }: LabelledDocument): Promise<NameDocument> {
  const { reading, tokens } = await readDocument(id, text);
  const spans = Array.from({ length: tokens.count }, (_, at) =>
    reading.toArticle({ start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 }),
  );
  const labels = new Uint8Array(tokens.count);
  const gold = new Set<string>();
  let at = 0;
  let past = 0;
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const type = WORLDWIDE[mention.type];
    // Of nested names, the outer one is used.
    if (!type || mention.start < past) continue;
    past = mention.end;
    while (at < spans.length && (spans[at]?.end ?? 0) <= mention.start) at += 1;
    let from = at;
    // A token belongs to a name if most of its letters do.
    for (let span = spans[at]; span && span.start < mention.end; span = spans[at]) {
      const shared = Math.min(span.end, mention.end) - Math.max(span.start, mention.start);
      if (shared * 2 < span.end - span.start) break;
      at += 1;
    }
    // Titles are not part of a name, even if the corpus includes them.
    while (type === 'person' && from < at - 1 && isTitle(tokens, from)) from += 1;
    for (let index = from; index < at; index += 1) labels[index] = labelOf(type, index - from, at - from);
    gold.add(`${from}-${at}-${type}`);
  }
  return { group: outlet ?? id, tokens, runs: runsOf(tokens, labels), gold };
}

const isTitle = ({ flags }: Tokens, at: number): boolean =>
  Boolean((flags[at] ?? 0) & TITLE) && !((flags[at] ?? 0) & GIVEN);

function runsOf(tokens: Tokens, labels: Uint8Array): LabelledSequence[] {
  const facts = tokenFacts(tokens);
  return capitalRuns(tokens).map(({ from, to }) => ({
    features: Array.from({ length: to - from }, (_, index) =>
      Int32Array.from(nameFeatures(tokens, facts, from + index)),
    ),
    gold: labels.slice(from, to),
  }));
}
