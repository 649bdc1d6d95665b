import { UserError } from '#core/errors';
import { parseRange } from './address.ts';
import type { FetchPolicy, PortRange } from './policy.ts';

/**
 * Parses the fetch policy from the operator's settings.
 *
 * @param allow comma-separated CIDR blocks: `10.0.0.0/8, fd00::/8`.
 * @param ports ports or port ranges: `8080, 9000-9010`.
 * @throws UserError with all mistakes, one per line.
 */
export function parseFetchPolicy(allow: string, ports: string): FetchPolicy {
  const blocks = partsOf(allow).map((text) => ({ text, range: parseRange(text) }));
  const ranges = partsOf(ports).map((text) => ({ text, range: parsePorts(text) }));
  const mistakes = [
    ...blocks.map(({ text, range }) =>
      range ? '' : `ONRECORD_FETCH_ALLOW: “${text}” is no block of addresses, such as 10.0.0.0/8.`,
    ),
    ...ranges.map(({ text, range }) => (range ? '' : `ONRECORD_FETCH_PORTS: “${text}” is not a port, such as 8080.`)),
  ].filter((mistake) => mistake !== '');
  if (mistakes.length > 0) throw new UserError(mistakes.join('\n'));
  return {
    allowed: blocks.flatMap(({ range }) => range ?? []),
    ports: ranges.flatMap(({ range }) => range ?? []),
  };
}

const partsOf = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function parsePorts(text: string): PortRange | undefined {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return from >= 1 && to <= 65_535 && from <= to ? { from, to } : undefined;
}

/** Returns a user agent that identifies the client and its contact address. */
export function userAgentOf(contact: string): string {
  const address = contact.replace(/[^\x20-\x7e]|[()]/g, '');
  return `Onrecord/0.1 (${['news briefings', ...(address === '' ? [] : [`+${address}`])].join('; ')})`;
}
