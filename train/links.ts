import type { ModelFile } from '../src/briefing/models/model.ts';
import { foldsOf } from './folds.ts';
import { rankLinks, readLinks } from './link-choices.ts';

/** Trains the resolution of descriptions and pronouns, on coreference and on the speakers of quotations in the news. */
export function trainLinks(corpora: string): Promise<ModelFile> {
  learned ??= learnLinks(corpora);
  return learned;
}

let learned: Promise<ModelFile> | undefined;

async function learnLinks(corpora: string): Promise<ModelFile> {
  const { foldOf, models } = await foldsOf(corpora);
  const { general, news } = await readLinks(corpora, (id) => models[foldOf(id)]?.names);
  return rankLinks(general, news);
}
