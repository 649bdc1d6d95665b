import { type MentionDraft, makeMention } from './mention-builder.ts';
import { isPlace } from './named-entities.ts';
import type { Chunk } from './noun-chunks.ts';
import { isOfficeHolder, opensSentence } from './offices-of-names.ts';
import type { Tokens } from './tokens.ts';
import { BREAK, CAP, NAMED_ORG, ORG, PERSON, PLACE, POSS, PREP, QUANT, STOP, UPPER, VERB } from './word-flags.ts';

const ATTACHING_PREPOSITION =
  /^(?:of|from|at|in|for|with|within|inside|on|near|against|around|behind|across|outside|to|familiar|close)$/;
const NAME_PREPOSITION = /^(?:of|from|in|at)$/;

/** Noun phrases by the token they begin with, for those who come to one from the left. */
export type ByStart = ReadonlyMap<number, Chunk>;

/**
 * Attaches the phrases that follow a phrase with “of”, “from”, “in” …
 *
 * // one official from the presidential office said
 * // ------------ ++++++++++++++++++++++++++++
 */
export function attachPrepositions(tokens: Tokens, mention: MentionDraft, chunks: ByStart): void {
  if (mention.possessive) return;
  for (let times = 0; times < 5; times += 1) {
    let at = mention.spanTo;
    if (
      tokens.words[at] &&
      /^(?:familiar|close|loyal|aligned|privy|involved|present|briefed)$/.test(tokens.words[at] ?? '')
    )
      at += 1;
    const word = tokens.words[at] ?? '';
    if (
      !((tokens.flags[at] ?? 0) & PREP) ||
      !ATTACHING_PREPOSITION.test(word) ||
      tokens.sentences[at] !== mention.sentence
    )
      return;
    const next = chunks.get(at + 1);
    if (!next || !canAttach(tokens, mention, word, next)) return;
    mention.spanTo = next.to;
    const and = tokens.words[next.to] === 'and' ? chunks.get(next.to + 1) : undefined;
    if (and && (tokens.flags[and.to] ?? 0) & VERB) mention.spanTo = and.to;
  }
}

function canAttach(tokens: Tokens, mention: MentionDraft, word: string, next: Chunk): boolean {
  if (mention.kind === 'description' || mention.kind === 'document' || mention.kind === 'office') {
    return (
      word !== 'to' ||
      /^(?:adviser|advisor|aide|ambassador|envoy|counsel|mission|representative|assistant|delegate|close|candidate|nominee|party)$/.test(
        tokens.words[mention.to - 1] ?? '',
      )
    );
  }
  return (
    NAME_PREPOSITION.test(word) &&
    (isPlace(tokens, next.from, next.to) || (mention.kind === 'organisation' && word === 'of'))
  );
}

/**
 * Finds the phrase between commas or in brackets after a name, or the name after a phrase.
 *
 * // Kim Tae-hyo, the South Korean deputy national security director, told …
 * //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function joinAppositives(tokens: Tokens, mentions: readonly MentionDraft[]): void {
  for (let index = 0; index < mentions.length; index += 1) {
    const left = mentions[index];
    if (!left || left.possessive) continue;
    // “The mayor, Ann Roe, a former nurse, said”: both are she.
    const isBehind = left.apposed !== undefined && left.apposed.from < left.from && isNamed(left);
    if (left.apposed && !isBehind) continue;
    let at = left.spanTo;
    if (tokens.words[at] === '(') at = skipBracket(tokens, at);
    const mark = tokens.words[at] ?? '';
    // its “national correspondent” Ann Roe
    const isMarked = /^["”’»]$/.test(mark) && left.quoted && left.kind === 'description';
    if (!isMarked && mark !== ',' && mark !== '-' && mark !== '—' && mark !== '–') continue;
    const right = startingAt(mentions, index + 1, at + 1) ?? startingAt(mentions, index + 1, skipAge(tokens, at + 1));
    if (!right || !(isMarked ? right.kind === 'name' && !right.quoted : fits(tokens, left, right))) continue;
    // “Noa Shalev, whose father …”: her father is not she.
    if (tokens.words[right.from] === 'whose') continue;
    left.apposed ??= right;
    right.apposed = left;
    if (isOfficeHolder(tokens, isNamed(left) ? right : left))
      for (const mention of [left, right]) if (isMistaken(tokens, mention)) mention.kind = 'name';
    left.appositive = { start: right.span.start, end: tokens.ends[right.spanTo - 1] ?? right.span.end };
    right.subject = false;
  }
}

/** “, 45, a …” */
const skipAge = (tokens: Tokens, at: number): number => (tokens.words[at + 1] === ',' ? at + 2 : at);

function skipBracket(tokens: Tokens, at: number): number {
  for (let stop = at + 1; stop < at + 8; stop += 1) if (tokens.words[stop] === ')') return stop + 1;
  return at;
}

/** The first draft among the next few that begins at a token. */
function startingAt(
  mentions: readonly MentionDraft[],
  from: number,
  token: number,
  owner = false,
): MentionDraft | undefined {
  for (let index = from; index < from + 4; index += 1) {
    const next = mentions[index];
    if (!next || next.from > token) return undefined;
    if (next.from === token && (owner || !next.possessive)) return next;
  }
  return undefined;
}

