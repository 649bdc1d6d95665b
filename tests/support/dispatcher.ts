import { brief } from '#briefing';
import { makeDesk } from '#commandline';
import { commands, translations } from '#commands';
import type { Entry, Fault } from '#core/catalog';
import type { Invocation } from '#core/invocation';
import type { Desk, Material } from '#core/ports';
import type { Block, Reply, RichText } from '#core/reply';
import type { Seat } from '#core/requester';
import type { Scheduling } from '#core/scheduling';
import { readMaterial } from '#library';
import { shelfOf } from './briefing.ts';

/** Commands that anybody can ask anywhere: those about schedules are asked from a seat, where something is kept. */
export const seatless = commands.filter(({ name, family }) => family === undefined && name !== 'status');

/** What a desk may have beside its articles. */
interface Beside {
  readonly scheduling?: Scheduling;
  /** Where whoever asks sits. */
  readonly seat?: Seat;
  readonly readLink?: (url: string) => Promise<Entry>;
}

/** A desk over made-up articles. What it logs as an error is thrown: no test expects one by accident. */
export const deskOf = (entries: readonly Entry[], faults: readonly Fault[] = [], beside: Beside = {}): Desk =>
  makeDesk({
    ...beside,
    commands,
    translations,
    shelf: shelfOf(entries, faults),
    logger: {
      info: () => {},
      error: (message, details) => {
        throw new Error(message, { cause: details?.err });
      },
    },
    newId: () => 'id',
    take,
  });

/** Reads what somebody hands in, as the product does. */
export async function take(material: Material): Promise<Entry> {
  const article = await readMaterial(material);
  return { article, briefing: brief(article) };
}

/** The answer to a typed line. */
export const answerTo = async (desk: Desk, line: string): Promise<Reply> =>
  (await desk.ask({ kind: 'line', line })).reply;

/** The answer to a platform's own slash command. */
export const answerToCall = async (desk: Desk, command: string, options: Invocation['options']): Promise<Reply> =>
  (await desk.ask({ kind: 'call', command, options })).reply;

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
    case 'select':
      return `[${block.label}: ${block.choices.map(({ label }) => label).join(', ')}]`;
    case 'actions':
      return block.actions.map(({ label }) => `[${label}]`).join(' ');
    default:
      return '';
  }
};

const flat = (text: RichText): string => text.map((one) => (typeof one === 'string' ? one : one.text)).join('');
