import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listener } from '#core/platform';
import { limitBody, MAX_BODY_BYTES } from './body-limit.ts';
import type { HealthReport } from './health.ts';
import { type FrontPage, frontPage, markdownPage } from './pages.ts';
import { respond, respondText } from './respond.ts';

export interface MountOptions {
  /** Whether `/` itself still answers with the front page; only for a listener at `/`. */
  readonly keepsFrontPage?: boolean;
  /** The maximum size of the body of a request; 1 MiB by default. */
  readonly maxBodyBytes?: number;
}

interface Mount {
  readonly listener: Listener;
  readonly maxBodyBytes: number;
}

export interface BuiltInPages {
  readonly health: () => HealthReport;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly body: string }>;
  /** The content of `/` if nothing is mounted there. */
  readonly front?: FrontPage;
  /** `PRIVACY.md`. */
  readonly privacy?: () => string;
}

const HTML = 'text/html; charset=utf-8';
/** Allows only the page itself, and no frame around it. */
const HTML_HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Routes {
  /** Routes requests for a path and everything below it to a listener; `/` receives all other requests. */
  mount(path: string, listener: Listener, options?: MountOptions): void;
  readonly answer: Handler;
}

/** Creates the router: a request is handled by the longest path that is a prefix of its own. */
export function makeRoutes({ health, metrics, front = { install: [] }, privacy }: BuiltInPages): Routes {
  const mounted = new Map<string, Mount>();
  const pages: Readonly<Record<string, Handler>> = {
    '/healthz': (_, response) => {
      const report = health();
      respond(response, report.ok ? 200 : 503, 'application/json', JSON.stringify(report));
    },
    '/metrics': async (_, response) => {
      const { contentType, body } = await metrics();
      respond(response, 200, contentType, body);
    },
    ...(privacy && {
      '/privacy': (_: IncomingMessage, response: ServerResponse) =>
        respond(response, 200, HTML, markdownPage('Privacy', privacy()), HTML_HEADERS),
    }),
  };
  const showFront: Handler = (_, response) => respond(response, 200, HTML, frontPage(front), HTML_HEADERS);

  let hasFrontPage = true;

  return {
    mount(path, listener, { keepsFrontPage = false, maxBodyBytes = MAX_BODY_BYTES } = {}) {
      if (path !== '/' && !/^(\/[\w-]+)+$/.test(path)) throw new Error(`Nothing can be mounted at “${path}”.`);
      if (mounted.has(path) || Object.hasOwn(pages, path)) throw new Error(`${path} is taken.`);
      mounted.set(path, { listener, maxBodyBytes });
      if (path === '/') hasFrontPage = keepsFrontPage;
    },
    answer(request, response) {
      const [path = '/'] = (request.url ?? '/').split('?');
      const isFront = path === '/' && hasFrontPage;
      const page = isFront ? showFront : Object.hasOwn(pages, path) ? pages[path] : undefined;
      if (page) return readOnly(page)(request, response);
      const mount = longestMatch(mounted, path);
      if (!mount) return respondText(response, 404, 'There is nothing here.');
      return limitBody(request, response, mount.maxBodyBytes) ? mount.listener(request, response) : undefined;
    },
  };
}

const readOnly =
  (page: Handler): Handler =>
  (request, response) =>
    request.method === 'GET' || request.method === 'HEAD'
      ? page(request, response)
      : respondText(response, 405, 'This can only be read, with GET.', { allow: 'GET, HEAD' });

function longestMatch(mounted: ReadonlyMap<string, Mount>, path: string): Mount | undefined {
  const matching = [...mounted.keys()].filter(
    (mount) => mount === '/' || path === mount || path.startsWith(`${mount}/`),
  );
  return mounted.get(matching.sort((a, b) => b.length - a.length)[0] ?? '');
}
