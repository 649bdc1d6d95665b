import { isIP } from 'node:net';
import { message } from '#core/messages/index';
import { truncate } from '#text/truncate';
import { type AddressRange, mayConnect } from './address.ts';
import { FetchError } from './errors.ts';

/** Where requests may go. */
export interface FetchPolicy {
  /** Blocks of private addresses that the operator allows: an intranet. */
  readonly allowed: readonly AddressRange[];
  /** Ports beside 80 and 443. */
  readonly ports: readonly PortRange[];
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Longer addresses are no article's. */
const MAX_URL_LENGTH = 4_096;

const USUAL_PORTS: readonly PortRange[] = [
  { from: 80, to: 80 },
  { from: 443, to: 443 },
];

/**
 * The address that a text names, checked as far as it can be without looking its host up. What is checked is what the URL
 * standard makes of it, so that 2130706433, 0x7f.1 and 127.0.0.1 are one.
 *
 * @throws FetchError naming what is wrong with it.
 */
export function checkUrl(text: string, policy: FetchPolicy): URL {
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new FetchError('address', message('fetch.noAddress'));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('address', message('fetch.scheme', { scheme: truncate(url.protocol, 20) }));
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('address', message('fetch.credentials'));
  }
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  if (![...USUAL_PORTS, ...policy.ports].some(({ from, to }) => port >= from && port <= to)) {
    throw new FetchError('address', message('fetch.port', { port }));
  }
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) checkAddress(literal, url.hostname, policy);
  url.hash = '';
  return url;
}

/** @throws FetchError where an address is not to be connected to. */
export function checkAddress(address: string, host: string, { allowed }: FetchPolicy): void {
  if (mayConnect(address, allowed)) return;
  throw new FetchError('private', message('fetch.private', { host }));
}
