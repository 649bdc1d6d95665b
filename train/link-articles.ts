import { findAttributions } from '../src/briefing/attributions/index.ts';
import { unitsOf } from '../src/briefing/attributions/units.ts';
import type { Linker, Scene } from '../src/briefing/coreference/context.ts';
import type { Entity } from '../src/briefing/coreference/entity.ts';
import { linkContext, linkFeatures, noLinkFeatures } from '../src/briefing/coreference/links/features.ts';
import { readMention, setScene } from '../src/briefing/coreference/resolve.ts';
import { chooseMentions } from '../src/briefing/coreference/sources/match-sources.ts';
import { findMentions } from '../src/briefing/mentions/index.ts';
import type { Draft } from '../src/briefing/mentions/mention-builder.ts';
import type { Model } from '../src/briefing/models/model.ts';
import { pairMarks } from '../src/briefing/quotes/marks.ts';
import { type LabelledMention, readDocument } from './corpus.ts';
import type { LabelledChoice } from './logistic.ts';

/** Certainty for one candidate, or for none of them. */
export const onlyAt = (candidates: readonly unknown[], right: number | undefined): number[] =>
  candidates.map((_, at) => Number(at === right));

export type Tagged = Awaited<ReturnType<typeof readTagged>>;

export async function readTagged(id: string, text: string, names?: Model) {
  const { reading, sentences } = await readDocument(id, text);
  const { tokens, mentions } = findMentions(reading, sentences, names);
  const found = findAttributions(reading, unitsOf(reading, sentences, pairMarks(reading)), mentions);
  const sources = found.map(({ source, content }) => ({ content, ...(source && { span: source }) }));
  const chosen = chooseMentions(tokens, mentions, sources);
  const speaking = new Set(chosen.filter((index) => index !== undefined));
  return { reading, sentences, tokens, mentions, found, chosen, speaking };
}

/** Reads the mentions with every link set right where the corpus knows it; what was to choose from is kept. */
export function follow(article: Tagged, goldOf: (one: Draft) => number | undefined): LabelledChoice[] {
  const choices: LabelledChoice[] = [];
  const known = new Map<Entity, Set<number>>();
  const linker: Linker = (scene, one, speaks, candidates) => {
    const gold = goldOf(one);
    if (gold === undefined || candidates.length === 0) return [];
    const right = candidates.flatMap(({ entity }, at) => (known.get(entity)?.has(gold) ? [at] : []));
    choices.push(choiceOf(scene, one, speaks, candidates, right));
    return onlyAt(candidates, right[0]);
  };
  const scene = setScene(article.tokens, article.mentions, article.sentences, article.speaking, linker);
  article.mentions.forEach((one, index) => {
    const entity = readMention(scene, index);
    const gold = goldOf(one);
    if (entity && gold !== undefined) known.set(entity, (known.get(entity) ?? new Set()).add(gold));
  });
  return choices;
}

export function choiceOf(
  scene: Scene,
  one: Draft,
  speaks: boolean,
  candidates: Parameters<Linker>[3],
  right: readonly number[],
  weight?: number,
): LabelledChoice {
  const context = linkContext(scene, one, speaks, candidates);
  const rows = candidates.map((candidate) => linkFeatures(context, candidate));
  return {
    candidates: [...rows, noLinkFeatures(context, candidates)],
    right: right.length > 0 ? right : [candidates.length],
    ...(weight === undefined ? {} : { weight }),
  };
}

/** Which entity of the corpus each mention of ours is: the one around its head that begins or ends with it. */
export function alignGold({ reading, mentions }: Tagged, labelled: readonly LabelledMention[]): Map<Draft, number> {
  const gold = new Map<Draft, number>();
  const sorted = labelled.toSorted((a, b) => a.start - b.start);
  for (const one of mentions) {
    const head = reading.toArticle(one.head);
    const span = reading.toArticle(one.span);
    const core = reading.toArticle(one.core);
    let nearest = Number.POSITIVE_INFINITY;
    for (const { start, end, entity } of sorted) {
      if (start > head.start) break;
      if (end < head.end || entity === undefined) continue;
      if (start !== span.start && end !== core.end && end !== span.end) continue;
      const distance = Math.abs(start - span.start) + Math.min(Math.abs(end - core.end), Math.abs(end - span.end));
      if (distance >= nearest) continue;
      nearest = distance;
      gold.set(one, entity);
    }
  }
  return gold;
}
