import { getRequestListener } from '@hono/node-server';
import type { Listener } from '#core/platform';
import type { Adapter, Dispatcher } from '#core/ports';
import type { WebOptions } from './port.ts';
import { createRoutes } from './routes.ts';

export interface Web extends Adapter {
  /** Handles the requests for the pages; inactive before the start and after the stop. */
  readonly listener: Listener;
  /** The same for requests that do not arrive over a socket. */
  fetch(request: Request): Promise<Response>;
}

/** The web pages: the conversation as each platform draws it, and all articles with their statements. */
export function web(options: WebOptions): Web {
  let dispatcher: Dispatcher | undefined;
  const inFlight = new Set<Promise<Response>>();
  const routes = createRoutes(options, () => dispatcher);
  const fetch = async (request: Request): Promise<Response> => {
    if (!dispatcher) return new Response('The page is closed.\n', { status: 503 });
    const answer = Promise.resolve(routes.fetch(request));
    inFlight.add(answer);
    return answer.finally(() => inFlight.delete(answer));
  };
  const listener = getRequestListener(fetch);
  return {
    name: 'page',
    listener: (request, response) => void listener(request, response),
    fetch,
    start: async (started) => {
      dispatcher = started;
    },
    stop: async () => {
      dispatcher = undefined;
      await Promise.allSettled(inFlight);
    },
  };
}
