import type { CatalogEntry } from '#core/catalog';
import { UserError } from '#core/errors';
import { joinTexts, type Text, type Translate } from '#core/messages/index';
import type { Block, Reply } from '#core/reply';
import { webAddressesIn, withoutWebAddresses } from '#text/web-address';

/** Reads the article at an address. @throws UserError with the one sentence that says why there is none. */
export type ReadLink = (url: string) => Promise<CatalogEntry>;

/** More links than that in one message are not followed. */
const MAX_LINKS = 5;

/** A message with more words beside its links is the text that is meant. */
const MAX_WORDS_BESIDE = 40;

/**
 * The links that a message is about: none where it is a text of its own.
 *
 * @param labelled the addresses that words of it lead to.
 */
export function linksOf(text: string, labelled: readonly string[] = []): readonly string[] {
  const links = [...new Set([...webAddressesIn(text), ...labelled])];
  if (links.length === 0) return [];
  const beside = withoutWebAddresses(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return beside <= MAX_WORDS_BESIDE ? links.slice(0, MAX_LINKS) : [];
}

/** Whether a line is nothing but addresses. */
export const isLinks = (line: string): boolean =>
  webAddressesIn(line).length > 0 && !/[\p{L}\p{N}]/u.test(withoutWebAddresses(line));

/** An article that was read beside another, and what it is asked for by. */
export interface OtherArticle {
  readonly id: string;
  readonly title: string;
}

/** What came of several links: at least one article, and why the rest could not be read, a sentence each. */
export interface ReadLinks {
  readonly entries: readonly CatalogEntry[];
  readonly failures: readonly Text[];
}

/** @throws UserError where none of them leads to an article. */
export async function readLinks(links: readonly string[], read: ReadLink): Promise<ReadLinks> {
  const results = await Promise.allSettled(links.map(read));
  const failures = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!(result.reason instanceof UserError)) throw result.reason;
    return [result.reason.text];
  });
  const entries = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (entries.length === 0) throw new UserError(joinTexts(failures));
  return { entries, failures };
}

/** An answer about one article with a way to the others, and what could not be read. */
export function withOthers(
  reply: Reply,
  others: readonly OtherArticle[],
  failures: readonly Text[],
  t: Translate,
): Reply {
  const actions = others.map(({ id, title }) => ({ label: title, command: 'brief', options: { article: id } }));
  const notes = failures.map((text): Block => ({ type: 'context', text: [t.message(text)] }));
  return {
    ...reply,
    blocks: [...reply.blocks, ...notes, ...(actions.length > 0 ? [{ type: 'actions', actions } as const] : [])],
  };
}
