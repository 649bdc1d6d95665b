import { HEADLINE_LABELS } from '../words/kinds.ts';
import type { Subject } from './cue.ts';
import type { TokenAttribution } from './token-attribution.ts';
import { isPunct, type TokenisedUnit } from './tokenised-unit.ts';
import type { Token } from './units.ts';

/** The most tokens of a label or a speaker next to the colon of a headline. */
const MAX_BESIDE = 6;

/**
 * The tokens of a headline without the label that says what the article is.
 *
 * Live updates: bridge closed   How the bridge fell: an explainer
 *               ^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^
 */
export function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  const isMark = ({ kind, text }: Token): boolean => kind === 'punct' && (text === ':' || text === '—' || text === '–');
  const isLabel = (part: readonly Token[]): boolean =>
    part.length <= MAX_BESIDE && HEADLINE_LABELS.has(part.at(-1)?.text ?? '');
  const first = tokens.findIndex(isMark);
  if (first < 0) return tokens;
  const last = tokens.findLastIndex(isMark);
  if (isLabel(tokens.slice(0, first))) return tokens.slice(first + 1);
  return isLabel(tokens.slice(last + 1)) ? tokens.slice(0, last) : tokens;
}

/**
 * Seoul to mull more support: official · Poll: voters are tired
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^
 */
export function headlineColon(unit: TokenisedUnit): TokenAttribution[] {
  const colons = unit.tokens.flatMap((_, i) => (isPunct(unit, i, ':') ? [i] : []));
  const last = colons.at(-1);
  const [first] = colons;
  if (first === undefined || last === undefined) return [];
  const end = unit.tokens.length - 1;
  const behind = speakerIn(unit, last + 1, end);
  if (behind && last > 2) {
    return [
      { ranges: [{ from: 0, to: last - 1 }], cue: { from: last, to: last }, subject: behind, rule: 'headline colon' },
    ];
  }
  const ahead = speakerIn(unit, 0, first - 1);
  if (!ahead || end - first < 2) return [];
  return [
    { ranges: [{ from: first + 1, to: end }], cue: { from: first, to: first }, subject: ahead, rule: 'headline colon' },
  ];
}

/** The part of a headline that names only a speaker: “official”, “US president”, “Poll”. */
function speakerIn(unit: TokenisedUnit, from: number, to: number): Subject | undefined {
  if (to < from || to - from >= MAX_BESIDE) return undefined;
  for (let i = from; i <= to; i += 1) if (unit.tokens[i]?.kind !== 'word') return undefined;
  const mention = unit.mentionEndingAt(to) ?? unit.mentionStartingAt(from);
  if (
    !mention &&
    !/^(?:officials?|sources?|police|minister|report|reports|poll|study|survey|experts?|analysts?|lawyers?|court|ministry|data|documents?|pm|president|spokesman|spokeswoman|spokesperson|researchers?|scientists?|witnesses|un|eu)$/.test(
      unit.word(to),
    )
  )
    return undefined;
  if (mention && !mention.animate && mention.kind !== 'document') return undefined;
  return { span: unit.spanOf(from, to), from, to, ...(mention ? { mention } : {}) };
}
