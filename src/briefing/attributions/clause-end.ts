import { CONJUNCTIONS } from '../words/grammar.ts';
import { type Cue, cueStart } from './cue.ts';
import type { Site } from './cue-context.ts';
import { isAdverb, isPunct, type Line } from './tokenised-unit.ts';

/** The last token of the clause that begins at `start`: before the next cue that is not inside it. */
export function clauseEnd({ line, cues, k, cue }: Site, start: number): number {
  let end = line.tokens.length - 1;
  for (let j = k + 1; j < cues.length; j += 1) {
    const cut = cutBefore(line, cues[j], start);
    if (cut === undefined) continue;
    end = cut;
    break;
  }
  const stop = cue.frame === 'clause' || cue.frame === 'quote' ? undefined : phraseStop(line, start, end);
  if (stop !== undefined) end = stop;
  if (/^(?:who|which)$/.test(line.word(cue.subject.to)) && isPunct(line, cue.subject.to - 1, ',')) {
    for (let i = start; i <= end; i += 1) if (isPunct(line, i, ',')) end = i - 1;
  }
  while (end >= start && isPunct(line, end)) end -= 1;
  return end;
}

/** The token before the link that sets a later cue beside this clause, or undefined where it lies inside. */
function cutBefore(line: Line, cue: Cue | undefined, start: number): number | undefined {
  if (!cue) return undefined;
  let i = cueStart(cue) - 1;
  if (i <= start) return undefined;
  while (isAdverb(line.word(i))) i -= 1;
  const linked =
    CONJUNCTIONS.has(line.word(i)) || /^(?:while|as|though|although|when|after|because|since)$/.test(line.word(i));
  if (linked) i -= 1;
  const set = isPunct(line, i, ',;—–:');
  if (set) return i - 1;
  return linked && (cue.shared || !CONJUNCTIONS.has(line.word(i + 1))) ? i : cue.shared ? cueStart(cue) - 1 : undefined;
}

/** An object or a to-phrase ends where a comma begins something else. */
function phraseStop(line: Line, start: number, end: number): number | undefined {
  for (let i = start + 1; i < end; i += 1) {
    if (isPunct(line, i, ':')) return i - 1;
    if (!isPunct(line, i, ',;—–')) continue;
    const word = line.word(i + 1);
    if (word.endsWith('ing') || word === 'but' || /^(?:while|as|after|though|although|when|where)$/.test(word))
      return i - 1;
  }
  return undefined;
}
