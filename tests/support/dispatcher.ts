import { brief } from '#briefing';
import { makeDispatcher } from '#commandline';
import { commands, translations } from '#commands';
import type { Operator } from '#core/access/operator';
import type { RequestScope } from '#core/access/requester';
import type { Catalog, CatalogEntry, LoadError } from '#core/catalog';
import type { Invocation } from '#core/commands/invocation';
import type { Feeds } from '#core/feeds';
import type { DrawPicture } from '#core/picture';
import type { Dispatcher, Upload } from '#core/ports';
import type { Block, Reply, RichText } from '#core/reply';
import type { Scheduling } from '#core/scheduling';
import type { ArchiveView } from '#core/storage/archive';
import type { WorkspaceData } from '#core/workspace-data';
import { readUpload } from '#library';
import { catalogOf } from './briefing.ts';

/** Commands that need no request scope. */
export const commandsWithoutScope = commands.filter(({ name, group }) => group === undefined && name !== 'status');

/** The optional dependencies of a dispatcher. */
interface DispatcherExtras {
  /** A catalog that changes, instead of the given articles. */
  readonly catalog?: Catalog;
  readonly scheduling?: Scheduling;
  readonly feeds?: Feeds;
  readonly archive?: ArchiveView;
  readonly data?: WorkspaceData;
  readonly operator?: Operator;
  readonly drawPicture?: DrawPicture;
  /** The scope of the request. */
  readonly requestScope?: RequestScope;
  readonly readLink?: (url: string) => Promise<CatalogEntry>;
}

/**
 * Makes a dispatcher over invented articles. It throws what it would log as an error, so that no test overlooks one.
 */
export const dispatcherOf = (
  entries: readonly CatalogEntry[],
  faults: readonly LoadError[] = [],
  extras: DispatcherExtras = {},
): Dispatcher =>
  makeDispatcher({
    catalog: catalogOf(entries, faults),
    ...extras,
    commands,
    translations,
    logger: {
      info: () => {},
      error: (message, details) => {
        throw new Error(message, { cause: details?.err });
      },
    },
    newId: () => 'id',
    take: readTestUpload,
  });

/** Reads an upload as the product does. */
export async function readTestUpload(material: Upload): Promise<CatalogEntry> {
  const article = await readUpload(material);
  return { article, briefing: brief(article) };
}

/** The answer to a typed line. */
export const answerTo = async (dispatcher: Dispatcher, text: string): Promise<Reply> =>
  (await dispatcher.dispatch({ kind: 'line', text })).reply;

/** The answer to a platform's own slash command. */
export const answerToCall = async (
  dispatcher: Dispatcher,
  command: string,
  options: Invocation['options'],
): Promise<Reply> => (await dispatcher.dispatch({ kind: 'call', command, options })).reply;

/** The text of a reply, one line for each block. */
export const textOf = ({ blocks }: Reply): string => blocks.map(textOfBlock).join('\n');

const textOfBlock = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'context':
      return plainText(block.text);
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.map(plainText).join(' | '))].join('\n');
    case 'quote':
      return [`“${block.text.join('” … “')}”`, plainText(block.leadIn ?? []), plainText(block.by ?? [])].join(' / ');
    case 'select':
      return `[${block.label}: ${block.choices.map(({ label }) => label).join(', ')}]`;
    case 'actions':
      return block.actions.map(({ label }) => `[${label}]`).join(' ');
    case 'file':
      return block.mediaType === 'image/png' ? block.alt : new TextDecoder().decode(block.content);
    default:
      return '';
  }
};

const plainText = (text: RichText): string => text.map((run) => (typeof run === 'string' ? run : run.text)).join('');
