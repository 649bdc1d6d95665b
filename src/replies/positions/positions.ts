import type { Article } from '#core/article';
import type { Briefing } from '#core/briefing';
import type { Choice } from '#core/commands/choice';
import { inEnglish, type Translate } from '#core/messages/index';
import type { Position } from '#core/position';
import type { Reply, RichText } from '#core/reply';
import { nameAtStart, speakerChoice } from '#lookup/labels';
import {
  action,
  actions,
  answer,
  context,
  heading,
  joinWithDots,
  joinWords,
  paragraph,
  select,
  strong,
} from '../blocks.ts';
import { evidenceOf, paragraphMark } from '../evidence.ts';
import { pageLabel, pageOf } from '../pages.ts';
import { speakerDetails } from '../speakers.ts';
import { showsCue, statementText } from '../statement.ts';
import { STANCE_LABELS } from './stance-labels.ts';

/** The maximum number of rows that fit one message on every platform. */
const POSITIONS_PER_PAGE = 12;
/** The maximum number of rows per camp before the next camp follows, so that opponents are on the first page. */
const ROWS_PER_CAMP = 5;

/** The request, repeated for the next page. */
export interface PositionsQuery {
  readonly actor: string | undefined;
  readonly page: number;
}

/** Lists positions: camp, speaker and stance, each with the supporting words. */
export function positions(
  briefing: Briefing,
  shown: readonly Position[],
  query: PositionsQuery,
  t: Translate = inEnglish,
): Reply {
  const { article } = briefing;
  const page = pageOf(inTurns(shown), query.page, POSITIONS_PER_PAGE);
  const rows = campsTogether(page.items);
  const pageAction = (label: string, number: number) =>
    number < 1 || number > page.pages
      ? undefined
      : action(label, 'positions', { article: article.id, actor: query.actor, page: String(number) });
  return answer(
    heading(t('positions.title'), 2),
    context(...joinWithDots([article.title, pageLabel(page, t)].filter((text) => text !== ''))),
    {
      type: 'table',
      columns: [t('positions.camp'), t('positions.who'), t('positions.stance'), t('positions.words')],
      rows: rows.map((position, index) => row(article, position, rows[index - 1], t)),
    },
    actions(
      pageAction(t('page.previous'), page.number - 1),
      pageAction(t('page.next'), page.number + 1),
      action(t('brief.quotes'), 'quotes', { article: article.id, speaker: query.actor }),
      query.actor === undefined ? undefined : action(t('positions.all'), 'positions', { article: article.id }),
    ),
    select(
      { label: t('positions.choose'), command: 'positions', option: 'actor', options: { article: article.id } },
      actorChoices(briefing),
    ),
  );
}

/** The first rows of every camp, then the remaining rows. */
function inTurns(shown: readonly Position[]): readonly Position[] {
  const camps = [...Map.groupBy(shown, ({ side }) => side).values()];
  return [
    ...camps.flatMap((camp) => camp.slice(0, ROWS_PER_CAMP)),
    ...camps.flatMap((camp) => camp.slice(ROWS_PER_CAMP)),
  ];
}

const campsTogether = (shown: readonly Position[]): readonly Position[] =>
  [...Map.groupBy(shown, ({ side }) => side).values()]
    .flatMap((camp) => [...Map.groupBy(camp, ({ speaker }) => speaker.id).values()])
    .flat();

/** The choices of the menu: the camps, then all speakers with a position. */
const actorChoices = ({ positions }: Briefing): readonly Choice[] => [
  ...positions.flatMap(({ speaker: { side } }) => (side === undefined ? [] : [{ label: side, value: side }])),
  ...positions.map(({ speaker }) => speakerChoice(speaker)),
];

/** Camp and speaker are named only in their first row. */
function row(article: Article, position: Position, previous: Position | undefined, t: Translate): readonly RichText[] {
  const sameSide = previous?.side === position.side;
  const sameSpeaker = sameSide && previous?.speaker.id === position.speaker.id;
  return [
    sameSide ? [] : [strong(campLabel(position))],
    sameSpeaker ? [] : [strong(nameAtStart(position.speaker)), ...office(position, t)],
    [t(STANCE_LABELS[position.stance])],
    evidenceText(article, position, t),
  ];
}

/** A speaker who is a camp of one has no name for it but their own, which stands in the next column. */
const campLabel = ({ side, speaker }: Position): string => (side === speaker.name ? (speaker.side ?? '—') : side);

/** The supporting words of a position, their location, and the number of further statements. */
export function evidenceText(article: Article, position: Position, t: Translate): RichText {
  const [first, ...others] = position.evidence;
  if (!first) return [];
  const rest = others.length > 0 ? [` · ${t('more', { count: others.length })}`] : [];
  return [positionText(article, position), ' · ', paragraphMark(evidenceOf(article, first, t)), ...rest];
}

/** The supporting words of a position. */
export const positionText = (article: Article, { evidence: [first], words }: Position): string =>
  first ? statementText(article, first, words) : '';

/** Whether these words begin with the reporting verb, which says the stance by itself. */
export const opensWithVerb = (article: Article, { evidence: [first], words }: Position): boolean =>
  first !== undefined && showsCue(article, first, words.span);

/** The speaker’s details without the camp, which has its own column. */
function office({ speaker }: Position, t: Translate): readonly string[] {
  const { side: _, ...rest } = speaker;
  const known = speakerDetails(rest, t);
  return known === '' ? [] : [`, ${known}`];
}

/** “his family”, “a statement”: it does not tell whose. */
const NOT_INTRODUCED =
  /^(?:(?:his|her|their|its) .+|(?:an?|the|this) (?:\p{Ll}+ )?(?:statement|post|posting|letter|report|message|note|document))$/iu;
/** The maximum number of names in one sentence. */
const MAX_NAMES = 5;

/** The reply for an article, or a speaker in it, without positions: lists who is quoted. */
export function noPositions({ article, quotes }: Briefing, actor: string | undefined, t: Translate = inEnglish): Reply {
  const names = quotes.flatMap(({ speaker }) =>
    speaker.kind === 'named' && !NOT_INTRODUCED.test(speaker.speaker.name) ? [nameAtStart(speaker.speaker)] : [],
  );
  const quoted = [...new Set(names)];
  const others = quoted.length - MAX_NAMES;
  const shown = [...quoted.slice(0, MAX_NAMES), ...(others > 0 ? [t('positions.others', { count: others })] : [])];
  return answer(
    paragraph(
      actor === undefined
        ? t('positions.nobody')
        : t('positions.none', { actor: `${actor.charAt(0).toUpperCase()}${actor.slice(1)}` }),
    ),
    context(article.title),
    actor === undefined && shown.length > 0
      ? paragraph(t('positions.quoted', { names: joinWords(shown, 'and', t) }))
      : undefined,
    quoted.length > 0
      ? actions(action(t('brief.quotes'), 'quotes', { article: article.id, speaker: actor }))
      : undefined,
  );
}
