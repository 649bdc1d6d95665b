import type { MentionDraft } from '../../mentions/mention-builder.ts';
import { ORG, PARTY, PERSON, PLACE, singularOf, TITLE } from '../../mentions/word-flags.ts';
import { combine, hashOf } from '../../models/hash.ts';
import { GENERIC, PLAIN_BODIES } from '../../words/offices.ts';
import { antecedentOf } from '../antecedent.ts';
import { type Candidate, type CoreferenceContext, headAt } from '../context.ts';
import type { Entity } from '../entity.ts';

/** The properties of a mention that do not depend on the candidate. */
export interface LinkContext {
  readonly coreference: CoreferenceContext;
  readonly mention: MentionDraft;
  readonly speaks: boolean;
  /** Its kind as a hash: the pronoun, or the article and what the head is a word for. */
  readonly kind: number;
  readonly head: number;
  readonly paragraph: number;
  readonly narrationIndex: number;
  /** The most recent speaker and the most recent subject among the candidates. */
  readonly lastSpeaker: Entity | undefined;
  readonly lastSubject: Entity | undefined;
  /** Whether its paragraph has not mentioned any of the candidates before. */
  readonly atStart: boolean;
  /** The most salient candidate by the rule of `antecedent.ts`, if there is one. */
  readonly salient: Entity | undefined;
  /** How often the full name of each candidate stands in the article. */
  readonly weights: readonly number[];
}

export function linkContext(
  coreference: CoreferenceContext,
  mention: MentionDraft,
  speaks: boolean,
  candidates: readonly Candidate[],
): LinkContext {
  const { tokens } = coreference;
  const paragraph = coreference.paragraphs[mention.sentence] ?? 0;
  const at = headAt(coreference, mention);
  const word = singularOf(tokens.words[at] ?? '');
  const first = tokens.words[mention.from] ?? '';
  const flag = tokens.flags[at] ?? 0;
  const noun = flag & (PERSON | TITLE) ? 'person' : flag & ORG ? 'body' : 'other';
  return {
    coreference,
    mention,
    speaks,
    kind: hashOf(KINDS[mention.kind]?.(first) ?? `${mention.article} ${noun} ${mention.number}`),
    head: hashOf(mention.kind === 'pronoun' ? first : mention.kind === 'name' ? '' : word),
    paragraph,
    narrationIndex: coreference.narrationIndexes[mention.sentence] ?? 0,
    lastSpeaker: candidates.find(({ last }) => last?.spoke)?.entity,
    lastSubject: candidates.find(({ last }) => last?.subject)?.entity,
    salient: salientOf(coreference, mention, candidates),
    weights: candidates.map(({ entity }) => entity.weight),
    atStart: !candidates.some(({ last }) => last?.paragraph === paragraph),
  };
}

const pronounKind = (word: string): string =>
  /^(?:he|his|him|himself|she|her|hers|herself)$/.test(word) ? 'person' : /^its?/.test(word) ? 'thing' : 'many';

/** Descriptions are told apart by article, noun and number. */
const KINDS: Partial<Record<MentionDraft['kind'], (word: string) => string>> = {
  pronoun: pronounKind,
  name: () => 'name',
};

class Features {
  readonly hashes: number[] = [];
  readonly #kind: number;

  constructor(kind: number) {
    this.#kind = kind;
  }

