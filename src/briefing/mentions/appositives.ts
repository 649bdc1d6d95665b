import { type Draft, draft } from './mention-builder.ts';
import { isPlace } from './named-entities.ts';
import type { Chunk } from './noun-chunks.ts';
import { isOfficeHolder } from './offices-of-names.ts';
import type { Tokens } from './tokens.ts';
import { BODY, BREAK, CAP, NAMED_BODY, PERSON, PLACE, POSS, PREP, QUANT, STOP, UPPER, VERB } from './word-flags.ts';

const HANGS =
  /^(?:of|from|at|in|for|with|within|inside|on|near|against|around|behind|across|outside|to|familiar|close)$/;
const BEHIND_NAME = /^(?:of|from|in|at)$/;

/** Noun phrases by the token they begin with, for those who come to one from the left. */
export type ByStart = ReadonlyMap<number, Chunk>;

/**
 * Takes in what hangs behind a phrase by “of”, “from”, “in” …
 *
 * // one official from the presidential office said
 * // ------------ ++++++++++++++++++++++++++++
 */
export function takePhrasesBehind(tokens: Tokens, found: Draft, chunks: ByStart): void {
  if (found.possessive) return;
  for (let times = 0; times < 5; times += 1) {
    let at = found.past;
    if (
      tokens.words[at] &&
      /^(?:familiar|close|loyal|aligned|privy|involved|present|briefed)$/.test(tokens.words[at] ?? '')
    )
      at += 1;
    const word = tokens.words[at] ?? '';
    if (!((tokens.flags[at] ?? 0) & PREP) || !HANGS.test(word) || tokens.sentences[at] !== found.sentence) return;
    const next = chunks.get(at + 1);
    if (!next || !mayHang(tokens, found, word, next)) return;
    found.past = next.to;
    const and = tokens.words[next.to] === 'and' ? chunks.get(next.to + 1) : undefined;
    if (and && (tokens.flags[and.to] ?? 0) & VERB) found.past = and.to;
  }
}

function mayHang(tokens: Tokens, found: Draft, word: string, next: Chunk): boolean {
  if (found.kind === 'description' || found.kind === 'document' || found.kind === 'office') {
    return (
      word !== 'to' ||
      /^(?:adviser|advisor|aide|ambassador|envoy|counsel|mission|representative|assistant|delegate|close|candidate|nominee|party)$/.test(
        tokens.words[found.to - 1] ?? '',
      )
    );
  }
  return (
    BEHIND_NAME.test(word) && (isPlace(tokens, next.from, next.to) || (found.kind === 'organisation' && word === 'of'))
  );
}

/**
 * Finds the phrase between commas or in brackets behind a name, or the name behind a phrase.
 *
 * // Kim Tae-hyo, the South Korean deputy national security director, told …
 * //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function joinAppositives(tokens: Tokens, drafts: readonly Draft[]): void {
  for (let index = 0; index < drafts.length; index += 1) {
    const left = drafts[index];
    if (!left || left.possessive || left.twin) continue;
    let at = left.past;
    if (tokens.words[at] === '(') at = skipBracket(tokens, at);
    const mark = tokens.words[at] ?? '';
    // its “national correspondent” Ann Roe
    const isMarked = /^["”’»]$/.test(mark) && left.quoted && left.kind === 'description';
    if (!isMarked && mark !== ',' && mark !== '-' && mark !== '—' && mark !== '–') continue;
    const right = startingAt(drafts, index + 1, at + 1) ?? startingAt(drafts, index + 1, skipAge(tokens, at + 1));
    if (!right || !(isMarked ? right.kind === 'name' && !right.quoted : fits(tokens, left, right))) continue;
    // “Noa Shalev, whose father …”: her father is not she.
    if (tokens.words[right.from] === 'whose') continue;
    left.twin = right;
    right.twin = left;
    if (isOfficeHolder(tokens, isNamed(left) ? right : left))
      for (const one of [left, right]) if (isMistaken(tokens, one)) one.kind = 'name';
    left.appositive = { start: right.span.start, end: tokens.ends[right.past - 1] ?? right.span.end };
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
function startingAt(drafts: readonly Draft[], from: number, token: number, owner = false): Draft | undefined {
  for (let index = from; index < from + 4; index += 1) {
    const next = drafts[index];
    if (!next || next.from > token) return undefined;
    if (next.from === token && (owner || !next.possessive)) return next;
  }
  return undefined;
}

const isNamed = (one: Draft): boolean => one.kind === 'name' || one.kind === 'organisation' || one.kind === 'acronym';

/** One named, the other described, of one number; what follows closes the aside or is the verb. */
function fits(tokens: Tokens, left: Draft, right: Draft): boolean {
  if (left.sentence !== right.sentence || left.number !== right.number) return false;
  if (isNamed(left) === isNamed(right)) return false;
  const described = isNamed(left) ? right : left;
  if (described.kind === 'place' || described.kind === 'pronoun') return false;
  const isPerson = Boolean((tokens.flags[described.to - 1] ?? 0) & PERSON) || described.kind === 'office';
  const isBody = Boolean((tokens.flags[described.to - 1] ?? 0) & BODY);
  if ((left.kind === 'name' || right.kind === 'name') && !isPerson && !isBody) return false;
  // “in the village, Ion Moe, …”
  if (isBody && isNamed(right) && (tokens.flags[left.from - 1] ?? 0) & PREP) return false;
  if ((left.kind === 'organisation' || left.kind === 'acronym') && isPerson && !isMistaken(tokens, left)) return false;
  if (isNamed(right)) {
    // “the minister, Kim Tae-hyo, said”: the aside must close, or the two are items of a list.
    const close = tokens.flags[right.past] ?? BREAK;
    return right.name !== undefined && Boolean(close & BREAK) && tokens.words[right.past] !== '"';
  }
  return tokens.words[right.past] !== 'and' || !((tokens.flags[right.past + 1] ?? 0) & CAP);
}

