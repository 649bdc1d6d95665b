import type { Mention } from '../mentions/mention.ts';
import type { Reading } from '../normalise.ts';
import type { Quotation } from '../quotes/marks.ts';
import { isSpeech as byModel, type IsSpeech } from '../quotes/speech.ts';
import type { Found } from './attribution-span.ts';
import { contentOf } from './content.ts';
import { findCues } from './cues.ts';
import { type Draft, foundOf, ownersOf, standing } from './draft.ts';
import { joinDrafts } from './learned/join-drafts.ts';
import { reportsIn } from './learned/reports.ts';
import { accordingTo, asPut, headlineColon, nounBy, nounOf } from './phrases.ts';
import { Carrier } from './quoted/quote-chain.ts';
import { indexMentions, type Line, lineOf } from './tokenised-unit.ts';
import type { Unit } from './units.ts';

/**
 * Finds every reported statement, unit by unit, in the order of the text.
 *
 * Each quotation that is speech ends in exactly one attribution: the narrowest that holds it, or one of its own.
 */
export function findAttributions(
  reading: Reading,
  units: readonly Unit[],
  mentions: readonly Mention[],
  isSpeech: IsSpeech = byModel,
): Found[] {
  const index = indexMentions(mentions, reading.text.length);
  const carrier = new Carrier();
  let announced = false;
  units.forEach((unit, number) => {
    const line = lineOf(reading.text, unit, index);
    const kind = reading.parts[unit.part]?.kind ?? 'paragraph';
    const { drafts: all, awaiting } = draftsOf(line, kind);
    const drafts = joinDrafts(line, standing(all), reportsIn(line.tokens, kind));
    const owners = line.tokens.some(({ quote }) => quote) ? ownersOf(line, drafts) : NO_OWNERS;
    const speech = line.tokens.flatMap(({ quote }, at): (readonly [number, Quotation])[] => {
      if (!quote) return [];
      const site = {
        reading,
        line,
        at,
        quote,
        owner: owners.get(at),
        cued: drafts.length > 0,
        announced: announced && opens(line, at),
      };
      return isSpeech(site) ? [[at, quote]] : [];
    });
    const found = drafts.map((draft) => {
      const quotes = speech.flatMap(([at, quote]) => (owners.get(at) === draft ? [quote] : []));
      return foundOf(line, draft, quotes, number);
    });
    const left = speech.filter(([at]) => !owners.has(at));
    carrier.take(line, number, found, left, awaiting);
    announced = awaiting !== undefined;
  });
  return carrier.finish();
}

/** Whether nothing but punctuation stands before it. */
const opens = ({ tokens }: Line, at: number): boolean => tokens.slice(0, at).every(({ kind }) => kind === 'punct');

const NO_OWNERS: ReadonlyMap<number, Draft> = new Map();

/** “an idea Cr Fifita called ‘generous’”: to give a thing its name is to speak, wherever it stands. */
const NAMING = new Set('call describe dub label brand term deem'.split(' '));

function draftsOf(line: Line, kind: Reading['parts'][number]['kind']): { drafts: Draft[]; awaiting?: Draft } {
  const cues = findCues(line);
  const drafts: Draft[] = [];
  let awaiting: Draft | undefined;
  cues.forEach((cue, k) => {
    const content = contentOf({ line, cues, k, cue });
    if (!content) return;
    const { ranges, rule } = content;
    const draft = {
      ranges,
      rule,
      cue: { from: cue.from, to: cue.to },
      subject: cue.owner ?? cue.subject,
      weak: !cue.verb.firm && !cue.owner && !NAMING.has(cue.verb.lemma),
    };
    if (content.awaits) awaiting = draft;
    else drafts.push(draft);
  });
  drafts.push(...accordingTo(line, cues), ...asPut(line), ...nounBy(line), ...nounOf(line, cues));
  if (kind === 'headline' || kind === 'subheadline') {
    const [whole] = headlineColon(line);
    if (whole) return { drafts: [whole, ...drafts.filter((draft) => draft.subject?.from !== whole.subject?.from)] };
  }
  return awaiting ? { drafts, awaiting } : { drafts };
}
