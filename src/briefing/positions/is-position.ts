import type { Attribution } from '#core/attribution';
import { countWords } from '../words/clauses.ts';

/** Below this a speaker is a guess. */
const MIN_CONFIDENCE = 0.7;
/** Fewer words say what about, but not what. */
const MIN_WORDS = 4;
/** Stating or foretelling something takes no side. */
const NO_POSITION: ReadonlySet<string> = new Set(['states', 'confirms', 'predicts']);
/** What an institution or a paper says of these kinds is what it has found out, not where it stands. */
const FINDINGS: ReadonlySet<string> = new Set(['considers', 'warns']);

/** Whether this statement takes a stand: it does not merely state a fact, and its speaker is certain. */
export function isPosition({ speaker, confidence, stance, kind, content, quoted }: Attribution, text: string): boolean {
  if (speaker.kind !== 'named' || confidence < MIN_CONFIDENCE || NO_POSITION.has(stance)) return false;
  const { type } = speaker.speaker;
  if (FINDINGS.has(stance) && kind !== 'direct' && (type === 'organisation' || type === 'document')) return false;
  if (type === 'document') return false;
  const spans = kind === 'direct' ? quoted : content;
  return spans.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0) >= MIN_WORDS;
}
