import type { Briefing } from '#core/briefing';
import type { Catalog, CatalogEntry } from '#core/catalog';
import { UserError } from '#core/errors';
import { type Message, message } from '#core/messages/index';
import { truncateForDisplay } from '#text/fold';
import type { Choosable } from './choices.ts';
import { speakerChoice } from './labels.ts';
import { nearest } from './nearest.ts';
import { namesOf, sidesOf } from './speakers.ts';

/** The id prefix of submitted texts; seven letters or digits follow. */
export const UPLOAD_PREFIX = 'msg-';

/** Returns whether an id is that of a submitted text. */
export const isUpload = (id: string): boolean => /^msg-[0-9a-z]{7}$/.test(id);

/**
 * Finds the requested article; the newest if none is named.
 *
 * @throws UserError if there is none, suggesting similar titles.
 */
export function entryFor(catalog: Catalog, typed: string | undefined): CatalogEntry {
  const found = typed === undefined ? catalog.entries()[0] : (catalog.find(typed) ?? numbered(catalog, typed));
  if (found) return found;
  if (typed === undefined) throw new UserError(message('error.noArticleYet'));
  if (isUpload(typed)) {
    throw new UserError(message('error.messageGone'));
  }
  const [near] = nearest(
    typed,
    catalog.entries().map(({ article: { id, title } }) => ({ value: id, names: [id, title] })),
  );
  const hint = near === undefined ? whatThereIs(catalog) : message('hint.didYouMean', { names: near });
  throw new UserError(message('error.noSuchArticle', { typed: truncateForDisplay(typed), hint }));
}

/** Finds an article by its number in `/articles`. */
const numbered = (catalog: Catalog, typed: string): CatalogEntry | undefined =>
  /^#?\d{1,4}$/.test(typed.trim()) ? catalog.entries()[Number(typed.trim().replace('#', '')) - 1] : undefined;

/** The maximum number of titles in one sentence. */
const MAX_TITLES = 3;

function whatThereIs(catalog: Catalog): Message {
  const titles = catalog.entries().map(({ article: { title } }) => `“${truncateForDisplay(title)}”`);
  if (titles.length === 0) return message('hint.noArticle');
  const shown = titles.slice(0, MAX_TITLES).join(', ');
  const count = titles.length - MAX_TITLES;
  return count > 0
    ? message('hint.articlesMore', { titles: shown, count })
    : message('hint.articles', { titles: shown });
}

/** The articles as choices, newest first. */
export const articleChoices = (catalog: Catalog): readonly Choosable[] =>
  catalog.entries().map(({ article: { id, title, publisher } }) => ({
    label: title,
    value: id,
    names: [title, id, ...(publisher === undefined ? [] : [publisher])],
  }));

/** The speakers of an article and their sides as choices, with every name that matches them. */
export const speakerChoices = ({ speakers }: Briefing): readonly Choosable[] => [
  ...speakers.map((speaker) => ({ ...speakerChoice(speaker), names: namesOf(speaker) })),
  ...sidesOf(speakers)
    .filter((side) => speakers.every(({ name }) => name !== side))
    .map((side) => ({ label: side, value: side, names: [side] })),
];