const isNamed = (mention: MentionDraft): boolean =>
  mention.kind === 'name' || mention.kind === 'organisation' || mention.kind === 'acronym';

/** One named, the other described, of one number; what follows closes the aside or is the verb. */
function fits(tokens: Tokens, left: MentionDraft, right: MentionDraft): boolean {
  if (left.sentence !== right.sentence || left.number !== right.number) return false;
  if (isNamed(left) === isNamed(right)) return false;
  const described = isNamed(left) ? right : left;
  if (described.kind === 'place' || described.kind === 'pronoun') return false;
  const isPerson = Boolean((tokens.flags[described.to - 1] ?? 0) & PERSON) || described.kind === 'office';
  const isBody = Boolean((tokens.flags[described.to - 1] ?? 0) & ORG);
  if ((left.kind === 'name' || right.kind === 'name') && !isPerson && !isBody) return false;
  // “in the village, Ion Moe, …”
  if (isBody && isNamed(right) && (tokens.flags[left.from - 1] ?? 0) & PREP) return false;
  if ((left.kind === 'organisation' || left.kind === 'acronym') && isPerson && !isMistaken(tokens, left)) return false;
  if (isNamed(right)) {
    // “the minister, Kim Tae-hyo, said”: the aside must close, or the two are items of a list.
    const close = tokens.flags[right.spanTo] ?? BREAK;
    if (opensSentence(tokens, left, right)) return true;
    return right.name !== undefined && Boolean(close & BREAK) && tokens.words[right.spanTo] !== '"';
  }
  // “the club was sold by Ann Roe, the driver announced”
  if (right.article === 'definite' && (tokens.flags[right.spanTo] ?? 0) & VERB) return false;
  return tokens.words[right.spanTo] !== 'and' || !((tokens.flags[right.spanTo + 1] ?? 0) & CAP);
}

/** A name of two words or three, none of them a word for a body: a person's, where an office is next to it. */
function isMistaken({ flags }: Tokens, { kind, nameFrom, nameTo }: MentionDraft): boolean {
  if (kind !== 'organisation' || nameTo - nameFrom < 2 || nameTo - nameFrom > 3) return false;
  for (let at = nameFrom; at < nameTo; at += 1) {
    const flag = flags[at] ?? 0;
    if (!(flag & CAP) || flag & (ORG | NAMED_ORG | PLACE | UPPER | PREP)) return false;
  }
  return true;
}

/** Marks the subjects of sentences: before a verb, or first in a sentence or clause. */
export function markSubjects(tokens: Tokens, mentions: readonly MentionDraft[]): void {
  for (const mention of mentions) {
    if (mention.possessive) continue;
    const before = tokens.flags[mention.from - 1] ?? BREAK;
    const sameSentence = tokens.sentences[mention.from - 1] === mention.sentence;
    if (sameSentence && before & PREP) continue;
    const isApposed = mention.apposed !== undefined && mention.apposed.from < mention.from;
    if (isApposed) continue;
    const end = mention.apposed ? mention.apposed.spanTo : mention.spanTo;
    let next = end;
    while (tokens.words[next] === ',' || tokens.words[next] === ')') next += 1;
    if (
      (tokens.flags[next] ?? 0) & STOP &&
      /ly$|^(?:also|not|never|still|just|only|even|now|again|later)$/.test(tokens.words[next] ?? '')
    )
      next += 1;
    const verb = (tokens.flags[next] ?? 0) & VERB || /(?:ed)$/.test(tokens.words[next] ?? '');
    mention.subject = Boolean(verb) || !sameSentence || Boolean(before & (BREAK | STOP));
  }
}

/**
 * Joins two names to one who speaks for both, and “one of his advisers” to one phrase.
 *
 * // Mr. Obama and Hillary Clinton tell the story …
 * // -----------------------------
 */
export function joinPairs(tokens: Tokens, mentions: readonly MentionDraft[]): MentionDraft[] {
  const joined: MentionDraft[] = [];
  for (let index = 0; index < mentions.length; index += 1) {
    const mention = mentions[index];
    if (!mention) continue;
    const last = mention.spanTo - 1;
    if (isPartitive(tokens, mention) && tokens.words[mention.spanTo] === 'of') {
      const whole = startingAt(mentions, index + 1, mention.spanTo + 1);
      if (whole) {
        mention.spanTo = Math.max(mention.spanTo, whole.spanTo);
      }
    }
    if (isNamed(mention) && !mention.possessive && tokens.words[last + 1] === 'and') {
      const other = startingAt(mentions, index + 1, last + 2, true);
      if (other && isNamed(other) && other.kind === mention.kind) {
        const pair = makeMention(tokens, 'pair', mention.from, other.to, other.to, other.to - 1, true);
        pair.spanTo = other.spanTo;
        joined.push(pair);
      }
    }
    joined.push(mention);
  }
  return joined;
}

const isPartitive = (tokens: Tokens, mention: MentionDraft): boolean =>
  mention.to - mention.from === 1 &&
  Boolean((tokens.flags[mention.from] ?? 0) & QUANT) &&
  !((tokens.flags[mention.from + 1] ?? 0) & POSS);
