import type { Mentioned } from '#core/briefing';
import type { Span } from '#core/span';
import type { Speaker, SpeakerRef } from '#core/speaker';
import type { Reading } from '../normalise.ts';
import type { Sentence } from '../segment.ts';
import { mostNamed } from './bearers.ts';
import { type Entity, makeEntity } from './entity.ts';
import { PREP } from './lexicon.ts';
import { readMentions } from './mentions.ts';
import type { Draft } from './phrases.ts';
import type { Scene } from './scene.ts';
import { homeOf } from './sides.ts';
import { speakersOf } from './speaker.ts';
import { readMention, setScene } from './stage.ts';
import type { Tokens } from './tokens.ts';

/** The words that name a speaker, as another stage found them. All spans into `Reading.text`. */
export interface SourceMention {
  /** Absent where no words name the speaker. */
  readonly span?: Span;
  /** The same speaker as the source with this index, earlier in the list. */
  readonly sameAs?: number;
  readonly cue?: Span;
  readonly content: readonly Span[];
}

export interface Cast {
  /** Those who speak, in the order of their first words. */
  readonly speakers: readonly Speaker[];
  /** Those named who do not. */
  readonly mentioned: readonly Mentioned[];
  /** One for each source, in the same order. */
  readonly refs: readonly SpeakerRef[];
}

/** Tells who each source is: one entity under all the forms that the article uses for it. */
export function castOf(reading: Reading, sentences: readonly Sentence[], sources: readonly SourceMention[]): Cast {
  const { tokens, mentions } = readMentions(reading, sentences);
  const scene = setScene(tokens, mentions, sentences);
  const chosen = chooseMentions(tokens, mentions, sources);
  const speaking = new Set(chosen.filter((index) => index !== undefined));
  for (let index = 0; index < mentions.length; index += 1) readMention(scene, index, speaking.has(index));
  const told = sources.map((source, index) => tell(scene, source, chosen[index]));
  for (const [index, source] of sources.entries()) {
    if (source.sameAs !== undefined && source.sameAs < index)
      told[index] = told[source.sameAs] ?? told[index] ?? SILENT;
  }
  return speakersOf(scene.resolved, sources, told, homeOf(tokens));
}

/** Who a source is, or why it is not known. */
export type Told = { readonly entity: Entity; readonly mention: Span } | { readonly why: string };

const SILENT: Told = { why: 'no words name the speaker' };

function tell(scene: Scene, source: SourceMention, index: number | undefined): Told {
  const { span } = source;
  if (!span) return SILENT;
  const words = scene.tokens.text.slice(span.start, span.end);
  const entity = index === undefined ? undefined : scene.resolved[index];
  if (index === undefined || /^[QA]$/.test(words) || isWider(scene, entity, index, span))
    return tellWords(scene, words, span);
  return entity ? { entity, mention: span } : { why: whyOf(scene.drafts[index], words) };
}

/** Words of which no name and no office is known speak as they stand: “a broad discussion”. */
/** “regulators and advisers to Patriot”: more speak than the mention holds. */
function isWider(scene: Scene, entity: Entity | undefined, index: number, span: Span): boolean {
  const one = scene.drafts[index];
  if (!one || !entity || entity.words.length > 0 || entity.members) return false;
  const end = scene.tokens.ends[one.past - 1] ?? one.span.end;
  return end < span.end && /^ and [a-z]/.test(scene.tokens.text.slice(end, span.end));
}

function tellWords(scene: Scene, words: string, span: Span): Told {
  if (/^(?:I|we|you|my|our|that|this|those|these|there|what|one)$/i.test(words.trim()))
    return { why: `“${words}” names nobody` };
  // “Q: Why a ledger? A: Because …”
  if (/^[QA]$/.test(words) && scene.tokens.text[span.end] === ':') {
    const entity = words === 'A' ? mostNamed(scene) : undefined;
    return entity ? { entity, mention: span } : { why: 'the article asks' };
  }
  const name = words.replace(/^[\s"“‘(]+|[\s,"”’)]+$/g, '');
  const before = scene.byWords.get(name.toLowerCase());
  if (before) return { entity: before, mention: span };
  const entity = makeEntity(name, /s$/.test(name) ? 'group' : 'anonymous', []);
  scene.byWords.set(name.toLowerCase(), entity);
  return { entity, mention: span };
}

function whyOf(one: Draft | undefined, words: string): string {
  return one?.kind === 'pronoun' ? `nobody before “${words}” fits it clearly` : `several may be meant by “${words}”`;
}

/** For each source the mention that names it; the sources in any order, both lists gone through once. */
function chooseMentions(
  tokens: Tokens,
  drafts: readonly Draft[],
  sources: readonly SourceMention[],
): (number | undefined)[] {
  const chosen = new Array<number | undefined>(sources.length).fill(undefined);
  const order = [...sources.keys()].sort((a, b) => (sources[a]?.span?.start ?? 0) - (sources[b]?.span?.start ?? 0));
  let first = 0;
  for (const index of order) {
    const span = sources[index]?.span;
    if (!span) continue;
    while (first < drafts.length && (drafts[first]?.core.start ?? 0) < span.start - 40) first += 1;
    chosen[index] = chooseMention(tokens, drafts, first, span);
  }
  return chosen;
}

/**
 * The mention that begins the source and stays inside it; else one that reaches over it.
 *
 * // Hillary Clinton’s campaign manager Robby Mook said
 * // ---------------------------------------------
 */
function chooseMention(tokens: Tokens, drafts: readonly Draft[], from: number, span: Span): number | undefined {
  let owner: number | undefined;
  let over: number | undefined;
  for (let index = from; index < drafts.length; index += 1) {
    const one = drafts[index];
    if (!one || one.core.start >= span.end) break;
    if (one.core.end <= span.start) continue;
    const inside = one.core.start >= span.start && one.core.end <= span.end;
    if (inside && !one.possessive) {
      // “the fence around Trump”: what hangs behind a phrase is not who speaks.
      const hangs = one.core.start > span.start && (tokens.flags[one.from - 1] ?? 0) & PREP;
      return hangs ? (over ?? owner) : index;
    }
    // “the minister’s entourage”: an owner speaks only where nothing follows that is owned.
    if (inside) owner ??= one.core.end + 3 >= span.end ? index : undefined;
    else if (one.kind !== 'pair') over = index;
  }
  return owner ?? over;
}
