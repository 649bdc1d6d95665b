import { isIP } from 'node:net';
import { message } from '#core/messages/index';
import { truncate } from '#text/truncate';
import { type AddressRange, mayConnect } from './address.ts';
import { FetchError } from './errors.ts';

/** The addresses and ports that may be requested. */
export interface FetchPolicy {
  /** Blocks of private addresses that the operator allows, such as an intranet. */
  readonly allowed: readonly AddressRange[];
  /** Ports in addition to 80 and 443. */
  readonly ports: readonly PortRange[];
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Longer addresses do not belong to articles. */
const MAX_URL_LENGTH = 4_096;

const USUAL_PORTS: readonly PortRange[] = [
  { from: 80, to: 80 },
  { from: 443, to: 443 },
];

/**
 * Parses an address and checks it as far as possible without resolving its host. The parsed URL is what is checked, so
 * that 2130706433, 0x7f.1 and 127.0.0.1 are the same.
 *
 * @throws FetchError with the reason.
 */
export function checkUrl(text: string, policy: FetchPolicy): URL {
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new FetchError('address', message('fetch.noAddress'));
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('address', message('fetch.scheme', { scheme: truncate(url.protocol.replace(/:$/, ''), 20) }));
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('address', message('fetch.credentials'));
  }
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
  if (![...USUAL_PORTS, ...policy.ports].some(({ from, to }) => port >= from && port <= to)) {
    throw new FetchError('address', message('fetch.port', { port }));
  }
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0) checkAddress(literal, url.hostname, policy);
  url.hash = '';
  return url;
}

/** @throws FetchError if connections to the address are not allowed. */
export function checkAddress(address: string, host: string, { allowed }: FetchPolicy): void {
  if (mayConnect(address, allowed)) return;
  throw new FetchError('private', message('fetch.private', { host }));
}
