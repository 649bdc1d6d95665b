import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { Choice } from '#core/choice';
import type { Position } from '#core/position';
import type { Reply, RichText } from '#core/reply';
import { nameAtStart, nameInLine, speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, dotted, heading, paragraph, select, strong } from './blocks.ts';
import { evidenceOf, pilcrow } from './evidence.ts';
import { pageOf, showPage } from './pages.ts';
import { standing } from './speakers.ts';
import { statement } from './statement.ts';

/** So many rows fit one message everywhere. */
const POSITIONS_A_PAGE = 8;

/** What was asked for, so that the next page can be asked for alike. */
export interface PositionsAsked {
  readonly actor: string | undefined;
  readonly page: number;
}

/** Who stands where: side, speaker, stance, each with the words it rests on. */
export function positions(briefing: Briefing, shown: readonly Position[], asked: PositionsAsked): Reply {
  const { article } = briefing;
  const page = pageOf(shown, asked.page, POSITIONS_A_PAGE);
  const turn = (label: string, number: number) =>
    number < 1 || number > page.pages
      ? undefined
      : action(label, 'positions', { article: article.id, actor: asked.actor, page: String(number) });
  return answer(
    heading('Positions', 2),
    context(...dotted([article.title, showPage(page)].filter((text) => text !== ''))),
    {
      type: 'table',
      columns: ['Side', 'Speaker', 'Stance', 'Words'],
      rows: page.items.map((position, index) => row(article, position, page.items[index - 1])),
    },
    actions(
      turn('Previous', page.number - 1),
      turn('Next', page.number + 1),
      action('Quotes', 'quotes', { article: article.id, speaker: asked.actor }),
      asked.actor === undefined ? undefined : action('All positions', 'positions', { article: article.id }),
    ),
    select(
      { label: 'Speaker or side', command: 'positions', option: 'actor', options: { article: article.id } },
      takers(briefing),
    ),
  );
}

/** Whose positions there are to choose from: the sides, then everybody who takes one. */
const takers = ({ positions }: Briefing): readonly Choice[] => [
  ...positions.flatMap(({ speaker: { side } }) => (side === undefined ? [] : [{ label: side, value: side }])),
  ...positions.map(({ speaker }) => speakerChoice(speaker)),
];

/** Side and speaker are named once, where they begin. */
function row(article: Article, position: Position, above: Position | undefined): readonly RichText[] {
  const sameSide = above?.side === position.side;
  const sameSpeaker = sameSide && above?.speaker.id === position.speaker.id;
  return [
    sameSide ? [] : [strong(position.speaker.side ?? '—')],
    sameSpeaker ? [] : [strong(nameAtStart(position.speaker)), ...office(position)],
    [position.stance],
    words(article, position),
  ];
}

/** The firmest words of a position, where they stand, and how many more there are. */
export function words(article: Article, { evidence }: Position): RichText {
  const [first, ...others] = evidence;
  if (!first) return [];
  const rest = others.length > 0 ? [` · +${others.length} more`] : [];
  return [statement(article, first), ' · ', pilcrow(evidenceOf(article, first)), ...rest];
}

/** The side has a column of its own. */
function office({ speaker }: Position): readonly string[] {
  const { side: _, ...rest } = speaker;
  const known = standing(rest);
  return known === '' ? [] : [`, ${known}`];
}

/** How many sides are shown, and how many stances of each. */
interface Most {
  readonly sides: number;
  readonly stances: number;
}

/** As many names as one stance shows in a line. */
const NAMES = 2;

/** One line per side: its stances with who takes each, and where the firmest words for it stand. */
export function sideLines({ article, positions }: Briefing, most: Most): readonly RichText[] {
  const sides = [...Map.groupBy(positions, ({ side }) => side)];
  const hidden = sides.length - most.sides;
  const lines = sides.slice(0, most.sides).map(([side, all]): RichText => {
    const stances = [...Map.groupBy(all, ({ stance }) => stance)];
    const shown = stances.slice(0, most.stances).map(([stance, takers]): RichText => {
      const alone = takers.length === 1 && takers[0]?.speaker.name === side;
      const names = takers.slice(0, NAMES).map((taker) => taken(article, taker, alone));
      return [`${stance} (`, ...between(', ', names), `${more(takers.length - NAMES)})`];
    });
    const [{ speaker } = {}] = all;
    const label = speaker?.name === side ? nameAtStart(speaker) : side;
    return [strong(label), ': ', ...between(', ', shown), more(stances.length - most.stances)];
  });
  return hidden > 0 ? [...lines, [`+${hidden} more`]] : lines;
}

const more = (hidden: number): string => (hidden > 0 ? `, +${hidden} more` : '');

const between = (mark: string, texts: readonly RichText[]): RichText =>
  texts.flatMap((text, index) => (index === 0 ? text : [mark, ...text]));

/** Who takes a stance, and where; the name goes without saying where the side is nobody else. */
function taken(article: Article, { speaker, evidence: [first] }: Position, alone: boolean): RichText {
  const where = first ? [pilcrow(evidenceOf(article, first))] : [];
  const gap = first?.paragraph === 0 ? ' in the ' : ' ';
  return alone ? where : [nameInLine(speaker), ...where.flatMap((mark) => [gap, mark])];
}

/** Where nobody takes a position. */
export const noPositions = (whom?: string): Reply =>
  answer(paragraph(whom === undefined ? 'Nobody takes a position in this article.' : `${whom}: no statement found.`));
