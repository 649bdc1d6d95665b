import { learnedLinker } from '../src/briefing/coreference/links/linker.ts';
import type { Learned } from '../src/briefing/index.ts';
import { type Model, readModel } from '../src/briefing/models/model.ts';
import { type LabelledDocument, readLines } from './corpus.ts';
import { rankLinks, readLinks } from './link-choices.ts';
import { namesWithout } from './names.ts';

/** The number of groups of outlets. */
export const FOLDS = 4;

/** `af_afrol_10` → `af_afrol`, `breitbart_2015-11-11_the-…` → `breitbart` */
export const outletOf = (id: string): string => id.replace(/_\d.*$/, '');

/** Models to read articles with during training, so that no article is read by a model trained on it. */
export interface Folds {
  /** The group of an article's outlet. */
  foldOf(id: string): number;
  /** By group: models of names and links trained without its outlets. */
  readonly models: readonly Learned[];
}

let learned: Promise<Folds> | undefined;

/**
 * A model makes fewer errors on its training data than on the news; a model trained on these outputs
 * would trust it too much.
 */
export function foldsOf(corpora: string): Promise<Folds> {
  learned ??= learnFolds(corpora);
  return learned;
}

async function learnFolds(corpora: string): Promise<Folds> {
  const documents = readLines<LabelledDocument>(corpora, 'worldwide-ner', 'worldwide-ner-train.jsonl');
  const outlets = [...new Set(documents.map(({ outlet, id }) => outlet ?? id))].sort();
  const foldOf = (id: string): number => Math.max(0, outlets.indexOf(outletOf(id))) % FOLDS;
  const names: Model[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    names.push(readModel(await namesWithout(corpora, (outlet) => foldOf(outlet) === fold)));
  }
  const { general, news } = await readLinks(corpora, (id) => names[foldOf(id)]);
  const models = names.map((model, fold): Learned => {
    const links = readModel(
      rankLinks(
        general,
        news.filter(({ id }) => foldOf(id) !== fold),
      ),
    );
    return { names: model, linker: learnedLinker(() => links) };
  });
  return { foldOf, models };
}
