import type { Insert } from '#core/briefing';
import type { Span } from '#core/span';
import type { Measured } from './features.ts';
import type { Opening } from './lead.ts';
import type { Passage } from './passages.ts';
import { scoreOf } from './score.ts';
import type { Option } from './select.ts';
import { sharedNames, standingOf } from './standalone.ts';
import type { Told } from './statement.ts';

/** A passage as it would be shown. */
export interface Showable extends Option, Opening {
  readonly span: Span;
  readonly inserts: readonly Insert[];
  /** Whether it can be understood and trusted out of its place. */
  readonly alone: boolean;
}

/** Fewer words tell nothing; more are too much for one key point. */
const FEWEST = 5;
const MOST = 80;
const UNREAD = { inserts: [], dangles: true };
const ENDS = /[.!?…]["”’'»)\]]*$/;

/**
 * The passages that may be shown: those that stand alone and are whole; where there is none, any at all, because a
 * briefing that shows a sentence with a dangling “he” still tells more than an empty one.
 */
export function eligible(story: readonly Passage[], measured: Measured, told: readonly Told[]): Showable[] {
  const tellers = tellersOf(story, told);
  const shared = sharedNames(told);
  const all = story.flatMap((passage, i): Showable[] => {
    const [features, vector] = [measured.features[i], measured.vectors[i]];
    if (!features || !vector) return [];
    const words = measured.bags[i]?.words ?? 0;
    const readable = words >= FEWEST && words <= MOST && ENDS.test(passage.text.slice(-12));
    // A passage that is not shown is not looked at closely: one line may hold a megabyte.
    const { inserts, dangles } = readable ? standingOf(passage, tellers[i] ?? [], shared) : UNREAD;
    const alone = readable && !passage.half && !dangles;
    const voice = voiceOf(tellers[i] ?? []);
    return [{ ...passage, inserts, words, vector, score: scoreOf(features), voice, alone }];
  });
  const alone = all.filter((passage) => passage.alone);
  return alone.length > 0 ? alone : all;
}

/** Who speaks in each passage: both lists are in the order of the text, so each is walked once. */
function tellersOf(story: readonly Passage[], told: readonly Told[]): Told[][] {
  const sourced = told
    .filter(({ source }) => source.length > 0)
    .sort((a, b) => (a.source[0]?.start ?? 0) - (b.source[0]?.start ?? 0));
  let at = 0;
  return story.map(({ span }) => {
    const inside: Told[] = [];
    for (; at < sourced.length; at += 1) {
      const one = sourced[at];
      const start = one?.source[0]?.start ?? 0;
      if (start >= span.end) break;
      if (one && start >= span.start) inside.push(one);
    }
    return inside;
  });
}

/** The side that speaks in a passage, or the speaker. */
function voiceOf(told: readonly Told[]): string | undefined {
  for (const { speaker } of told) {
    if (speaker.kind === 'named') return speaker.speaker.side ?? speaker.speaker.name;
  }
  return undefined;
}
