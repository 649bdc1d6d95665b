import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { parseRange } from '#sources/fetch/address';
import { makeFetcher } from '#sources/fetch/index';
import { CERTIFICATE, KEY } from './certificate.ts';

/** A loopback site with responses defined by a test. */
export interface Site {
  /** `http://127.0.0.1:40001` */
  readonly url: string;
  readonly port: number;
  /** The received requests, in order. */
  readonly requests: readonly IncomingMessage[];
}

/**
 * Serves a site until the end of the test.
 *
 * @param listener responds to its requests.
 */
export const serve = (listener: RequestListener): Promise<Site> => listen(createServer(), 'http', listener);

/** Serves a site over TLS with an untrusted certificate. */
export const serveTls = (listener: RequestListener): Promise<Site> =>
  listen(createTlsServer({ key: KEY, cert: CERTIFICATE }), 'https', listener);

async function listen(server: Server, scheme: string, listener: RequestListener): Promise<Site> {
  const requests: IncomingMessage[] = [];
  server.on('request', (request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${scheme}://127.0.0.1:${port}`, port, requests };
}

/** Allows requests to the loopback interface. */
export const LOOPBACK = {
  allowed: [parseRange('127.0.0.0/8')].flatMap((range) => range ?? []),
  ports: [{ from: 1_024, to: 65_535 }],
};

/** Makes a fetcher that may fetch loopback sites; closed at the end of the test. */
export function fetcherOf(options: Partial<Parameters<typeof makeFetcher>[0]> = {}) {
  const fetcher = makeFetcher({ policy: LOOPBACK, userAgent: 'Onrecord tests', ...options });
  onTestFinished(() => fetcher.close());
  return fetcher;
}
