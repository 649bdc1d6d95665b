import { PARTICIPLES } from '../words/function-words.ts';
import { continuesName } from './name-labels.ts';
import type { Tokens } from './tokens.ts';
import {
  BREAK,
  CAP,
  DATE,
  DET,
  NAMED_ORG,
  NUM,
  ORG,
  PERSON,
  PLURAL,
  PORTFOLIO,
  POSS,
  PREP,
  PRON,
  QUANT,
  STOP,
  TITLE,
  VERB,
  WORD,
} from './word-flags.ts';

/** A noun phrase without the phrases that follow its head: tokens `from` up to, not including, `to`. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
}

const CLOSED = STOP | PREP | VERB | PRON | DATE;
const HEADS_NAME = ORG | TITLE | PERSON | NAMED_ORG | PORTFOLIO;

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

/** No noun phrase is longer, in tokens: what is read of one may take the square of its length. */
const MAX_PHRASE_LENGTH = 40;

function endOfPhrase(tokens: Tokens, from: number): number {
  const { flags, sentences } = tokens;
  let at = from;
  let opened = false;
  const limit = Math.min(tokens.count, from + MAX_PHRASE_LENGTH);
  for (; at < limit && sentences[at] === sentences[from]; at += 1) {
    const flag = flags[at] ?? 0;
    if (continuesName(tokens, at) && at > from) continue;
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
    const skipped = joinsOffice(tokens, at, from, opened);
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

/** “the talks”, “the reading group”, “the sixteen states”: after an article stands no verb. */
function followsArticle(tokens: Tokens, at: number, from: number): boolean {
  const flag = tokens.flags[at] ?? 0;
  if (at === from || !(flag & WORD) || flag & (STOP | PREP | PRON | DATE | BREAK)) return false;
  if (isArticle(tokens, at - 1)) return true;
  return at === from + 2 && Boolean(flag & (ORG | PERSON) && flag & PLURAL) && isArticle(tokens, from);
}

const isArticle = ({ flags, words }: Tokens, at: number): boolean =>
  Boolean((flags[at] ?? 0) & DET) && ARTICLE.test(words[at] ?? '');

const ARTICLE = /^(?:the|a|an|his|her|its|their|our|my|your)$/;

/** How many tokens from here belong to an office or a body that goes on: “of the”, “and”. */
function joinsOffice(tokens: Tokens, at: number, from: number, opened: boolean): number {
  if (!opened || at === from || tokens.names[at - 1]) return 0;
  const before = tokens.flags[at - 1] ?? 0;
  const next = tokens.flags[at + 1] ?? 0;
  const word = tokens.words[at] ?? '';
  if (!(before & CAP)) return 0;
  if (word === 'of' || word === 'for' || word === 'on') {
    if (!(before & HEADS_NAME)) return 0;
    if (next & CAP && !(next & DATE)) return 1;
    return /^(?:the|a)$/.test(tokens.words[at + 1] ?? '') && (tokens.flags[at + 2] ?? 0) & CAP ? 2 : 0;
  }
  if (word === 'and') return before & PORTFOLIO && next & CAP && next & PORTFOLIO ? 1 : 0;
  return (word === '&' || word === '/') && next & CAP ? 1 : 0;
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
  if (!(before & (PERSON | ORG | CAP | TITLE)) || before & PLURAL) return false;
  return !((tokens.flags[at + 1] ?? 0) & (VERB | BREAK)) && ACTS.test(tokens.words[at] ?? '');
}
