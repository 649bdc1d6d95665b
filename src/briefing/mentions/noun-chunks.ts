import { PARTICIPLES } from '../words/function-words.ts';
import type { Tokens } from './tokens.ts';
import {
  BODY,
  BREAK,
  CAP,
  DATE,
  DET,
  GIVEN,
  NAMED_BODY,
  NUM,
  PARTICLE,
  PERSON,
  PLACE,
  PLURAL,
  PORTFOLIO,
  POSS,
  PREP,
  PRON,
  QUANT,
  STOP,
  TITLE,
  UPPER,
  VERB,
  WORD,
} from './word-flags.ts';

/** A noun phrase without what hangs behind it: tokens `from` up to, not including, `to`. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

const CLOSED = STOP | PREP | VERB | PRON | DATE;
const HEADS_NAME = BODY | TITLE | PERSON | NAMED_BODY | PORTFOLIO;

/**
 * Cuts the text into noun phrases, left to right, each token looked at once.
 *
 * // The deputy national security director told reporters at the Ministry of Defense that …
 * // ------------------------------------      ---------    -----------------------
 */
export function chunk(tokens: Tokens): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < tokens.count; ) {
    const to = endOfPhrase(tokens, at);
    if (to > at) chunks.push({ from: at, to });
    at = Math.max(to, at + 1);
  }
  return chunks;
}

function endOfPhrase(tokens: Tokens, from: number): number {
  const { flags, sentences } = tokens;
  let at = from;
  let opened = false;
  for (; at < tokens.count && sentences[at] === sentences[from]; at += 1) {
    const flag = flags[at] ?? 0;
    if (flag & (DET | QUANT | NUM) && !(flag & CAP)) {
      // “the two men”, “all the men”: these follow one another only at the beginning.
      if (opened && !(flag & NUM)) break;
      continue;
    }
    if (flag & POSS) {
      if (!opened) break;
      continue;
    }
    if (flag & CAP && !(flag & DATE)) {
      opened = true;
      continue;
    }
    const skipped = joinsName(tokens, at, from, opened);
    if (skipped) {
      at += skipped - 1;
      continue;
    }
    if (followsArticle(tokens, at, from)) {
      opened = true;
      continue;
    }
    if (!(flag & WORD) || flag & (CLOSED | BREAK)) break;
    if (isMoney(tokens, at)) return at + 1;
    if (isVerbal(tokens.words[at] ?? '', flag) || actsHere(tokens, at, from, opened)) break;
    opened = true;
  }
  return at;
}

/** “the talks”, “the reading group”, “the sixteen states”: behind an article stands no verb. */
function followsArticle(tokens: Tokens, at: number, from: number): boolean {
  const flag = tokens.flags[at] ?? 0;
  if (at === from || !(flag & WORD) || flag & (STOP | PREP | PRON | DATE | BREAK)) return false;
  if (isArticle(tokens, at - 1)) return true;
  return at === from + 2 && Boolean(flag & (BODY | PERSON) && flag & PLURAL) && isArticle(tokens, from);
}

const isArticle = ({ flags, words }: Tokens, at: number): boolean =>
  Boolean((flags[at] ?? 0) & DET) && ARTICLE.test(words[at] ?? '');

const ARTICLE = /^(?:the|a|an|his|her|its|their|our|my|your)$/;

/** How many tokens from here belong to a name that goes on: “of the”, “de”, “and”, a nickname in its marks. */
function joinsName(tokens: Tokens, at: number, from: number, opened: boolean): number {
  if (!opened || at === from) return 0;
  const before = tokens.flags[at - 1] ?? 0;
  const next = tokens.flags[at + 1] ?? 0;
  const word = tokens.words[at] ?? '';
  if ((tokens.flags[at] ?? 0) & PARTICLE && !((tokens.flags[at] ?? 0) & CAP)) {
    if (before & (CAP | PARTICLE) && next & (CAP | PARTICLE) && !(next & DATE)) return 1;
  }
  if (!(before & CAP)) return 0;
  if (word === 'of' || word === 'for' || word === 'on') {
    // “the Office for the Coordination | of Humanitarian Affairs”
    if (word === 'of' && next & CAP && !(next & PLACE) && followsTask(tokens, at, from)) return 1;
    if (!(before & HEADS_NAME) || before & GIVEN) return 0;
    // “Chief Norma Cardinal | of the Bear River Nation”: a surname that is an office elsewhere.
    if (before & PERSON && !(before & (BODY | NAMED_BODY)) && at > from + 2 && isGiven(tokens, at - 2)) return 0;
    if (next & CAP && !(next & DATE)) return 1;
    return /^(?:the|a)$/.test(tokens.words[at + 1] ?? '') && (tokens.flags[at + 2] ?? 0) & CAP ? 2 : 0;
  }
  if (word === 'and')
    return (before & PORTFOLIO && next & CAP && next & PORTFOLIO) || joinsBody(tokens, at, from) ? 1 : 0;
  if (word === '&' || word === '/') return next & CAP ? 1 : 0;
  return nickname(tokens, at, before, next);
}

