import type { Substitution } from '#core/briefing';
import type { Span } from '#core/span';
import type { Measured } from './features.ts';
import type { LeadCandidate } from './lead.ts';
import type { Passage } from './passages.ts';
import { scoreOf } from './score.ts';
import type { Candidate } from './select.ts';
import { assessStandalone, sharedNames } from './standalone.ts';
import type { Statement } from './statement.ts';

/** A passage as it would be shown. */
export interface Showable extends Candidate, LeadCandidate {
  readonly span: Span;
  readonly substitutions: readonly Substitution[];
  /** Whether it can be understood and trusted out of its place. */
  readonly standsAlone: boolean;
}

/** Fewer words tell nothing; more are too much for one key point. */
const MIN_WORDS = 5;
const MAX_WORDS = 80;
const UNREADABLE = { substitutions: [], isDangling: true };
const ENDS = /[.!?…]["”’'»)\]]*$/;

/**
 * The passages that may be shown: those that stand alone and are whole; where there is none, any at all, because a
 * briefing that shows a sentence with a dangling “he” still tells more than an empty one.
 */
export function candidatesOf(
  story: readonly Passage[],
  measured: Measured,
  statements: readonly Statement[],
): Showable[] {
  const tellers = statementsByPassage(story, statements);
  const shared = sharedNames(statements);
  const all = story.flatMap((passage, i): Showable[] => {
    const [features, vector] = [measured.features[i], measured.vectors[i]];
    if (!features || !vector) return [];
    const words = measured.bags[i]?.words ?? 0;
    const readable = words >= MIN_WORDS && words <= MAX_WORDS && ENDS.test(passage.text.slice(-12));
    // A passage that is not shown is not looked at closely: one line may hold a megabyte.
    const { substitutions, isDangling } = readable ? assessStandalone(passage, tellers[i] ?? [], shared) : UNREADABLE;
    const standsAlone = readable && !passage.isPartial && !isDangling;
    const voice = voiceOf(tellers[i] ?? []);
    return [{ ...passage, substitutions, words, vector, score: scoreOf(features), voice, standsAlone }];
  });
  const alone = all.filter((passage) => passage.standsAlone);
  return alone.length > 0 ? alone : all;
}

/** Who speaks in each passage: both lists are in the order of the text, so each is walked once. */
function statementsByPassage(story: readonly Passage[], statements: readonly Statement[]): Statement[][] {
  const sourced = statements
    .filter(({ source }) => source.length > 0)
    .sort((a, b) => (a.source[0]?.start ?? 0) - (b.source[0]?.start ?? 0));
  let at = 0;
  return story.map(({ span }) => {
    const inside: Statement[] = [];
    for (; at < sourced.length; at += 1) {
      const statement = sourced[at];
      const start = statement?.source[0]?.start ?? 0;
      if (start >= span.end) break;
      if (statement && start >= span.start) inside.push(statement);
    }
    return inside;
  });
}

/** The side that speaks in a passage, or the speaker. */
function voiceOf(statements: readonly Statement[]): string | undefined {
  for (const { speaker } of statements) {
    if (speaker.kind === 'named') return speaker.speaker.side ?? speaker.speaker.name;
  }
  return undefined;
}
