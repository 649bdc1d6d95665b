import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { checkAddress, type FetchPolicy } from './policy.ts';

/** Resolves a host to its addresses, as the system does. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface ConnectOptions {
  readonly policy: FetchPolicy;
  /** The connect timeout in milliseconds. */
  readonly timeoutMs: number;
  readonly resolve?: Resolve | undefined;
  /** Certificates trusted in addition to the default ones, in PEM. */
  readonly ca?: string | undefined;
}

const resolveBySystem: Resolve = async (host) =>
  (await systemLookup(host, { all: true })).map(({ address }) => address);

/**
 * Creates an agent that connects only to checked addresses. Each connection resolves the name once, checks all of its
 * addresses, and connects to a checked address, so that DNS rebinding has no effect.
 */
export function makeAgent({ policy, timeoutMs, resolve = resolveBySystem, ca }: ConnectOptions): Agent {
  const lookup: LookupFunction = (host, _, done) => {
    checkedAddresses(host, resolve, policy).then(
      (addresses) => done(null, addresses as { address: string; family: number }[]),
      (error: NodeJS.ErrnoException) => done(error, []),
    );
  };
  const connect = buildConnector({
    ...{ lookup, timeout: timeoutMs, allowH2: false, autoSelectFamily: true },
    ...(ca === undefined ? {} : { ca }),
  });
  return new Agent({
    connect: (options, done) =>
      connect(options, (...[error, socket]) => {
        if (error) return done(error, null);
        try {
          // The final check: this is the address that the socket connects to, however it was reached.
          checkAddress(socket.remoteAddress ?? '', options.hostname, policy);
        } catch (refused) {
          socket.destroy();
          return done(refused as Error, null);
        }
        done(null, socket);
      }),
    keepAliveTimeout: 4_000,
    maxOrigins: Number.POSITIVE_INFINITY,
  });
}

/** Resolves a host; all addresses are refused if one is not allowed. */
async function checkedAddresses(host: string, resolve: Resolve, policy: FetchPolicy) {
  const addresses = await resolve(host);
  if (addresses.length === 0) throw Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' });
  for (const address of addresses) checkAddress(address, host, policy);
  return addresses.map((address) => ({ address, family: isIP(address) }));
}
