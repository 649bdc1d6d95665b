import type { Stance } from '#core/attribution';
import type { Position } from '#core/position';
import { findRuns, WORD } from '#text/code-units';
import { STOPWORDS } from '../words/stopwords.ts';
import { FIRMNESS } from './positions.ts';

/** The polarity of each stance; 0 is neither for nor against. */
const POLARITY: Readonly<Record<Stance, -1 | 0 | 1>> = {
  supports: 1,
  demands: 1,
  pledges: 1,
  considers: 1,
  confirms: 0,
  opposes: -1,
  denies: -1,
  condemns: 0,
  warns: 0,
  declines: 0,
  predicts: 0,
  states: 0,
};
/** The minimum number of shared words for two positions on the same subject. */
const MIN_SHARED = 3;
/** The minimum firmness of the firmer of two opponents, and of the other one. */
const MIN_FIRMNESS = 7;
const MIN_OTHER_FIRMNESS = 3;
const MAX_CAMPS = 3;
/** The maximum length at which a camp’s second position is shown. */
const MAX_SECOND_LENGTH = 100;

/**
 * Finds opposing positions of two or three camps on one question, grouped by camp, the firmest first;
 * empty if no camp takes the opposite side.
 *
 * @param text the text that the spans of the positions refer to.
 * @param subject the headline and what is new: the first position of each camp is the one that says most about them.
 */
export function standoffOf(positions: readonly Position[], text: string, subject: string): readonly Position[] {
  const camps = [...Map.groupBy(positions, ({ side }) => side).values()];
  const terms = new Map(positions.map((position) => [position, termsOf(sentencesOf(position, text))]));
  const opponents = (left: Position, right: Position): boolean =>
    isCamp(left) &&
    isCamp(right) &&
    left.side !== right.side &&
    opposes(left, right) &&
    shares(terms.get(left), terms.get(right));
  const pair = camps
    .flatMap((camp, at) =>
      camps.slice(at + 1).flatMap((other) => pairsOf(camp, other).filter(([a, b]) => opponents(a, b))),
    )
    .toSorted((a, b) => weightOf(b) - weightOf(a))[0];
  if (!pair) return [];
  const third = positions.find(
    (position) =>
      FIRMNESS[position.stance] >= MIN_FIRMNESS &&
      isCamp(position) &&
      pair.every((member) => member.side !== position.side && shares(terms.get(member), terms.get(position))),
  );
  const chosen = [...pair, ...(third ? [third] : [])].slice(0, MAX_CAMPS);
  const about = termsOf(subject);
  const nearness = ({ words: { span } }: Position): number =>
    termsOf(text.slice(span.start, span.end)).intersection(about).size;
  return chosen.flatMap((position) =>
    withNext(position, positions, nearness).toSorted((a, b) => nearness(b) - nearness(a)),
  );
}

/** Camps are countries, parties and organizations, not individuals. */
const isCamp = ({ side, speaker }: Position): boolean =>
  side !== speaker.name || speaker.side !== undefined || speaker.type === 'organisation';

const pairsOf = (camp: readonly Position[], other: readonly Position[]): readonly (readonly [Position, Position])[] =>
  camp.flatMap((position) => other.map((opponent) => [position, opponent] as const));

function opposes(left: Position, right: Position): boolean {
  const [a, b] = [FIRMNESS[left.stance], FIRMNESS[right.stance]];
  const isFirm = Math.max(a, b) >= MIN_FIRMNESS && Math.min(a, b) >= MIN_OTHER_FIRMNESS;
  return isFirm && POLARITY[left.stance] * POLARITY[right.stance] < 0;
}

const weightOf = (pair: readonly Position[]): number =>
  pair.reduce((sum, { stance, evidence }) => sum + FIRMNESS[stance] + Math.min(evidence.length, 3) / 2, 0);

/** A camp’s position on the question, and of its other positions the one nearest to the subject, else the firmest. */
function withNext(
  position: Position,
  positions: readonly Position[],
  nearness: (position: Position) => number,
): readonly Position[] {
  const others = positions.filter(
    ({ side, stance, words }) =>
      side === position.side &&
      stance !== position.stance &&
      FIRMNESS[stance] >= MIN_OTHER_FIRMNESS &&
      words.span.end - words.span.start <= MAX_SECOND_LENGTH,
  );
  return [position, ...others.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, 1)];
}

const shares = (left: ReadonlySet<string> = new Set(), right: ReadonlySet<string> = new Set()): boolean =>
  left.intersection(right).size >= MIN_SHARED;

const sentencesOf = ({ evidence }: Position, text: string): string =>
  evidence.map(({ sentences }) => text.slice(sentences.start, sentences.end)).join(' ');

const termsOf = (words: string): ReadonlySet<string> =>
  new Set(
    findRuns(words.toLowerCase(), WORD)
      .filter((word) => word.length > 2 && !STOPWORDS.has(word))
      .map((word) => word.slice(0, 6)),
  );
