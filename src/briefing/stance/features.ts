import { combine, hashOf } from '../models/hash.ts';
import type { Judgement } from './judge.ts';
import * as patterns from './patterns.ts';
import { countTones } from './sentiment.ts';

const PATTERNS = Object.entries(patterns).map(([name, pattern]) => [hashOf(name), pattern] as const);

/** The highest length class; each class covers six words. */
const MAX_LENGTH_CLASS = 6;

/** Features for the confidence of a stance: the rule, the words it matched, and the evidence against it. */
export function stanceFeatures({ said, verb, content, judged }: Judgement): number[] {
  const stance = hashOf(judged.stance);
  const kind = hashOf(said.kind);
  const features = [1];
  const add = (template: number, ...values: number[]): void => {
    const hash = values.reduce(combine, template);
    features.push(hash, combine(hash, stance));
  };
  add(2);
  add(3, hashOf(judged.rule));
  add(4, hashOf(judged.rule), kind);
  add(5, hashOf(verb?.stance ?? '-'), hashOf(content?.stance ?? '-'));
  add(6, hashOf(content?.rule ?? '-'));
  add(7, kind);
  add(8, Math.min(MAX_LENGTH_CLASS, Math.floor(said.words.length / 6)));
  for (const word of said.cueWords) add(9, hashOf(stem(word)));
  for (const [tone, count] of Object.entries(countTones(said.words)))
    if (count > 0) add(10, hashOf(tone), Math.min(2, count));
  for (const [name, pattern] of PATTERNS) if (pattern.test(said.content)) add(11, name);
  if (said.words.some((word) => FIRST_PERSON.has(word))) add(12);
  for (const word of said.words) if (MODAL.has(word)) add(13, hashOf(word));
  add(14, hashOf(said.words[0] ?? ''));
  return features;
}

const FIRST_PERSON = new Set(['i', 'we', 'my', 'our']);
const MODAL = new Set('will would could may might should must can not never no if'.split(' '));

const stem = (word: string): string =>
  word
    .replace(/(?:ied|ies)$/, 'y')
    .replace(/(?:ing|ed|es|s|e)$/, '')
    .slice(0, 7);
