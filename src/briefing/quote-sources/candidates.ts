import type { Span } from '#core/span';
import type { Entity } from '../coreference/entity.ts';
import type { Link } from '../mentions/mention-builder.ts';
import type { ArticleContext } from './article-context.ts';
import { unitAt } from './article-context.ts';
import { type MentionSite, mentionFeatures, siteFeatures, tokensOf, zoneOf } from './mention-features.ts';
import type { QuotationSite } from './quotation-site.ts';

/** A possible speaker of a quotation. */
export interface Candidate {
  /** A mention near it; words that are no mention; the previous speaker; or none of these. */
  readonly kind: 'mention' | 'words' | 'previous' | 'none';
  readonly span?: Span;
  /** Index into the mentions. */
  readonly mention?: number;
  /** Whether it stands in the quotation's own unit. */
  readonly isNear?: boolean;
  readonly entity?: Entity | undefined;
  /** The entities that the mention may refer to, if that is uncertain. */
  readonly links?: readonly Link[] | undefined;
  readonly features: readonly string[];
}

/** How many units before and after the quotation are searched. */
const UNITS_BEFORE = 4;
const UNITS_BEHIND = 2;
/** How many mentions before and after it are candidates, the nearest ones. */
const MENTIONS_BEFORE = 14;
const MENTIONS_BEHIND = 8;

/** The possible speakers of a quotation; the last candidate is “none of them”. */
export function candidatesOf(context: ArticleContext, site: QuotationSite): Candidate[] {
  const before: number[] = [];
  const behind: number[] = [];
  const { units, mentions, coreference } = context;
  for (let at = site.unitNumber - UNITS_BEFORE; at <= site.unitNumber + UNITS_BEHIND; at += 1) {
    if (Math.abs((units[at]?.part ?? Number.NaN) - site.unit.part) > 3) continue;
    for (const index of mentions[at] ?? []) {
      const start = coreference.mentions[index]?.core.start ?? 0;
      if (site.attribution.quotes.some(({ outer }) => start >= outer.start && start < outer.end)) continue;
      if (start < site.quotation.outer.start) before.push(index);
      else behind.push(index);
    }
  }
  const own = context.sourceMentions[site.index];
  if (own !== undefined && !before.includes(own) && !behind.includes(own)) behind.unshift(own);
  return [
    ...mentionCandidates(context, site, before.reverse().slice(0, MENTIONS_BEFORE), true),
    ...mentionCandidates(context, site, behind.slice(0, MENTIONS_BEHIND), false),
    ...wordsCandidate(context, site),
    ...previousCandidate(context, site),
    noneCandidate(context, site),
  ];
}

/** The mentions on one side of the quotation, the nearest first. */
function mentionCandidates(
  context: ArticleContext,
  site: QuotationSite,
  indexes: readonly number[],
  before: boolean,
): Candidate[] {
  const seen = new Set<Entity>();
  return indexes.flatMap((index, rank): Candidate[] => {
    const mention = context.coreference.mentions[index];
    if (!mention) return [];
    const entity = context.coreference.resolved[index];
    const unitNumber = unitAt(context.units, mention.core.start);
    const again = entity === undefined || seen.has(entity);
    if (entity) seen.add(entity);
    const candidate: MentionSite = {
      index,
      mention,
      entity,
      unitNumber,
      zone: zoneOf(context, site, unitNumber, before),
      rank: Math.min(rank, 6),
      entityRank: again ? 'again' : String(Math.min(seen.size, 5)),
      ...tokensOf(context, unitNumber, mention),
    };
    return [
      {
        kind: 'mention',
        span: mention.span,
        mention: index,
        isNear: unitNumber === site.unitNumber,
        entity,
        links: mention.links,
        features: mentionFeatures(context, site, candidate),
      },
    ];
  });
}

/** The subject of its cue, where no mention covers it: “the pizza maker said”. */
function wordsCandidate({ reading, sourceMentions }: ArticleContext, site: QuotationSite): Candidate[] {
  const { source, rule } = site.attribution;
  if (!source || sourceMentions[site.index] !== undefined) return [];
  const words = reading.text.slice(source.start, source.end).toLowerCase().split(' ');
  const features = [
    ...siteFeatures(site, 'words'),
    `words ${rule}`,
    `words first ${words[0]}`,
    `words last ${words.at(-1)}`,
    `words count ${Math.min(4, words.length)}`,
  ];
  return [{ kind: 'words', span: source, features }];
}

/** The speaker of the previous quotation continues. */
function previousCandidate(context: ArticleContext, site: QuotationSite): Candidate[] {
  const { previous, frame, distance, state, attribution } = site;
  const last = previous?.attribution.quotes.at(-1);
  if (!previous || !last) return [];
  const from = unitAt(context.units, last.outer.start);
  const units = Math.min(5, site.unitNumber - from);
  const subjects = String(Math.min(3, subjectsBetween(context, site, from, last.outer.end)));
  const { tokens = [] } = context.units[site.unitNumber - 1] ?? {};
  const others = (context.cued[site.unitNumber] ?? []).some((other) => other !== attribution);
  const before = (context.cued[site.unitNumber - 1] ?? []).length > 0;
  const features = [
    ...siteFeatures(site, 'previous'),
    `previous distance ${distance} ${frame}`,
    `previous units ${units} ${frame}`,
    `previous open ${!last.closed} ${site.quotation.continues}`,
    `previous subjects ${subjects} ${frame}`,
    `previous cue ${previous.attribution.cue !== undefined} ${attribution.rule} ${frame}`,
    `previous rule ${attribution.rule} ${distance}`,
    `previous state ${state} ${distance} ${subjects}`,
    `previous speakers ${Math.min(4, context.timesCued.size)} ${frame}`,
    `previous others ${others} ${frame}`,
    `previous unit ${before} ${tokens.at(-1)?.text === ':'} ${Math.min(2, units)} ${frame}`,
    `previous known ${previous.entity !== undefined} ${frame}`,
  ];
  return [{ kind: 'previous', ...(previous.entity ? { entity: previous.entity } : {}), features }];
}

/** How many other subjects lie between the previous quotation and this one. */
function subjectsBetween(
  { coreference, mentions }: ArticleContext,
  site: QuotationSite,
  from: number,
  behind: number,
): number {
  let count = 0;
  for (let at = Math.max(from, site.unitNumber - 12); at <= site.unitNumber; at += 1) {
    for (const index of mentions[at] ?? []) {
      const mention = coreference.mentions[index];
      if (!mention?.subject || coreference.resolved[index] === site.previous?.entity) continue;
      if (mention.core.start > behind && mention.core.start < site.quotation.outer.start) count += 1;
    }
  }
  return count;
}

function noneCandidate(context: ArticleContext, site: QuotationSite): Candidate {
  const { attribution, frame, distance, quotation } = site;
  const others = (context.cued[site.unitNumber] ?? []).some((other) => other !== attribution);
  const features = [
    ...siteFeatures(site, 'none'),
    `none ${attribution.rule}`,
    `none others ${others} ${frame}`,
    `none distance ${distance} ${frame}`,
    `none part ${context.reading.parts[quotation.part]?.kind}`,
  ];
  return { kind: 'none', features };
}
