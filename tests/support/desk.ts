import { makeDesk } from '#commandline';
import { commands } from '#commands';
import type { Desk } from '#core/ports';
import type { Block, Reply, RichText } from '#core/reply';
import type { Entry, Fault } from '#core/shelf';
import { shelfOf } from './briefing.ts';

/** A desk over made-up articles. What it logs as an error is thrown: no test expects one by accident. */
export const deskOf = (entries: readonly Entry[], faults: readonly Fault[] = []): Desk =>
  makeDesk({
    commands,
    shelf: shelfOf(entries, faults),
    logger: {
      info: () => {},
      error: (message, details) => {
        throw new Error(message, { cause: details?.err });
      },
    },
    newId: () => 'id',
  });

/** Everything a reply says, a line for each block. */
export const textOf = ({ blocks }: Reply): string => blocks.map(textOfBlock).join('\n');

const textOfBlock = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'context':
      return flat(block.text);
    case 'list':
      return block.items.map(flat).join('\n');
    case 'table':
      return [block.columns.join(' | '), ...block.rows.map((row) => row.map(flat).join(' | '))].join('\n');
    case 'quote':
      return [`“${block.text.join('” … “')}”`, flat(block.leadIn ?? []), flat(block.by ?? [])].join(' / ');
    case 'actions':
      return block.actions.map(({ label }) => `[${label}]`).join(' ');
    default:
      return '';
  }
};

const flat = (text: RichText): string => text.map((one) => (typeof one === 'string' ? one : one.text)).join('');
