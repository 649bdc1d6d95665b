import { UserError } from '#core/errors';
import { inEnglish, message, type Translate } from '#core/messages/index';

/** One page of a longer list; pages are numbered from 1. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly pages: number;
  readonly total: number;
}

/** @throws UserError if the page does not exist. */
export function pageOf<T>(all: readonly T[], number: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  if (number > pages) throw new UserError(message('page.noSuch', { number, pages }));
  return { items: all.slice((number - 1) * size, number * size), number, pages, total: all.length };
}

/** `page 2 of 3`; empty if there is only one page. */
export const pageLabel = ({ number, pages }: Page<unknown>, t: Translate = inEnglish): string =>
  pages === 1 ? '' : t('page.label', { number, pages });

/** Parses the page number typed by the user. */
export function pageNumber(typed: string | undefined): number {
  const number = Number(typed ?? 1);
  if (!Number.isSafeInteger(number) || number < 1) throw new UserError(message('page.numbers'));
  return number;
}
