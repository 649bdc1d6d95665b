import type { Article } from '#core/article';
import type { Attribution } from '#core/attribution';
import { truncate } from '#text/truncate';
import { type Child, type Element, h } from '../drawings/elements.ts';

const KINDS = {
  direct: 'whole quotation',
  mixed: 'words quoted in a sentence',
  indirect: 'paraphrase',
} as const satisfies Record<Attribution['kind'], string>;

/** The note next to a statement: speaker and kind; expanded, the details of the speaker and the reasons. */
export function note(article: Article, attribution: Attribution, colour: string, card: Element | ''): Element {
  const { id, kind, stance, speaker } = attribution;
  const known = speaker.kind === 'named' ? speaker.speaker : undefined;
  return h(
    'li.note',
    {
      id: `note-${id}`,
      className: [colour],
      dataSpeaker: known?.id ?? '',
      dataSide: known?.side ?? '',
    },
    h('details', [
      h('summary', [
        h('span.who', known?.name ?? 'Unclear who'),
        ' ',
        h('span.stance', stance),
        ...confidence(attribution),
      ]),
      h('div.facts', [
        h('dl', ...facts(article, attribution, kind)),
        h('p', [h('a', { href: `#${id}` }, 'To the words'), ' ', card]),
      ]),
    ]),
  );
}

/** The confidence of the attribution, if given. */
function confidence(attribution: Attribution): readonly Child[] {
  const given = (attribution as { readonly confidence?: number }).confidence;
  return given === undefined ? [] : [' ', h('span.confidence', `${Math.round(given * 100)}% sure`)];
}

function facts({ text }: Article, { speaker, why }: Attribution, kind: Attribution['kind']): readonly Element[] {
  const known = speaker.kind === 'named' ? speaker.speaker : undefined;
  const decided = text.slice(why.span.start, why.span.end).replace(/\s+/gu, ' ').trim();
  return [
    ...fact('Role', known?.office ?? known?.role),
    ...fact('Body', known?.office === undefined ? known?.body : undefined),
    ...fact('Side', known?.side),
    ...fact('Speaker', speaker.kind === 'unknown' ? `unclear: ${speaker.why}` : undefined),
    ...fact('Kind', KINDS[kind]),
    ...fact('Decided by', decided === '' ? why.rule : `${why.rule}: “${clip(decided)}”`),
  ];
}

const LONGEST_EVIDENCE = 160;

const clip = (text: string): string => truncate(text, LONGEST_EVIDENCE);

const fact = (name: string, value: string | undefined): readonly Element[] =>
  value === undefined ? [] : [h('dt', name), h('dd', value)];
