import { reportingVerb } from '../attributions/verbs.ts';
import type { Entity } from '../coreference/entity.ts';
import type { MentionDraft } from '../mentions/mention-builder.ts';
import { type ArticleContext, tokenAt } from './article-context.ts';
import type { QuotationSite } from './quotation-site.ts';
import { classOf, pathOf } from './token-class.ts';

/** A mention that may be the source of a quotation. */
export interface MentionSite {
  readonly index: number;
  readonly mention: MentionDraft;
  readonly entity: Entity | undefined;
  readonly unitNumber: number;
  /** Its position relative to the quotation. */
  readonly zone: string;
  /** How many mentions stand between, up to 6, and how many entities; `again` if the entity has a nearer mention. */
  readonly rank: number;
  readonly entityRank: string;
  /** Its first and last token. */
  readonly from: number;
  readonly to: number;
}

/** Before or after it in the same unit, in another unit of the paragraph, or in another paragraph. */
export function zoneOf(context: ArticleContext, site: QuotationSite, unitNumber: number, before: boolean): string {
  const away = unitNumber - site.unitNumber;
  if (away === 0) return before ? 'before' : 'behind';
  const samePart = context.units[unitNumber]?.part === site.unit.part;
  if (away > 0) return samePart ? 'next' : 'next paragraph';
  return `${away === -1 ? 'last' : 'earlier'}${samePart ? '' : ' paragraph'}`;
}

/** The features of a mention as the source of a quotation. */
export function mentionFeatures(context: ArticleContext, site: QuotationSite, mention: MentionSite): string[] {
  return [
    ...siteFeatures(site, mention.zone),
    ...sourceFeatures(context, site, mention),
    ...wordFeatures(context, mention),
    ...neighbourFeatures(context, site, mention),
    ...(mention.unitNumber === site.unitNumber
      ? pathFeatures(site, mention)
      : otherUnitFeatures(context, site, mention)),
    ...entityFeatures(context, site, mention),
  ];
}

/** Features of the quotation, for each kind of candidate. */
export function siteFeatures({ frame, state, size }: QuotationSite, zone: string): string[] {
  return [`zone ${zone}`, `frame ${zone} ${frame}`, `state ${zone} ${state}`, `size ${zone} ${size} ${frame}`];
}

/** Whether it is the subject of the quotation's cue, or of another cue. */
function sourceFeatures(
  context: ArticleContext,
  site: QuotationSite,
  { index, mention, zone, unitNumber }: MentionSite,
) {
  const { attribution, state, frame } = site;
  const features: string[] = [];
  const within = ({ start, end }: { start: number; end: number }): boolean =>
    mention.core.start >= start && mention.core.end <= end;
  if (attribution.source) {
    const own = `${context.sourceMentions[site.index] === index ? 'is' : within(attribution.source) ? 'in' : 'not'}`;
    features.push(
      `source ${own}`,
      `source ${own} ${attribution.rule}`,
      `source ${own} ${zone}`,
      `source ${own} ${state}`,
    );
    features.push(`source ${own} ${mention.kind} ${attribution.rule}`);
    if (attribution.cue) features.push(`source ${own} verb ${lemmaOf(context, attribution.cue)}`);
  }
  const other = context.cued[unitNumber]?.find((cued) => cued !== attribution && cued.source && within(cued.source));
  features.push(`other cue ${other ? 'yes' : 'no'} ${zone} ${frame}`);
  if (other) features.push(`other cue ${other.rule} ${zone}`);
  return features;
}

function lemmaOf({ reading }: ArticleContext, { start, end }: { start: number; end: number }): string {
  const word = reading.text.slice(start, end).toLowerCase().split(' ').at(-1) ?? '';
  return reportingVerb(word)?.lemma ?? word;
}

/** Features of the mention itself. */
function wordFeatures({ coreference, reading }: ArticleContext, { mention, zone }: MentionSite): string[] {
  const { kind, subject, possessive, animate, number, article, head } = mention;
  const role = `${subject ? 'subject' : ''}${possessive ? 'owner' : ''}`;
  const features = [
    `kind ${kind === 'pronoun' ? coreference.tokens.words[mention.from] : kind} ${zone}`,
    `role ${role} ${animate} ${number} ${zone}`,
    `role ${role} ${kind} ${article}`,
    `animate ${animate} ${kind} ${number}`,
  ];
  if (kind !== 'name') {
    const word = reading.text.slice(head.start, head.end).toLowerCase().split(' ').at(-1) ?? '';
    features.push(`head ${word}`, `head ${word} ${zone}`);
  }
  return features;
}

