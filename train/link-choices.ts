import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '#core/span';
import type { Linker } from '../src/briefing/coreference/context.ts';
import type { Entity } from '../src/briefing/coreference/entity.ts';
import { learnedLinker } from '../src/briefing/coreference/links/linker.ts';
import { resolveMention } from '../src/briefing/coreference/resolve.ts';
import { type Model, type ModelFile, readModel } from '../src/briefing/models/model.ts';
import type { Reading } from '../src/briefing/normalise.ts';
import { type LabelledDocument, readLines } from './corpus.ts';
import { alignGold, choiceOf, coreferenceOf, follow, onlyAt, readTagged, type Tagged } from './link-articles.ts';
import { type LabelledChoice, trainRanker } from './logistic.ts';
import { toModelFile } from './weights.ts';

const OPTIONS = { bits: 17, epochs: 8, seed: 11, rate: 0.03, l2: 5e-3 };

/** The weight of a choice from other text relative to one from the news; tuned by cross-validation. */
const GENERAL_WEIGHT = 0.3;
const NEWS_WEIGHT = 3;

/** A choice from the news, with its article. */
interface NewsChoice extends LabelledChoice {
  readonly id: string;
}

export const rankLinks = (general: readonly LabelledChoice[], news: readonly LabelledChoice[]): ModelFile =>
  toModelFile(
    trainRanker([...general.map((choice) => ({ ...choice, weight: GENERAL_WEIGHT })), ...news], OPTIONS),
    0.01,
  );

let kept: Promise<{ general: LabelledChoice[]; news: NewsChoice[] }> | undefined;

/** All training data for links; news articles are read with the names found by `namesFor`. */
export function readLinks(
  corpora: string,
  namesFor: (id: string) => Model | undefined,
): Promise<{ general: LabelledChoice[]; news: NewsChoice[] }> {
  kept ??= (async () => {
    const general = [...(await fromGum(corpora, 'train')), ...(await fromGap(corpora))];
    const first = readModel(toModelFile(trainRanker(general, OPTIONS)));
    return {
      general,
      news: await fromNews(
        corpora,
        learnedLinker(() => first),
        namesFor,
      ),
    };
  })();
  return kept;
}

/** News-like text and public speech; its news is also used for evaluation. */
const GENRES = new Set(['academic', 'bio', 'court', 'interview', 'speech', 'textbook', 'voyage']);

async function fromGum(corpora: string, part: 'train' | 'dev'): Promise<LabelledChoice[]> {
  const choices: LabelledChoice[] = [];
  for (const document of readLines<LabelledDocument>(corpora, 'gum', `gum-${part}.jsonl`)) {
    if (!GENRES.has(document.genre ?? '')) continue;
    const article = await readTagged(document.id, document.text);
    const gold = alignGold(article, document.mentions);
    choices.push(...follow(article, (mention) => gold.get(mention)));
  }
  return choices;
}

interface Snippet {
  readonly id: string;
  readonly text: string;
  readonly pronoun: Span;
  readonly candidates: readonly (Span & { readonly coref: boolean })[];
}

/** GAP: which of two names a pronoun refers to. */
async function fromGap(corpora: string): Promise<LabelledChoice[]> {
  const choices: LabelledChoice[] = [];
  for (const { id, text, pronoun, candidates } of readLines<Snippet>(corpora, 'gap', 'gap-train.jsonl')) {
    if (!candidates.some(({ coref }) => coref)) continue;
    const article = await readTagged(id, text);
    const mentions = candidates.map(({ start, end, coref }, at) => ({
      start,
      end,
      type: '',
      entity: coref ? 0 : at + 1,
    }));
    const gold = alignGold(article, [...mentions, { ...pronoun, type: '', entity: 0 }]);
    choices.push(...follow(article, (mention) => gold.get(mention)));
  }
  return choices;
}

interface QuotedGold {
  readonly quoted: readonly (Span & { speaker?: string | null; also?: readonly string[] })[];
}

/** Quotations with a known speaker and a description or pronoun as source: the entity that it must refer to. */
async function fromNews(
  corpora: string,
  linker: Linker,
  namesFor: (id: string) => Model | undefined,
): Promise<NewsChoice[]> {
  const folder = join(corpora, 'worldwide-quotes-train');
  const choices: NewsChoice[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()) {
    const id = file.replace(/\.txt$/, '');
    const article = await readTagged(id, readFileSync(join(folder, file), 'utf8'), namesFor(id));
    const { quoted } = JSON.parse(readFileSync(join(folder, `${id}.gold.json`), 'utf8')) as QuotedGold;
    const names = namesBySource(article, article.reading, quoted);
    const supervised: Linker = (coreference, mention, speaks, candidates) => {
      const gold = names.get(coreference.mentions.indexOf(mention));
      if (!gold) return linker(coreference, mention, speaks, candidates);
      const right = candidates.flatMap(({ entity }, at) => (isNamed(entity, gold) ? [at] : []));
      const described = gold.some((name) =>
        sharesHalf(coreference.tokens.text.slice(mention.span.start, mention.span.end), name),
      );
      if (candidates.length === 0 || (right.length === 0 && !described))
        return linker(coreference, mention, speaks, candidates);
      choices.push({ id, ...choiceOf(coreference, mention, speaks, candidates, right, NEWS_WEIGHT) });
      return onlyAt(candidates, right[0]);
    };
    const coreference = coreferenceOf(article, supervised);
    article.mentions.forEach((_, index) => {
      resolveMention(coreference, index);
    });
  }
  return choices;
}

function namesBySource({ found, chosen }: Tagged, reading: Reading, quoted: QuotedGold['quoted']) {
  const names = new Map<number, readonly string[]>();
  found.forEach(({ quotes }, index) => {
    const draft = chosen[index];
    const inside = quotes.map(({ inner }) => reading.toArticle(inner));
    const gold = quoted.find(({ start, end }) => inside.some((span) => span.start < end && span.end > start));
    if (draft !== undefined && gold?.speaker) names.set(draft, [gold.speaker, ...(gold.also ?? [])]);
  });
  return names;
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .match(/[\p{L}\p{N}-]+/gu)
    ?.filter((word) => !/^(?:the|an?)$/.test(word)) ?? [];

const isNamed = ({ name, words }: Entity, gold: readonly string[]): boolean =>
  gold.some((fullName) => {
    const asked = wordsOf(fullName);
    const own = wordsOf(name);
    return (
      own.join(' ') === asked.join(' ') ||
      (words.length > 1 && asked.length > 1 && sharesHalf(name, fullName) && own.at(-1) === asked.at(-1))
    );
  });

function sharesHalf(left: string, right: string): boolean {
  const [a, b] = [new Set(wordsOf(left)), new Set(wordsOf(right))];
  const both = [...a].filter((word) => b.has(word)).length;
  return both > 0 && both / (a.size + b.size - both) >= 0.5;
}
