import type { Attribution } from '#core/attribution';
import type { Briefing } from '#core/briefing';
import type { Translate } from '#core/messages/index';
import type { DrawPicture, Picture } from '#core/picture';
import type { Position } from '#core/position';
import type { Block, FileBlock, Reply } from '#core/reply';
import type { SchedulePicture } from '#core/schedule-options';
import type { Speaker } from '#core/speaker';
import { speakerChoice } from '#lookup/labels';
import { action, actions, answer, context, joinWithDots, paragraph, select } from '../blocks.ts';
import { evidenceOf, paragraphMark } from '../evidence.ts';
import { positions } from '../positions/positions.ts';
import { quoteWithByline } from '../statement.ts';
import { altTextOf } from './alt-text.ts';
import { positionMap, quoteCard, voices } from './of-article.ts';

/** The longest description that every platform accepts; if it is longer, the words follow the picture. */
const MAX_ALT_LENGTH = 1_000;

interface PictureInput {
  readonly name: string;
  readonly picture: Picture;
  /** The description if left out. */
  readonly inWords?: readonly Block[];
}

/** A picture as a file of a reply; undefined if it cannot be drawn. */
async function pictureFile(
  { name, picture, inWords }: PictureInput,
  draw: DrawPicture,
  t: Translate,
): Promise<FileBlock | undefined> {
  const content = await draw(picture);
  if (!content) return undefined;
  const alt = altTextOf(picture, t);
  return { type: 'file', name, mediaType: 'image/png', content, alt, ...(inWords && { inWords }) };
}

/** A picture, or the same in words with the reason. @param draw absent where no pictures can be shown. */
async function pictureBlocks(
  input: PictureInput,
  draw: DrawPicture | undefined,
  t: Translate,
): Promise<readonly Block[]> {
  const { inWords = [context(altTextOf(input.picture, t))] } = input;
  const file = draw && (await pictureFile(input, draw, t));
  if (file) return [file, ...(file.alt.length > MAX_ALT_LENGTH ? inWords : [])];
  return [paragraph(t(draw ? 'picture.notDrawn' : 'picture.noScreen')), ...inWords];
}

/** The request for a card, repeated by its buttons. */
export interface CardQuery {
  readonly speaker: string | undefined;
  readonly kind: string | undefined;
  readonly about: string | undefined;
}

/** The quotation with the most weight in its article; undefined if none of the statements is a quotation. */
export const firstQuotation = ({ quotes }: Briefing, among: readonly Attribution[]): Attribution | undefined =>
  quotes.find((quotation) => among.includes(quotation));

/** One quotation as a card. `speakers` are the choices of its menu. */
export async function quoteCardReply(
  briefing: Briefing,
  { quotation, speakers, query }: { quotation: Attribution; speakers: readonly Speaker[]; query: CardQuery },
  draw: DrawPicture | undefined,
  t: Translate,
): Promise<Reply> {
  const { article } = briefing;
  const { id } = article;
  const picture = {
    name: `quotation-${quotation.id}.png`,
    picture: quoteCard(article, quotation, t),
    inWords: [quoteWithByline(article, quotation, t)],
  };
  const { speaker, kind, about } = query;
  return answer(
    ...(await pictureBlocks(picture, draw, t)),
    context(...joinWithDots([article.title, paragraphMark(evidenceOf(article, quotation, t))])),
    actions(
      action(t('picture.inWords'), 'quotes', { article: id, speaker, kind, about }),
      (speaker ?? kind ?? about) ? action(t('quotes.all'), 'quotes', { article: id }) : undefined,
    ),
    select(
      { label: t('speaker.label'), command: 'quotes', option: 'speaker', options: { article: id, about, as: 'card' } },
      speakers.map(speakerChoice),
    ),
  );
}

/** The request for a map, repeated by its button. */
export interface MapQuery {
  readonly actor: string | undefined;
  readonly compare: string | undefined;
}

/** Positions as a map. */
export async function positionMapReply(
  briefing: Briefing,
  shown: readonly Position[],
  { actor, compare }: MapQuery,
  draw: DrawPicture | undefined,
  t: Translate,
): Promise<Reply> {
  const { article } = briefing;
  const inWords = positions(briefing, shown, { actor, page: 1 }, t).blocks.filter(({ type }) => type === 'table');
  return answer(
    ...(await pictureBlocks({ name: MAP_FILE, picture: positionMap(article, shown, t), inWords }, draw, t)),
    context(article.title),
    actions(
      action(t('picture.inWords'), 'positions', { article: article.id, actor, compare }),
      actor === undefined ? undefined : action(t('positions.all'), 'positions', { article: article.id, as: 'map' }),
    ),
  );
}

const MAP_FILE = 'positions.png';

/** The picture of a scheduled post about these articles, newest first; nothing if there is nothing to show. */
export async function pictureOfPost(
  kind: SchedulePicture,
  briefings: readonly Briefing[],
  draw: DrawPicture,
  t: Translate,
): Promise<readonly Block[]> {
  const picture = POST_PICTURES[kind](briefings, t);
  return picture ? pictureBlocks({ name: FILES[kind], picture }, draw, t) : [];
}

const FILES = { map: MAP_FILE, voices: 'voices.png' } as const satisfies Record<SchedulePicture, string>;

type PictureOfArticles = (briefings: readonly Briefing[], t: Translate) => Picture | undefined;

const POST_PICTURES: Readonly<Record<SchedulePicture, PictureOfArticles>> = {
  map: (briefings, t) => {
    const found = briefings.find(({ positions }) => positions.length > 0);
    return found && positionMap(found.article, found.positions, t);
  },
  voices: (briefings, t) => {
    const quoting = briefings.filter(({ attributions }) => attributions.length > 0);
    return quoting.length > 0 ? voices(quoting, t) : undefined;
  },
};
