import type { Attribution } from '#core/attribution';
import { overlaps, type Span } from '#core/span';
import type { Speaker } from '#core/speaker';
import type { ExpectedSpeaker, Row } from './expected.ts';

/** The attribution whose content has most in common with the words of the row. */
export function attributionFor(row: Row, attributions: readonly Attribution[]): Attribution | undefined {
  const ranked = attributions
    .map((attribution) => ({ attribution, shared: common(row.fragments, attribution.content) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared);
  return ranked[0]?.attribution;
}

/** The differences between an attribution and its row, one short phrase each. */
export function faults(
  row: Row,
  got: Attribution | undefined,
  rows: readonly Row[],
  all: readonly Attribution[],
): string {
  if (!got) return 'nobody is said to have said this';
  const same = row.speaker.sameAs === undefined ? undefined : rows[row.speaker.sameAs];
  const first = same && speakerOf(attributionFor(same, all));
  const speaker = speakerOf(got);
  return [
    differs('kind', [row.kind], got.kind),
    differs('stance', row.stances, got.stance),
    row.fragments.every((fragment) => got.content.some((span) => overlaps(span, fragment))) ? '' : 'only part of it',
    row.parts > 1 && got.quoted.length !== row.parts ? `${got.quoted.length} quoted parts, not ${row.parts}` : '',
    speaker ? wrongSpeaker(row.speaker, speaker, first) : `speaker unknown, not ${row.speaker.name}: ${unknown(got)}`,
    speaker && differs('side', [row.side], speaker.side ?? 'none'),
  ]
    .filter(Boolean)
    .join('; ');
}

const speakerOf = (got: Attribution | undefined): Speaker | undefined =>
  got?.speaker.kind === 'named' ? got.speaker.speaker : undefined;

const unknown = (got: Attribution): string => (got.speaker.kind === 'unknown' ? got.speaker.why : '');

const differs = (what: string, allowed: readonly string[], got: string): string =>
  allowed.includes(got) ? '' : `${what} ${got}, not ${allowed.join(' or ')}`;

function wrongSpeaker(wanted: ExpectedSpeaker, got: Speaker, first: Speaker | undefined): string {
  if (wanted.sameAs !== undefined && first && first.id !== got.id)
    return `speaker ${got.name}, not ${first.name} again`;
  if (wanted.anonymous !== (got.type === 'anonymous')) return `speaker ${got.name} is ${got.type}`;
  const right = wanted.anonymous ? describes(wanted.name, got) : words(wanted.name).join() === words(got.name).join();
  if (!right) return `speaker ${got.name}, not ${wanted.name}`;
  if (wanted.sameAs === undefined && wanted.role && got.type === 'person') return wrongRole(wanted.role, got);
  return '';
}

/** Unnamed speakers are compared by their description: half of its words must match. */
const describes = (wanted: string, got: Speaker): boolean =>
  covered(words(wanted), words([got.name, ...got.aliases].join(' '))) >= 0.5;

function wrongRole(wanted: string, got: Speaker): string {
  const known = words([got.role, got.body, got.side].filter(Boolean).join(' '));
  return covered(words(wanted), known) >= 0.5 ? '' : `role ${got.role ?? 'none'}, not ${wanted}`;
}

const covered = (wanted: readonly string[], got: readonly string[]): number =>
  wanted.filter((word) => got.includes(word)).length / wanted.length;

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).filter((word) => !['a', 'an', 'the', 'one'].includes(word));

function common(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return sum;
}