/** A body in capitals, “for the”, and a word right before this one. */
const followsTask = ({ words, flags }: Tokens, at: number, from: number): boolean =>
  at - 4 >= from && words[at - 2] === 'the' && words[at - 3] === 'for' && Boolean((flags[at - 4] ?? 0) & BODY);

const isGiven = ({ flags }: Tokens, at: number): boolean =>
  Boolean((flags[at] ?? 0) & GIVEN && (flags[at] ?? 0) & CAP) && !((flags[at] ?? 0) & (TITLE | PLACE));

/** “the Central and East European Coalition”: “the”, a word or three, “and”, and a name that ends in a body. */
function joinsBody(tokens: Tokens, at: number, from: number): boolean {
  const before = tokens.flags[at - 1] ?? 0;
  if (at < from + 2 || at > from + 4 || tokens.words[from] !== 'the' || before & (BODY | UPPER)) return false;
  if (at > from + 2 && before & PLACE) return false;
  let end = at + 1;
  while (end < at + 7 && (tokens.flags[end] ?? 0) & CAP) end += 1;
  return end > at + 2 && Boolean((tokens.flags[end - 1] ?? 0) & BODY);
}

/** Robert “Bobby” Scott, Smith, Jr. */
function nickname(tokens: Tokens, at: number, before: number, next: number): number {
  const word = tokens.words[at] ?? '';
  if (word === ',' && /^(?:jr|sr)$/.test(tokens.words[at + 1] ?? '')) return 2;
  if (!/^["“‘'(]$/.test(word) || !(next & CAP) || !(before & (GIVEN | CAP))) return 0;
  return /^["”’')]$/.test(tokens.words[at + 2] ?? '') && (tokens.flags[at + 3] ?? 0) & (CAP | PARTICLE) && word !== '('
    ? 3
    : 0;
}

/** “stalled”, “scrambling”: a small word so made is taken for a verb unless it is known to stand before nouns. */
function isVerbal(word: string, flag: number): boolean {
  return (
    !(flag & HEADS_NAME) &&
    (word.endsWith('ed') || word.endsWith('ing')) &&
    word.length > 4 &&
    !PARTICIPLES.has(word) &&
    !word.includes('-')
  );
}

/** “$20 million | experts say” */
const isMoney = (tokens: Tokens, at: number): boolean =>
  Boolean((tokens.flags[at - 1] ?? 0) & NUM) && /^(?:million|billion|trillion|percent)$/.test(tokens.words[at] ?? '');

const ACTS =
  /^(?:rules|reports|plans|orders|files|measures|records|forms|notes|posts|reviews|surveys|petitions|appeals|tweets|signs|drafts|counts|backs|hosts|heads|fans|guards|guides|rebels|rivals|advocates|champions|sponsors|coaches|crews|polls|walks|bars|boards|fronts|arms|centers|centres|labels|blogs|edits|models|charts|pages|pledges|searches)$/;

/** “a judge rules”, “the minister backs”: after one person or body such a word is what they do. */
function actsHere(tokens: Tokens, at: number, from: number, opened: boolean): boolean {
  if (!opened || at === from) return false;
  const before = tokens.flags[at - 1] ?? 0;
  if (!(before & (PERSON | BODY | CAP | TITLE)) || before & PLURAL) return false;
  return !((tokens.flags[at + 1] ?? 0) & (VERB | BREAK)) && ACTS.test(tokens.words[at] ?? '');
}
