import type { Briefing, Length } from '#core/briefing';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Block } from '#core/reply';
import type { ShownSentence } from '#core/shown-sentence';
import { overlaps } from '#core/span';
import { excerptText } from '#core/text/span-text';
import { heading, list, paragraph, strong } from './blocks.ts';
import { quotesToShow } from './brief-quotes.ts';
import { standoffLines } from './positions/standoff.ts';
import { quoteWithByline } from './statement.ts';
import { wordsInBlocks } from './word-count.ts';

type Detail = Exclude<Length, 'headline'>;

/** The sections after “what’s new”, in display order. */
const SECTIONS = ['keyPoints', 'theySay', 'standoff', 'outlook'] as const;
type Section = (typeof SECTIONS)[number];

/** A candidate for display, with the maximum number of words of a short brief that includes it. */
interface Part {
  readonly section: Section;
  readonly block: Block;
  readonly room: number;
}

/** The number of quotations shown for each length. */
const MAX_QUOTES = { short: 2, full: 4 } as const;
/** The maximum number of words of a short brief that says who stands where. */
const ROOM_BESIDE_STANDOFF = 120;
/**
 * Everything after “what’s new”. A short brief selects parts by importance while there is room, and then
 * shows them in section order.
 */
export function briefParts(
  briefing: Briefing,
  length: Detail,
  above: readonly Block[],
  t: Translate = inEnglish,
): readonly Block[] {
  const admitted: Part[] = [];
  let used = wordsInBlocks(above);
  for (const part of partsOf(briefing, length, t)) {
    const isFirst = admitted.every(({ section }) => section !== part.section);
    const words = wordsInBlocks([part.block, ...(isFirst ? titleOf(part.section, inEnglish) : [])]);
    if (length === 'short' && used + words > part.room) continue;
    used += words;
    admitted.push(part);
  }
  return SECTIONS.flatMap((section) =>
    drawn(
      section,
      admitted.filter((part) => part.section === section),
      t,
    ),
  );
}

/** The candidates for display, most important first. */
function partsOf(briefing: Briefing, length: Detail, t: Translate): readonly Part[] {
  const { article } = briefing;
  const points = unheardFirst(briefing, pointsOf(briefing, length)).map((point) =>
    list([[excerptText(article, point)]]),
  );
  const quotes = quotesToShow(briefing, pointsOf(briefing, length))
    .slice(0, MAX_QUOTES[briefing.kind === 'interview' ? 'full' : length])
    .map((quote) => quoteWithByline(article, quote, t));
  const standoff = list(standoffLines(length === 'short' ? withFirstOfCamps(briefing) : briefing, t));
  const part = (section: Section, most: number, block: Block | undefined): readonly Part[] => {
    const room = standoff && section !== 'standoff' ? Math.min(most, ROOM_BESIDE_STANDOFF) : most;
    return block ? [{ section, room, block }] : [];
  };
  const [first, second, ...others] = points;
  const [quote, ...otherQuotes] = quotes;
  return [
    // Who stands where says most of a dispute, so that it comes before key points.
    ...part('standoff', 178, standoff),
    ...part('keyPoints', 175, first),
    ...part('keyPoints', 150, second),
    ...part('theySay', 141, quote),
    ...others.flatMap((point) => part('keyPoints', 132, point)),
    ...outlook(briefing, t).flatMap((block) => part('outlook', 142, block)),
    ...otherQuotes.flatMap((other) => part('theySay', 118, other)),
  ];
}

/** The first position of each camp, which is the nearest to the subject of the story. */
const withFirstOfCamps = (briefing: Briefing): Briefing => ({
  ...briefing,
  standoff: [...Map.groupBy(briefing.standoff, ({ side }) => side).values()].flatMap((camp) => camp.slice(0, 1)),
});

/** One list for all key points; the outlook has labels and no heading. */
function drawn(section: Section, parts: readonly Part[], t: Translate): readonly Block[] {
  if (parts.length === 0) return [];
  const blocks = parts.map(({ block }) => block);
  if (section !== 'keyPoints') return [...titleOf(section, t), ...blocks];
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
  return [...titleOf(section, t), { type: 'list', items }];
}

const titleOf = (section: Section, t: Translate): readonly Block[] =>
  section === 'outlook' ? [] : [heading(t(`brief.${section}`), 2)];

const outlook = ({ article, notYetKnown, next }: Briefing, t: Translate): readonly Block[] => [
  ...(notYetKnown ? [paragraph(strong(t('brief.notYetKnown')), excerptText(article, notYetKnown))] : []),
  ...(next ? [paragraph(strong(t('brief.next')), excerptText(article, next))] : []),
];

/** The key points shown for a length. */
const pointsOf = ({ keyPoints }: Briefing, length: Length): Briefing['keyPoints'] =>
  length === 'headline' ? [] : keyPoints.filter(({ minimumLength }) => length === 'full' || minimumLength === 'short');

/** Puts points told by those who are shown under “who stands where” after the others: their say is there. */
function unheardFirst({ attributions, standoff }: Briefing, points: Briefing['keyPoints']): Briefing['keyPoints'] {
  const heard = new Set(standoff.map(({ speaker }) => speaker?.id));
  const statements = attributions.filter(({ speaker }) => speaker.kind === 'named' && heard.has(speaker.speaker.id));
  const isHeard = ({ span }: ShownSentence): boolean => statements.some(({ sentences }) => overlaps(sentences, span));
  return points.toSorted((a, b) => Number(isHeard(a)) - Number(isHeard(b)));
}