  /** Adds a feature, alone and combined with the kind of mention. */
  add(template: number, ...values: number[]): void {
    let hash = template;
    for (const value of values) hash = combine(hash, value);
    this.hashes.push(hash, combine(hash, this.#kind));
  }
}

const TEMPLATES = Array.from({ length: 42 }, (_, at) => hashOf(`link ${at}`)) as [number, ...number[]];
const template = (at: number): number => TEMPLATES[at] as number;

/** Buckets larger numbers. */
const bucket = (count: number): number => (count < 4 ? count : count < 6 ? 4 : count < 10 ? 5 : count < 25 ? 6 : 7);

const TYPES = ['person', 'organisation', 'document', 'group', 'anonymous'];

function salientOf(
  coreference: CoreferenceContext,
  mention: MentionDraft,
  candidates: readonly Candidate[],
): Entity | undefined {
  const entities = new Set(candidates.map(({ entity }) => entity));
  return antecedentOf(coreference.history, {
    token: mention.from,
    narrationIndex: coreference.narrationIndexes[mention.sentence] ?? 0,
    paragraph: coreference.paragraphs[mention.sentence] ?? 0,
    gender: mention.gender,
    quoted: mention.quoted,
    fits: (entity) => entities.has(entity),
  });
}

/** The features of a mention and a candidate. */
export function linkFeatures(context: LinkContext, candidate: Candidate): number[] {
  const { mention, speaks, head } = context;
  const { entity, last, match } = candidate;
  const found = new Features(context.kind);
  const back = last ? bucket(context.narrationIndex - last.narrationIndex) : 9;
  const paragraphs = last ? bucket(Math.abs(context.paragraph - last.paragraph)) : 9;
  const type = TYPES.indexOf(entity.type);
  const named = Number(entity.words.length > 0);
  const acts = last ? (last.spoke ? 2 : last.subject ? 1 : 0) : 3;
  // Given names that are not on the lists have a gender, too.
  const gender = mention.gender ? (entity.gender || entity.human ? 1 : 2) : 0;
  const spoke = Number(candidate.spoke);
  found.add(template(0), back, acts);
  found.add(template(1), paragraphs, acts);
  found.add(template(2), bucket(candidate.rank), acts);
  found.add(template(3), bucket(candidate.rank), back);
  found.add(template(4), type, named);
  found.add(template(5), gender, named);
  const isLastSpeaker = Number(context.lastSpeaker === entity);
  const isLastSubject = Number(context.lastSubject === entity);
  found.add(template(25), isLastSpeaker, Number(speaks), back);
  found.add(template(26), isLastSubject, Number(mention.subject), back);
  found.add(template(27), isLastSpeaker, isLastSubject, bucket(candidate.rank));
  found.add(template(28), isLastSpeaker, paragraphs, Number(context.atStart));
  found.add(template(6), bucket(entity.mentionCount), Number(candidate.rank === 0));
  found.add(template(7), spoke, Number(speaks), back);
  found.add(template(8), Number(candidate.acted), back, Number(mention.subject));
  found.add(template(9), Number(last?.possessive ?? false), back, Number(mention.possessive));
  found.add(template(10), Number(last?.quoted ?? false), Number(mention.quoted));
  found.add(template(11), Number(mention.possessive), back, acts);
  found.add(
    template(12),
    Number(context.paragraph === last?.paragraph),
    Number(candidate.acted),
    Number(mention.subject),
  );
  found.add(template(13), Number(entity.isPlace ?? false), type);
  if (last) found.add(template(14), bucket((mention.from - last.token) >> 2));
  const { salient } = context;
  found.add(template(39), Number(salient === entity), Number(speaks), Number(salient === undefined));
  if (mention.kind === 'name') compareNames(context, candidate, found);
  else if (mention.kind !== 'pronoun') describe(context, candidate, found, { back, type, named, head });
  if (match) found.add(template(30), match.level, bucket(match.shared), bucket(match.required), match.side);
  return found.hashes;
}

/** Of several who bear a family name: whether one is named far more than the others, and speaks. */
function compareNames({ weights, speaks }: LinkContext, { entity }: Candidate, found: Features): void {
  const rivals = weights.filter((weight) => weight * 2 > entity.weight).length;
  const others = weights.filter((weight) => weight !== entity.weight);
  found.add(template(40), Math.min(3, rivals), Number(entity.speaks), Number(speaks));
  found.add(template(41), Number(entity.weight >= 2 * Math.max(1, ...others)));
}

function describe(
  { coreference: context, mention, head: word, paragraph }: LinkContext,
  { entity, match, last, rank }: Candidate,
  found: Features,
  { back, type, named }: { back: number; type: number; named: number; head: number },
): void {
  const level = match?.level ?? 0;
  const at = headAt(context, mention);
  found.add(template(15), level, named, type);
  found.add(template(16), level, back);
  found.add(template(17), level, match ? bucket(match.shared) : 9, match ? bucket(match.required) : 9);
  found.add(template(18), level, match?.side ?? 9);
  found.add(template(19), word, type, named, Number(level > 0));
  found.add(template(20), Number(entity.role !== undefined), level, named);
  found.add(template(21), level, Number(last === undefined), Math.min(paragraph, 3));
  found.add(template(22), Number(entity.words.includes(context.tokens.words[at] ?? '')), type);
  found.add(template(23), bareness(context, mention), level, rank === 0 ? 1 : 0);
  found.add(template(24), bareness(context, mention), back, named);
}

/** “the man”, “the company” (1), described by age, origin, party or former office (2), anything else (0). */
function bareness({ tokens: { words, flags } }: CoreferenceContext, mention: MentionDraft): number {
  const word = singularOf(words[mention.to - 1] ?? '');
  if (mention.to - mention.from === 2 && (GENERIC.has(word) || PLAIN_BODIES.has(word))) return 1;
  for (let at = mention.from; at < mention.to; at += 1) {
    if ((flags[at] ?? 0) & (PARTY | PLACE)) return 2;
    if (words[at] === 'former' || words[at]?.endsWith('-year-old')) return 2;
  }
  return mention.to - mention.from === 2 ? 3 : 0;
}

/** The features of a mention that refers to none of the candidates. */
export function noLinkFeatures(context: LinkContext, candidates: readonly Candidate[]): number[] {
  const { mention, coreference, speaks, head, paragraph } = context;
  const found = new Features(context.kind);
  const level = candidates.reduce((most, { match }) => Math.max(most, match?.level ?? 0), 0);
  const shared = candidates.reduce((most, { match }) => Math.max(most, match?.shared ?? 0), 0);
  found.add(template(31), level, shared > 0 ? 1 : 0);
  found.add(template(32), bucket(candidates.length));
  found.add(template(33), head);
  found.add(template(34), bareness(coreference, mention), level);
  found.add(template(35), Number(speaks), level);
  found.add(template(36), Math.min(paragraph, 3), level);
  found.add(template(37), Number(mention.quoted), Number(mention.possessive));
  found.add(template(38), bucket(mention.to - mention.from), bucket(mention.spanTo - mention.to), level);
  return found.hashes;
}
