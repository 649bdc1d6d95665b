import type { Mention } from '../mentions/mention.ts';
import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import { isSpeech as byModel, type IsSpeech, isSpeechByRule } from '../quotes/speech.ts';
import { isBoilerplate } from '../words/boilerplate.ts';
import { contentOf } from './content.ts';
import { findCues } from './cues.ts';
import { headlineColon, withoutLabel } from './headline.ts';
import { joinAttributions } from './learned/join-attributions.ts';
import { reportsIn } from './learned/reports.ts';
import { accordingTo, asClause, speechNounBy, speechNounOf } from './phrases.ts';
import { QuoteChain } from './quoted/quote-chain.ts';
import { dropNested, ownersOf, type TokenAttribution, toAttribution } from './token-attribution.ts';
import { indexMentions, type TokenisedUnit, tokenisedUnit } from './tokenised-unit.ts';
import type { Unit } from './units.ts';
import type { UnresolvedAttribution } from './unresolved-attribution.ts';

/**
 * The models read at most this many tokens, more than any report has; after them only the rules apply. A text of a
 * megabyte would otherwise exceed the time limit of a reader, and be refused as a whole.
 */
const MAX_LEARNED = 25_000;

/** The models judge at most this many statements, several times those of the longest report. */
const MAX_LEARNED_ATTRIBUTIONS = 2_000;

/** More statements than a long book reports; what follows them in the text is not read. */
const MAX_ATTRIBUTIONS = 5_000;

/**
 * Finds every reported statement, unit by unit, in the order of the text.
 *
 * At most about `MAX_ATTRIBUTIONS`. Each quotation of speech belongs to exactly one attribution: the narrowest that contains it, or its own.
 */
export function findAttributions(
  reading: Reading,
  units: readonly Unit[],
  mentions: readonly Mention[],
  isSpeech: IsSpeech = byModel,
  maxLearned = MAX_LEARNED,
): UnresolvedAttribution[] {
  const index = indexMentions(mentions, reading.text.length);
  const chain = new QuoteChain();
  let followsColon = false;
  let tokensRead = 0;
  let part = -1;
  let isNews = true;
  let reported = 0;
  for (const [unitNumber, plainUnit] of units.entries()) {
    if (reported >= MAX_ATTRIBUTIONS) break;
    const { kind = 'paragraph', span = plainUnit.span } = reading.parts[plainUnit.part] ?? {};
    if (plainUnit.part !== part) isNews = !isBoilerplate(reading.text.slice(span.start, span.end));
    part = plainUnit.part;
    const tokens = kind === 'headline' ? withoutLabel(plainUnit.tokens) : plainUnit.tokens;
    const unit = tokenisedUnit(reading.text, { ...plainUnit, tokens }, index);
    const { attributions: candidates, pending } = attributionsByRule(unit, kind);
    tokensRead += unit.tokens.length;
    // “This material may not be reproduced without permission.”
    const learned = isNews && tokensRead <= maxLearned && reported <= MAX_LEARNED_ATTRIBUTIONS;
    const byRule = dropNested(candidates);
    const attributions = learned ? joinAttributions(unit, byRule, reportsIn(unit.tokens, kind)) : byRule;
    const owners = unit.tokens.some(({ quote }) => quote) ? ownersOf(unit, attributions) : NO_OWNERS;
    const speech = unit.tokens.flatMap(({ quote }, at): (readonly [number, Quotation])[] => {
      if (!quote) return [];
      const quotation = {
        reading,
        unit,
        at,
        quote,
        attribution: owners.get(at),
        cued: attributions.length > 0,
        followsColon: followsColon && startsUnit(unit, at),
      };
      return (learned ? isSpeech : isSpeechByRule)(quotation) ? [[at, quote]] : [];
    });
    const found = attributions.map((attribution) => {
      const quotes = speech.flatMap(([at, quote]) => (owners.get(at) === attribution ? [quote] : []));
      return toAttribution(unit, attribution, quotes, unitNumber);
    });
    const uncued = speech.filter(([at]) => !owners.has(at));
    chain.addUnit(unit, unitNumber, found, uncued, pending);
    reported += found.length + uncued.length;
    followsColon = pending !== undefined;
  }
  return chain.finish();
}

/** Whether only punctuation precedes it. */
const startsUnit = ({ tokens }: TokenisedUnit, at: number): boolean =>
  tokens.slice(0, at).every(({ kind }) => kind === 'punct');

const NO_OWNERS: ReadonlyMap<number, TokenAttribution> = new Map();

/** “an idea Cr Fifita called ‘generous’”: verbs of naming report even inside the content of another attribution. */
const NAMING = new Set('call describe dub label brand term deem'.split(' '));

function attributionsByRule(
  unit: TokenisedUnit,
  kind: Reading['parts'][number]['kind'],
): { attributions: TokenAttribution[]; pending?: TokenAttribution } {
  const cues = findCues(unit);
  const attributions: TokenAttribution[] = [];
  let pending: TokenAttribution | undefined;
  cues.forEach((cue, index) => {
    const content = contentOf({ unit, cues, index, cue });
    if (!content) return;
    const { ranges, rule } = content;
    const attribution: TokenAttribution = {
      ranges,
      rule,
      cue: { from: cue.from, to: cue.to },
      subject: cue.possessor ?? cue.subject,
      ambiguous: !cue.verb.unambiguous && !cue.possessor && !NAMING.has(cue.verb.lemma),
    };
    if (content.contentFollows) pending = attribution;
    else attributions.push(attribution);
  });
  attributions.push(...accordingTo(unit, cues), ...asClause(unit), ...speechNounBy(unit), ...speechNounOf(unit, cues));
  if (kind === 'headline' || kind === 'subheadline') {
    const [whole] = headlineColon(unit);
    if (whole)
      return {
        attributions: [
          whole,
          ...attributions.filter((attribution) => attribution.subject?.from !== whole.subject?.from),
        ],
      };
  }
  return pending ? { attributions, pending } : { attributions };
}
