import type { Briefing } from '#core/briefing';
import { type Element, h } from '../drawings/elements.ts';

/** Filters by speaker or side: only their words remain coloured. */
export function controls({ speakers, attributions }: Briefing): Element {
  const sides = [...new Set(speakers.flatMap(({ side }) => (side === undefined ? [] : [side])))].sort();
  const counts = new Map<string, number>();
  for (const { speaker } of attributions) {
    const id = speaker.kind === 'named' ? speaker.speaker.id : '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return h('form.filters', { role: 'search', ariaLabel: 'Filter' }, [
    select('speaker', 'Speaker', [
      ['', 'Everyone'],
      ...speakers.map(({ id, name }): readonly [string, string] => [id, `${name} (${counts.get(id) ?? 0})`]),
    ]),
    sides.length === 0
      ? ''
      : select('side', 'Side', [['', 'All sides'], ...sides.map((side): readonly [string, string] => [side, side])]),
    h('p.count', { role: 'status' }),
  ]);
}

const select = (name: string, label: string, options: readonly (readonly [value: string, label: string])[]): Element =>
  h('label', [`${label} `, h('select', { name }, ...options.map(([value, text]) => h('option', { value }, text)))]);
