import { type MentionDraft, makeMention } from './mention-builder.ts';
import { continuesName } from './name-labels.ts';
import { type Run, readRun } from './named-entities.ts';
import type { Chunk } from './noun-chunks.ts';
import type { Tokens } from './tokens.ts';
import {
  BREAK,
  CAP,
  DET,
  DOC,
  FIRST,
  NUM,
  ORG,
  PARTICLE,
  PERSON,
  PLURAL,
  POSS,
  PREP,
  QUANT,
  STOP,
  TITLE,
} from './word-flags.ts';

const HEAD = PERSON | ORG | DOC;
const AFTER_HEAD =
  /^(?:familiar|close|involved|present|alike|here|there|privy|aligned|loyal|elsewhere|nationwide|worldwide)$/;
const TRADE = /(?:ists?|crats?|(?:wo)?m[ae]n|ologers?|graphers?|activists?)$/;
const JOB = /(?:er|or|ist|ian|man|woman|ant|eer|ee|st|ie)$/;

/**
 * Reads one noun phrase: the owner first, then the phrase itself. None, one or two mentions.
 *
 * // Hillary Clinton’s campaign manager Robby Mook
 * // --------------- owner
 * // --------------------------------------------- name, with its role
 */
export function readPhrase(tokens: Tokens, chunk: Chunk): MentionDraft[] {
  const found: MentionDraft[] = [];
  // “(D-Md.)”, “, R-Ga.” is a party label, not a speaker.
  if (/^[dri]-\p{L}[\p{L}.]*$/u.test(tokens.words[chunk.from] ?? '') && (tokens.flags[chunk.from - 1] ?? 0) & BREAK)
    return found;
  let start = chunk.from;
  while (start < chunk.to && (tokens.flags[start] ?? 0) & (DET | QUANT | NUM) && !((tokens.flags[start] ?? 0) & CAP))
    start += 1;
  let rest = start;
  for (let at = chunk.to - 1; at > start; at -= 1) {
    if (!((tokens.flags[at] ?? 0) & POSS) || continuesName(tokens, at)) continue;
    const owner = readHead(tokens, chunk.from, start, at, true);
    if (owner) found.push(owner);
    rest = at + 1;
    break;
  }
  const main = rest < chunk.to ? readHead(tokens, chunk.from, rest, chunk.to, false) : readQuantity(tokens, chunk);
  if (main) found.unshift(main);
  return found;
}

/** “some”, “many”, “others”, “one”: a quantity that stands for those it counts, where nothing follows to count. */
function readQuantity(tokens: Tokens, { from, to }: Chunk): MentionDraft | undefined {
  const flag = tokens.flags[to - 1] ?? 0;
  if (!(flag & QUANT)) return undefined;
  const word = tokens.words[to - 1] ?? '';
  return makeMention(tokens, 'description', from, to, to, to - 1, word !== 'one' && word !== 'other');
}

function readHead(tokens: Tokens, from: number, rest: number, to: number, owner: boolean): MentionDraft | undefined {
  let run = to;
  while (run > rest && isNameToken(tokens, run - 1, rest)) run -= 1;
  const named = run < to ? readName(tokens, from, rest, run, to) : undefined;
  const found = named ?? readNoun(tokens, from, rest, to);
  if (!found) return undefined;
  if (owner) {
    found.possessive = true;
    found.spanTo = found.to;
  }
  return found;
}

/** A capital, or what may stand between two inside a name. */
function isNameToken(tokens: Tokens, at: number, rest: number): boolean {
  const flag = tokens.flags[at] ?? 0;
  if (flag & CAP || continuesName(tokens, at)) return true;
  if (at <= rest) return false;
  if (flag & (PREP | PARTICLE | STOP | BREAK | DET)) return true;
  if (flag & POSS) return continuesName(tokens, at);
  return Boolean(flag & NUM) && Boolean((tokens.flags[at - 1] ?? 0) & CAP);
}

/** The phrase ends in capitals: “retired general Lloyd Newton”, “the State Department”, “President Obama”. */
function readName(tokens: Tokens, from: number, rest: number, run: number, to: number): MentionDraft | undefined {
  const read = readRun(tokens, run, to);
  if (!read) return undefined;
  const before = tokens.flags[run - 1] ?? 0;
  const word = tokens.words[run - 1] ?? '';
  const hasRole = run > rest && (before & (PERSON | TITLE) || JOB.test(word)) && !(before & CAP);
  if (run > rest && !hasRole && read.kind === 'name' && read.name === run) {
    // “last week Trump”: the words before it are no part of it.
    return makeMention(tokens, 'name', run, read.to, read.name, read.to - 1, false);
  }
  // “meantime Seoul”: nor is it of a place or a body.
  const start =
    hasRole || namesKind(tokens, read, rest, run) || opensWithRole(tokens, read, from, run)
      ? from
      : run > rest && read.name < read.to
        ? run
        : bareStart(tokens, read, from, rest);
  return makeMention(tokens, read.kind, start, read.to, read.name, read.to - 1, read.many);
}

