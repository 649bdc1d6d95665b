import type { Attribution } from '#core/attribution';
import type { Speaker } from '#core/speaker';
import { findRuns, WORD } from '#text/code-units';
import { combine, hashOf } from '../models/hash.ts';
import { cueWords, normaliseText, wordsOf } from '../stance/normalise.ts';
import { lexicon, meaningAt } from '../stance/phrase-lexicon.ts';
import { POLITICS_WORDS, VERB_CLASSES } from '../words/verb-classes.ts';
import { headOf } from './actors.ts';

/** An attribution with a known speaker. */
export interface NamedAttribution {
  readonly attribution: Attribution;
  readonly speaker: Speaker;
}

/** What the rest of the article says about the chance that a statement in it is a position. */
export interface StoryFeatures {
  /** The share of its words that are about public affairs. */
  readonly publicAffairs: number;
  /** The share of its statements that are made by officials or bodies. */
  readonly publicSpeakers: number;
  /** How many of its verbs report a stand taken in public. */
  readonly acts: number;
}

export function storyFeatures(named: readonly NamedAttribution[], text: string): StoryFeatures {
  const words = findRuns(text.toLowerCase(), WORD);
  const isPublic = named.filter(({ speaker }) => standingOf(speaker) !== 'private').length;
  return {
    publicAffairs: words.filter((word) => POLITICS_WORDS.has(word)).length / Math.max(1, words.length),
    publicSpeakers: isPublic / Math.max(1, named.length),
    acts: named.filter(({ attribution }) => verbKindOf(attribution, text) === 'act').length,
  };
}

const VERBS = lexicon(VERB_CLASSES);
type VerbKind = keyof typeof VERB_CLASSES | 'other' | 'none';
const VERB_KINDS: readonly VerbKind[] = ['act', 'attitude', 'report'];

function verbKindOf({ cue: [cue], content: [content] }: Attribution, text: string): VerbKind {
  if (!cue) return 'none';
  const own = cueWords(normaliseText(text.slice(cue.start, cue.end)));
  const words = [...own, ...wordsOf(normaliseText(text.slice(content?.start, (content?.start ?? 0) + 30))).slice(0, 2)];
  const found = new Set(own.map((_, at) => meaningAt(words, at, VERBS)));
  return VERB_KINDS.find((kind) => found.has(kind as keyof typeof VERB_CLASSES)) ?? 'other';
}

/** How public a speaker is. */
function standingOf({ side, role, body, type }: Speaker): 'side' | 'role' | 'body' | 'private' {
  if (side !== undefined) return 'side';
  if (role !== undefined) return 'role';
  return type === 'organisation' || body !== undefined ? 'body' : 'private';
}

/** Features for the probability that a reader recognises a statement as a position with the stance given to it. */
export function positionFeatures({ attribution, speaker }: NamedAttribution, text: string, story: StoryFeatures) {
  const { stance, stanceRule = '', stanceConfidence, confidence, kind, paragraph, sentences } = attribution;
  const said = (kind === 'direct' ? attribution.quoted : attribution.content)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
  const words = findRuns(said.toLowerCase(), WORD);
  const verb = verbKindOf(attribution, text);
  const standing = standingOf(speaker);
  const isPublic = standing !== 'private';
  const by = stanceRule.startsWith('verb') ? 'verb' : stanceRule === 'own words' ? 'own' : 'content';
  const actor = speaker.type === 'person' ? 'person' : `${speaker.type} ${headOf(speaker.name)}`;
  const topical = words.filter((word) => POLITICS_WORDS.has(word)).length;
  const sure = Math.floor(stanceConfidence * 5);
  const features: number[] = [1];
  const add = (template: number, ...values: readonly (string | number | boolean)[]): void => {
    features.push(values.reduce<number>((hash, value) => combine(hash, hashOf(String(value))), template));
  };
  add(2, verb);
  add(3, stance, by, verb);
  add(4, stance, by, verb, isPublic);
  add(5, by, verb, kind);
  add(6, stance, stanceRule);
  add(7, stanceRule, isPublic);
  add(8, actor);
  add(9, actor, by);
  add(10, actor, stance);
  add(11, standing);
  add(12, isPublic, kind);
  add(13, stance);
  add(14, stance, kind);
  add(15, sure);
  add(16, sure, by);
  add(17, Math.floor(confidence * 20));
  add(18, Math.min(5, Math.floor(story.publicAffairs * 60)));
  add(19, Math.floor(story.publicSpeakers * 4));
  add(20, Math.min(4, story.acts));
  add(21, Math.min(3, topical));
  add(22, Math.min(2, topical), by);
  add(
    23,
    words.some((word) => OF_ONESELF.has(word)),
    isPublic,
  );
  add(24, Math.min(6, Math.floor(words.length / 6)));
  add(25, Math.min(3, paragraph));
  add(26, HISTORY.test(text.slice(sentences.start, sentences.end)));
  return features;
}

const OF_ONESELF: ReadonlySet<string> = new Set(['i', 'my', 'me']);
const HISTORY = /\b1[0-9]\d\d\b/;
