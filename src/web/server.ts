import { createServer, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '#core/errors';
import type { Listener } from '#core/platform';
import type { Logger } from '#core/ports';
import { respondText } from './respond.ts';
import { type BuiltInPages, type MountOptions, makeRoutes } from './routes.ts';

export interface WebDeps extends BuiltInPages {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly logger: Logger;
}

/** The HTTP server of the process. */
export interface Web {
  /** Routes requests for a path and everything below it to a listener; may be called at any time. */
  mount(path: string, listener: Listener, options?: MountOptions): void;
  /**
   * Resolves to the port when it is open.
   *
   * @throws UserError with the solution if it cannot be opened.
   */
  listen(): Promise<number>;
  /** Accepts no new requests; resolves when pending ones are answered, or aborted after this many milliseconds. */
  close(timeoutMs: number): Promise<void>;
}

/** In milliseconds: the timeout of the request head, that of the whole request, and the interval of checks. */
const LIMITS: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the usual minute of proxies, so that they never send a request on a connection that was just closed.
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
};
const MAX_HEADERS = 100;
const MAX_CONNECTIONS = 1_000;

/** Serves `/healthz`, `/metrics` and mounted handlers. No request and no failing handler crashes the server. */
export function makeWeb({ host, port, logger, ...pages }: WebDeps): Web {
  const routes = makeRoutes(pages);
  let closing = false;
  const server = createServer(LIMITS, async (request, response) => {
    // A handler that responds too late, or twice, finds the connection closed; that must not end the process.
    response.on('error', () => {});
    response.on('close', () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    if (closing) response.setHeader('connection', 'close');
    try {
      await routes.answer(request, response);
    } catch (err) {
      logger.error('a request could not be answered', { err });
      respondText(response, 500, 'Internal error: see the log.');
    }
  });
  server.maxHeadersCount = MAX_HEADERS;
  server.maxConnections = MAX_CONNECTIONS;

  return {
    mount: routes.mount,
    listen: () => listen(server, host, port, logger),
    close: (timeoutMs) => {
      closing = true;
      return close(server, timeoutMs);
    },
  };
}

function listen(server: Server, host: string, port: number, logger: Logger): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toUserError(error, host, port)));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      server.on('error', (err) => logger.error('the HTTP port reports an error', { err }));
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function close(server: Server, timeoutMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), timeoutMs);
  // Also closes idle connections; if the server never listened, that is not an error.
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(timer);
}

/** Why a port cannot be opened, and what to do about it. */
const ADVICE: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_, port) => `Port ${port} is in use: stop what listens there, or set ONRECORD_PORT to another.`,
  EACCES: (_, port) => `Port ${port} is not allowed to this user: set ONRECORD_PORT to one above 1023.`,
  EADDRNOTAVAIL: (host) =>
    `${host} is not an address of this machine: set ONRECORD_HOST to one that is, or to 0.0.0.0.`,
  ENOTFOUND: (host) =>
    `${host} is not a host name or address: set ONRECORD_HOST to one of this machine, or to 0.0.0.0.`,
};

function toUserError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const advice = ADVICE[error.code ?? ''];
  return advice ? new UserError(advice(host, port), { cause: error }) : error;
}
