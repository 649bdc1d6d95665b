import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { parseRange } from '#sources/fetch/address';
import { makeFetcher } from '#sources/fetch/index';
import { CERTIFICATE, KEY } from './certificate.ts';

/** A site on this machine that answers as a test wants. */
export interface Site {
  /** `http://127.0.0.1:40001` */
  readonly url: string;
  readonly port: number;
  /** What it was asked, in order. */
  readonly requests: readonly IncomingMessage[];
}

/** @param listener what it answers; closed when the test is over. */
export const serve = (listener: RequestListener): Promise<Site> => listen(createServer(), 'http', listener);

/** The same over TLS, with an untrusted certificate. */
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

/** Lets requests to this machine through. */
export const LOOPBACK = {
  allowed: [parseRange('127.0.0.0/8')].flatMap((range) => range ?? []),
  ports: [{ from: 1_024, to: 65_535 }],
};

/** A fetcher that may ask sites on this machine; closed when the test is over. */
export function fetcherOf(options: Partial<Parameters<typeof makeFetcher>[0]> = {}) {
  const fetcher = makeFetcher({ policy: LOOPBACK, userAgent: 'Onrecord tests', ...options });
  onTestFinished(() => fetcher.close());
  return fetcher;
}
