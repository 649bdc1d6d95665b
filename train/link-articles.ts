import { findAttributions } from '../src/briefing/attributions/index.ts';
import { unitsOf } from '../src/briefing/attributions/units.ts';
import type { CoreferenceContext, Linker } from '../src/briefing/coreference/context.ts';
import type { Entity } from '../src/briefing/coreference/entity.ts';
import { linkContext, linkFeatures, noLinkFeatures } from '../src/briefing/coreference/links/features.ts';
import { createContext, resolveMention } from '../src/briefing/coreference/resolve.ts';
import { chooseMentions } from '../src/briefing/coreference/sources/match-sources.ts';
import { findMentions } from '../src/briefing/mentions/index.ts';
import type { MentionDraft } from '../src/briefing/mentions/mention-builder.ts';
import type { Model } from '../src/briefing/models/model.ts';
import { pairMarks } from '../src/briefing/quotes/marks.ts';
import { type LabelledMention, readDocument } from './corpus.ts';
import type { LabelledChoice } from './logistic.ts';

/** Probability 1 for one candidate, or 0 for all of them. */
export const onlyAt = (candidates: readonly unknown[], right: number | undefined): number[] =>
  candidates.map((_, at) => Number(at === right));

export type Tagged = Awaited<ReturnType<typeof readTagged>>;

export async function readTagged(id: string, text: string, names?: Model) {
  const { reading, sentences, tokens } = await readDocument(id, text);
  const { mentions } = findMentions(tokens, names);
  const found = findAttributions(reading, unitsOf(reading, tokens, sentences, pairMarks(reading)), mentions);
  const sources = found.map(({ source, content }) => ({ content, ...(source && { span: source }) }));
  const chosen = chooseMentions(tokens, mentions, sources);
  const speakerMentions = new Set(chosen.filter((index) => index !== undefined));
  return { reading, sentences, tokens, mentions, found, chosen, speakerMentions };
}

/** The context in which the mentions of an article are resolved by a linker. */
export const coreferenceOf = (
  { tokens, mentions, sentences, speakerMentions }: Tagged,
  linker: Linker,
): CoreferenceContext => createContext(tokens, mentions, sentences, speakerMentions, linker);

/** Resolves the mentions with gold links where the corpus has them, and records the choices. */
export function follow(article: Tagged, goldOf: (mention: MentionDraft) => number | undefined): LabelledChoice[] {
  const choices: LabelledChoice[] = [];
  const known = new Map<Entity, Set<number>>();
  const linker: Linker = (coreference, mention, speaks, candidates) => {
    const gold = goldOf(mention);
    if (gold === undefined || candidates.length === 0) return [];
    const right = candidates.flatMap(({ entity }, at) => (known.get(entity)?.has(gold) ? [at] : []));
    choices.push(choiceOf(coreference, mention, speaks, candidates, right));
    return onlyAt(candidates, right[0]);
  };
  const coreference = coreferenceOf(article, linker);
  article.mentions.forEach((mention, index) => {
    const entity = resolveMention(coreference, index);
    const gold = goldOf(mention);
    if (entity && gold !== undefined) known.set(entity, (known.get(entity) ?? new Set()).add(gold));
  });
  return choices;
}

export function choiceOf(
  coreference: CoreferenceContext,
  mention: MentionDraft,
  speaks: boolean,
  candidates: Parameters<Linker>[3],
  right: readonly number[],
  weight?: number,
): LabelledChoice {
  const context = linkContext(coreference, mention, speaks, candidates);
  const rows = candidates.map((candidate) => linkFeatures(context, candidate));
  return {
    candidates: [...rows, noLinkFeatures(context, candidates)],
    right: right.length > 0 ? right : [candidates.length],
    ...(weight === undefined ? {} : { weight }),
  };
}

/** The corpus entity of each of our mentions: one that contains its head and has the same start or end. */
export function alignGold(
  { reading, mentions }: Tagged,
  labelled: readonly LabelledMention[],
): Map<MentionDraft, number> {
  const gold = new Map<MentionDraft, number>();
  const sorted = labelled.toSorted((a, b) => a.start - b.start);
  for (const mention of mentions) {
    const head = reading.toArticle(mention.head);
    const span = reading.toArticle(mention.span);
    const core = reading.toArticle(mention.core);
    let nearest = Number.POSITIVE_INFINITY;
    for (const { start, end, entity } of sorted) {
      if (start > head.start) break;
      if (end < head.end || entity === undefined) continue;
      if (start !== span.start && end !== core.end && end !== span.end) continue;
      const distance = Math.abs(start - span.start) + Math.min(Math.abs(end - core.end), Math.abs(end - span.end));
      if (distance >= nearest) continue;
      nearest = distance;
      gold.set(mention, entity);
    }
  }
  return gold;
}