/** “the trade association Ferries of Europe”: the noun before a name says what kind of body bears it. */
const namesKind = ({ flags, words }: Tokens, { kind, name }: Run, rest: number, run: number): boolean =>
  run > rest &&
  name === run &&
  (kind === 'organisation' || kind === 'acronym') &&
  ((flags[run - 1] ?? 0) & (ORG | CAP | PLURAL)) === ORG &&
  !REALM.test(words[run - 1] ?? '');

/** Words that say whose a body is, not what it is: “the state Senate”. */
const REALM = /^(?:state|city|county|country|town|district|province|region|republic|nation|government|army|military)$/;

/** “Harbour Minister Ada Moe”, first in its sentence, “state Rep. Ada Moe”: the word before the title belongs to it. */
const opensWithRole = (tokens: Tokens, read: Run, from: number, run: number): boolean =>
  read.name > run && run === from + 1 && Boolean((tokens.flags[from] ?? 0) & (FIRST | ORG));

/** A bare name begins after what counts or points: “the two | Kims” keeps them. */
const bareStart = (tokens: Tokens, read: Run, from: number, rest: number): number =>
  read.kind === 'name' && !(rest > from && (tokens.flags[rest - 1] ?? 0) & (POSS | DET | QUANT)) ? rest : from;

/** The phrase ends in a small word: “the deputy national security director”, “Clinton campaign”, “polls”. */
function readNoun(tokens: Tokens, from: number, rest: number, to: number): MentionDraft | undefined {
  const { flags, words } = tokens;
  let end = to;
  while (end > rest && AFTER_HEAD.test(words[end - 1] ?? '')) end -= 1;
  const last = flags[end - 1] ?? 0;
  const word = words[end - 1] ?? '';
  if (end > rest && (last & HEAD || TRADE.test(word))) return readKnown(tokens, from, end, last, word);
  // “the survey objects”: a last word that nothing is known of may be the verb.
  const before = flags[end - 2] ?? 0;
  if (end - 2 >= rest && before & (ORG | DOC) && !(before & (PLURAL | CAP)) && /[^s]s$/.test(word)) {
    return readKnown(tokens, from, end - 1, before, words[end - 2] ?? '');
  }
  return readBeforeUnknown(tokens, from, rest, end);
}

/** “Ghana striker Kofi Boateng wept”, “officials wept”, “Trump swept”: up to the last name or person. */
function readBeforeUnknown(tokens: Tokens, from: number, rest: number, end: number): MentionDraft | undefined {
  const { flags, words } = tokens;
  for (let at = end - 1; at >= rest; at -= 1) {
    const flag = flags[at] ?? 0;
    if (flag & PERSON && !(flag & CAP)) return readKnown(tokens, from, at + 1, flag, words[at] ?? '');
    if (!(flag & CAP)) continue;
    let run = at + 1;
    while (run > rest && isNameToken(tokens, run - 1, rest)) run -= 1;
    const found = readName(tokens, from, rest, run, at + 1);
    // “the Clinton plan” is none of theirs to say.
    if (found && rest > from) found.possessive = true;
    return found;
  }
  return undefined;
}

function readKnown(tokens: Tokens, from: number, to: number, flag: number, word: string): MentionDraft {
  const kind = flag & PERSON || TRADE.test(word) ? 'description' : flag & ORG ? 'description' : 'document';
  const many = Boolean(flag & PLURAL) || (!(flag & HEAD) && /(?:s|men)$/.test(word));
  const start = many && kind === 'description' && isOneThing(tokens, from, to) ? to - 1 : from;
  return makeMention(tokens, kind, start, to, to, to - 1, many);
}

/** “a move | environmentalists said would fail”: many are no part of what is one. */
const isOneThing = ({ words, flags }: Tokens, from: number, to: number): boolean =>
  to - from > 2 &&
  /^an?$/.test(words[from] ?? '') &&
  !((flags[from + 1] ?? 0) & (QUANT | NUM)) &&
  !/^(?:dozen|couple|handful|score|hundred|thousand|million|group|number|lot|few|good|great|record)$/.test(
    words[from + 1] ?? '',
  );
