import type { CatalogEntry } from '#core/catalog';
import { UserError } from '#core/errors';
import { joinTexts, type Text, type Translate } from '#core/messages/index';
import type { Block, Reply } from '#core/reply';
import { webAddressesIn, withoutWebAddresses } from '#text/web-address';

/** Reads the article at a URL. @throws UserError with the reason in one sentence. */
export type ReadLink = (url: string) => Promise<CatalogEntry>;

/** The maximum number of links followed per message. */
const MAX_LINKS = 5;

/** A message with more words than this besides its links is a submitted text. */
const MAX_WORDS_BESIDE = 40;

/**
 * The links that a message is about; empty if it is a text itself.
 *
 * @param labelled the targets of linked words in the message.
 */
export function linksOf(text: string, labelled: readonly string[] = []): readonly string[] {
  const links = [...new Set([...webAddressesIn(text), ...labelled])];
  if (links.length === 0) return [];
  const beside = withoutWebAddresses(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return beside <= MAX_WORDS_BESIDE ? links.slice(0, MAX_LINKS) : [];
}

/** Returns whether a line consists only of URLs. */
export const isLinks = (line: string): boolean =>
  webAddressesIn(line).length > 0 && !/[\p{L}\p{N}]/u.test(withoutWebAddresses(line));

/** A further article read from the same message, and the id to request it by. */
export interface OtherArticle {
  readonly id: string;
  readonly title: string;
}

/** The results for several links: at least one article, and the reason for each that could not be read. */
export interface ReadLinks {
  readonly entries: readonly CatalogEntry[];
  readonly failures: readonly Text[];
}

/** Reads all links. @throws UserError if none of them leads to an article. */
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

/** Adds buttons for the other articles, and the reasons for failed links, to a reply about one article. */
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
