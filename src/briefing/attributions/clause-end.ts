import { CONJUNCTIONS } from '../words/grammar.ts';
import { type Cue, cueStart } from './cue.ts';
import type { CueContext } from './cue-context.ts';
import { isAdverb, isPunct, type TokenisedUnit } from './tokenised-unit.ts';

/** The last token of the clause that begins at `start`: before the next cue that is not inside it. */
export function clauseEnd({ unit, cues, index, cue }: CueContext, start: number): number {
  let end = unit.tokens.length - 1;
  for (let j = index + 1; j < cues.length; j += 1) {
    const cut = endBefore(unit, cues[j], start);
    if (cut === undefined) continue;
    end = cut;
    break;
  }
  const stop = cue.frame === 'clause' || cue.frame === 'quote' ? undefined : phraseEnd(unit, start, end);
  if (stop !== undefined) end = stop;
  if (/^(?:who|which)$/.test(unit.word(cue.subject.to)) && isPunct(unit, cue.subject.to - 1, ',')) {
    for (let i = start; i <= end; i += 1) if (isPunct(unit, i, ',')) end = i - 1;
  }
  while (end >= start && isPunct(unit, end)) end -= 1;
  return end;
}

/** The token before the conjunction that separates a later cue from this clause; undefined if the cue lies inside. */
function endBefore(unit: TokenisedUnit, cue: Cue | undefined, start: number): number | undefined {
  if (!cue) return undefined;
  let i = cueStart(cue) - 1;
  if (i <= start) return undefined;
  while (isAdverb(unit.word(i))) i -= 1;
  const linked =
    CONJUNCTIONS.has(unit.word(i)) || /^(?:while|as|though|although|when|after|because|since)$/.test(unit.word(i));
  if (linked) i -= 1;
  const isSeparated = isPunct(unit, i, ',;—–:');
  if (isSeparated) return i - 1;
  return linked && (cue.shared || !CONJUNCTIONS.has(unit.word(i + 1))) ? i : cue.shared ? cueStart(cue) - 1 : undefined;
}

/** An object or a to-phrase ends at a comma that starts another phrase. */
function phraseEnd(unit: TokenisedUnit, start: number, end: number): number | undefined {
  for (let i = start + 1; i < end; i += 1) {
    if (isPunct(unit, i, ':')) return i - 1;
    if (!isPunct(unit, i, ',;—–')) continue;
    const word = unit.word(i + 1);
    if (word.endsWith('ing') || word === 'but' || /^(?:while|as|after|though|although|when|where)$/.test(word))
      return i - 1;
  }
  return undefined;
}