/** A name of two words or three, none of them a word for a body: a person's, where an office stands beside it. */
function isMistaken({ flags }: Tokens, { kind, nameFrom, nameTo }: Draft): boolean {
  if (kind !== 'organisation' || nameTo - nameFrom < 2 || nameTo - nameFrom > 3) return false;
  for (let at = nameFrom; at < nameTo; at += 1) {
    const flag = flags[at] ?? 0;
    if (!(flag & CAP) || flag & (BODY | NAMED_BODY | PLACE | UPPER | PREP)) return false;
  }
  return true;
}

/** Marks who does what the sentence tells: before a verb, or first in a sentence or clause. */
export function markSubjects(tokens: Tokens, drafts: readonly Draft[]): void {
  for (const one of drafts) {
    if (one.possessive) continue;
    const before = tokens.flags[one.from - 1] ?? BREAK;
    const sameSentence = tokens.sentences[one.from - 1] === one.sentence;
    if (sameSentence && before & PREP) continue;
    const isApposed = one.twin !== undefined && one.twin.from < one.from;
    if (isApposed) continue;
    const end = one.twin ? one.twin.past : one.past;
    let next = end;
    while (tokens.words[next] === ',' || tokens.words[next] === ')') next += 1;
    if (
      (tokens.flags[next] ?? 0) & STOP &&
      /ly$|^(?:also|not|never|still|just|only|even|now|again|later)$/.test(tokens.words[next] ?? '')
    )
      next += 1;
    const verb = (tokens.flags[next] ?? 0) & VERB || /(?:ed)$/.test(tokens.words[next] ?? '');
    one.subject = Boolean(verb) || !sameSentence || Boolean(before & (BREAK | STOP));
  }
}

/**
 * Joins two names to one who speaks for both, and “one of his advisers” to one phrase.
 *
 * // Mr. Obama and Hillary Clinton tell the story …
 * // -----------------------------
 */
export function joinPairs(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (let index = 0; index < drafts.length; index += 1) {
    const one = drafts[index];
    if (!one) continue;
    const last = one.past - 1;
    if (isPartitive(tokens, one) && tokens.words[one.past] === 'of') {
      const whole = startingAt(drafts, index + 1, one.past + 1);
      if (whole) {
        one.past = Math.max(one.past, whole.past);
      }
    }
    if (isNamed(one) && !one.possessive && tokens.words[last + 1] === 'and') {
      const other = startingAt(drafts, index + 1, last + 2, true);
      if (other && isNamed(other) && other.kind === one.kind) {
        const pair = draft(tokens, 'pair', one.from, other.to, other.to, other.to - 1, true);
        pair.past = other.past;
        joined.push(pair);
      }
    }
    joined.push(one);
  }
  return joined;
}

const isPartitive = (tokens: Tokens, one: Draft): boolean =>
  one.to - one.from === 1 &&
  Boolean((tokens.flags[one.from] ?? 0) & QUANT) &&
  !((tokens.flags[one.from + 1] ?? 0) & POSS);
