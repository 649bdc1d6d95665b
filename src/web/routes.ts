import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listener } from '#core/platform';
import { limitBody } from './body-limit.ts';
import type { HealthReport } from './health.ts';
import { respond, respondText } from './respond.ts';

export interface BuiltInPages {
  readonly health: () => HealthReport;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly body: string }>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Routes {
  /** Gives the requests for a path, and for all below it, to a listener; `/` has what nothing else has. */
  mount(path: string, listener: Listener): void;
  readonly answer: Handler;
}

/** Which request goes where: the longest path that a request begins with has it. */
export function makeRoutes({ health, metrics }: BuiltInPages): Routes {
  const mounted = new Map<string, Listener>();
  const pages: Readonly<Record<string, Handler>> = {
    '/healthz': (_, response) => {
      const report = health();
      respond(response, report.ok ? 200 : 503, 'application/json', JSON.stringify(report));
    },
    '/metrics': async (_, response) => {
      const { contentType, body } = await metrics();
      respond(response, 200, contentType, body);
    },
  };

  return {
    mount(path, listener) {
      if (path !== '/' && !/^(\/[\w-]+)+$/.test(path)) throw new Error(`Nothing can be mounted at “${path}”.`);
      if (mounted.has(path) || Object.hasOwn(pages, path)) throw new Error(`${path} is taken.`);
      mounted.set(path, listener);
    },
    answer(request, response) {
      const [path = '/'] = (request.url ?? '/').split('?');
      const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
      if (page) return readOnly(page)(request, response);
      const listener = longestMatch(mounted, path);
      if (!listener) return respondText(response, 404, 'There is nothing here.');
      return limitBody(request, response) ? listener(request, response) : undefined;
    },
  };
}

const readOnly =
  (page: Handler): Handler =>
  (request, response) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? page(request, response)
      : respondText(response, 405, 'This can only be read, with GET.', { allow: 'GET, HEAD' });

function longestMatch(mounted: ReadonlyMap<string, Listener>, path: string): Listener | undefined {
  const matching = [...mounted.keys()].filter(
    (mount) => mount === '/' || path === mount || path.startsWith(`${mount}/`),
  );
  return mounted.get(matching.sort((a, b) => b.length - a.length)[0] ?? '');
}