/** Features of the words before and after it. */
function neighbourFeatures({ units }: ArticleContext, { frame }: QuotationSite, site: MentionSite): string[] {
  const { zone, from, to, mention } = site;
  const unit = units[site.unitNumber];
  if (!unit) return [];
  const [before, behind] = [classOf(unit, from - 1), classOf(unit, to + 1)];
  const features = [
    `left ${before} ${zone}`,
    `right ${behind} ${zone}`,
    `around ${before} ${behind} ${zone}`,
    `right two ${behind} ${classOf(unit, to + 2)} ${zone}`,
    `left two ${classOf(unit, from - 2)} ${before} ${zone}`,
    `right ${behind} ${zone} ${frame}`,
    `left ${before} ${zone} ${frame}`,
    `kind ${mention.kind} ${zone} ${frame}`,
    `role ${mention.subject} ${mention.possessive} ${zone} ${frame}`,
  ];
  const [left, right] = [unit.tokens[from - 1], unit.tokens[to + 1]];
  if (right?.kind === 'word') features.push(`right word ${right.text} ${zone}`);
  if (left?.kind === 'word') features.push(`left word ${left.text} ${zone}`);
  return features;
}

const GAPS = [3, 5, 8, 14];
const gapOf = (tokens: number): string => {
  const at = GAPS.findIndex((most) => tokens <= most);
  return tokens <= 3 ? String(tokens) : String(GAPS[at] ?? 'far');
};

/** Features of the tokens between the quotation and a mention in the same unit. */
function pathFeatures({ unit, first, last, frame, ending }: QuotationSite, { zone, from, to }: MentionSite): string[] {
  const [start, end] = zone === 'before' ? [to + 1, first] : [last + 1, from];
  const next = classOf(unit, to + 1);
  const path = pathOf(unit, start, Math.min(end, start + 20));
  const count = (token: RegExp): number => Math.min(2, path.match(token)?.length ?? 0);
  const features = [
    `gap ${gapOf(end - start)} ${zone} ${frame}`,
    `verbs between ${count(/say|report/gi)} ${zone} ${frame}`,
    `quotations between ${count(/QUOTE/g)} ${zone} ${frame}`,
    `commas between ${count(/,/g)} ${zone}`,
    `beside ${classOf(unit, first - 1)} ${classOf(unit, last + 1)} ${zone}`,
  ];
  if (end - start <= 5) {
    features.push(`path ${zone} ${path}`, `path ${zone} ${path} ${ending}`);
    features.push(`path ${zone} ${path} then ${zone === 'before' ? '' : next}`);
  }
  if (zone === 'before') features.push(`lead ${classOf(unit, first - 2)} ${classOf(unit, first - 1)} ${next}`);
  return features;
}

function otherUnitFeatures(context: ArticleContext, { frame }: QuotationSite, site: MentionSite): string[] {
  const unit = context.units[site.unitNumber];
  const { zone, mention } = site;
  const features = [
    `first ${context.mentions[site.unitNumber]?.[0] === site.index} ${zone} ${frame}`,
    `quotes there ${unit?.tokens.some(({ kind }) => kind === 'quote')} ${zone} ${frame}`,
  ];
  if (unit?.tokens.at(-1)?.text === ':') features.push(`colon ${zone} ${mention.subject}`);
  return features;
}

/** Features of its entity, and of what the entity has said so far. */
function entityFeatures(context: ArticleContext, site: QuotationSite, mention: MentionSite): string[] {
  const { frame, distance, previous } = site;
  const { entity, zone, rank, entityRank } = mention;
  const side = mention.mention.core.start < site.quotation.outer.start ? 'left' : 'right';
  const again = entity !== undefined && entity === previous?.entity;
  const features = [
    `rank ${rank} ${side} ${frame}`,
    `rank ${rank} ${zone}`,
    `entity rank ${entityRank} ${side} ${frame}`,
    `again ${again} ${zone} ${frame}`,
    `again ${again} ${distance} ${frame}`,
    `type ${entity?.type} ${zone}`,
    `type ${entity?.type} ${frame}`,
  ];
  if (!entity) return features;
  if (!again && entity === previous?.entityBefore) features.push(`in turn ${zone} ${frame}`);
  features.push(`cued ${Math.min(3, context.timesCued.get(entity) ?? 0)} ${zone} ${frame}`);
  features.push(`times ${gapOf(entity.mentionCount)} ${frame}`);
  const words = Math.min(3, entity.words.length);
  features.push(
    `named ${entity.human ?? false} ${entity.isPlace ?? false} ${entity.isProperName ?? false} ${entity.type} ${words}`,
  );
  return features;
}

/** The tokens of a mention in its unit. */
export function tokensOf(
  context: ArticleContext,
  unitNumber: number,
  mention: MentionDraft,
): { from: number; to: number } {
  const unit = context.units[unitNumber];
  if (!unit) return { from: 0, to: 0 };
  const from = tokenAt(unit, mention.core.start);
  let to = from;
  while (to + 1 < unit.tokens.length && (unit.tokens[to + 1]?.start ?? 0) < mention.core.end) to += 1;
  return { from, to };
}
