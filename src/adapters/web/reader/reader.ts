import type { ArticlePart } from '#core/article';
import type { Attribution } from '#core/attribution';
import type { CatalogEntry } from '#core/catalog';
import type { Speaker } from '#core/speaker';
import { type Child, type Element, h, link } from '../drawings/elements.ts';
import { counted, showDate } from '../words.ts';
import { controls } from './filters.ts';
import { note } from './notes.ts';
import { cardLink, overviews, type PictureLinks } from './pictures.ts';
import { createSegmenter, type Segment } from './segments.ts';

/** The number of distinguishable colours; the speaker's name is shown next to the words anyway. */
const COLOURS = 8;

/** An article with its statements, each at its place. */
export function reader(entry: CatalogEntry, pictures: PictureLinks): readonly Element[] {
  const { article, briefing } = entry;
  const { attributions, speakers } = briefing;
  const segmentsOf = createSegmenter(article, attributions);
  const colours = coloursOf(speakers);
  const cards = new Set(briefing.quotes.map(({ id }) => id));
  const drawn = new Set<string>();
  const parts = numbered(article.parts).map(({ part, number }) => {
    const segments = segmentsOf(part);
    const first = [...new Set(segments.flatMap(({ said }) => said))].filter(({ id }) => !drawn.has(id));
    for (const { id } of first) drawn.add(id);
    const opened = new Set<string>();
    const words = segments.map((segment) => drawSegment(segment, { colours, first, opened }));
    return h('section.part', [
      h(TAGS[part.kind], number > 0 ? { id: `p${number}` } : {}, [
        ...(number > 0
          ? [h('a.number', { href: `#p${number}`, ariaLabel: `Paragraph ${number}`, dataNumber: `¶${number}` })]
          : []),
        ...words,
      ]),
      first.length > 0
        ? h(
            'ul.notes',
            ...first.map((attribution) =>
              note(
                article,
                attribution,
                colourOf(attribution, colours),
                cards.has(attribution.id) ? cardLink(attribution.id, pictures) : '',
              ),
            ),
          )
        : '',
    ]);
  });
  return [
    h('article.reader', [
      h('p.byline', ...sourceLine(article, attributions.length)),
      controls(briefing),
      attributions.length > 0 ? marks() : '',
      overviews(entry, pictures),
      // If a file has no headline, its title is used.
      ...(article.parts.some(({ kind }) => kind === 'headline') ? [] : [h('h1', article.title)]),
      ...parts,
    ]),
  ];
}

/** What each kind of mark means. */
const marks = (): Element =>
  h('p.marks', [
    'Marked: ',
    h('span.said.quoted.by-0', 'quotation'),
    ', ',
    h('span.said.by-0', 'paraphrase'),
    ', ',
    h('span.source', 'speaker'),
    ', ',
    h('span.cue', 'verb'),
    '. Point at marked words, or move to them with Tab, for who said them and why.',
  ]);

const TAGS = { headline: 'h1', subheadline: 'p.standfirst', heading: 'h2', paragraph: 'p' } as const satisfies Record<
  ArticlePart['kind'],
  string
>;

/** Numbers the paragraphs as briefings do. */
function numbered(parts: readonly ArticlePart[]): readonly { readonly part: ArticlePart; readonly number: number }[] {
  let number = 0;
  return parts.map((part) => {
    if (part.kind !== 'paragraph') return { part, number: 0 };
    number += 1;
    return { part, number };
  });
}

type Colours = ReadonlyMap<string, number>;

const coloursOf = (speakers: readonly Speaker[]): Colours =>
  new Map(speakers.map(({ id }, index) => [id, index % COLOURS]));

const colourOf = ({ speaker }: Attribution, colours: Colours): string =>
  speaker.kind === 'named' ? `by-${colours.get(speaker.speaker.id) ?? 0}` : 'by-unknown';

interface Drawing {
  readonly colours: Colours;
  /** The statements that begin in this part. */
  readonly first: readonly Attribution[];
  /** Those of them whose first words have been drawn. */
  readonly opened: Set<string>;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Draws words of a statement. The first ones link to the note next to them, for keyboard users. */
function drawSegment(
  { text, said, about, isQuoted, isCue, isSource }: Segment,
  { colours, first, opened }: Drawing,
): Child {
  const [shortest] = said;
  const className = [
    ...(shortest ? ['said', colourOf(shortest, colours)] : []),
    ...(isQuoted ? ['quoted'] : []),
    ...(isCue ? ['cue'] : []),
    ...(isSource ? ['source'] : []),
  ];
  if (className.length === 0) return text;
  // A quotation mark alone would be too small a target.
  const opening = LETTER.test(text)
    ? said.find((attribution) => first.includes(attribution) && !opened.has(attribution.id))
    : undefined;
  if (opening) opened.add(opening.id);
  const properties = {
    className,
    ...(shortest ? { dataSaid: idsOf(said) } : {}),
    ...(about.length > 0 ? { dataAbout: idsOf(about) } : {}),
  };
  return opening
    ? h('a', { ...properties, id: opening.id, href: `#note-${opening.id}` }, text)
    : h('span', properties, text);
}

const idsOf = (attributions: readonly Attribution[]): string => attributions.map(({ id }) => id).join(' ');

function sourceLine({ publisher, published, authors, url }: CatalogEntry['article'], count: number): readonly Child[] {
  const pieces: readonly Child[] = [
    ...(publisher === undefined ? [] : [publisher]),
    ...(authors.length > 0 ? [authors.join(', ')] : []),
    ...(published ? [h('time', { dateTime: published.at }, showDate(published.at))] : []),
    counted(count, 'statement'),
    ...(url === undefined ? [] : [link(url, 'The original')]),
  ];
  return pieces.flatMap((piece, index): readonly Child[] => (index === 0 ? [piece] : [' · ', piece]));
}
