import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_LABELS } from '#briefing/attributions/learned/candidates';
import { columnsOf, type TokenColumns } from '#briefing/attributions/learned/token-columns';
import type { Range } from '../src/briefing/attributions/cue-context.ts';
import { type Unit, unitsOf } from '../src/briefing/attributions/units.ts';
import { tokenise } from '../src/briefing/mentions/tokens.ts';
import { normalise, type Reading } from '../src/briefing/normalise.ts';
import { pairMarks } from '../src/briefing/quotes/marks.ts';
import { segment } from '../src/briefing/segment.ts';
import type { PartKind } from '../src/core/article.ts';
import { readFileArticle } from '../src/library/index.ts';

/** A labelled attribution, as the tokens of one unit. */
export interface LabelledReport {
  readonly cue: Range;
  /** The index in `ROLE_LABELS` of each token. */
  readonly roles: Uint8Array;
}

export interface LabelledUnit {
  readonly columns: TokenColumns;
  readonly kind: PartKind;
  readonly reports: readonly LabelledReport[];
}

type Pair = readonly [start: number, end: number];
interface Gold {
  readonly attributions: readonly { readonly source: Pair[]; readonly cue: Pair[]; readonly content: Pair[] }[];
}

const [OUTSIDE, SOURCE, CONTENT, CUE] = ['outside', 'source', 'content', 'cue'].map((label) =>
  ROLE_LABELS.indexOf(label),
) as [number, number, number, number];

/** The units of every article of a folder, grouped by article. */
export async function labelledArticles(folder: string): Promise<LabelledUnit[][]> {
  const articles: LabelledUnit[][] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue;
    const path = join(folder, name);
    const gold = JSON.parse(readFileSync(path.replace(/\.txt$/, '.gold.json'), 'utf8')) as Gold;
    const reading = normalise(await readFileArticle(path));
    const sentences = segment(reading);
    const units = unitsOf(reading, tokenise(reading, sentences), sentences, pairMarks(reading));
    articles.push(units.filter(({ tokens }) => tokens.length > 0).map((unit) => labelled(reading, unit, gold)));
  }
  return articles;
}

function labelled(reading: Reading, unit: Unit, gold: Gold): LabelledUnit {
  const places = unit.tokens.map((token) => reading.toArticle(token)).map(({ start, end }): Pair => [start, end]);
  const reports = gold.attributions.flatMap(({ source, cue, content }) => {
    const inCue = places.flatMap((place, at) => (unit.tokens[at]?.kind !== 'quote' && covers(cue, place) ? [at] : []));
    const [from] = inCue;
    let to = inCue.at(-1);
    if (from === undefined || to === undefined) return [];
    while (to > from && unit.tokens[to]?.kind === 'punct') to -= 1;
    const range = { from, to };
    const flat = places.map((place, at) =>
      at >= range.from && at <= range.to
        ? CUE
        : covers(content, place)
          ? CONTENT
          : covers(source, place)
            ? SOURCE
            : OUTSIDE,
    );
    return [{ cue: range, roles: withBeginnings(flat) }];
  });
  return { columns: columnsOf(unit.tokens), kind: reading.parts[unit.part]?.kind ?? 'paragraph', reports };
}

/** Adds “in source” and “in content” labels after the first token of each run. */
export function withBeginnings(flat: readonly number[]): Uint8Array {
  return Uint8Array.from(flat, (label, at) =>
    (label === SOURCE || label === CONTENT) && flat[at - 1] === label ? label + 1 : label,
  );
}

/** Removes them. */
export const withoutBeginnings = (roles: Uint8Array): number[] =>
  Array.from(roles, (label) => (label === SOURCE + 1 || label === CONTENT + 1 ? label - 1 : label));

/** Returns whether most of a token is inside the spans. */
function covers(spans: readonly Pair[], [start, end]: Pair): boolean {
  let shared = 0;
  for (const [from, to] of spans) shared += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return shared * 2 > end - start;
}
