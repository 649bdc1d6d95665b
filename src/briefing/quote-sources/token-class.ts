import type { Unit } from '../attributions/units.ts';
import { reportingVerb } from '../attributions/verbs.ts';
import {
  BE,
  CONJUNCTIONS,
  DETERMINERS,
  DO,
  HAVE,
  MODALS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../words/grammar.ts';

const CLASSES: readonly (readonly [ReadonlySet<string>, string])[] = [
  [BE, 'be'],
  [HAVE, 'have'],
  [MODALS, 'modal'],
  [DO, 'do'],
];
const FUNCTION_WORDS = [PREPOSITIONS, SUBORDINATORS, CONJUNCTIONS];

/** The class of the token at `at` for patterns: `said` is SAY, `claimed` is REPORT. */
export function classOf({ tokens }: Unit, at: number): string {
  const token = tokens[at];
  if (!token) return at < 0 ? '^' : '$';
  if (token.kind === 'quote') return 'QUOTE';
  if (token.kind === 'punct') return token.text;
  return (token.capital && at > 0 ? undefined : verbClass(token.text)) ?? wordClass(token.text, token.capital);
}

function verbClass(word: string): string | undefined {
  const verb = reportingVerb(word);
  if (!verb) return undefined;
  const form = verb.form === 'ing' || verb.form === 'base' ? `-${verb.form}` : '';
  if (verb.lemma === 'say') return `SAY${form}`;
  return (verb.unambiguous ? 'REPORT' : 'report') + form;
}

function wordClass(word: string, capital: boolean): string {
  for (const [words, name] of CLASSES) if (words.has(word)) return name;
  if (FUNCTION_WORDS.some((words) => words.has(word))) return word;
  if (DETERMINERS.has(word)) return 'det';
  if (PRONOUNS.has(word)) return 'pronoun';
  if (word.endsWith('ly')) return 'adverb';
  if (capital) return 'Capital';
  if (word.endsWith('ed')) return 'ed';
  if (word.endsWith('ing')) return 'ing';
  return /^\d/.test(word) ? 'number' : 'word';
}

/** The classes of the tokens from `from` to `to`, exclusive. */
export function pathOf(unit: Unit, from: number, to: number): string {
  let path = '';
  for (let at = from; at < to; at += 1) path += `${classOf(unit, at)} `;
  return path;
}
