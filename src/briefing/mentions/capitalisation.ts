import type { Reading } from '../normalise.ts';
import type { Sentence } from '../segment.ts';
import type { Tokens } from './tokens.ts';
import {
  BODY,
  CAP,
  DATE,
  DET,
  DOC,
  FIRST,
  GIVEN,
  NUM,
  PARTICLE,
  PERSON,
  PLACE,
  PLURAL,
  PREP,
  PRON,
  QUANT,
  SHOUT,
  STOP,
  TITLE,
  UPPER,
  VERB,
  WORD,
} from './word-flags.ts';

/**
 * Settles which capitals mean a name.
 *
 * A capital says nothing at the beginning of a sentence and in a headline where every word has one: there a word
 * counts as a name only if the story writes it with a capital in the middle of a sentence too, or if nothing speaks
 * against it.
 */
export function settleCapitals(tokens: Tokens, reading: Reading, sentences: readonly Sentence[]): void {
  const loud = loudSentences(tokens, reading, sentences);
  const headings = sentences.map(({ part }) => reading.parts[part]?.kind !== 'paragraph');
  const { seen, small } = wordsSeen(tokens, loud);
  for (let at = 0; at < tokens.count; at += 1) {
    const flags = tokens.flags[at] ?? 0;
    if (!(flags & CAP)) continue;
    const word = tokens.words[at] ?? '';
    if (flags & DATE && seen.has(word) && !((tokens.flags[at + 1] ?? 0) & NUM)) {
      tokens.flags[at] = flags & ~(DATE | VERB | STOP);
    } else if (loud[tokens.sentences[at] ?? 0]) {
      tokens.flags[at] = (seen.has(word) && !(flags & SMALL) ? flags : flags & ~(CAP | UPPER)) | SHOUT;
    } else if (flags & PARTICLE && (tokens.flags[at + 1] ?? 0) & (CAP | PARTICLE) && word !== 'a') {
      // “De la Cruz said”
    } else if (
      word.length === 1 &&
      !((tokens.flags[at + 1] ?? 0) & CAP) &&
      tokens.text.charCodeAt((tokens.starts[at] ?? 0) + 1) !== 46
    ) {
      tokens.flags[at] = flags & ~CAP;
    } else if (
      flags & FIRST &&
      headings[tokens.sentences[at] ?? 0] &&
      !(flags & (GIVEN | PLACE | UPPER)) &&
      !seen.has(word)
    ) {
      tokens.flags[at] = flags & ~CAP;
    } else if (flags & FIRST && !beginsName(tokens, at, flags, word, seen, small)) {
      tokens.flags[at] = flags & ~CAP;
    } else if (flags & (DET | PREP | STOP | PRON) && !(flags & UPPER) && !(flags & GIVEN)) {
      tokens.flags[at] = flags & ~CAP;
    }
  }
}

const SMALL = DET | PREP | STOP | PRON | QUANT;

/** Sentences in which capitals mean nothing: Headlines Like This, AND CRIES. */
function loudSentences(tokens: Tokens, reading: Reading, sentences: readonly Sentence[]): boolean[] {
  const long = new Array<number>(sentences.length).fill(0);
  const capital = new Array<number>(sentences.length).fill(0);
  const upper = new Array<number>(sentences.length).fill(0);
  for (let at = 0; at < tokens.count; at += 1) {
    const flags = tokens.flags[at] ?? 0;
    if (!(flags & WORD) || flags & (NUM | FIRST) || (tokens.words[at]?.length ?? 0) < 4) continue;
    const index = tokens.sentences[at] ?? 0;
    long[index] = (long[index] ?? 0) + 1;
    if (flags & CAP) capital[index] = (capital[index] ?? 0) + 1;
    if (flags & UPPER) upper[index] = (upper[index] ?? 0) + 1;
  }
  return sentences.map((sentence, index) => {
    const words = long[index] ?? 0;
    if (words >= 5 && (upper[index] ?? 0) > words * 0.7) return true;
    return reading.parts[sentence.part]?.kind !== 'paragraph' && words >= 3 && (capital[index] ?? 0) > words * 0.7;
  });
}

/** Words written with a capital where only a name has one, and words written small anywhere. */
function wordsSeen(tokens: Tokens, loud: readonly boolean[]): { seen: Set<string>; small: Set<string> } {
  const seen = new Set<string>();
  const small = new Set<string>();
  for (let at = 0; at < tokens.count; at += 1) {
    const flags = tokens.flags[at] ?? 0;
    if (!(flags & WORD) || loud[tokens.sentences[at] ?? 0]) continue;
    const word = tokens.words[at] ?? '';
    if (!(flags & CAP)) small.add(word);
    else if (flags & DATE) {
      // “Theresa May”: a given name before it makes a month a name.
      const before = tokens.flags[at - 1] ?? 0;
      if (before & CAP && before & GIVEN && !(before & DATE)) seen.add(word);
    } else if (!(flags & FIRST)) seen.add(word);
    else if ((tokens.flags[at + 1] ?? 0) & CAP && flags & GIVEN) seen.add(word);
  }
  return { seen, small };
}

function beginsName(
  tokens: Tokens,
  at: number,
  flags: number,
  word: string,
  seen: ReadonlySet<string>,
  small: ReadonlySet<string>,
): boolean {
  if (flags & SMALL) return Boolean(flags & UPPER);
  if (seen.has(word)) return true;
  if (flags & UPPER || word.includes('.')) return true;
  const next = tokens.flags[at + 1] ?? 0;
  const joins = Boolean(next & CAP);
  if (flags & VERB) return false;
  if (flags & GIVEN) return true;
  if (flags & (TITLE | PERSON) && !(flags & PLURAL) && leadsToName(tokens, at)) return true;
  if (small.has(word)) return false;
  // “Crops are …”: many of something.
  if (!joins && /^(?:are|were|have)$/.test(tokens.words[at + 1] ?? '')) return false;
  // “Preys on …”, “Insists the …”: what somebody does, in a list or a heading.
  if (!joins && /[^su]s$/.test(word) && next & (PREP | DET | VERB)) return false;
  if (flags & (PERSON | TITLE))
    return joins || (tokens.words[at + 1] === 'of' && Boolean((tokens.flags[at + 2] ?? 0) & CAP));
  if (flags & (BODY | DOC)) {
    return joins || (tokens.words[at + 1] === 'of' && Boolean((tokens.flags[at + 2] ?? 0) & CAP));
  }
  return !/(?:ing|ed|ly)$/.test(word) || (joins && !/(?:ing|ly)$/.test(word));
}

/** “Leader of the Opposition Gayathri Devarajan”: an office, and right behind it whose it is. */
function leadsToName({ words, flags }: Tokens, at: number): boolean {
  const capital = (index: number): boolean => Boolean((flags[index] ?? 0) & CAP);
  return words[at + 1] === 'of' && words[at + 2] === 'the' && capital(at + 3) && capital(at + 4);
}
