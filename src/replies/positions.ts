import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { Choice } from '#core/choice';
import type { Position } from '#core/position';
import type { Reply, RichText } from '#core/reply';
import { nameAtStart, nameInLine, speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, heading, joinWithDots, paragraph, select, strong } from './blocks.ts';
import { evidenceOf, paragraphMark } from './evidence.ts';
import { pageLabel, pageOf } from './pages.ts';
import { speakerDetails } from './speakers.ts';
import { statementText } from './statement.ts';

/** So many rows fit one message everywhere. */
const POSITIONS_PER_PAGE = 8;

/** What was asked for, so that the next page can be asked for alike. */
export interface PositionsQuery {
  readonly actor: string | undefined;
  readonly page: number;
}

/** Who stands where: side, speaker, stance, each with the words it rests on. */
export function positions(briefing: Briefing, shown: readonly Position[], query: PositionsQuery): Reply {
  const { article } = briefing;
  const page = pageOf(shown, query.page, POSITIONS_PER_PAGE);
  const pageAction = (label: string, number: number) =>
    number < 1 || number > page.pages
      ? undefined
      : action(label, 'positions', { article: article.id, actor: query.actor, page: String(number) });
  return answer(
    heading('Positions', 2),
    context(...joinWithDots([article.title, pageLabel(page)].filter((text) => text !== ''))),
    {
      type: 'table',
      columns: ['Side', 'Speaker', 'Stance', 'Words'],
      rows: page.items.map((position, index) => row(article, position, page.items[index - 1])),
    },
    actions(
      pageAction('Previous', page.number - 1),
      pageAction('Next', page.number + 1),
      action('Quotes', 'quotes', { article: article.id, speaker: query.actor }),
      query.actor === undefined ? undefined : action('All positions', 'positions', { article: article.id }),
    ),
    select(
      { label: 'Speaker or side', command: 'positions', option: 'actor', options: { article: article.id } },
      actorChoices(briefing),
    ),
  );
}

/** Whose positions there are to choose from: the sides, then everybody who takes one. */
const actorChoices = ({ positions }: Briefing): readonly Choice[] => [
  ...positions.flatMap(({ speaker: { side } }) => (side === undefined ? [] : [{ label: side, value: side }])),
  ...positions.map(({ speaker }) => speakerChoice(speaker)),
];

/** Side and speaker are named once, where they begin. */
function row(article: Article, position: Position, previous: Position | undefined): readonly RichText[] {
  const sameSide = previous?.side === position.side;
  const sameSpeaker = sameSide && previous?.speaker.id === position.speaker.id;
  return [
    sameSide ? [] : [strong(position.speaker.side ?? '—')],
    sameSpeaker ? [] : [strong(nameAtStart(position.speaker)), ...office(position)],
    [position.stance],
    evidenceText(article, position),
  ];
}

/** The firmest words of a position, where they stand, and how many more there are. */
export function evidenceText(article: Article, { evidence }: Position): RichText {
  const [first, ...others] = evidence;
  if (!first) return [];
  const rest = others.length > 0 ? [` · +${others.length} more`] : [];
  return [statementText(article, first), ' · ', paragraphMark(evidenceOf(article, first)), ...rest];
}

/** The side has a column of its own. */
function office({ speaker }: Position): readonly string[] {
  const { side: _, ...rest } = speaker;
  const known = speakerDetails(rest);
  return known === '' ? [] : [`, ${known}`];
}

/** How many sides are shown, and how many stances of each. */
interface SideLimits {
  readonly sides: number;
  readonly stances: number;
}

/** As many names as one stance shows in a line. */
const MAX_NAMES = 2;

/** One line per side: its stances with who takes each, and where the firmest words for it stand. */
export function sideLines({ article, positions }: Briefing, limits: SideLimits): readonly RichText[] {
  const sides = [...Map.groupBy(positions, ({ side }) => side)];
  const hidden = sides.length - limits.sides;
  const lines = sides.slice(0, limits.sides).map(([side, all]): RichText => {
    const stances = [...Map.groupBy(all, ({ stance }) => stance)];
    const shown = stances.slice(0, limits.stances).map(([stance, takers]): RichText => {
      const alone = takers.length === 1 && takers[0]?.speaker.name === side;
      const names = takers.slice(0, MAX_NAMES).map((taker) => holderText(article, taker, alone));
      return [`${stance} (`, ...joinTexts(', ', names), `${moreText(takers.length - MAX_NAMES)})`];
    });
    const [{ speaker } = {}] = all;
    const label = speaker?.name === side ? nameAtStart(speaker) : side;
    return [strong(label), ': ', ...joinTexts(', ', shown), moreText(stances.length - limits.stances)];
  });
  return hidden > 0 ? [...lines, [`+${hidden} more`]] : lines;
}

const moreText = (hidden: number): string => (hidden > 0 ? `, +${hidden} more` : '');

const joinTexts = (separator: string, texts: readonly RichText[]): RichText =>
  texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));

/** Who takes a stance, and where; the name goes without saying where the side is nobody else. */
function holderText(article: Article, { speaker, evidence: [first] }: Position, alone: boolean): RichText {
  const where = first ? [paragraphMark(evidenceOf(article, first))] : [];
  const gap = first?.paragraph === 0 ? ' in the ' : ' ';
  return alone ? where : [nameInLine(speaker), ...where.flatMap((mark) => [gap, mark])];
}

/** Where nobody takes a position. */
export const noPositions = (whom?: string): Reply =>
  answer(paragraph(whom === undefined ? 'Nobody takes a position in this article.' : `${whom}: no statement found.`));
