import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { checkAddress, type FetchPolicy } from './policy.ts';

/** The addresses of a host, as the system gives them. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface ConnectOptions {
  readonly policy: FetchPolicy;
  /** Milliseconds until a connection has to stand. */
  readonly timeoutMs: number;
  readonly resolve?: Resolve | undefined;
  /** Certificates that are believed beside the usual ones, in PEM. */
  readonly ca?: string | undefined;
}

const resolveBySystem: Resolve = async (host) =>
  (await systemLookup(host, { all: true })).map(({ address }) => address);

/**
 * Connections to checked addresses alone. A name is looked up once for each connection, every address it has is checked,
 * and what was checked is what is connected to: a name that answers something else a moment later gains nothing.
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
          // The final check: however it was reached, this is the address that the socket would connect to.
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

/** One that may not be connected to is enough for all to be refused. */
async function checkedAddresses(host: string, resolve: Resolve, policy: FetchPolicy) {
  const addresses = await resolve(host);
  if (addresses.length === 0) throw Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' });
  for (const address of addresses) checkAddress(address, host, policy);
  return addresses.map((address) => ({ address, family: isIP(address) }));
}
